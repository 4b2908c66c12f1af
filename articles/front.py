"""Who and what is in the news: the events that run or were last reported on, the people most named of late.

An archive may be old: "of late" ends with its newest story. What is counted is remembered for a minute, as
numbers alone; who is shown is asked for each page anew, so that nobody stays on it who has no page any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Count, Max
from django.utils import timezone

from articles.models import Article, DatePrecision, Entity, Kind, Mention

# What would take longer the more stories there are is counted over the latest thousand.
LATEST_STORIES = 1_000
OF_LATE = timedelta(days=30)
MOST_EVENTS = 6
MOST_PEOPLE = 12
SECONDS_REMEMBERED = 60


class Happening(NamedTuple):
    """An event, and whether it runs today."""

    entity: Entity
    is_running: bool


class Named(NamedTuple):
    """Somebody, and how many stories of late name them."""

    entity: Entity
    stories: int


@dataclass(frozen=True)
class InTheNews:
    """What stands beside the latest stories; `until` is the day that "of late" ends with."""

    events: list[Happening]
    people: list[Named]
    until: date | None


class Counted(NamedTuple):
    """The keys of events in their order, and of people with their stories; `until` as in `InTheNews`."""

    events: list[int]
    people: dict[int, int]
    until: date | None


def in_the_news() -> InTheNews:
    """Return the events and people that readers may see; their order is at most a minute old."""
    counted = _remembered()
    shown = Entity.objects.published().in_bulk([*counted.events, *counted.people])
    today = timezone.localdate()
    events = [shown[pk] for pk in counted.events if pk in shown][:MOST_EVENTS]
    people = [Named(shown[pk], count) for pk, count in counted.people.items() if pk in shown]
    return InTheNews(
        [Happening(event, _runs(event.first_day, event.last_day, today)) for event in events],
        people[:MOST_PEOPLE],
        counted.until,
    )


def _runs(first: date | None, last: date | None, today: date) -> bool:
    return first is not None and first <= today <= (last or first)


# What is counted, once a minute


def _remembered() -> Counted:
    known: Counted | None = cache.get("in_the_news")
    if known is None:
        known = _counted()
        cache.set("in_the_news", known, SECONDS_REMEMBERED)
    return known


def _counted() -> Counted:
    """Count over the latest stories; twice as many as are shown, since some may be hidden meanwhile."""
    latest = Article.objects.published().newest_first()
    rows = list(latest.values_list("pk", "published_at", "date_precision")[:LATEST_STORIES])
    stories = [pk for pk, _moment, _known in rows]
    dated = [moment for _pk, moment, known in rows if moment and known != DatePrecision.YEAR]
    newest = max(dated, default=None)
    return Counted(
        _events(stories)[: 2 * MOST_EVENTS],
        dict(_people(stories, newest)[: 2 * MOST_PEOPLE]) if newest else {},
        timezone.localdate(newest) if newest else None,
    )


def _events(stories: list[int]) -> list[int]:
    """Return the events named in the stories: those that run today, then the last reported on."""
    today = timezone.localdate()
    mentions = Mention.objects.public().filter(article__in=stories, entity__kind=Kind.EVENT)
    rows = mentions.values_list("entity_id", "entity__first_day", "entity__last_day")
    found = sorted(
        (not _runs(first, last, today), -position, pk)
        for pk, first, last, position in rows.annotate(position=Max("article__position"))
    )
    return [pk for _waits, _position, pk in found]


def _people(stories: list[int], newest: datetime) -> list[tuple[int, int]]:
    """Return those named in the month that ends with the newest story, and in how many stories of it."""
    mentions = Mention.objects.public().filter(
        article__in=stories,
        article__published_at__gt=newest - OF_LATE,
        entity__kind=Kind.PERSON,
    )
    rows = mentions.exclude(article__date_precision=DatePrecision.YEAR).values_list("entity_id")
    counted = rows.annotate(stories=Count("article_id", distinct=True))
    return list(counted.order_by("-stories", "entity__slug"))
