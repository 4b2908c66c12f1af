"""The archive's years and months, and how many stories each holds."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.cache import cache
from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, DatePrecision

SECONDS_REMEMBERED = 60


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which stories appeared; `date` is its first day."""

    date: date
    count: int

    @property
    def url(self) -> str:
        return reverse("archive_month", args=[self.date.year, self.date.month])


@dataclass(slots=True)
class Year:
    """A year in which stories appeared; `count` includes those of which only the year is known."""

    year: int
    count: int = 0
    months: list[Month] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Calendar:
    """All the years, the latest first, and the number of stories without a date."""

    years: list[Year]
    undated_count: int

    @property
    def months(self) -> list[Month]:
        """Return all months, the latest first."""
        return [month for year in self.years for month in year.months]


def calendar() -> Calendar:
    """Return the calendar of published stories, at most a minute old."""
    known: Calendar | None = cache.get("calendar")
    if known is None:
        known = _read_calendar()
        cache.set("calendar", known, SECONDS_REMEMBERED)
    return known


def month_bounds(year: int, month: int) -> tuple[datetime, datetime]:
    """Return the first moment of a month and that of the next one, in the site's time zone."""
    zone = timezone.get_current_timezone()
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1, tzinfo=zone), datetime(*following, 1, tzinfo=zone)


def months_beside(month: date) -> tuple[Month | None, Month | None]:
    """Return the months with stories that come before and after `month`."""
    earlier = (known for known in calendar().months if known.date < month)
    later = (known for known in reversed(calendar().months) if known.date > month)
    return next(earlier, None), next(later, None)


def _read_calendar() -> Calendar:
    rows = (
        Article.objects.published()
        .order_by()
        .annotate(month=TruncMonth("published_at"))
        .values_list("month", "date_precision")
        .annotate(count=Count("pk"))
    )
    years: dict[int, Year] = {}
    months: dict[date, int] = {}
    undated = 0
    for month, precision, count in rows:
        if month is None:
            undated += count
            continue
        years.setdefault(month.year, Year(month.year)).count += count
        if precision != DatePrecision.YEAR:
            day = date(month.year, month.month, 1)
            months[day] = months.get(day, 0) + count
    for day in sorted(months, reverse=True):
        years[day.year].months.append(Month(day, months[day]))
    return Calendar([years[year] for year in sorted(years, reverse=True)], undated)
