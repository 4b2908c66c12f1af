"""Positions follow the order, and as many stay as can."""

from __future__ import annotations

from array import array
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.chronology.places import keep, place, spread
from articles.models.article import PLACED, POSITIONS_A_SECOND, UNDATED
from tests.chronology.claims import Ordered, Told, in_order, stories


def placed(found: Ordered) -> dict[int, int]:
    return dict(place(found.archive, found.order))


@settings(deadline=None)
@given(told=stories())
def test_positions_rise_in_the_order_and_arranging_again_moves_nothing(told: list[Told]) -> None:
    found = in_order(*told)
    positions = placed(found)
    assert all(positions[one] < positions[other] for one, other in pairwise(found.rows))
    for row, position in positions.items():
        found.archive.positions[row] = position
    assert placed(found) == positions


@settings(deadline=None)
@given(told=stories(), data=st.data())
def test_positions_hold_whatever_they_were_before(told: list[Told], data: st.DataObject) -> None:
    found = in_order(*told)
    before = st.integers(-1, 12).map(lambda second: second * POSITIONS_A_SECOND + 1)
    old = data.draw(st.lists(before, min_size=len(told), max_size=len(told), unique=True))
    found.archive.positions[:] = array("q", old)
    positions = placed(found)
    assert all(positions[one] < positions[other] for one, other in pairwise(found.rows))
    for row in found.rows:
        if found.archive.is_dated(row):
            assert positions[row] // POSITIONS_A_SECOND == found.order.anchors[row]


def test_a_dated_story_stands_at_its_second_and_an_undated_alone_before_all_dated_ones() -> None:
    found = in_order(Told("A", day=7), Told("B"))
    positions = placed(found)
    assert positions[0] == 7 * POSITIONS_A_SECOND
    assert UNDATED < positions[1] < PLACED


@settings(deadline=None)
@given(count=st.integers(1, 50), data=st.data())
def test_one_more_anywhere_moves_nobody_else(count: int, data: st.DataObject) -> None:
    old = array("q", spread(bytes(count), 0, POSITIONS_A_SECOND))
    at = data.draw(st.integers(0, count))
    new = keep(old[:at] + array("q", [-1]) + old[at:], bytes(count + 1), 0, POSITIONS_A_SECOND)
    assert new[:at] + new[at + 1 :] == list(old)
    assert all(one < other for one, other in pairwise(new))


def test_a_thousand_more_at_the_end_move_nobody_else() -> None:
    old = array("q", spread(b"\1", 0, POSITIONS_A_SECOND))
    for _ in range(1000):
        new = keep(array("q", [*old, -1]), bytes(len(old) + 1), 0, POSITIONS_A_SECOND)
        assert new[:-1] == list(old)
        old = array("q", new)


def test_where_no_room_is_left_all_of_a_second_are_placed_anew() -> None:
    assert keep(array("q", [0, -1, 1]), bytes(3), 0, POSITIONS_A_SECOND) == []
    assert len(set(spread(bytes(50), 0, 20))) == 50
