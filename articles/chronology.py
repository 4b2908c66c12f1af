"""The order of the newsroom: where each story stands among all others, dated or not.

A dated story stands at its moment. An undated one follows the chain its source gives: after the story it
names as the previous, else before the one it names as the next. Two statements that contradict each
other are not followed. A chain that leads to no dated story stands before all dated ones.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article, DatePrecision, Direction, Neighbour
from articles.models.article import POSITIONS_A_SECOND, UNDATED, UNPLACED_END

NOBODY = -1
NO_MOMENT = -(1 << 62)
ROWS_A_STATEMENT = 1000


@dataclass(slots=True)
class Archive:
    """Every story as numbers, in columns, so that 100,000 of them take a few megabytes.

    A story is known by its row; `pks` rise with it. `before` and `after` hold the rows its own source
    names, `follows` the row whose source names it as the previous.
    """

    pks: array[int] = field(default_factory=lambda: array("q"))
    moments: array[int] = field(default_factory=lambda: array("q"))
    positions: array[int] = field(default_factory=lambda: array("q"))
    before: array[int] = field(default_factory=lambda: array("i"))
    after: array[int] = field(default_factory=lambda: array("i"))
    follows: array[int] = field(default_factory=lambda: array("i"))
    precedes: array[int] = field(default_factory=lambda: array("i"))

    def is_dated(self, row: int) -> bool:
        return self.moments[row] != NO_MOMENT

    def row_of(self, pk: int) -> int:
        row = bisect_left(self.pks, pk)
        return row if row < len(self.pks) and self.pks[row] == pk else NOBODY

    def next_of(self, row: int) -> int:
        """Return the row that stands after `row`, as its own source or that row's says."""
        following = self.after[row] if self.after[row] != NOBODY else self.follows[row]
        if following == NOBODY or self.before[following] not in (NOBODY, row):
            return NOBODY
        return following

    def previous_of(self, row: int) -> int:
        """Return the row that `row` stands after, so that next_of() leads back from it."""
        preceding = self.before[row] if self.before[row] != NOBODY else self.precedes[row]
        return preceding if preceding != NOBODY and self.next_of(preceding) == row else NOBODY


def arrange() -> int:
    """Give every story its place in the order; return how many were moved.

    The places follow from the stories alone: the same stories end in the same order, whatever
    happened on the way.
    """
    archive = read_archive()
    sequence, runs = order(archive)
    with transaction.atomic():
        moved = _write_positions(archive, sequence)
        _write_bounds(archive, runs)
    return moved


def read_archive() -> Archive:
    """Return all stories and what their sources say stands beside them."""
    archive = Archive()
    rows = Article.objects.order_by("pk").values_list("pk", "published_at", "position")
    for pk, published_at, position in rows.iterator(chunk_size=5000):
        archive.pks.append(pk)
        moment = NO_MOMENT if published_at is None else int(published_at.timestamp() // 1)
        archive.moments.append(moment)
        archive.positions.append(position)
    for links in (archive.before, archive.after, archive.follows, archive.precedes):
        links.extend(array("i", [NOBODY]) * len(archive.pks))
    known = Neighbour.objects.exclude(other=None).order_by("article_id", "direction")
    sides = known.values_list("article_id", "direction", "other_id")
    for article_id, direction, other_id in sides.iterator(chunk_size=5000):
        row, other = archive.row_of(article_id), archive.row_of(other_id or NOBODY)
        if NOBODY in (row, other) or row == other:
            continue
        if direction == Direction.NEXT:
            archive.after[row], archive.precedes[other] = other, row
        else:
            archive.before[row], archive.follows[other] = other, row
    return archive


@dataclass(slots=True)
class Run:
    """Undated stories in a row, with the dated ones at its ends, where there are any."""

    rows: list[int]
    start: int = NOBODY
    end: int = NOBODY


def order(archive: Archive) -> tuple[array[int], list[Run]]:
    """Return all rows in the newsroom's order, and the runs of undated ones among them."""
    dated = sorted(
        (row for row in range(len(archive.pks)) if archive.is_dated(row)),
        key=lambda row: (archive.moments[row], row),
    )
    placed = bytearray(len(archive.pks))
    after: dict[int, Run] = {}
    before: dict[int, list[Run]] = {}
    loose: list[Run] = []
    for row in dated:
        run = _run_from(archive, archive.next_of(row), placed)
        if run.rows:
            run.start = row
            after[row] = run
    for row in range(len(archive.pks)):
        if archive.is_dated(row) or placed[row]:
            continue
        run = _run_from(archive, _head_of(archive, row, placed), placed)
        before.setdefault(run.end, []).append(run) if run.end != NOBODY else loose.append(run)
    sequence = array("i", (row for run in loose for row in run.rows))
    for row in dated:
        for run in before.get(row, ()):
            sequence.extend(run.rows)
        sequence.append(row)
        if row in after:
            sequence.extend(after[row].rows)
    return sequence, [*after.values(), *(run for runs in before.values() for run in runs), *loose]


def _run_from(archive: Archive, row: int, placed: bytearray) -> Run:
    """Return the undated stories from `row` on, marking them placed; `end` is the dated one after."""
    run = Run([])
    while row != NOBODY and not archive.is_dated(row) and not placed[row]:
        placed[row] = True
        run.rows.append(row)
        row = archive.next_of(row)
    if row != NOBODY and archive.is_dated(row):
        run.end = row
    return run


def _head_of(archive: Archive, row: int, placed: bytearray) -> int:
    """Return the first of the unplaced stories that lead to `row`; in a circle, the lowest."""
    seen = {row}
    head = row
    while (preceding := archive.previous_of(head)) != NOBODY:
        if preceding in seen:
            return min(seen)
        if archive.is_dated(preceding) or placed[preceding]:
            return head
        seen.add(preceding)
        head = preceding
    return head


def positions(archive: Archive, sequence: array[int]) -> Iterator[tuple[int, int]]:
    """Yield each row with its position: from its moment, or for an undated one from the row before."""
    last = UNDATED
    for row in sequence:
        moment = archive.moments[row]
        start = last if moment == NO_MOMENT else moment * POSITIONS_A_SECOND
        last = max(last + 1, start)
        yield row, last


def _write_positions(archive: Archive, sequence: array[int]) -> int:
    moves = [
        (row, place)
        for row, place in positions(archive, sequence)
        if place != archive.positions[row]
    ]
    # Places are unique at every moment: whoever moves first leaves the order, then takes its place.
    leaving = [row for row, _ in moves if archive.positions[row] > UNPLACED_END]
    start = Article.objects.free_unplaced()
    _update(["position"], ((archive.pks[row], start + n) for n, row in enumerate(leaving)))
    _update(["position"], ((archive.pks[row], place) for row, place in moves))
    return len(moves)


def _update(columns: list[str], rows: Iterator[tuple[Any, ...]]) -> None:
    """Write values of `columns`, after the pk in each row, a thousand rows a statement.

    Row by row, or as the CASE of a `bulk_update`, it takes ten times as long.
    """
    one = f"({', '.join(['%s'] * (len(columns) + 1))})"
    changes = ", ".join(f"{column} = change.{column}" for column in columns)
    with connection.cursor() as cursor:
        while batch := list(islice(rows, ROWS_A_STATEMENT)):
            cursor.execute(
                f"WITH change(pk, {', '.join(columns)}) AS (VALUES {', '.join([one] * len(batch))}) "
                f"UPDATE articles_article SET {changes} "
                "FROM change WHERE articles_article.id = change.pk",
                [value for row in batch for value in row],
            )


def _write_bounds(archive: Archive, runs: list[Run]) -> None:
    """Keep with each undated story the days of the dated ones on both sides of it."""
    anchors = {row for run in runs for row in (run.start, run.end) if row != NOBODY}
    days = _days_of({archive.pks[row] for row in anchors})
    bounds: dict[int, tuple[date, date]] = {}
    for run in runs:
        if NOBODY in (run.start, run.end):
            continue
        start, end = days[archive.pks[run.start]][0], days[archive.pks[run.end]][1]
        if start <= end:
            bounds |= {archive.pks[row]: (start, end) for row in run.rows}
    rows = Article.objects.filter(published_at=None) | Article.objects.exclude(not_before=None)
    known = {pk: days for pk, *days in rows.values_list("pk", "not_before", "not_after")}
    changed = {
        pk: bounds.get(pk)
        for pk, days in known.items()
        if bounds.get(pk, (None, None)) != tuple(days)
    }
    unknown = iter([pk for pk, days in changed.items() if days is None])
    while batch := list(islice(unknown, ROWS_A_STATEMENT)):
        Article.objects.filter(pk__in=batch).update(not_before=None, not_after=None)
    to_database = connection.ops.adapt_datefield_value
    _update(
        ["not_before", "not_after"],
        ((pk, *map(to_database, days)) for pk, days in changed.items() if days is not None),
    )


def _days_of(pks: set[int]) -> dict[int, tuple[date, date]]:
    """Return the first and the last day on which each of the dated stories can have appeared."""
    days = {}
    wanted = iter(pks)
    while batch := list(islice(wanted, ROWS_A_STATEMENT)):
        rows = Article.objects.filter(pk__in=batch).values_list(
            "pk", "published_at", "date_precision"
        )
        for pk, published_at, precision in rows:
            days[pk] = _days_within(timezone.localdate(published_at), precision)
    return days


def _days_within(day: date, precision: str) -> tuple[date, date]:
    if precision == DatePrecision.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if precision == DatePrecision.MONTH:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day
