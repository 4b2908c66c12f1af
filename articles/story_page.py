"""An article's page: the story, and everything that stands in it and beside it.

Seven look-ups by key, each prepared; whatever a reader is led to begins with published().
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf.locale import LANG_INFO
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from articles.models import (
    Article,
    Byline,
    Direction,
    Entity,
    Kind,
    Neighbour,
    RelatedLink,
    Tagging,
    Translation,
)
from articles.models.article import PLACED
from articles.prepared import SOME_MOMENT, SOME_NUMBER, SOME_TEXT, Prepared

# More than a reader takes in at the foot of a story.
MOST_RELATED = 12


@dataclass(frozen=True, slots=True)
class Pointer:
    """A name or title in or beside a story; without an address it stands as plain text."""

    title: str
    url: str = ""
    description: str = ""
    reasons: tuple[str, ...] = ()
    language: str = ""

    @property
    def name(self) -> str:
        return self.title

    @property
    def language_name(self) -> str:
        """The language's own name for itself."""
        info = LANG_INFO.get(self.language, {})
        return str(info.get("name_local", self.language)).capitalize()


@dataclass(frozen=True)
class StoryPage:
    """One story as its page shows it."""

    article: Article
    bylines: list[Pointer]
    tags: list[Pointer]
    people: list[Pointer]
    organizations: list[Pointer]
    events: list[Pointer]
    previous: Pointer | None
    next: Pointer | None
    related: list[Pointer]
    translations: list[Pointer]


def published_page(slug: str) -> StoryPage | None:
    """Return the page of the published story at `slug`, or None if readers may see none there."""
    now = timezone.now()
    rows = PUBLISHED.ask(slug=slug, at=now)
    return _page(rows[0], now) if rows else None


def preview_page(slug: str) -> StoryPage | None:
    """Return the page of any story at `slug`, draft or not: for those who may see drafts."""
    now = timezone.now()
    rows = ANY.ask(slug=slug, at=now)
    return _page(rows[0], now) if rows else None


# What is asked

FIELDS = [field.attname for field in Article._meta.concrete_fields]
ADJACENT = ["previous_title", "previous_slug", "next_title", "next_slug"]


def _story(stories: QuerySet[Article], slug: str, at: datetime) -> QuerySet[Any, Any]:
    """Ask for the story and, for where its source names no neighbour, those next in the order."""
    shown = Article.objects.published(at)
    previous = shown.placed().filter(position__lt=OuterRef("position")).newest_first()[:1]
    # Not placed(), too: of two lower bounds SQLite may begin at the lower one and walk to the other.
    following = shown.filter(position__gt=OuterRef("position")).oldest_first()[:1]
    return (
        stories.filter(slug=slug)
        .annotate(
            previous_title=Subquery(previous.values("title")),
            previous_slug=Subquery(previous.values("slug")),
            next_title=Subquery(following.values("title")),
            next_slug=Subquery(following.values("slug")),
        )
        .values_list(*FIELDS, *ADJACENT)
    )


def _slug_of_other(at: datetime) -> Subquery:
    """Ask for the slug of the other story, if readers may see it."""
    return Subquery(Article.objects.published(at).filter(pk=OuterRef("other_id")).values("slug"))


def _title_of_other(at: datetime) -> Subquery:
    return Subquery(Article.objects.published(at).filter(pk=OuterRef("other_id")).values("title"))


PUBLISHED = Prepared(
    lambda slug, at: _story(Article.objects.published(at), slug, at),
    slug=SOME_TEXT,
    at=SOME_MOMENT,
)
ANY = Prepared(
    lambda slug, at: _story(Article.objects.all(), slug, at), slug=SOME_TEXT, at=SOME_MOMENT
)
BYLINES = Prepared(
    lambda article: Byline.objects.filter(article_id=article).order_by("rank").values_list("name"),
    article=SOME_NUMBER,
)
TAGS = Prepared(
    lambda article: (
        Tagging.objects.filter(content_object_id=article)
        .order_by("tag__name")
        .values_list("tag__name", "tag__slug")
    ),
    article=SOME_NUMBER,
)
NAMES = Prepared(
    lambda article: (
        Entity.objects.mentioned_in(article)
        .in_order()
        .values_list("kind", "name", "slug", "description")
    ),
    article=SOME_NUMBER,
)
NEIGHBOURS = Prepared(
    lambda article, at: (
        Neighbour.objects.filter(article_id=article)
        .annotate(slug=_slug_of_other(at))
        .values_list("direction", "title", "slug")
    ),
    article=SOME_NUMBER,
    at=SOME_MOMENT,
)
RELATED = Prepared(
    lambda article, at: (
        RelatedLink.objects.filter(article_id=article)
        .order_by("rank", "pk")
        .annotate(slug=_slug_of_other(at), its_title=_title_of_other(at))
        .values_list("title", "its_title", "slug", "reasons")[:MOST_RELATED]
    ),
    article=SOME_NUMBER,
    at=SOME_MOMENT,
)
TRANSLATIONS = Prepared(
    lambda article, at: (
        Translation.objects.filter(article_id=article)
        .order_by("rank")
        .annotate(slug=_slug_of_other(at))
        .values_list("language", "title", "address", "slug")
    ),
    article=SOME_NUMBER,
    at=SOME_MOMENT,
)


# What is made of the answers


def _page(row: tuple[Any, ...], now: datetime) -> StoryPage:
    article = Article.from_db(None, FIELDS, row[: len(FIELDS)])
    # A story without a place follows nothing, and next to it stands nothing by more than chance.
    adjacent = row[len(FIELDS) :] if article.position > PLACED else (None,) * len(ADJACENT)
    pk = article.pk
    names: dict[str, list[Pointer]] = {kind: [] for kind in Kind}
    for kind, name, slug, description in NAMES.ask(article=pk):
        names[kind].append(Pointer(name, _address(kind, slug), description))
    sides = {
        Direction.PREVIOUS: _story_pointer(adjacent[0], adjacent[1]),
        Direction.NEXT: _story_pointer(adjacent[2], adjacent[3]),
    }
    for direction, title, slug in NEIGHBOURS.ask(article=pk, at=now):
        sides[direction] = _story_pointer(title, slug)
    return StoryPage(
        article=article,
        bylines=[Pointer(name) for (name,) in BYLINES.ask(article=pk)],
        tags=[Pointer(name, _address("tag", slug)) for name, slug in TAGS.ask(article=pk)],
        people=names[Kind.PERSON],
        organizations=names[Kind.ORGANIZATION],
        events=names[Kind.EVENT],
        previous=sides[Direction.PREVIOUS],
        next=sides[Direction.NEXT],
        related=[
            Pointer(its_title or title, _story_url(slug), reasons=tuple(reasons))
            for title, its_title, slug, reasons in RELATED.ask(article=pk, at=now)
            if its_title or title  # a link that an editor made to a draft has no words to show
        ],
        translations=[
            Pointer(title or address, _story_url(slug) or address, language=language)
            for language, title, address, slug in TRANSLATIONS.ask(article=pk, at=now)
        ],
    )


def _story_pointer(title: str | None, slug: str | None) -> Pointer | None:
    return Pointer(title, _story_url(slug)) if title else None


def _story_url(slug: str | None) -> str:
    return _address("article", slug) if slug else ""


@lru_cache(maxsize=10_000)
def _address(name: str, slug: str) -> str:
    """Return what reverse() does; a page names ten addresses, and finding each takes it 12 µs."""
    return reverse(name, args=[slug])
