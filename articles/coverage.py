"""How much was written on somebody or something, and when: the drawing on their page, and its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.core.cache import cache
from django.db.models import Count, Max, Min, Q
from django.utils import timezone
from django.utils.formats import date_format

from articles.calendar import SECONDS_REMEMBERED, month_bounds
from articles.models import Article, DatePrecision, Entity
from articles.models.article import ArticleQuerySet

# Up to so many years are drawn month by month.
YEARS_BY_MONTH = 2
# Of a longer time the latest years are drawn.
MOST_BARS = 150

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
        stories = Article.objects.published().about(entity).order_by()
        known = Coverage(list(_bars(_counts(stories))))
        cache.set(key, known, SECONDS_REMEMBERED)
    return known


def _counts(stories: ArticleQuerySet) -> list[tuple[str, int]]:
    """Return the label and the number of stories of each year or month, the first one first."""
    spans = _spans(stories)
    if not spans:
        return []
    # One walk over the stories, which compares moments alone: SQLite finds a month in Python.
    counted = stories.aggregate(
        **{
            f"bar_{number}": Count("pk", filter=Q(published_at__gte=begin, published_at__lt=end))
            for number, (_label, begin, end) in enumerate(spans)
        }
    )
    return [(spans[number][0], count) for number, count in enumerate(counted.values())]


def _spans(stories: ArticleQuerySet) -> list[tuple[str, datetime, datetime]]:
    """Return the years, or months, from the first dated story to the last: label, beginning, end."""
    year_alone = Count("pk", filter=Q(date_precision=DatePrecision.YEAR))
    known = stories.aggregate(Min("published_at"), Max("published_at"), year_alone=year_alone)
    if known["published_at__min"] is None:
        return []
    first, last = (timezone.localdate(known[f"published_at__{end}"]) for end in ("min", "max"))
    # A story of which only the year is known has no place among months.
    if last.year - first.year < YEARS_BY_MONTH and not known["year_alone"]:
        months = _months(first.replace(day=1), last)
        return [(date_format(day, "F Y"), *month_bounds(day.year, day.month)) for day in months]
    years = range(max(first.year, last.year - MOST_BARS + 1), last.year + 1)
    return [(str(year), month_bounds(year, 1)[0], month_bounds(year, 12)[1]) for year in years]


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
