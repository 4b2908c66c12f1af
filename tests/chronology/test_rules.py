"""The order follows from what sources say, by rules: who is meant, what is firm, where dates hold."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.chronology.archive import NOBODY, UNSURE
from articles.chronology.chain import Strength
from articles.chronology.rising import longest_rising
from articles.chronology.told_days import last_day_told
from tests.chronology.claims import Ordered, Told, in_order, stories

# Who is meant


def meant(found: Ordered, row: int) -> tuple[int, int]:
    return found.archive.before.meant[row], found.archive.after.meant[row]


def test_of_two_stories_with_one_title_the_one_is_meant_that_names_back() -> None:
    found = in_order(
        Told("News", "B", "C"), Told("A", "", "News"), Told("News", "A", "B"), Told("B", "News")
    )
    assert meant(found, 1) == (NOBODY, 2)
    assert found.archive.before.meant[2] == 1


def test_of_two_that_both_name_back_nobody_can_tell() -> None:
    found = in_order(Told("News", "A"), Told("News", "A"), Told("A", "", "News"))
    assert found.archive.after.meant[2] == UNSURE
    assert list(found.archive.before.meant[:2]) == [UNSURE, UNSURE]


def test_two_namesakes_beside_each_other_are_told_apart() -> None:
    found = in_order(Told("News", "", "News"), Told("News", "News"))
    assert meant(found, 0)[1] == 1
    assert meant(found, 1)[0] == 0


def test_a_story_that_stands_firmly_beside_another_leaves_its_title_to_a_lost_one() -> None:
    found = in_order(
        *(Told("A", "", "News"), Told("News", "A", "B"), Told("B", "News")),
        *(Told("X", "", "News"), Told("Y", "News")),
    )
    assert found.archive.after.meant[3] == found.archive.before.meant[4] == len(found.told)
    assert found.titles.index("X") < found.titles.index("Y")


def test_a_title_that_only_one_story_has_means_it_even_if_it_says_otherwise() -> None:
    found = in_order(Told("A", "", "B"), Told("B", "C"))
    assert found.archive.after.meant[0] == 1


def test_a_single_claim_does_not_make_a_namesake_of_a_story_that_is_there() -> None:
    found = in_order(Told("A", "", "C"), Told("B", "X", "C"), Told("C", "B"))
    assert found.archive.after.meant[0] == 2


# What is firm


def test_what_both_sides_say_is_firm_and_what_one_says_weak() -> None:
    found = in_order(Told("A", "", "B"), Told("B", "A"), Told("C", "B"))
    assert list(found.chain.strengths) == [Strength.FIRM, Strength.WEAK, Strength.NONE]


def test_what_the_other_side_denies_is_not_followed() -> None:
    found = in_order(Told("A", "", "B"), Told("B", "C"), Told("C"))
    assert list(found.chain.following) == [-1, -1, 1]


def test_a_story_that_came_between_two_later_stands_between_them() -> None:
    saved_before = in_order(Told("C", "B"), Told("B", "A", "C"), Told("A", "", "C"))
    assert saved_before.titles == ["A", "B", "C"]
    saved_before = in_order(Told("C", "A"), Told("B", "A", "C"), Told("A", "", "B"))
    assert saved_before.titles == ["A", "B", "C"]


def test_a_place_that_two_claim_is_given_to_neither() -> None:
    found = in_order(Told("A", "", "C"), Told("B", "", "C"), Told("C"))
    assert list(found.chain.preceding) == [-1, -1, -1]


def test_a_lost_story_holds_those_beside_it_together() -> None:
    found = in_order(Told("C", "lost", "D"), Told("D", "C"), Told("A", "", "lost", 3))
    assert found.titles == ["A", "C", "D"]


def test_a_circle_is_broken_at_its_weakest_link() -> None:
    found = in_order(Told("A", "C", "B"), Told("B", "A", "C"), Told("C", "B"))
    assert found.chain.cut == [(2, 0)]
    found = in_order(Told("A", "C", "B"), Told("B", "", "C"), Told("C", "B", "A"))
    assert found.chain.cut == [(0, 1)]


def test_a_firm_circle_is_broken_where_it_runs_back_in_time() -> None:
    found = in_order(Told("A", "C", "B", 5), Told("B", "A", "C", 1), Told("C", "B", "A", 3))
    assert found.chain.cut == [(0, 1)]
    assert found.titles == ["B", "C", "A"]


# Where dates hold


def test_stories_of_one_day_stand_along_their_chain() -> None:
    found = in_order(Told("C", "B", "", 3), Told("B", "A", "C", 3), Told("A", "", "B", 3))
    assert found.titles == ["A", "B", "C"]


def test_of_two_chains_that_meet_on_one_day_the_one_that_goes_on_stands_behind() -> None:
    found = in_order(Told("A", "", "C", 2), Told("C", "A", "", 3), Told("B", "", "", 2))
    assert found.titles == ["B", "A", "C"]


def test_a_date_that_does_not_fit_its_path_leaves_it_whole() -> None:
    found = in_order(
        *(Told("A", "", "B", 1), Told("B", "A", "C", 9), Told("C", "B", "D")),
        *(Told("D", "C", "E", 3), Told("E", "D", "", 4)),
    )
    assert found.titles == ["A", "C", "D", "E", "B"]
    assert found.order.misdated == [1]
    assert (found.order.earlier[2], found.order.later[2]) == (0, 3)


def test_a_story_of_some_month_stands_where_its_chain_says() -> None:
    found = in_order(
        *(Told("A", "", "B", 10), Told("B", "A", "", 1, days=30), Told("X", "", "", 5)),
    )
    assert found.titles == ["X", "A", "B"]


# What texts tell


def test_paths_without_dates_stand_by_the_days_that_their_first_stories_tell() -> None:
    found = in_order(Told("C", told=9), Told("B", "A", told=1), Told("A", "", "B", told=3))
    assert found.titles == ["A", "B", "C"]


def test_what_a_text_tells_moves_nothing_that_is_dated() -> None:
    found = in_order(Told("A", day=3, told=9), Told("B", day=5, told=1), Told("C", told=99))
    assert found.titles == ["C", "A", "B"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 9 January 2022 and on January 3, 2022 it was cold.", date(2022, 1, 9)),
        ("Это было 5 января 2022 года.", date(2022, 1, 5)),
        ("On 31 June 2022 nothing was, and in January 2022 little.", None),
    ],
)
def test_the_last_whole_day_is_the_one_that_a_text_tells(text: str, day: date | None) -> None:
    assert last_day_told(text) == day


# Whatever sources say


@settings(deadline=None)
@given(told=stories())
def test_every_story_has_one_place_and_every_date_holds(told: list[Told]) -> None:
    found = in_order(*told)
    assert sorted(found.rows) == list(range(len(told)))
    dated = [told[row] for row in found.rows if told[row].day]
    for place, one in enumerate(dated):
        assert all(one.day <= later.day + later.days - 1 for later in dated[place + 1 :])


@settings(deadline=None)
@given(told=stories(dated=False))
def test_every_firm_link_is_kept_unless_it_broke_a_circle(told: list[Told]) -> None:
    found = in_order(*told)
    place = {row: number for number, row in enumerate(found.order.rows)}
    before, after = found.archive.before.meant, found.archive.after.meant
    for row, other in enumerate(after):
        if 0 <= other < len(told) and before[other] == row and (row, other) not in found.chain.cut:
            assert place[other] == place[row] + 1


@settings(deadline=None)
@given(told=stories(), data=st.data())
def test_what_follows_what_does_not_depend_on_the_order_of_import(
    told: list[Told], data: st.DataObject
) -> None:
    told = list({story.title: story for story in told}.values())
    first, other = in_order(*told), in_order(*data.draw(st.permutations(told)))
    # Of equally weak links of a circle, the one to the story with the lowest id is cut.
    assume(not first.chain.cut)
    assert _links(first) == _links(other)


def _links(found: Ordered) -> set[tuple[int, int]]:
    """Return the titles of what follows what, lost ones too."""
    titles = [*found.archive.titles, *found.archive.lost]
    following = enumerate(found.chain.following)
    return {(titles[row], titles[later]) for row, later in following if later != NOBODY}


@settings(deadline=None)
@given(values=st.lists(st.integers(0, 9), max_size=12), strictly=st.booleans())
def test_the_longest_rising_part_rises_and_none_is_longer(
    values: list[int], strictly: bool
) -> None:
    found = [values[place] for place in longest_rising(values, strictly=strictly)]
    assert all(one < other or (one == other and not strictly) for one, other in pairwise(found))
    best = [0] * len(values)
    for place, value in enumerate(values):
        fits = (
            best[earlier]
            for earlier in range(place)
            if values[earlier] < value or (values[earlier] == value and not strictly)
        )
        best[place] = 1 + max(fits, default=0)
    assert len(found) == max(best, default=0)
