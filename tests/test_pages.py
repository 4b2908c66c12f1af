"""What a reader finds at each address."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from html5lib import parse

from articles import chronology
from articles.models import Article, MadeBy, Organization, Translation
from tests.cast import (
    make_article,
    make_byline,
    make_editor,
    make_event,
    make_mention,
    make_neighbour,
    make_newsroom,
    make_organization,
    make_person,
    make_related,
)
from tests.pages import MISSING, PAGES, page_of

pytestmark = pytest.mark.django_db

SITE_SCRIPT = '<script type="module" src="/static/js/site.js" blocking="render"></script>'
APRIL = datetime(1961, 4, 12, 9, 7, tzinfo=UTC)


def text_of(client: Client, address: str) -> str:
    """Return the words of the page's main part."""
    html = re.search(r"<main.*?</main>", page_of(client, address), re.DOTALL)
    assert html
    tree = parse(html[0], namespaceHTMLElements=False)
    return " ".join(" ".join(tree.itertext()).split())


# A story's page


def test_a_story_shows_what_is_known_and_no_box_for_what_is_not(client: Client) -> None:
    make_article("Sputnik", paragraphs=["It «beeps» – all over the world."])
    page = page_of(client, "/articles/sputnik/").partition("<main")[2]
    assert "<h1>Sputnik</h1>" in page
    assert "<p>It «beeps» – all over the world.</p>" in page
    assert "1 min" in page
    for absent in ("<time", "byline", "Related", "Before and after", "People", "Tags", "<aside"):
        assert absent not in page


def test_the_reading_time_is_the_one_the_source_stated(client: Client) -> None:
    make_article("Sputnik", stated_minutes=4)
    assert "4 min" in text_of(client, "/articles/sputnik/")


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        ("moment", "12 April 1961, 09:07"),
        ("day", "12 April 1961"),
        ("month", "April 1961"),
        ("year", "1961"),
    ],
)
def test_a_date_says_no_more_than_is_known(client: Client, precision: str, shown: str) -> None:
    make_article("Vostok", published_at=APRIL, date_precision=precision)
    page = page_of(client, "/articles/vostok/")
    times = re.findall(r"<time[^>]*>(.*?)</time>", page)
    assert times == [shown]


def test_an_undated_story_between_two_dated_ones_says_so(client: Client) -> None:
    make_article("Vostok", not_before=APRIL.date(), not_after=(APRIL + timedelta(days=6)).date())
    assert "Between 12 April 1961 and 18 April 1961" in text_of(client, "/articles/vostok/")


def test_an_undated_story_between_two_of_one_day_is_of_that_day(client: Client) -> None:
    make_article("Vostok", not_before=APRIL.date(), not_after=APRIL.date())
    text = text_of(client, "/articles/vostok/")
    assert "12 April 1961" in text
    assert "Between" not in text


def test_a_story_names_the_people_organizations_and_events_in_it(client: Client) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin of OKB-1 flew on Vostok 1."])
    make_mention(story, make_person("Yuri Gagarin"))
    make_mention(story, make_organization("OKB-1"))
    make_mention(story, make_event("Vostok 1"))
    page = page_of(client, "/articles/vostok/")
    for address in ("/people/yuri-gagarin/", "/organizations/okb-1/", "/events/vostok-1/"):
        assert f'href="{address}"' in page
        assert "Vostok" in page_of(client, address)


def test_a_suggested_name_is_not_shown(client: Client) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew."])
    make_mention(story, make_person("Yuri Gagarin"), state="suggested")
    assert "/people/" not in page_of(client, "/articles/vostok/").partition("<main")[2]
    assert client.get("/people/yuri-gagarin/").status_code == 404
    assert "Yuri Gagarin" not in page_of(client, "/people/")


def test_neighbours_are_links_if_they_are_here_and_text_if_they_are_lost(client: Client) -> None:
    story = make_article("Laika")
    make_article("Sputnik")
    make_neighbour(story, "previous", "Sputnik")
    make_neighbour(story, "next", "Explorer <1>")
    page = page_of(client, "/articles/laika/")
    assert '<a rel="prev" href="/articles/sputnik/" dir="auto">Sputnik</a>' in page
    assert "Explorer &lt;1&gt;" in page
    assert 'rel="next"' not in page


def test_without_a_word_of_the_source_the_story_next_in_the_order_is_the_neighbour(
    client: Client,
) -> None:
    for day, title in enumerate(["Sputnik", "Laika", "Explorer"]):
        make_article(title, published_at=APRIL + timedelta(days=day))
    page = page_of(client, "/articles/laika/")
    assert 'rel="prev" href="/articles/sputnik/"' in page
    assert 'rel="next" href="/articles/explorer/"' in page


def test_nothing_is_next_to_a_story_whose_place_nobody_knows(client: Client) -> None:
    make_article("Sputnik", published_at=APRIL)
    loose = make_article("Sometime")
    chronology.arrange()
    for address in ("/articles/sputnik/", loose.get_absolute_url()):
        assert "Before and after" not in page_of(client, address)


def test_related_posts_are_as_the_archive_gave_them(client: Client) -> None:
    story = make_article("Laika")
    make_article("Sputnik")
    for title in ("Sputnik", "A lost one"):
        make_related(story, title, made_by=MadeBy.ARCHIVE, reasons=["named by the original post"])
    text = text_of(client, "/articles/laika/")
    assert "Sputnik named by the original post" in text
    assert "A lost one" in text


def test_a_story_in_other_languages_is_led_to(client: Client) -> None:
    story = make_article("Laika")
    other = make_article("Лайка", language="ru")
    Translation.objects.create(article=story, language="ru", title="Лайка", other=other)
    page = page_of(client, "/articles/laika/")
    assert "Русский" in page
    assert f'href="{other.get_absolute_url()}"' in page
    assert 'lang="ru"' in page_of(client, other.get_absolute_url())


# What readers may not see


def test_a_draft_is_nowhere_and_nothing_leads_to_it(client: Client) -> None:
    draft = make_article("The secret", status="draft", paragraphs=["Sergei Korolev."])
    shown = make_article("Sputnik")
    draft.tags.add("secret")
    make_mention(draft, make_person("Sergei Korolev"))
    make_byline(shown, "TASS")
    make_neighbour(shown, "next", "The secret")
    make_related(shown, "", other=draft, made_by=MadeBy.EDITOR)
    for address in ("/articles/the-secret/", "/tags/secret/", "/people/sergei-korolev/"):
        assert client.get(address).status_code == 404
    for address in ("/", "/archive/", "/people/", "/articles/sputnik/"):
        page = page_of(client, address)
        assert "/the-secret/" not in page
        assert "Korolev" not in page


def test_a_story_appears_when_its_moment_has_come(client: Client) -> None:
    make_article("Tomorrow", published_at=timezone.now() + timedelta(days=1))
    assert client.get("/articles/tomorrow/").status_code == 404
    Article.objects.update(published_at=timezone.now() - timedelta(seconds=1))
    assert "Tomorrow" in page_of(client, "/articles/tomorrow/")
    assert "Tomorrow" in page_of(client, "/")


def test_an_editor_sees_a_draft_with_a_word_that_it_is_one(client: Client) -> None:
    make_article("The secret", status="draft")
    client.force_login(make_editor())
    page = page_of(client, "/articles/the-secret/")
    assert "Preview." in page
    assert "/admin/articles/article/" in page


def test_what_an_editor_sees_is_not_kept_for_others(client: Client) -> None:
    make_article("Sputnik")
    client.force_login(make_editor())
    response = client.get("/articles/sputnik/")
    assert response["Cache-Control"] == "private"
    assert "Cookie" in response["Vary"]


# Lists


def test_the_latest_stand_first(client: Client) -> None:
    for day, title in enumerate(["Sputnik", "Laika"]):
        make_article(title, published_at=APRIL + timedelta(days=day))
    text = text_of(client, "/")
    assert text.index("Laika") < text.index("Sputnik")


def test_the_archive_counts_months_and_undated_stories(client: Client) -> None:
    make_article("Vostok", published_at=APRIL)
    make_article(
        "Sometime in May", published_at=datetime(1961, 5, 1, tzinfo=UTC), date_precision="month"
    )
    make_article("Sometime", published_at=datetime(1961, 1, 1, tzinfo=UTC), date_precision="year")
    make_article("Undated")
    page = page_of(client, "/archive/")
    assert 'href="/archive/1961/4/"' in page
    assert 'href="/archive/1961/5/"' in page
    assert 'href="/archive/1961/1/"' not in page
    assert "1 story bears no date" in page
    assert "Vostok" in text_of(client, "/archive/1961/4/")
    assert client.get("/archive/1961/1/").status_code == 404


def test_a_month_leads_to_the_months_beside_it(client: Client) -> None:
    for month in (2, 4, 9):
        make_article(f"Number {month}", published_at=datetime(1961, month, 3, tzinfo=UTC))
    page = page_of(client, "/archive/1961/4/")
    assert 'href="/archive/1961/2/">February 1961' in page
    assert 'href="/archive/1961/9/">September 1961' in page


@pytest.mark.parametrize(
    "address",
    [
        *("/archive/1961/13/", "/archive/0/1/", "/archive/99999/1/", "/tags/nothing/"),
        *("/?page=0", "/?page=x", "/?page=2", "/?page=99999999999", "/articles/nothing/"),
    ],
)
def test_an_address_with_nothing_behind_it_is_not_found(client: Client, address: str) -> None:
    make_article("Sputnik")
    response = client.get(address)
    assert response.status_code == 404
    assert "<main" in response.content.decode()


def test_every_story_is_on_exactly_one_page(client: Client) -> None:
    titles = {f"Story {number}" for number in range(450)}
    for number in range(450):
        make_article(f"Story {number}", slug=f"story-{number}")
    seen: list[str] = []
    for page in range(1, 24):
        seen += re.findall(r">(Story \d+)</a>", page_of(client, f"/archive/?page={page}"))
    assert len(seen) == 450
    assert set(seen) == titles
    assert client.get("/archive/?page=24").status_code == 404


def test_a_story_published_now_is_on_the_first_page_now(client: Client) -> None:
    for number in range(25):
        make_article(f"Story {number}", slug=f"story-{number}")
    page_of(client, "/")
    make_article("The latest", published_at=timezone.now())
    assert "The latest" in page_of(client, "/")


def test_people_stand_in_the_order_of_their_names_in_latin_letters(client: Client) -> None:
    story = make_article("Space", paragraphs=["Юрий Гагарин, Alan Shepard, Valentina Tereshkova."])
    for name in ("Юрий Гагарин", "Valentina Tereshkova", "Alan Shepard"):
        make_mention(story, make_person(name))
    text = text_of(client, "/people/")
    assert text.index("Alan Shepard") < text.index("Юрий Гагарин")
    assert text.index("Valentina Tereshkova") < text.index("Юрий Гагарин")


def test_a_part_of_an_organization_leads_to_the_whole(client: Client) -> None:
    story = make_article("Space", paragraphs=["OKB-1 and the Ministry."])
    whole = make_organization("the Ministry")
    make_mention(story, whole)
    make_mention(story, make_organization("OKB-1"))
    Organization.objects.filter(name="OKB-1").update(parent=whole)
    assert f'href="{whole.get_absolute_url()}"' in page_of(client, "/organizations/okb-1/")


def test_an_index_tells_in_how_many_published_stories_each_is_named(client: Client) -> None:
    gagarin = make_person("Yuri Gagarin")
    finds = [("published", "confirmed")] * 2 + [("draft", "confirmed"), ("published", "suggested")]
    for number, (status, state) in enumerate(finds):
        story = make_article(f"Story {number}", paragraphs=["Yuri Gagarin flew."], status=status)
        make_mention(story, gagarin, state=state)
    assert "2 stories" in text_of(client, "/people/")


@pytest.mark.parametrize(
    "address", ["/archive/", "/archive/1961/4/", "/tags/vostok/", "/people/x/"]
)
def test_each_page_of_a_list_has_a_title_of_its_own(client: Client, address: str) -> None:
    person = make_person("Yuri Gagarin", slug="x")
    for number in range(21):
        story = make_article(
            f"Vostok {number}",
            paragraphs=["Yuri Gagarin flew."],
            published_at=datetime(1961, 4, 1 + number, tzinfo=UTC),
        )
        story.tags.add("vostok")
        make_mention(story, person)
    assert ", page 2 · " in page_of(client, f"{address}?page=2").partition("</title>")[0]
    assert "page" not in page_of(client, address).partition("</title>")[0].partition("<title>")[2]


# Safety


def test_every_page_sends_its_policy_and_holds_nothing_inline(client: Client) -> None:
    make_newsroom()
    for address in (*PAGES, MISSING):
        response = client.get(address)
        page = response.content.decode()
        assert "default-src 'self'" in response["Content-Security-Policy"]
        page = page.replace(SITE_SCRIPT, "")
        page = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", page)
        assert not re.search(r"<style|<script|\son\w+=|\sstyle=|javascript:|\ssrc=", page)
        assert not re.search(r'<link[^>]+href="(https?:)?//(?!127\.0\.0\.1:8000/)', page)


def test_a_page_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    make_article("Sputnik")
    tag = client.get("/articles/sputnik/")["ETag"]
    assert client.get("/articles/sputnik/", headers={"if-none-match": tag}).status_code == 304


def test_a_form_without_its_secret_is_told_in_the_sites_own_dress() -> None:
    make_article("Sputnik")
    answer = Client(enforce_csrf_checks=True).post("/articles/sputnik/")
    assert answer.status_code == 403
    assert "This page is closed to you" in answer.content.decode()


def test_the_health_page_says_ok(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
