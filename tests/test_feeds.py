"""What a reader's program finds at the address of a feed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from html5lib import parse

from articles.models import Article, Entity, FormerAddress
from tests.cast import make_article, make_byline, make_mention, make_newsroom, make_person

pytestmark = pytest.mark.django_db

APRIL = datetime(1961, 4, 12, 9, 7, tzinfo=UTC)
PAGES = [
    "/",
    "/tags/vostok/",
    "/people/yuri-gagarin/",
    "/organizations/okb-1/",
    "/events/vostok-1/",
]
XML_FORMS = ["feed/", "feed/atom/"]
FORMS = [*XML_FORMS, "feed.json"]
MEDIA_TYPES = {
    "feed/": "application/rss+xml",
    "feed/atom/": "application/atom+xml",
    "feed.json": "application/feed+json",
}
ATOM = "http://www.w3.org/2005/Atom"


def read(client: Client, address: str) -> Any:
    """Return a feed in RSS or Atom as feedparser reads it, well formed."""
    response = client.get(address)
    assert response.status_code == 200, address
    feed = feedparser.parse(
        response.content, response_headers={"content-type": response["Content-Type"]}
    )
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def read_json(client: Client, address: str) -> Any:
    return json.loads(client.get(address).content)


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


# What each feed tells


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("form", FORMS)
def test_every_page_of_stories_has_its_feed_in_each_form(
    client: Client, page: str, form: str
) -> None:
    make_newsroom()
    response = client.get(page + form)
    assert response.status_code == 200
    assert response["Content-Type"] == f"{MEDIA_TYPES[form]}; charset=utf-8"
    assert "Yuri Gagarin is the first man in space" in response.content.decode()


@pytest.mark.parametrize("form", XML_FORMS)
def test_a_story_is_told_whole(client: Client, form: str) -> None:
    story = make_newsroom()
    feed = read(client, f"/tags/vostok/{form}")
    (entry,) = feed.entries
    assert feed.feed.title == "Vostok · Newsroom"
    assert feed.feed.language == "en"
    assert feed.feed.link == "http://127.0.0.1:8000/tags/vostok/"
    assert entry.title == story.title
    assert entry.link == f"http://127.0.0.1:8000{story.get_absolute_url()}"
    assert entry.summary == story.standfirst
    assert [author.name for author in entry.authors] == ["The science desk"]
    assert [tag.term for tag in entry.tags] == ["spaceflight", "Vostok"]
    assert entry.published_parsed[:5] == (1961, 4, 12, 6, 7)
    whole = entry.content[0].value
    for words in (story.standfirst, "Who built it", "108 minutes", "on the way to the launch pad"):
        assert words in whole


def test_json_feed_tells_the_same(client: Client) -> None:
    story = make_newsroom()
    feed = read_json(client, "/tags/vostok/feed.json")
    (item,) = feed["items"]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://127.0.0.1:8000/tags/vostok/feed.json"
    assert item["title"] == story.title
    assert item["authors"] == [{"name": "The science desk"}]
    assert item["tags"] == ["spaceflight", "Vostok"]
    assert item["date_published"] == "1961-04-12T06:07:00+00:00"
    assert "108 minutes" in item["content_html"]


@pytest.mark.parametrize("form", XML_FORMS)
def test_a_story_in_another_language_says_so(client: Client, form: str) -> None:
    make_article("Паехалі", language="be", slug="be")
    tree = ElementTree.fromstring(client.get(f"/{form}").content)
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"
    in_rss = [element.text for element in tree.iter("{http://purl.org/dc/elements/1.1/}language")]
    in_atom = [element.get(xml_lang) for element in tree.iter(f"{{{ATOM}}}entry")]
    assert in_rss + in_atom == ["be"]


def test_the_newest_stories_come_first_and_no_more_than_thirty(client: Client) -> None:
    for number in range(32):
        make_article(f"Story {number}", published_at=APRIL + timedelta(days=number))
    titles = [entry.title for entry in read(client, "/feed/").entries]
    assert titles == [f"Story {number}" for number in range(31, 1, -1)]


def test_links_within_the_site_lead_there_from_anywhere(client: Client) -> None:
    make_article(
        "Links",
        html='<p><a href="/people/x/?a=1&amp;b=2">x</a> <a href="https://e.org/[">y</a> '
        '<a lang="be" href="#foot">z</a> <a href="//[">v</a> <a href="mailto:a@e.org">w</a></p>',
    )
    whole = read_json(client, "/feed.json")["items"][0]["content_html"]
    links = [link.get("href") for link in parse(whole, namespaceHTMLElements=False).iter("a")]
    assert links[0] == "http://127.0.0.1:8000/people/x/?a=1&b=2"
    assert "http://127.0.0.1:8000/articles/links/#foot" in links
    assert "mailto:a@e.org" in links


@pytest.mark.parametrize("form", XML_FORMS)
def test_no_character_breaks_the_xml(client: Client, form: str) -> None:
    awkward = "a\x0bb \x08 ]]> <b> & \N{PILE OF POO} \ufffe \N{LINE SEPARATOR}"
    story = make_article("x", slug="awkward", paragraphs=[awkward])
    Article.objects.filter(pk=story.pk).update(title=awkward, standfirst=awkward)
    make_byline(story, awkward)
    (entry,) = read(client, f"/{form}").entries
    assert "]]> " in entry.summary
    assert "\N{PILE OF POO}" in entry.content[0].value


# Dates


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({}, None),
        ({"published_at": APRIL, "date_precision": "year"}, None),
        ({"published_at": APRIL, "date_precision": "month"}, None),
        ({"published_at": APRIL, "date_precision": "day"}, (1961, 4, 12)),
        ({"published_at": APRIL}, (1961, 4, 12)),
    ],
)
def test_no_date_is_invented(client: Client, fields: Any, published: Any) -> None:
    story = make_article("Vostok", **fields)
    for form in XML_FORMS:
        (entry,) = read(client, f"/{form}").entries
        assert entry.get("published_parsed", ())[:3] == (published or ())
    assert entry.updated_parsed[:6] == story.updated_at.timetuple()[:6]
    assert ("date_published" in read_json(client, "/feed.json")["items"][0]) is bool(published)


def test_days_before_time_zones_have_an_offset_in_whole_minutes(
    client: Client, settings: Any
) -> None:
    settings.TIME_ZONE = "Europe/Moscow"
    make_article("Sevastopol", published_at=datetime(1855, 9, 9, tzinfo=UTC))
    item = read_json(client, "/feed.json")["items"][0]
    assert item["date_published"] == "1855-09-09T00:00:00+00:00"


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_newsroom_has_a_feed_without_stories(client: Client, form: str) -> None:
    assert client.get(f"/{form}").status_code == 200


# Ids


@pytest.mark.parametrize("page", ["/", "/people/yuri-gagarin/"])
def test_ids_outlive_every_change(client: Client, page: str) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew."])
    make_mention(story, make_person())

    def ids() -> list[str]:
        return [entry.id for form in XML_FORMS for entry in read(client, page + form).entries]

    before = ids()
    Article.objects.update(title="Vostok 1", slug="another", updated_at=timezone.now())
    Article.objects.update(published_at=APRIL, date_precision="day")
    assert ids() == before == before[:1] * 2
    assert before[0].startswith("tag:127.0.0.1,")


def test_a_feed_about_somebody_keeps_its_id_when_the_address_changes(client: Client) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew."])
    make_mention(story, make_person())
    before = read(client, "/people/yuri-gagarin/feed/atom/").feed.id
    Entity.objects.update(slug="gagarin")
    assert read(client, "/people/gagarin/feed/atom/").feed.id == before


@pytest.mark.parametrize("form", FORMS)
def test_the_feed_at_a_former_address_leads_on(client: Client, form: str) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew."])
    person = make_person()
    make_mention(story, person)
    FormerAddress.objects.create(entity_id=person.pk, kind="person", slug="jurij")
    response = client.get(f"/people/jurij/{form}")
    assert response.status_code == 301
    assert response["Location"] == f"/people/yuri-gagarin/{form}"


# What is sent again, and what is not


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_that_has_not_changed_is_not_sent_again(client: Client, form: str) -> None:
    make_article("Sputnik")
    first = client.get(f"/{form}")
    for header in (
        {"if-none-match": first["ETag"]},
        {"if-modified-since": first["Last-Modified"]},
    ):
        assert client.get(f"/{form}", headers=header).status_code == 304
        assert not client.get(f"/{form}", headers=header).content


@pytest.mark.parametrize("header", ["if-none-match", "if-modified-since"])
def test_a_withdrawn_story_changes_the_feed_within_the_same_second(
    client: Client, header: str
) -> None:
    make_article("Laika")
    make_article("Sputnik")
    first = client.get("/feed/")
    known = first["ETag" if header == "if-none-match" else "Last-Modified"]
    Article.objects.filter(slug="laika").update(status="draft")
    again = client.get("/feed/", headers={header: known})
    assert again.status_code == 200
    assert "Laika" not in again.content.decode()


# What no feed tells


@pytest.mark.parametrize("form", FORMS)
def test_what_readers_may_not_see_is_in_no_feed(client: Client, form: str) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    make_article("Shown").tags.add("vostok")
    make_article("MARKED", status="draft").tags.add("vostok")
    make_article("MARKED", slug="marked-2", published_at=tomorrow).tags.add("vostok")
    for page in ("/", "/tags/vostok/"):
        text = text_of(client, page + form)
        assert "Shown" in text
        assert "marked" not in text.lower()


@pytest.mark.parametrize(
    "page", ["/tags/nothing/", "/tags/drafts/", "/people/nobody/", "/people/hidden/"]
)
@pytest.mark.parametrize("form", FORMS)
def test_a_page_that_is_not_there_has_no_feed(client: Client, page: str, form: str) -> None:
    make_article("A draft", status="draft").tags.add("drafts")
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew."])
    make_mention(story, make_person(slug="hidden", page_hidden=True))
    assert client.get(page + form).status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_a_protected_name_stands_as_initials_once_it_is_protected(
    client: Client, form: str
) -> None:
    story = make_article(
        "Yuri Gagarin flew",
        slug="flew",
        paragraphs=["Yuri Gagarin flew. Gagarin's ship landed & “Gagarin” slept."],
        standfirst="By Gagarin himself.",
    )
    person = make_person(slug="g", not_indexed=True)
    make_mention(story, person)
    make_byline(story, "Yuri Gagarin")
    first = client.get(f"/people/g/{form}")
    assert first["X-Robots-Tag"] == "noindex"
    Entity.objects.update(initials_only=True)
    for known in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
        again = client.get(f"/people/g/{form}", headers=known)
        assert again.status_code == 200
        assert "Gagarin" not in again.content.decode()
        assert "Y. G." in again.content.decode()


# Where a reader finds them


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_stories_names_its_feed_to_programs_and_to_readers(
    client: Client, page: str
) -> None:
    make_newsroom()
    tree = parse(client.get(page).content, namespaceHTMLElements=False)
    alternates = [link for link in tree.iter("link") if link.get("rel") == "alternate"]
    links = {link.get("href") for link in tree.iter("a")}
    assert [link.get("href") for link in alternates][:3] == [page + form for form in FORMS]
    assert [link.get("type") for link in alternates][:3] == list(MEDIA_TYPES.values())
    assert {page + form for form in FORMS} <= links


@pytest.mark.parametrize(
    "page", ["/archive/", "/archive/1961/4/", "/people/", "/articles/belarusian/", "/nothing/"]
)
def test_every_other_page_names_the_sites_feed(client: Client, page: str) -> None:
    make_newsroom()
    assert "/feed/" in {
        link.get("href")
        for link in parse(client.get(page).content, namespaceHTMLElements=False).iter("a")
    }
