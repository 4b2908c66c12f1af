"""An order → one sortable position for every story, of which as many stay as can.

Dated stories have the room of their second, undated ones all that lies before the next dated one. Those
whose old positions rise in the new order keep them, and the others stand between; only where no room is
left, all from one date until the next are placed anew.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import chain, pairwise

from articles.chronology.archive import NO_MOMENT, Archive
from articles.chronology.rising import longest_rising
from articles.chronology.sequence import Order
from articles.models.article import PLACED, POSITIONS_A_SECOND, UNDATED

# What is added at the end of a room leaves space for so many more.
ADDITIONS = 1024

# Behind every second that a date can have.
END_OF_TIME = 1 << 39


def place(archive: Archive, order: Order) -> Iterator[tuple[int, int]]:
    """Yield each story's row with its position, in their order."""
    last = UNDATED - 1
    groups = chain(_groups(archive, order), [(END_OF_TIME, array("i"))])
    for (second, rows), (following, _) in pairwise(groups):
        start, end = UNDATED, PLACED
        if second != NO_MOMENT:
            start, end = second * POSITIONS_A_SECOND, following * POSITIONS_A_SECOND
        start = max(start, last + 1)
        old = array("q", map(archive.positions.__getitem__, rows))
        dated = bytes(map(archive.is_dated, rows))
        positions = keep(old, dated, start, end) or spread(dated, start, end)
        yield from zip(rows, positions, strict=True)
        last = positions[-1]


def _groups(archive: Archive, order: Order) -> Iterator[tuple[int, array[int]]]:
    """Yield each second at which dated stories stand, with them and all until the next one.

    Those that nothing places come first, under NO_MOMENT; then those before the first date.
    """
    second, rows = NO_MOMENT, array("i")
    for row in filter(archive.is_story, order.rows):
        begins = order.anchors[row]
        if begins != NO_MOMENT and not archive.is_dated(row):
            begins = begins - 1 if second == NO_MOMENT else second
        if begins != second and rows:
            yield second, rows
            rows = array("i")
        second = begins
        rows.append(row)
    if rows:
        yield second, rows


def keep(old: array[int], dated: bytes, start: int, end: int) -> list[int]:
    """Return positions from `start` until before `end` that rise, most of them `old`; [] without room.

    `dated` tells of each whether it has to stand within the first second.
    """
    room = min(end - start, POSITIONS_A_SECOND) if any(dated) else end - start
    within = [
        place
        for place, position in enumerate(old)
        if start <= position < (start + room if dated[place] else end)
    ]
    rising = longest_rising([old[place] for place in within], strictly=True)
    kept = [within[place] for place in rising]
    if not kept:
        return []
    if len(kept) == len(old):
        return list(old)
    positions: list[int] = []
    for following in [*kept, None]:
        low = positions[-1] if positions else start - 1
        high = end if following is None else old[following]
        missing = (len(old) if following is None else following) - len(positions)
        apart = min((high - low) // (missing + 1), max(room // ADDITIONS, 1))
        if missing and not apart:
            return []
        # What comes first stands right before what is kept, all else right after it.
        origin = low if positions else high - (missing + 1) * apart
        positions += [origin + apart * number for number in range(1, missing + 1)]
        if following is not None:
            positions.append(high)
    outside = any(
        one >= start + room for one, is_dated in zip(positions, dated, strict=True) if is_dated
    )
    return [] if outside else positions


def spread(dated: bytes, start: int, end: int) -> list[int]:
    """Return a position for each from `start` on, with room between them and after them.

    There is room before them as well, unless the first one is dated and stands at `start` itself.
    """
    count = len(dated)
    room = min(end - start, POSITIONS_A_SECOND) if any(dated) else end - start
    step = max(min(room // max(count, ADDITIONS), room // (2 * count)), 1)
    origin = start if dated[0] or step == 1 else start + room // 4
    return [origin + step * number for number in range(count)]
