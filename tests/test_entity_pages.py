"""What a reader finds on the page of a person, an organization or an event, and in their indexes."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Alias, Article, Entity, FormerAddress, Kind
from articles.models.article import UNDATED
from tests.cast import (
    make_article,
    make_event,
    make_mention,
    make_organization,
    make_person,
    make_quote,
    make_role,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

GAGARIN = "/people/yuri-gagarin/"
OFF_WE_GO = "Yuri Gagarin said: «Off we go!» Sergei Korolev of OKB-1 heard it."


def make_story(day: str, *entities: Entity, **fields: Any) -> Article:
    """Make a story of a day that names the entities."""
    story = make_article(
        f"Story of {day}",
        slug=f"story-{day}",
        paragraphs=[OFF_WE_GO + " Vostok 1 flew."],
        published_at=datetime.fromisoformat(day).replace(tzinfo=UTC),
        date_precision="day",
        **fields,
    )
    for entity in entities:
        make_mention(story, entity)
    return story


# One page


def test_a_person_has_each_role_once_with_the_latest_story_that_says_so(client: Client) -> None:
    gagarin = make_person()
    for day in ("1961-04-12", "1961-05-01"):
        make_role(gagarin, "First cosmonaut", make_story(day, gagarin))
    page = page_of(client, GAGARIN)
    assert page.count("First cosmonaut") == 1
    assert 'class="source" href="/articles/story-1961-05-01/"' in page


def test_a_draft_says_nothing_on_the_page_of_a_person(client: Client) -> None:
    gagarin = make_person()
    make_story("1961-04-12", gagarin)
    draft = make_story("1961-05-01", gagarin, make_person("Sergei Korolev"), status="draft")
    draft.tags.add("secret")
    make_role(gagarin, "Secret pilot", draft)
    make_quote(draft, "Off we go!", gagarin)
    page = page_of(client, GAGARIN)
    for word in ("Secret pilot", "Off we go!</", "Sergei Korolev</a>", "secret", "1961-05-01"):
        assert word not in page
    assert client.get(f"{GAGARIN}quotes/").status_code == 404


def test_what_a_person_said_stands_with_its_story_the_latest_first(client: Client) -> None:
    gagarin = make_person()
    for day in ("1961-04-12", "1961-05-01"):
        make_quote(make_story(day, gagarin), "Off we go!", gagarin)
    for address in (GAGARIN, f"{GAGARIN}quotes/"):
        page = page_of(client, address)
        assert page.count(">Off we go!</blockquote>") == 2
        sources = re.findall(r'quote-source">.*?href="(.*?)"', page)
        assert sources == ["/articles/story-1961-05-01/", "/articles/story-1961-04-12/"]


def test_a_comma_that_led_on_to_who_said_it_is_not_shown(client: Client) -> None:
    gagarin = make_person()
    story = make_article("A flight", paragraphs=["“Off we go,” said Yuri Gagarin."])
    make_mention(story, gagarin)
    make_quote(story, "Off we go,", gagarin)
    for address in (GAGARIN, f"{GAGARIN}quotes/"):
        assert ">Off we go</blockquote>" in page_of(client, address)


def test_a_quote_that_a_rule_is_not_sure_of_is_not_shown(client: Client) -> None:
    gagarin = make_person()
    story = make_story("1961-04-12", gagarin)
    make_quote(story, "Off we go!", gagarin, state="suggested", confidence=50)
    assert "blockquote" not in page_of(client, GAGARIN)


def test_those_named_in_the_same_stories_are_counted(client: Client) -> None:
    gagarin, korolev, okb = make_person(), make_person("Sergei Korolev"), make_organization("OKB-1")
    make_story("1961-04-12", gagarin, korolev, okb)
    make_story("1961-05-01", gagarin, korolev)
    page = page_of(client, GAGARIN)
    assert '<a href="/people/sergei-korolev/">Sergei Korolev</a> <span>2 stories</span>' in page
    assert '<a href="/organizations/okb-1/">OKB-1</a> <span>1 story</span>' in page


def test_the_coverage_is_drawn_by_year_and_told_in_numbers(client: Client) -> None:
    gagarin = make_person()
    for day in ("1961-04-12", "1961-05-01", "1964-01-01"):
        make_story(day, gagarin)
    page = page_of(client, GAGARIN)
    assert page.count("<rect ") == 2
    assert "3 dated stories, from 1961 to 1964" in page
    assert '<th scope="row">1961</th><td>2</td>' in page
    assert '<th scope="row">1962</th><td>0</td>' in page
    assert re.findall(r"<h2>(\d+)</h2>", page) == ["1964", "1961"]


def test_the_coverage_of_two_years_is_drawn_by_month(client: Client) -> None:
    gagarin = make_person()
    for day in ("1961-11-12", "1962-02-01"):
        make_story(day, gagarin)
    assert '<th scope="row">December 1961</th><td>0</td>' in page_of(client, GAGARIN)


def test_an_event_has_its_parts_and_the_coverage_before_during_and_after_it(client: Client) -> None:
    flight = make_event("Vostok 1", first_day=date(1961, 4, 12), last_day=date(1961, 4, 12))
    landing = make_event("Off", parent=flight)
    make_story("1961-04-11", flight, landing)
    make_story("1961-04-12", flight)
    for day in ("1961-04-13", "1961-04-14"):
        make_story(day, flight)
    page = page_of(client, "/events/vostok-1/")
    for words in ("1 story before", "1 story during", "2 stories after", 'href="/events/off/"'):
        assert words in page
    assert re.findall(r"<h2>1961 <span>(\w+)</span></h2>", page) == ["after", "during", "before"]


# Protection


def test_a_person_kept_from_search_engines_asks_them_to_stay_away(client: Client) -> None:
    gagarin = make_person(not_indexed=True)
    make_quote(make_story("1961-04-12", gagarin), "Off we go!", gagarin)
    for address in (GAGARIN, f"{GAGARIN}quotes/"):
        response = client.get(address)
        assert response["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_a_hidden_person_is_neither_in_company_nor_in_an_index(client: Client) -> None:
    gagarin, hidden = make_person(), make_person("Sergei Korolev", page_hidden=True)
    whole = make_event("Vostok 1", first_day=date(1961, 4, 12))
    make_quote(make_story("1961-04-12", gagarin, hidden, whole), "Off we go!", hidden)
    for address in (GAGARIN, "/people/", "/people/?q=korolev", "/people/?letter=s"):
        assert "sergei-korolev" not in page_of(client, address)
    for address in ("/people/sergei-korolev/", "/people/sergei-korolev/quotes/"):
        assert client.get(address).status_code == 404


@pytest.fixture
def veiled(db: None) -> Entity:
    """Make a person of whom readers see the initials alone, in every place that names one."""
    person = make_person("Yuri Gagarin", slug="y-g", initials_only=True)
    Alias.of(person, "Юрий Гагарин").save()
    other = make_person("Sergei Korolev")
    story = make_article(
        "Gagarin flies",
        html="<p>Yuri Gagarin of OKB-1, and <em>Gagarin</em> again.</p><h2>GAGARIN</h2>"
        "<p>Sergei Korolev said: «Gagarin is well.»</p>"
        "<blockquote><p>Off we go!</p></blockquote>",
        slug="flight",
        standfirst="Gagarin’s hour.",
        caption="Yuri Gagarin smiles.",
        published_at=datetime(1961, 4, 12, tzinfo=UTC),
    )
    make_mention(story, person)
    make_mention(story, other)
    make_mention(story, make_organization("OKB-1"))
    make_role(other, "Friend of Yuri Gagarin", story)
    make_quote(story, "Off we go!", person)
    make_quote(story, "Gagarin is well.", other)
    make_article("What Юрия Гагарина awaits", slug="later", paragraphs=["Nothing."])
    return person


def test_the_name_of_whom_initials_protect_is_on_no_page(client: Client, veiled: Entity) -> None:
    addresses = ["/", "/articles/flight/", "/articles/later/", "/archive/", "/archive/1961/4/"]
    addresses += ["/people/", "/people/y-g/", "/people/y-g/quotes/", "/people/sergei-korolev/"]
    addresses += ["/people/sergei-korolev/quotes/", "/organizations/okb-1/", "/people/?letter=y"]
    for address in addresses:
        page = page_of(client, address)
        assert not re.search("gagarin|yuri|юри|гагарин", page, re.IGNORECASE), address
    assert "Y. G." in page_of(client, "/people/y-g/")
    assert "G. flies" in page_of(client, "/")


def test_nobody_is_found_by_a_name_that_readers_may_not_see(client: Client, veiled: Entity) -> None:
    assert "/people/y-g/" not in page_of(client, "/people/?q=gagarin")
    Entity.objects.filter(pk=veiled.pk).update(protected_until=date(1961, 1, 1))
    assert "/people/y-g/" in page_of(client, "/people/?q=gagarin")


# Former addresses


def test_a_former_address_leads_to_the_page_for_ever(client: Client) -> None:
    gagarin = make_person()
    make_quote(make_story("1961-04-12", gagarin), "Off we go!", gagarin)
    FormerAddress.objects.create(kind=Kind.PERSON, slug="jurij", entity_id=gagarin.pk)
    for address in ("/people/jurij/", "/people/jurij/quotes/"):
        response = client.get(address)
        assert response.status_code == 301
        assert response["Location"] == GAGARIN
    Entity.objects.update(page_hidden=True)
    assert client.get("/people/jurij/").status_code == 404


def test_an_address_that_somebody_has_now_is_theirs(client: Client) -> None:
    gagarin, other = make_person(), make_person("Sergei Korolev")
    make_story("1961-04-12", gagarin, other)
    FormerAddress.objects.create(kind=Kind.PERSON, slug="yuri-gagarin", entity_id=other.pk)
    assert client.get(GAGARIN).status_code == 200


# Indexes


@pytest.mark.parametrize("asked", ["gag", "Yuri G", "Гагарин", "ГАГАРИН", "Gagarin"])
def test_a_name_is_found_by_its_beginning_and_in_other_scripts(client: Client, asked: str) -> None:
    make_story("1961-04-12", make_person(), make_person("Sergei Korolev"))
    page = page_of(client, f"/people/?q={asked}")
    assert GAGARIN in page
    assert "sergei-korolev" not in page
    assert "1 name is like this" in page


@pytest.mark.parametrize("asked", ["%", "_", "'", "zz\0zz", "x" * 5_000, "!!!", "&lt;"])
def test_a_question_that_no_name_answers_finds_nothing(client: Client, asked: str) -> None:
    make_story("1961-04-12", make_person())
    response = client.get("/people/", {"q": asked})
    assert response.status_code == 200
    assert GAGARIN not in response.content.decode()


def test_an_index_has_the_letters_that_names_begin_with(client: Client) -> None:
    make_story("1961-04-12", make_person(), make_person("Sergei Korolev"))
    page = page_of(client, "/people/?letter=s")
    assert re.findall(r">([A-Z]) <span>(\d)</span>", page) == [("S", "1"), ("Y", "1")]
    assert "sergei-korolev" in page
    assert GAGARIN not in page


# Costs


def test_a_page_asks_the_same_with_one_story_and_with_many(client: Client) -> None:
    gagarin, korolev = make_person(), make_person("Sergei Korolev")

    def queries() -> int:
        page_of(client, GAGARIN)
        with CaptureQueriesContext(connection) as asked:
            page_of(client, GAGARIN)
        return len(asked)

    make_quote(make_story("1961-01-01", gagarin, korolev), "Off we go!", gagarin)
    few = queries()
    for number in range(2, 29):
        story = make_story(f"1961-02-{number:02}", gagarin, korolev)
        make_quote(story, "Off we go!", gagarin)
        make_role(gagarin, f"Role {number}", story)
        story.tags.add(f"tag {number}")
    # The landmarks of further pages are remembered for a minute.
    assert queries() <= few + 1


# An event, story by story


def test_the_stories_on_an_event_are_numbered_from_the_first(client: Client) -> None:
    vostok = make_event("Vostok 1")
    for number in range(1, 23):
        make_story(f"1961-04-{number:02}", vostok)
    make_story("1961-05-01", vostok, status="draft")
    assert re.findall(r"<span>(\d+ of \d+)</span>", page_of(client, "/events/vostok-1/")) == [
        f"{number} of 22" for number in range(22, 2, -1)
    ]
    second = page_of(client, "/events/vostok-1/?page=2")
    assert re.findall(r"<span>(\d+ of \d+)</span>", second) == ["2 of 22", "1 of 22"]


def test_a_story_whose_place_nobody_knows_has_no_number(client: Client) -> None:
    vostok = make_event("Vostok 1")
    make_story("1961-04-12", vostok)
    make_mention(make_article("Sometime", paragraphs=["Vostok 1"], position=UNDATED), vostok)
    page = page_of(client, "/events/vostok-1/")
    assert re.findall(r"\d+ of \d+", page) == ["1 of 1"]
    answer = client.get("/events/vostok-1/after/sometime/")
    assert answer["Location"] == "/events/vostok-1/"


@pytest.mark.parametrize(
    ("way", "leads_to"),
    [
        ("before/story-1961-04-14", "/articles/story-1961-04-12/"),
        ("after/story-1961-04-12", "/articles/story-1961-04-14/"),
        ("before/story-1961-04-12", "/events/vostok-1/"),
        ("after/story-1961-04-14", "/events/vostok-1/"),
    ],
)
def test_a_story_leads_to_those_before_and_after_it_on_its_event(
    way: str, leads_to: str, client: Client
) -> None:
    vostok = make_event("Vostok 1")
    for day, entities, status in [
        ("1961-04-12", [vostok], "published"),
        ("1961-04-13", [vostok], "draft"),
        ("1961-04-14", [vostok], "published"),
        ("1961-04-15", [], "published"),
    ]:
        make_story(day, *entities, status=status)
    _place, story = way.split("/")
    assert f'href="/events/vostok-1/{way}/"' in page_of(client, f"/articles/{story}/")
    assert client.get(f"/events/vostok-1/{way}/")["Location"] == leads_to


def test_no_way_leads_from_a_story_that_readers_may_not_see(client: Client) -> None:
    vostok = make_event("Vostok 1")
    make_story("1961-04-12", vostok)
    make_story("1961-04-13", vostok, status="draft")
    assert client.get("/events/vostok-1/before/story-1961-04-13/").status_code == 404
