"""Stories and their sources' claims → the archive in columns; its order → their positions and days."""

from __future__ import annotations

from array import array
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from articles.chronology.archive import NO_MOMENT, NOBODY, Archive, Claims
from articles.chronology.chain import Chain, follow
from articles.chronology.places import place
from articles.chronology.sequence import Order, arrange_rows, undated_heads
from articles.chronology.told_days import last_day_told
from articles.chronology.tying import tie
from articles.inserting import update_each
from articles.models import Article, DatePrecision, Direction, Neighbour
from articles.models.article import UNPLACED_END

ROWS_A_STATEMENT = 1000
TEXTS_AT_ONCE = 500
SECONDS_A_DAY = 24 * 60 * 60


@dataclass(slots=True)
class Arranged:
    """The archive with its chain and its order."""

    archive: Archive
    chain: Chain
    order: Order


def arrange() -> int:
    """Tie what sources say to stories, and give each its place; return how many were moved.

    The order follows from the stories alone: the same stories end in the same order, whatever happened
    on the way. A story moves only if one that stood after it stands before it now, or the room is full.
    """
    arranged = read_arranged()
    with transaction.atomic():
        _write_ties(arranged.archive)
        moved = _write_positions(arranged.archive, arranged.order)
        _write_bounds(arranged.archive, arranged.order)
    return moved


def read_arranged() -> Arranged:
    """Return all stories in the order that follows from them now; nothing is written."""
    archive = read_archive()
    tie(archive)
    chain = follow(archive)
    return Arranged(archive, chain, arrange_rows(archive, chain, _told_days(archive, chain)))


# Reading


def read_archive() -> Archive:
    """Return all stories and what their sources say stands beside them."""
    archive = Archive()
    zone = timezone.get_current_timezone()
    stories = Article.objects.order_by("pk").values_list(
        "pk", "title_key", "published_at", "date_precision", "position"
    )
    for pk, key, published_at, precision, position in stories.iterator(chunk_size=5000):
        archive.add(pk, hash(key), *_seconds_of(published_at, precision, zone), position)
    claims = Neighbour.objects.order_by("article_id", "direction").values_list(
        "pk", "article_id", "direction", "title_key", "other_id"
    )
    for pk, article_id, direction, key, other_id in claims.iterator(chunk_size=5000):
        row = archive.row_of(article_id)
        tied = archive.row_of(other_id or NOBODY)
        side = archive.after if direction == Direction.NEXT else archive.before
        side.claim(row, pk, hash(key), NOBODY if tied == row else tied)
    return archive


def _seconds_of(published_at: datetime | None, precision: str, zone: tzinfo) -> tuple[int, int]:
    """Return the first and the last second at which a story can have appeared."""
    if published_at is None:
        return NO_MOMENT, NO_MOMENT
    first = int(published_at.timestamp() // 1)
    if precision == DatePrecision.MOMENT:
        return first, first
    local = published_at.astimezone(zone)
    if precision == DatePrecision.DAY:
        midnight = first - (local.hour * 60 + local.minute) * 60 - local.second
        return first, midnight + SECONDS_A_DAY - 1
    begin, end = _days_within(local.date(), precision)
    return (
        int(datetime.combine(begin, time.min, zone).timestamp()),
        int(datetime.combine(end, time.max, zone).timestamp()),
    )


def _days_within(day: date, precision: str) -> tuple[date, date]:
    if precision == DatePrecision.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _told_days(archive: Archive, chain: Chain) -> dict[int, int]:
    """Return the last day that the text of each path's first story tells, of paths without any date.

    A path alone, as of an archive without any dates, need not be told from others.
    """
    heads = list(undated_heads(archive, chain))
    told = {}
    for start in range(0, len(heads) if len(heads) > 1 else 0, TEXTS_AT_ONCE):
        some = [archive.pks[row] for row in heads[start : start + TEXTS_AT_ONCE]]
        for pk, text in Article.objects.filter(pk__in=some).values_list("pk", "body_text"):
            if day := last_day_told(text):
                told[archive.row_of(pk)] = day.toordinal()
    return told


# Writing


def _write_ties(archive: Archive) -> None:
    """Keep with each claim the story that it means, none if it is lost or nobody can tell."""

    def changes(claims: Claims) -> Iterator[tuple[int, int | None]]:
        for row in claims.rows():
            meant = claims.meant[row] if archive.is_story(claims.meant[row]) else NOBODY
            if meant != claims.tied[row]:
                yield claims.pks[row], None if meant == NOBODY else archive.pks[meant]

    for claims in (archive.before, archive.after):
        remaining = changes(claims)
        while batch := dict(islice(remaining, ROWS_A_STATEMENT)):
            update_each(Neighbour, "other", batch)


def _write_positions(archive: Archive, order: Order) -> int:
    rows, places = array("i"), array("q")
    for row, position in place(archive, order):
        if position != archive.positions[row]:
            rows.append(row)
            places.append(position)
    # Places are unique at every moment: whoever moves first leaves the order, then takes its place.
    leaving = [row for row in rows if archive.positions[row] > UNPLACED_END]
    start = Article.objects.free_unplaced() if leaving else 0
    _update(["position"], ((archive.pks[row], start + n) for n, row in enumerate(leaving)))
    _update(["position"], ((archive.pks[row], new) for row, new in zip(rows, places, strict=True)))
    return len(rows)


def _write_bounds(archive: Archive, order: Order) -> None:
    """Keep with each undated story the days of the dated ones on both sides of it."""
    stories = Article.objects.filter(published_at=None) | Article.objects.exclude(not_before=None)
    known = stories.values_list("pk", "not_before", "not_after")
    days = Days(archive, order)
    unknown, told = [], []
    for pk, *kept in known.iterator(chunk_size=5000):
        between = days.between(archive.row_of(pk))
        if None not in between:
            if kept != [*between]:
                told.append((pk, *map(connection.ops.adapt_datefield_value, between)))
        elif kept != [None, None]:
            unknown.append(pk)
    remaining = iter(unknown)
    while batch := list(islice(remaining, ROWS_A_STATEMENT)):
        Article.objects.filter(pk__in=batch).update(not_before=None, not_after=None)
    _update(["not_before", "not_after"], told)


class Days:
    """The days of dated stories, in the time zone of the newsroom."""

    def __init__(self, archive: Archive, order: Order) -> None:
        self.archive = archive
        self.order = order
        self.zone = timezone.get_current_timezone()

    def between(self, row: int) -> tuple[date | None, date | None]:
        """Return the first and last day of an undated row, from the dated ones on both sides of it.

        On a side where there is no dated one, it is None.
        """
        earlier, later = self.order.earlier[row], self.order.later[row]
        return (
            None if earlier == NOBODY else self._of(self.archive.firsts[earlier]),
            None if later == NOBODY else self._of(self.archive.lasts[later]),
        )

    def _of(self, second: int) -> date:
        return datetime.fromtimestamp(second, self.zone).date()


def _update(columns: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write values of `columns`, after the pk in each row, a thousand rows a statement.

    Row by row, or as the CASE of a `bulk_update`, it takes ten times as long.
    """
    one = f"({', '.join(['%s'] * (len(columns) + 1))})"
    changes = ", ".join(f"{column} = change.{column}" for column in columns)
    remaining = iter(rows)
    with connection.cursor() as cursor:
        while batch := list(islice(remaining, ROWS_A_STATEMENT)):
            cursor.execute(
                f"WITH change(pk, {', '.join(columns)}) AS (VALUES {', '.join([one] * len(batch))}) "
                f"UPDATE articles_article SET {changes} "
                "FROM change WHERE articles_article.id = change.pk",
                [value for row in batch for value in row],
            )
