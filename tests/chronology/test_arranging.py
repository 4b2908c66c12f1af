"""The order of the newsroom: dated stories by their moment, undated ones along their chain."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from articles import chronology
from articles.models import Article, Direction, Neighbour
from tests.cast import make_article, make_neighbour

pytestmark = pytest.mark.django_db

JANUARY = datetime(2022, 1, 1, 12, tzinfo=UTC)


def story(title: str, day: int | None = None) -> Article:
    moment = JANUARY + timedelta(days=day - 1) if day else None
    return make_article(title, published_at=moment, date_precision="day" if day else "")


def titles_in_order() -> list[str]:
    return list(Article.objects.oldest_first().values_list("title", flat=True))


def follows(article: Article, previous: Article) -> None:
    make_neighbour(article, Direction.PREVIOUS, previous.title)


def test_dated_stories_stand_by_their_moment() -> None:
    for title, day in (("third", 9), ("first", 3), ("second", 5)):
        story(title, day)
    chronology.arrange()
    assert titles_in_order() == ["first", "second", "third"]


def test_an_undated_story_stands_after_the_one_it_names_as_previous() -> None:
    first, lost, _last = story("first", 3), story("undated"), story("last", 9)
    follows(lost, first)
    chronology.arrange()
    assert titles_in_order() == ["first", "undated", "last"]


def test_an_undated_story_stands_before_the_one_that_names_it_as_previous() -> None:
    undated = story("undated")
    story("first", 3)
    follows(story("last", 9), undated)
    chronology.arrange()
    assert titles_in_order() == ["first", "undated", "last"]


def test_between_two_dated_stories_the_days_it_can_be_of_are_known() -> None:
    first, undated, last = story("first", 3), story("undated"), story("last", 9)
    follows(undated, first)
    follows(last, undated)
    chronology.arrange()
    undated.refresh_from_db()
    assert (undated.not_before, undated.not_after) == (date(2022, 1, 3), date(2022, 1, 9))


def test_a_chain_that_runs_back_in_time_gives_no_days() -> None:
    first, undated, last = story("first", 9), story("undated"), story("last", 3)
    follows(undated, first)
    follows(last, undated)
    chronology.arrange()
    undated.refresh_from_db()
    assert undated.not_before is None


def test_a_circle_of_undated_stories_ends() -> None:
    one, two = story("one"), story("two")
    follows(one, two)
    follows(two, one)
    chronology.arrange()
    assert titles_in_order() == ["one", "two"]


def test_stories_without_any_date_or_neighbour_stand_before_all_others() -> None:
    story("dated", 3)
    story("undated")
    chronology.arrange()
    assert titles_in_order() == ["undated", "dated"]


def test_arranging_twice_moves_nothing() -> None:
    follows(story("undated"), story("first", 3))
    story("last", 3)
    assert chronology.arrange() > 0
    assert chronology.arrange() == 0


def test_a_story_that_comes_between_moves_only_those_in_its_way() -> None:
    story("first", 3), story("last", 9)
    chronology.arrange()
    story("between", 5)
    chronology.arrange()
    assert titles_in_order() == ["first", "between", "last"]


def test_every_story_has_a_place_before_the_next_is_arranged() -> None:
    one, two = story("one", 3), story("two", 3)
    assert two.position == one.position + 1


def test_a_shared_title_leads_to_the_story_that_names_it_back() -> None:
    story("News", 3)
    meant, other = make_article("News", slug="news-2"), story("Other")
    follows(meant, other)
    make_neighbour(other, Direction.NEXT, "News")
    chronology.arrange()
    assert list(Neighbour.objects.order_by("pk").values_list("other", flat=True)) == [
        other.pk,
        meant.pk,
    ]


def test_a_shared_title_that_both_name_back_leads_to_nobody() -> None:
    other = story("Other")
    for slug in ("news-1", "news-2"):
        follows(make_article("News", slug=slug), other)
    named = make_neighbour(other, Direction.NEXT, "News")
    assert named.other is not None
    chronology.arrange()
    named.refresh_from_db()
    assert named.other is None


def test_a_story_that_an_editor_tied_to_another_title_stays_tied() -> None:
    story("News")
    chosen, other = story("Renamed since"), story("Other")
    named = make_neighbour(other, Direction.NEXT, "News")
    Neighbour.objects.update(other=chosen)
    chronology.arrange()
    named.refresh_from_db()
    assert named.other == chosen


def test_of_a_story_known_by_its_month_the_next_ones_say_where_it_stands() -> None:
    first, monthly, last = story("first", 3), story("monthly", 1), story("last", 9)
    Article.objects.filter(pk=monthly.pk).update(date_precision="month")
    follows(monthly, first)
    follows(last, monthly)
    chronology.arrange()
    assert titles_in_order() == ["first", "monthly", "last"]


def test_one_more_undated_story_moves_no_other() -> None:
    undated = [story(f"undated {number}") for number in range(9)]
    chain = [story("first", 3), *undated, story("last", 9)]
    for one, other in pairwise(chain):
        if one.title != "undated 4":
            follows(other, one)
    chronology.arrange()
    between = story("between")
    follows(between, chain[5])
    make_neighbour(chain[6], Direction.PREVIOUS, between.title)
    assert chronology.arrange() == 1
    assert titles_in_order()[5:7] == ["undated 4", "between"]


def test_stories_that_nothing_places_stand_by_the_days_they_tell_and_get_no_date() -> None:
    for title, text in (("later", "It was 9 May 1961."), ("earlier", "It was 4 October 1957.")):
        make_article(title, paragraphs=[text])
    chronology.arrange()
    assert titles_in_order() == ["earlier", "later"]
    assert not Article.objects.placed().exists()
