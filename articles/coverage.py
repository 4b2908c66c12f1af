"""How much was written on somebody or something, and when: the drawing on their page, and its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.utils.formats import date_format

from articles.calendar import SECONDS_REMEMBERED, Calendar, read_calendar
from articles.models import Article, Entity

# Up to so many years are drawn month by month.
YEARS_BY_MONTH = 2

# The drawing's measures, in its own units.
SLOT = 16
BAR = 12
HEIGHT = 64
LOWEST = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's or a month's stories; `x`, `y`, `height` are where its bar stands in the drawing."""

    label: str
    count: int
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """A bar for every year, or month, from the first story to the last."""

    bars: list[Bar]
    bar_width: int = BAR
    height: int = HEIGHT

    @property
    def width(self) -> int:
        return SLOT * len(self.bars)

    @property
    def story_count(self) -> int:
        return sum(bar.count for bar in self.bars)


def coverage_of(entity: Entity) -> Coverage:
    """Return the coverage of `entity` in published stories, at most a minute old."""
    key = f"coverage:{entity.pk}"
    known: Coverage | None = cache.get(key)
    if known is None:
        calendar = read_calendar(Article.objects.published().about(entity))
        known = Coverage(list(_bars(_counts(calendar))))
        cache.set(key, known, SECONDS_REMEMBERED)
    return known


def _counts(calendar: Calendar) -> list[tuple[str, int]]:
    """Return the label and the number of stories of each year or month, the first one first."""
    if not calendar.years:
        return []
    last, first = calendar.years[0].year, calendar.years[-1].year
    # A story of which only the year is known has no place among months.
    dated = sum(month.count for month in calendar.months)
    if last - first >= YEARS_BY_MONTH or dated < sum(year.count for year in calendar.years):
        counts = {year.year: year.count for year in calendar.years}
        return [(str(year), counts.get(year, 0)) for year in range(first, last + 1)]
    in_month = {month.date: month.count for month in calendar.months}
    return [
        (date_format(month, "F Y"), in_month.get(month, 0))
        for month in _months(min(in_month), max(in_month))
    ]


def _months(first: date, last: date) -> Iterator[date]:
    month = first
    while month <= last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _bars(counts: list[tuple[str, int]]) -> Iterator[Bar]:
    most = max((count for _, count in counts), default=0)
    for place, (label, count) in enumerate(counts):
        height = max(LOWEST, round(HEIGHT * count / most)) if count else 0
        yield Bar(label, count, place * SLOT, HEIGHT - height, height)
