"""The order of the newsroom: dated stories by their moment, undated ones along their chain."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import chronology
from articles.chronology import NO_MOMENT, NOBODY, Archive, order, positions
from articles.models import Article, Direction
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


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Draw stories, some dated, with neighbours that may contradict, miss or go in circles."""
    count = draw(st.integers(1, 12))
    rows = st.integers(NOBODY, count - 1)
    archive = Archive()
    for row in range(count):
        archive.pks.append(row + 1)
        archive.moments.append(draw(st.one_of(st.just(NO_MOMENT), st.integers(0, 5))))
        archive.positions.append(row)
    for links in (archive.before, archive.after, archive.follows, archive.precedes):
        links.extend([NOBODY] * count)
    for row in range(count):
        before, after = draw(rows), draw(rows)
        if before not in (NOBODY, row):
            archive.before[row], archive.follows[before] = before, row
        if after not in (NOBODY, row):
            archive.after[row], archive.precedes[after] = after, row
    return archive


@settings(deadline=None)
@given(archive=archives())
def test_whatever_neighbours_say_everybody_has_one_place_and_dates_hold(archive: Archive) -> None:
    sequence, runs = order(archive)
    places = dict(positions(archive, sequence))
    assert sorted(sequence) == list(range(len(archive.pks)))
    assert len(set(places.values())) == len(places)
    dated = [row for row in sequence if archive.is_dated(row)]
    assert [archive.moments[row] for row in dated] == sorted(archive.moments[row] for row in dated)
    assert sum(len(run.rows) for run in runs) == len(sequence) - len(dated)
