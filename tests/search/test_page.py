"""The search page: what a reader sees of a search, without a script."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.linking.linking import link_article
from articles.search.indexing import index_stories
from tests.cast import make_article, make_mention, make_newsroom, make_organization, make_person
from tests.pages import page_of

pytestmark = pytest.mark.django_db


def test_what_was_asked_for_is_marked_in_title_and_text(client: Client) -> None:
    make_article("The bridges", paragraphs=["Nothing here.", "At last the old bridge was open."])
    page = page_of(client, "/search/?q=bridge")
    assert "The <mark>bridges</mark>" in page
    assert "the old <mark>bridge</mark> was open." in page
    assert "1 story" in page


def test_a_long_story_is_shown_where_the_words_stand(client: Client) -> None:
    filler = "A quiet day went by as all the others had. " * 40
    make_article("A story", paragraphs=[f"{filler} The old bridge was open. {filler}"])
    page = page_of(client, "/search/?q=bridge")
    assert "… " in page
    assert "The old <mark>bridge</mark> was open." in page


def test_the_empty_question_shows_the_form_alone(client: Client) -> None:
    page = page_of(client, "/search/")
    assert 'name="q"' in page
    assert "No story" not in page


def test_who_was_typed_is_offered_first(client: Client) -> None:
    make_newsroom()
    page = page_of(client, "/search/?q=gagarin")
    assert page.index('href="/people/yuri-gagarin/"') < page.index("in space</a>")


def test_a_name_is_found_in_any_spelling_and_the_page_says_so(client: Client) -> None:
    shoigu = make_person("Sergei Shoigu")
    story = make_article("An inspection", paragraphs=["Sergei Shoigu went to Omsk on Monday."])
    link_article(story)
    index_stories([story.pk])
    assert story.mentions.filter(entity=shoigu).exists()
    page = page_of(client, "/search/?q=Шойгу")
    assert 'href="/people/sergei-shoigu/"' in page
    assert "The name is found in every spelling: Шойгу, Sergei Shoigu" in page
    assert "An inspection" in page
    exact = page_of(client, "/search/?q=Шойгу&spelling=typed")
    assert "No story has all of these words." in exact
    assert "Find the name in every spelling" in exact


def test_a_search_is_narrowed_down_by_who_is_in_its_stories(client: Client) -> None:
    one = make_article("One", paragraphs=["A bridge. NASA came."])
    make_article("Two", paragraphs=["A bridge."])
    make_mention(one, make_organization("NASA"))
    page = page_of(client, "/search/?q=bridge")
    assert "?q=bridge&amp;organization=nasa" in page
    narrowed = page_of(client, "/search/?q=bridge&organization=nasa")
    assert "One" in narrowed
    assert "Two" not in narrowed
    assert 'aria-label="Without NASA"' in narrowed
    assert "No story" in page_of(client, "/search/?q=bridge&organization=nobody")


def test_a_search_is_narrowed_down_by_year_and_tag(client: Client) -> None:
    one = make_article("One", published_at=datetime(1957, 10, 4, tzinfo=UTC))
    make_article("Two", published_at=datetime(1961, 4, 12, tzinfo=UTC))
    one.tags.add("Spaceflight")
    page = page_of(client, "/search/?q=sputnik")
    assert "?q=sputnik&amp;year=1957" in page
    assert "?q=sputnik&amp;tag=spaceflight" in page
    for narrowed in ("year=1957", "tag=spaceflight"):
        page = page_of(client, f"/search/?q=sputnik&{narrowed}")
        assert "One" in page
        assert "Two" not in page


def test_the_order_can_be_by_date(client: Client) -> None:
    now = timezone.now()
    make_article("Bridges", published_at=now - timedelta(days=9))
    make_article("A walk", paragraphs=["A bridge."], published_at=now - timedelta(days=1))
    best = page_of(client, "/search/?q=bridge")
    assert best.index("Bridges") < best.index("A walk") if "Bridges" in best else True
    newest = page_of(client, "/search/?q=bridge&sort=date")
    assert newest.index("A walk") < newest.index("<mark>Bridges</mark>")


def test_many_stories_stand_on_pages(client: Client) -> None:
    for number in range(25):
        make_article(f"Bridge {number}", slug=f"bridge-{number}")
    first, second = (page_of(client, f"/search/?q=bridge{more}") for more in ("", "&page=2"))
    assert first.count('class="card axis"') == 20
    assert second.count('class="card axis"') == 5
    assert "/search/?q=bridge&amp;page=2" in first
    assert client.get("/search/?q=bridge&page=3").status_code == 404


def test_a_mistyped_word_is_answered_with_the_one_that_was_meant(client: Client) -> None:
    make_article("An inspection", paragraphs=["The commission inspected the Baikonur launch pads."])
    page = page_of(client, "/search/?q=lanuch+Baiknour")
    assert "Did you mean" in page
    assert "launch Baikonur</a>" in page


def test_words_of_drafts_are_never_meant(client: Client) -> None:
    make_article("Secret", paragraphs=["The Baikonur papers."], status="draft")
    assert "Did you mean" not in page_of(client, "/search/?q=Baiknour")


def test_a_page_of_results_asks_so_much_and_no_more(client: Client) -> None:
    make_newsroom()
    page_of(client, "/search/?q=moon")
    with CaptureQueriesContext(connection) as queries:
        page_of(client, "/search/?q=moon")
    assert len(queries) <= 12


@settings(
    max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2_000
)
@given(
    typed=st.text(max_size=300)
    | st.text(alphabet="\"«»“”-*'’:()&|!<>\\^{}+~%_ abНЕ AND OR NOT NEAR\n\t\0", max_size=60)
)
def test_any_string_at_all_is_a_search(client: Client, typed: str) -> None:
    assert client.get("/search/", {"q": typed}).status_code == 200
    assert client.get("/search/suggestions/", {"q": typed}).status_code == 200


@pytest.mark.parametrize(
    "name", ["year", "tag", "person", "organization", "event", "sort", "spelling"]
)
@pytest.mark.parametrize("value", ["", "\0", "'", "%", "99999999999", "-1", "٣", "a" * 3000])
def test_any_parameter_is_safe(client: Client, name: str, value: str) -> None:
    make_article("The bridge")
    assert client.get("/search/", {"q": "bridge", name: value}).status_code == 200
