"""What a search engine finds at the addresses that are there for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import sitemaps
from articles.models import Article, Entity
from tests.cast import make_article, make_mention, make_newsroom, make_person
from tests.pages import page_of

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
# The protocol's elements in their order; a page of a sitemap must have one address at least.
IN_URL = [f"{SITEMAP}loc", f"{SITEMAP}lastmod", f"{NEWS}news"]


def addresses_in(client: Client, path: str) -> list[str]:
    """Return the paths that a sitemap, or its index, lists, each checked as the protocol wants it."""
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert root.tag in {f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex"}
    assert 0 < len(root) <= 10_000
    for entry in root:
        tags = [element.tag for element in entry]
        assert tags[0] == IN_URL[0]
        assert tags == [tag for tag in IN_URL if tag in tags]
        for changed in entry.iter(f"{SITEMAP}lastmod"):
            assert datetime.fromisoformat(changed.text or "").tzinfo
    found = [location.text or "" for location in root.iter(f"{SITEMAP}loc")]
    assert all(address.startswith(f"{SITE}/") for address in found)
    return [address.removeprefix(SITE) for address in found]


def everything_in(client: Client) -> list[str]:
    """Return every path that the sitemap leads to."""
    cache.clear()
    pages = addresses_in(client, "/sitemap.xml")
    return [address for page in pages for address in addresses_in(client, page)]


def news_in(client: Client) -> list[list[str]]:
    """Return of each story in the news sitemap its title and date."""
    root = ElementTree.fromstring(client.get("/news-sitemap.xml").content)
    return [
        [news.findtext(f"{NEWS}title", ""), news.findtext(f"{NEWS}publication_date", "")]
        for news in root.iter(f"{NEWS}news")
    ]


# The sitemap


def test_the_sitemap_leads_to_every_page_that_is_there(client: Client) -> None:
    make_newsroom()
    found = everything_in(client)
    assert len(found) == len(set(found))
    stories = [story.get_absolute_url() for story in Article.objects.published()]
    names = [entity.get_absolute_url() for entity in Entity.objects.published()]
    assert {*stories, *names, "/", "/archive/", "/tags/vostok/", "/tags/spaceflight/"} <= set(found)
    for address in found:
        page_of(client, address)


def test_a_story_tells_when_it_last_changed(client: Client) -> None:
    make_article("Sputnik", updated_at=datetime(2022, 1, 5, 9, 7, tzinfo=UTC))
    assert "2022-01-05T09:07:00+00:00" in client.get("/sitemap-articles-1.xml").content.decode()


def test_an_empty_newsroom_has_a_sitemap(client: Client) -> None:
    assert "/" in everything_in(client)


def test_a_page_holds_ten_ids_of_ten_and_each_story_stands_on_one(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "IDS_A_PAGE", 10)
    stories = [make_article(f"Story {number}") for number in range(25)]
    first = stories[0].pk
    Article.objects.filter(pk__lt=first + 10).update(status="draft")
    shown = {story.get_absolute_url() for story in stories[10:]}
    found = [address for address in everything_in(client) if address.startswith("/articles/")]
    assert sorted(found) == sorted(shown)


def test_an_address_in_other_letters_is_one_that_the_protocol_knows(client: Client) -> None:
    make_article("Sputnik").tags.add("Беларусь")
    (address,) = addresses_in(client, "/sitemap-tags-1.xml")
    assert address.isascii()
    page_of(client, address)


@pytest.mark.parametrize(
    "path",
    [
        *("/sitemap-articles-1.xml", "/sitemap-tags-1.xml", "/sitemap-people-7.xml"),
        *("/sitemap-articles-0.xml", "/sitemap-pages-2.xml", "/sitemap-nothing-1.xml"),
        "/sitemap-articles-99999999999999999999999.xml",
    ],
)
def test_a_page_with_nothing_on_it_is_not_there(client: Client, path: str) -> None:
    make_article("A draft", status="draft").tags.add("drafts")
    assert client.get(path).status_code == 404


# What no sitemap tells


@pytest.mark.parametrize("protection", ["page_hidden", "initials_only", "not_indexed"])
def test_whoever_is_protected_is_in_no_sitemap_until_the_protection_ends(
    client: Client, protection: str
) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew."])
    hidden: dict[str, Any] = {protection: True}
    person = make_person(**hidden)
    make_mention(story, person)
    assert person.get_absolute_url() not in everything_in(client)
    yesterday = timezone.localdate() - timedelta(days=1)
    Entity.objects.update(protected_until=yesterday)
    assert person.get_absolute_url() in everything_in(client)


def test_what_readers_may_not_see_is_in_no_sitemap(client: Client) -> None:
    now = timezone.now()
    fields: list[dict[str, Any]] = [
        {"status": "draft"},
        {"published_at": now + timedelta(hours=1)},
        {"status": "draft", "published_at": now},
    ]
    for number, given in enumerate(fields):
        text = f"Marked {number} flew."
        story = make_article("Marked", slug=f"marked-{number}", paragraphs=[text], **given)
        story.tags.add(f"marked {number}")
        make_mention(story, make_person(f"Marked {number}"))
    assert not [address for address in everything_in(client) if "marked" in address]
    assert "arked" not in client.get("/news-sitemap.xml").content.decode()


# News


def test_the_news_are_the_dated_stories_of_two_days_the_latest_first(client: Client) -> None:
    now = timezone.now()
    make_article("Old", published_at=now - timedelta(hours=49))
    make_article("Undated")
    make_article("Month", published_at=now, date_precision="month")
    make_article("Day", published_at=now - timedelta(hours=30), date_precision="day")
    make_article("Now & here", published_at=now)
    assert news_in(client) == [
        ["Now & here", now.isoformat()],
        ["Day", (now - timedelta(hours=30)).date().isoformat()],
    ]
    addresses_in(client, "/news-sitemap.xml")


def test_without_news_the_news_sitemap_leads_to_the_first_page(client: Client) -> None:
    make_article("Undated")
    assert addresses_in(client, "/news-sitemap.xml") == ["/"]


def test_there_are_no_more_than_a_thousand_news(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sitemaps.MOST_NEWS == 1_000
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
    for number in range(3):
        make_article(f"Story {number}", published_at=timezone.now())
    assert [title for title, _ in news_in(client)] == ["Story 2", "Story 1"]


def test_a_title_in_the_news_tells_no_name_that_is_protected(client: Client) -> None:
    title = "Gagarin flew \x08"
    story = make_article(title, slug="x", paragraphs=[title], published_at=timezone.now())
    make_mention(story, make_person(initials_only=True), "Gagarin")
    assert news_in(client)[0][0] == "G. flew "


# Robots


def test_robots_are_led_to_the_sitemaps_and_away_from_the_desk(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    rules = RobotFileParser()
    rules.parse(response.content.decode().splitlines())
    assert rules.site_maps() == [f"{SITE}/sitemap.xml", f"{SITE}/news-sitemap.xml"]
    assert rules.can_fetch("anybody", f"{SITE}/articles/sputnik/")
    assert not rules.can_fetch("anybody", f"{SITE}/admin/")


# What it costs


def test_the_last_page_asks_what_the_first_asks_and_walks_over_no_other(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "IDS_A_PAGE", 10)
    stories = [make_article(f"Story {number}") for number in range(45)]
    for story in (stories[0], stories[-1]):
        number = (story.pk - 1) // 10 + 1
        with CaptureQueriesContext(connection) as queries:
            addresses_in(client, f"/sitemap-articles-{number}.xml")
        assert len(queries) == 1
        assert "OFFSET" not in queries[0]["sql"]


def test_the_index_asks_the_same_however_much_there_is(client: Client) -> None:
    def asked() -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            addresses_in(client, "/sitemap.xml")
        return len(queries)

    make_article("Sputnik")
    few = asked()
    for number in range(50):
        make_article(f"Story {number}")
    assert asked() == few == len(sitemaps.SECTIONS)
