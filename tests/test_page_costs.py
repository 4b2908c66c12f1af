"""What a page costs: how often it asks the database, and how far that has to walk."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import make_article, make_mention, make_newsroom, make_person, make_related
from tests.pages import page_of

pytestmark = pytest.mark.django_db

APRIL = datetime(1961, 4, 12, 9, 7, tzinfo=UTC)

# Every page asks whose names readers may not see.
PAGES_AND_QUERIES = {
    "/articles/yuri-gagarin-is-the-first-man-in-space/": 2,
    "/": 3,
    "/?page=2": 2,
    "/archive/": 2,
    "/archive/?page=2": 2,
    "/archive/1961/4/": 2,
    "/tags/vostok/": 3,
    "/people/": 2,
    "/people/yuri-gagarin/": 12,
    "/people/yuri-gagarin/quotes/": 4,
    "/events/vostok-1/": 12,
    "/people/?q=gagarin": 2,
    "/feed/": 4,
    "/feed/atom/": 4,
    "/feed.json": 4,
    "/tags/vostok/feed/": 5,
    "/people/yuri-gagarin/feed/": 5,
}


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        page_of(client, address)
    return len(queries)


@pytest.mark.parametrize(("address", "most"), PAGES_AND_QUERIES.items())
def test_a_page_asks_so_much_and_no_more(client: Client, address: str, most: int) -> None:
    make_newsroom()
    page_of(client, address)
    assert queries_of(client, address) <= most


def test_an_article_page_asks_the_same_whatever_hangs_on_it(client: Client) -> None:
    make_article("Bare")
    bare = queries_of(client, "/articles/bare/")
    story = make_article("Rich", paragraphs=[" ".join(f"Person {n}," for n in range(50))])
    for number in range(50):
        make_mention(story, make_person(f"Person {number}"), f"Person {number},")
        make_related(story, f"Lost {number}", rank=number)
        story.tags.add(f"tag {number}")
    assert queries_of(client, "/articles/rich/") == bare <= 8


def test_the_front_page_asks_the_same_however_many_stories_there_are(client: Client) -> None:
    def ask(stories: int) -> int:
        for number in range(stories):
            name = f"Person {number} of {stories}"
            story = make_article(name, paragraphs=[name], published_at=APRIL)
            make_mention(story, make_person(name))
        cache.clear()
        return queries_of(client, "/")

    # Once a minute five more: the latest stories, the events and the people in them, and what is asked for
    # the numbers of the pages.
    assert ask(21) == ask(130) == 3 + 5


def test_the_first_page_and_the_last_ask_the_same(client: Client) -> None:
    for number in range(450):
        make_article(f"Story {number}", slug=f"story-{number}")
    page_of(client, "/archive/")
    page_of(client, "/archive/?page=23")
    assert queries_of(client, "/archive/") == queries_of(client, "/archive/?page=23") == 2


@pytest.mark.parametrize("form", ["feed/", "feed/atom/", "feed.json"])
def test_a_feed_asks_the_same_however_many_stories_it_is_chosen_from(
    client: Client, form: str
) -> None:
    def ask(stories: int) -> int:
        for number in range(stories):
            make_article(f"Story {number}", slug=f"story-{number}-of-{stories}").tags.add("orbit")
        return queries_of(client, f"/{form}") + queries_of(client, f"/tags/orbit/{form}")

    assert ask(1) == ask(40) == 9


def test_a_far_page_is_reached_without_walking_over_all_rows_before_it(client: Client) -> None:
    for number in range(450):
        make_article(f"Story {number}", slug=f"story-{number}")
    cache.clear()
    page_of(client, "/archive/?page=23")
    with CaptureQueriesContext(connection) as queries:
        page_of(client, "/archive/?page=23")
    offset = re.search(r"OFFSET (\d+)", queries[0]["sql"])
    assert int(offset[1]) < 200 if offset else True


@pytest.mark.one_database
def test_the_stories_beside_one_are_found_without_walking_over_the_others(client: Client) -> None:
    def steps(address: str) -> int:
        """Return how many hundred steps SQLite's machine takes for the page."""
        taken = 0

        def count() -> int:
            nonlocal taken
            taken += 1
            return 0

        connection.connection.set_progress_handler(count, 100)
        page_of(client, address)
        connection.connection.set_progress_handler(None, 0)
        return taken

    for number in range(1_500):
        moment = APRIL + timedelta(days=number)
        make_article(f"Story {number}", slug=f"story-{number}", published_at=moment)
    page_of(client, "/articles/story-750/")
    first, middle, last = (steps(f"/articles/story-{number}/") for number in (1, 750, 1_498))
    assert max(first, middle, last) < 2 * min(first, middle, last) + 10
