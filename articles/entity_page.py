"""The page of a person, an organization or an event: what the stories tell of them.

What would take longer the more stories there are is told from the latest thousand, and the page says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Count, F, Q
from django.db.models.functions import Substr
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import (
    Alias,
    Article,
    DatePrecision,
    Entity,
    Kind,
    Mention,
    Quote,
    Role,
    Tagging,
)
from articles.models.article import PLACED, ArticleQuerySet
from articles.paging import ROWS_A_PAGE, Page

LATEST_STORIES = 1_000
MOST_BESIDE = 12
MOST_ROLES = 12
MOST_TAGS = 20
QUOTES_ON_PAGE = 20


class Office(NamedTuple):
    """What stories called a person, and the latest of them."""

    title: str
    article: Article


class Companion(NamedTuple):
    """Somebody or something named in the same stories, and in how many of them."""

    entity: Entity
    stories: int


class Said(NamedTuple):
    """One thing that somebody said, and the story that it stands in."""

    text: str
    article: Article


class Stretch(NamedTuple):
    """Stories that follow each other, of one year, and of one side of an event's days."""

    year: int | None
    phase: str
    stories: list[Article]


class Phases(NamedTuple):
    """How many stories appeared before an event, in its days and after it."""

    before: int
    during: int
    after: int


@dataclass(frozen=True)
class Told:
    """What stands on the first page on somebody, besides the list of stories."""

    names: list[str]
    parent: Entity | None
    parts: list[Entity]
    roles: list[Office]
    people: list[Companion]
    organizations: list[Companion]
    events: list[Companion]
    tags: list[dict[str, Any]]
    quotes: list[Said]
    phases: Phases | None

    @property
    def stories(self) -> list[Article]:
        """The stories that are quoted or named on the page."""
        return [said.article for said in self.quotes] + [role.article for role in self.roles]


def told_of(entity: Entity) -> Told:
    """Return what published stories, and public finds in them, tell of `entity`."""
    stories = Article.objects.published().about(entity).newest_first()
    latest = list(stories.values_list("pk", flat=True)[:LATEST_STORIES])
    beside = _beside(entity, latest)
    return Told(
        names=_other_names(entity),
        parent=Entity.objects.published().filter(pk=entity.parent_id).first()
        if entity.parent_id
        else None,
        parts=_parts(entity),
        roles=_roles(entity, latest) if entity.kind == Kind.PERSON else [],
        people=beside[Kind.PERSON],
        organizations=beside[Kind.ORGANIZATION],
        events=beside[Kind.EVENT],
        tags=_tags(latest),
        quotes=_latest_quotes(entity) if entity.kind == Kind.PERSON else [],
        phases=_phases(entity) if entity.kind == Kind.EVENT and entity.first_day else None,
    )


def _other_names(entity: Entity) -> list[str]:
    if entity.shown_name != entity.name:
        return []
    names = Alias.objects.filter(entity=entity).order_by("name").values_list("name", flat=True)
    return [name for name in names if name != entity.name]


def _parts(entity: Entity) -> list[Entity]:
    # Asked apart: few entities have a whole, which databases think of as any other entity.
    parts = list(Entity.objects.filter(parent=entity).values_list("pk", flat=True))
    return list(Entity.objects.published().filter(pk__in=parts).in_order()) if parts else []


def _roles(entity: Entity, latest: list[int]) -> list[Office]:
    """Return each role once, with the latest story that says so, the latest role first."""
    rows = Role.objects.filter(person=entity, article__in=latest).select_related("article")
    shown = ("title", "article__title", "article__slug", "article__language")
    offices: dict[str, Office] = {}
    for role in rows.order_by("-article__position", "pk").only(*shown):
        offices.setdefault(role.title.casefold(), Office(role.title, role.article))
    return list(offices.values())[:MOST_ROLES]


def _beside(entity: Entity, latest: list[int]) -> dict[str, list[Companion]]:
    """Return who and what is named most often in the same stories, by kind."""
    mentions = Mention.objects.public().filter(article__in=latest).exclude(entity=entity)
    rows = mentions.order_by().values_list("entity_id", "entity__kind")
    counted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for pk, kind, count in rows.annotate(count=Count("article_id", distinct=True)):
        counted[kind].append((count, -pk))
    # Twice as many, since some may be hidden.
    nearest = {
        kind: sorted(found, reverse=True)[: 2 * MOST_BESIDE] for kind, found in counted.items()
    }
    shown = Entity.objects.shown().in_bulk(
        [-pk for found in nearest.values() for _count, pk in found]
    )
    companions: dict[str, list[Companion]] = defaultdict(list)
    for kind, found in nearest.items():
        named = [Companion(shown[-pk], count) for count, pk in found if -pk in shown]
        companions[kind] = named[:MOST_BESIDE]
    return companions


def _tags(latest: list[int]) -> list[dict[str, Any]]:
    taggings = Tagging.objects.filter(content_object__in=latest)
    rows = taggings.values(name=F("tag__name"), slug=F("tag__slug")).annotate(count=Count("pk"))
    return list(rows.order_by("-count", "slug")[:MOST_TAGS])


# What they said


def stories_with_quotes(entity: Entity) -> ArticleQuerySet:
    """Return the published stories in which readers may see that `entity` said something."""
    quotes = Quote.objects.public().filter(speaker_id=entity.pk)
    return Article.objects.published().filter(pk__in=quotes.values("article_id")).for_cards()


def quotes_in(stories: Iterable[Article], speaker: Entity) -> list[Said]:
    """Return what `speaker` said in the `stories`, in their order; the database cuts it from the texts."""
    by_id = {story.pk: story for story in stories}
    quotes = Quote.objects.public().filter(speaker_id=speaker.pk, article_id__in=by_id)
    rows = quotes.order_by("start").values_list(
        "article_id", Substr("article__body_text", F("start") + 1, F("end") - F("start"))
    )
    said: dict[int, list[Said]] = defaultdict(list)
    for article_id, text in rows:
        if text.strip():
            said[article_id].append(Said(text, by_id[article_id]))
    return [quote for article_id in by_id for quote in said[article_id]]


def _latest_quotes(entity: Entity) -> list[Said]:
    stories = stories_with_quotes(entity).newest_first()[:QUOTES_ON_PAGE]
    return quotes_in(stories, entity)[:QUOTES_ON_PAGE]


# The coverage, along its years


def stretches(stories: Iterable[Article], entity: Entity) -> list[Stretch]:
    """Return the stories, in their order, by year, and for an event by side of its days."""
    groups = groupby(stories, key=lambda story: (_year_of(story), _phase_of(story, entity)))
    return [Stretch(year, phase, list(found)) for (year, phase), found in groups]


def _year_of(story: Article) -> int | None:
    if story.published_at is not None:
        return timezone.localtime(story.published_at).year
    if story.not_before and story.not_after and story.not_before.year == story.not_after.year:
        return story.not_before.year
    return None


KNOWN_DAY = [DatePrecision.MOMENT, DatePrecision.DAY]


def _phase_of(story: Article, event: Entity) -> str:
    """Return on which side of an event's days a story appeared, in words, if that is known."""
    if event.kind != Kind.EVENT or event.first_day is None:
        return ""
    if story.published_at is None or story.date_precision not in KNOWN_DAY:
        return ""
    day = timezone.localdate(story.published_at)
    if day < event.first_day:
        return _("before")
    return _("during") if day <= (event.last_day or event.first_day) else _("after")


def _phases(event: Entity) -> Phases:
    first = event.first_day or date.min
    begins = _midnight(first)
    ends = _midnight((event.last_day or first) + timedelta(days=1))
    dated = Article.objects.published().about(event).filter(date_precision__in=KNOWN_DAY)
    counted = dated.aggregate(
        before=Count("pk", filter=Q(published_at__lt=begins)),
        during=Count("pk", filter=Q(published_at__gte=begins, published_at__lt=ends)),
        after=Count("pk", filter=Q(published_at__gte=ends)),
    )
    return Phases(**counted)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_current_timezone())


# An event, story by story


class Places(NamedTuple):
    """The place of each story among those on an event, by its key, and how many they are."""

    numbers: dict[int, int]
    total: int


def places_in(event: Entity, page: Page) -> Places:
    """Return the places of the stories on a page on `event`, the first that was written being 1.

    A story that nothing places in the order has none.
    """
    total = Article.objects.published().about(event).placed().count()
    latest = total - (page.number - 1) * ROWS_A_PAGE
    return Places({story.pk: latest - row for row, story in enumerate(page) if row < latest}, total)


def step_in(event: Entity, story: Article, way: str) -> Article | None:
    """Return the story on `event` next to `story`, "before" or "after" it, if readers may see one."""
    if story.position <= PLACED:
        return None
    told = Article.objects.published().about(event).placed()
    if way == "before":
        return told.before(story).newest_first().first()
    return told.after(story).oldest_first().first()
