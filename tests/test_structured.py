"""What a page tells machines of itself: JSON-LD in schema.org's words, and the tags of its head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from html5lib import parse

from articles.models import Article, Entity, Organization, Translation
from tests.cast import (
    make_article,
    make_byline,
    make_event,
    make_mention,
    make_newsroom,
    make_organization,
    make_person,
    make_quote,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
APRIL = datetime(1961, 4, 12, 9, 7, tzinfo=UTC)
AWKWARD = '</script><script>alert(1)</script> <!-- & "quoted" \\ \u2028 ]]>'


def nodes_of(client: Client, address: str) -> dict[str, Any]:
    """Return what a page's JSON-LD holds, by type, read as a browser reads it."""
    tree = parse(client.get(address).content, namespaceHTMLElements=False)
    scripts = [one for one in tree.iter("script") if one.get("type") == "application/ld+json"]
    (script,) = scripts
    data = json.loads(script.text or "")
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def tags_of(client: Client, address: str) -> dict[str, str]:
    """Return the contents of a page's meta elements, by property or name."""
    tree = parse(client.get(address).content, namespaceHTMLElements=False)
    return {
        meta.get("property") or meta.get("name"): meta.get("content")
        for meta in tree.iter("meta")
        if meta.get("content")
    }


def types_in(value: Any) -> Iterator[str]:
    """Yield every type that stands anywhere in JSON-LD."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value["@type"]
        for inner in value.values():
            yield from types_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from types_in(inner)


# A story


def test_a_story_tells_who_is_in_it_and_what_they_said(client: Client) -> None:
    story = make_newsroom()
    nodes = nodes_of(client, story.get_absolute_url())
    article = nodes["NewsArticle"]
    gagarin = {
        "@type": "Person",
        "@id": f"{SITE}/people/yuri-gagarin/",
        "name": "Yuri Gagarin",
    }
    assert article["headline"] == story.title
    assert article["url"] == SITE + story.get_absolute_url()
    assert article["description"] == story.standfirst
    assert article["author"] == [{"name": "The science desk"}]
    assert article["keywords"] == ["spaceflight", "Vostok"]
    assert article["about"] == [gagarin]
    assert {(one["@type"], one["name"]) for one in article["mentions"]} == {
        ("Person", "Sergei Korolev"),
        ("Organization", "OKB-1"),
        ("Event", "Vostok 1"),
    }
    assert article["hasPart"] == [
        {"@type": "Quotation", "text": "Поехали!", "creator": {"@id": gagarin["@id"]}}
    ]


@pytest.mark.parametrize(
    ("precision", "told"),
    [
        ("moment", "1961-04-12T09:07:00+00:00"),
        ("day", "1961-04-12"),
        ("month", "1961-04"),
        ("year", "1961"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(client: Client, precision: str, told: str) -> None:
    make_article("Vostok", published_at=APRIL, date_precision=precision)
    assert nodes_of(client, "/articles/vostok/")["NewsArticle"]["datePublished"] == told


def test_what_is_not_known_is_not_told(client: Client) -> None:
    make_article("Vostok")
    article = nodes_of(client, "/articles/vostok/")["NewsArticle"]
    absent = {"datePublished", "author", "keywords", "about", "mentions", "hasPart", "description"}
    assert not absent & set(article)


def test_the_way_to_a_page_is_told(client: Client) -> None:
    make_newsroom()
    for address, section in (
        ("/articles/belarusian/", "/archive/"),
        ("/people/yuri-gagarin/", "/people/"),
        ("/organizations/okb-1/", "/organizations/"),
        ("/events/vostok-1/", "/events/"),
    ):
        steps = nodes_of(client, address)["BreadcrumbList"]["itemListElement"]
        assert [step["item"] for step in steps] == [SITE + path for path in ("/", section, address)]
        assert [step["position"] for step in steps] == [1, 2, 3]


def test_a_draft_that_an_editor_looks_at_tells_machines_nothing(admin_client: Client) -> None:
    make_article("A draft", status="draft")
    assert "ld+json" not in page_of(admin_client, "/articles/a-draft/")


def test_only_what_readers_may_see_is_told(client: Client) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew. «Go», said Sergei Korolev."])
    make_mention(story, make_person("Yuri Gagarin"), state="suggested")
    korolev = make_person("Sergei Korolev", page_hidden=True)
    make_mention(story, korolev)
    make_quote(story, "Go", korolev)
    assert {"about", "mentions", "hasPart"}.isdisjoint(
        nodes_of(client, "/articles/vostok/")["NewsArticle"]
    )


# People, organizations and events


def test_a_person_has_the_same_id_on_every_page(client: Client) -> None:
    story = make_newsroom()
    person = nodes_of(client, "/people/yuri-gagarin/")["Person"]
    assert person["name"] == "Yuri Gagarin"
    assert person["description"] == "The first human in space."
    assert person["birthDate"] == "1934-03-09"
    assert person["deathDate"] == "1968-03-27"
    about = nodes_of(client, story.get_absolute_url())["NewsArticle"]["about"]
    assert about[0]["@id"] == person["@id"] == person["url"]


def test_an_organization_and_an_event_tell_their_days_place_and_whole(client: Client) -> None:
    story = make_article("Space", paragraphs=["OKB-1 and the Ministry built Vostok 1."])
    whole = make_organization("the Ministry")
    day = date(1946, 8, 26)
    bureau = make_organization(
        "OKB-1", first_day=day, last_day=date(2001, 1, 1), place="Kaliningrad"
    )
    event = make_event("Vostok 1", first_day=day, last_day=day, place="Tyuratam")
    for entity in (whole, bureau, event):
        make_mention(story, entity)
    Organization.objects.filter(name="OKB-1").update(parent=whole)
    organization = nodes_of(client, "/organizations/okb-1/")["Organization"]
    assert organization["foundingDate"] == "1946-08-26"
    assert organization["dissolutionDate"] == "2001-01-01"
    assert organization["location"] == {"@type": "Place", "name": "Kaliningrad"}
    assert organization["parentOrganization"]["@id"] == SITE + whole.get_absolute_url()
    happened = nodes_of(client, "/events/vostok-1/")["Event"]
    assert (happened["startDate"], happened["endDate"]) == ("1946-08-26", "1946-08-26")
    assert happened["location"]["name"] == "Tyuratam"


def test_on_whom_search_engines_are_to_leave_out_nothing_is_told_them(client: Client) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew."])
    make_mention(story, make_person("Yuri Gagarin", not_indexed=True))
    page = page_of(client, "/people/yuri-gagarin/")
    assert "noindex" in page
    assert "ld+json" not in page


# Safety


def test_nothing_that_a_story_holds_ends_the_script(client: Client) -> None:
    story = make_article("x", slug="x", paragraphs=[f"Yuri Gagarin said: “{AWKWARD}”"])
    Article.objects.update(title=AWKWARD, standfirst=AWKWARD)
    make_byline(story, AWKWARD)
    person = make_person("Yuri Gagarin", slug="y", description=AWKWARD)
    make_mention(story, person)
    make_quote(story, " ".join(AWKWARD.split()), person)
    Entity.objects.update(name=AWKWARD)
    article = nodes_of(client, "/articles/x/")["NewsArticle"]
    assert article["headline"] == article["author"][0]["name"] == AWKWARD
    assert article["hasPart"][0]["text"] == " ".join(AWKWARD.split())
    assert nodes_of(client, "/people/y/")["Person"]["description"] == AWKWARD


@pytest.mark.parametrize("name", ["Yuri Gagarin", '"Yuri" Gagarin', "O'Yuri & Co <Gagarin>"])
def test_a_protected_name_stands_as_initials_in_json_that_stays_whole(
    client: Client, name: str
) -> None:
    story = make_article(f"{name} flew", slug="x", paragraphs=[f"{name} flew. “Go,\n{name}!”"])
    person = make_person(name, slug="y", initials_only=True, description=f"\n{name}\n")
    make_mention(story, person, " ".join(name.split()))
    make_quote(story, f"Go, {name}!", person)
    make_byline(story, name)
    for address in ("/articles/x/", "/people/y/"):
        nodes = nodes_of(client, address)
        assert "Gagarin" not in json.dumps(nodes)
        assert "Gagarin" not in client.get(address).content.decode()
    assert {"NewsArticle", "Person", "Quotation"} <= set(
        types_in(list(nodes_of(client, "/articles/x/").values()))
    )


def test_a_name_hidden_in_quotation_marks_leaves_the_marks_of_json_where_they_are(
    client: Client,
) -> None:
    story = make_article("Vostok", paragraphs=["“Mir” flew, said Yuri Gagarin."])
    story.tags.add("Mir")
    make_mention(story, make_person("Yuri Gagarin"))
    make_organization('"Mir"', slug="m", initials_only=True)
    assert nodes_of(client, "/articles/vostok/")["NewsArticle"]["keywords"] == ["Mir"]


# Tags of the head


def test_a_story_shared_elsewhere_has_a_card(client: Client) -> None:
    story = make_newsroom()
    tags = tags_of(client, story.get_absolute_url())
    assert tags["og:title"] == story.title
    assert tags["og:type"] == "article"
    assert tags["og:url"] == SITE + story.get_absolute_url()
    assert tags["og:description"] == story.standfirst
    assert tags["og:site_name"] == "Newsroom"
    assert tags["twitter:card"] == "summary"
    assert tags["article:published_time"] == "1961-04-12T06:07:00+00:00"


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/people/yuri-gagarin/", "profile"), ("/events/vostok-1/", "website"), ("/", "website")],
)
def test_every_page_has_a_card(client: Client, address: str, kind: str) -> None:
    make_newsroom()
    tags = tags_of(client, address)
    assert tags["og:type"] == kind
    assert tags["og:title"]
    assert tags["og:url"] == SITE + address


def test_a_story_leads_machines_to_its_other_languages(client: Client) -> None:
    story = make_article("Vostok")
    for rank, (language, status) in enumerate([("be", "published"), ("ru", "draft")]):
        other = make_article("Усход", slug=language, language=language, status=status)
        Translation.objects.create(
            article=story, rank=rank, language=language, title="Усход", other=other
        )
    tree = parse(client.get("/articles/vostok/").content, namespaceHTMLElements=False)
    links = {link.get("hreflang"): link.get("href") for link in tree.iter("link")}
    links.pop(None)
    assert links == {"en": f"{SITE}/articles/vostok/", "be": f"{SITE}/articles/be/"}
    assert "hreflang" not in page_of(client, "/articles/be/").partition("</head>")[0]
