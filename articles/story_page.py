"""An article's page: the story, and everything that stands in it and beside it.

Two questions, by key, each prepared; whatever a reader is led to begins with published().
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, JSONObject
from django.utils import timezone

from articles.addresses import address
from articles.languages import own_name
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


class Pointer(NamedTuple):
    """A name or title in or beside a story; without an address it stands as plain text."""

    title: str
    url: str = ""
    description: str = ""
    language: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def language_name(self) -> str:
        return own_name(self.language)


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

# What no page shows of a story is not read for one.
UNSHOWN = {"title_key", "body_text", "created_at", "updated_at", "edited_at"}
FIELDS = [field.attname for field in Article._meta.concrete_fields if field.name not in UNSHOWN]
ADJACENT = ["before", "after"]


def _story(stories: QuerySet[Article], slug: str, at: datetime) -> QuerySet[Any, Any]:
    """Ask for the story and, for where its source names no neighbour, those next in the order."""
    shown = Article.objects.published(at)
    previous = shown.placed().filter(position__lt=OuterRef("position")).newest_first()[:1]
    # Not placed(), too: of two lower bounds SQLite may begin at the lower one and walk to the other.
    following = shown.filter(position__gt=OuterRef("position")).oldest_first()[:1]
    return (
        stories.filter(slug=slug)
        .annotate(before=_title_and_slug(previous), after=_title_and_slug(following))
        .values_list(*FIELDS, *ADJACENT)
    )


def _title_and_slug(story: QuerySet[Article]) -> Subquery:
    return Subquery(story.values_list(JSONObject(title="title", slug="slug")))


PUBLISHED = Prepared(
    lambda slug, at: _story(Article.objects.published(at), slug, at),
    slug=SOME_TEXT,
    at=SOME_MOMENT,
)
ANY = Prepared(
    lambda slug, at: _story(Article.objects.all(), slug, at), slug=SOME_TEXT, at=SOME_MOMENT
)
# All that stands in or beside a story is one question, its answers of one shape, so that a database on
# another machine is asked twice for a page. Pages of the named parts are found by the part's name.
SHAPE = ["part", "rank", "title", "slug", "description", "language", "address", "reasons"]
NAMED_PAGES = {"tag", *Kind.values}


def _beside(article: int, at: datetime) -> QuerySet[Any, Any]:
    """Ask for a story's authors, tags, names, neighbours, related and translations, each in order."""
    bylines = Byline.objects.filter(article_id=article)
    tags = Tagging.objects.filter(content_object_id=article)
    names = Entity.objects.mentioned_in(article)
    neighbours = Neighbour.objects.filter(article_id=article)
    related = RelatedLink.objects.filter(article_id=article)
    translations = Translation.objects.filter(article_id=article)
    rows = _shaped(bylines, Value("byline"), rank=F("rank"), title=F("name")).union(
        _shaped(tags, Value("tag"), title=F("tag__name"), slug=F("tag__slug")),
        _shaped(names, F("kind"), title=F("name"), slug=F("slug"), description=F("description")),
        _shaped(neighbours, F("direction"), title=F("title"), slug=_of_other("slug", at)),
        _shaped(
            related,
            Value("related"),
            rank=F("rank"),
            title=Coalesce(_of_other("title", at), F("title")),
            slug=_of_other("slug", at),
            reasons=Cast("reasons", TextField()),
        ),
        _shaped(
            translations,
            Value("translation"),
            rank=F("rank"),
            title=F("title"),
            slug=_of_other("slug", at),
            language=F("language"),
            address=F("address"),
        ),
        all=True,
    )
    return rows.order_by("its_part", "its_rank", "its_slug")


def _shaped(rows: QuerySet[Any], part: F | Value, **columns: Any) -> QuerySet[Any, Any]:
    """Bring the rows of one part of the page into the shape that all share."""
    shape: dict[str, Any] = {column: Value("") for column in SHAPE}
    shape |= {"rank": Value(0), "part": part} | columns
    # Named apart from the fields of the models, which annotations may not hide.
    named = {f"its_{column}": value for column, value in shape.items()}
    shaped: QuerySet[Any, Any] = rows.annotate(**named).values_list(*named)
    return shaped


def _of_other(column: str, at: datetime) -> Subquery:
    """Ask for the slug or title of the other story, if readers may see it."""
    return Subquery(Article.objects.published(at).filter(pk=OuterRef("other_id")).values(column))


BESIDE = Prepared(_beside, article=SOME_NUMBER, at=SOME_MOMENT)


# What is made of the answers


def _page(row: tuple[Any, ...], now: datetime) -> StoryPage:
    article = Article.from_db(None, FIELDS, row[: len(FIELDS)])
    # A story without a place follows nothing, and next to it stands nothing by more than chance.
    adjacent = row[len(FIELDS) :] if article.position > PLACED else (None, None)
    beside: dict[str, list[Pointer]] = defaultdict(list)
    for part, _, title, slug, description, language, elsewhere, reasons in BESIDE.ask(
        article=article.pk, at=now
    ):
        name = part if part in NAMED_PAGES else "article"
        url = address(name, slug) if slug else elsewhere
        why = tuple(json.loads(reasons)) if reasons else ()
        # A link that an editor made to a draft has no words to show.
        if words := title or elsewhere:
            beside[part].append(Pointer(words, url, description, language, why))
    return StoryPage(
        article=article,
        bylines=beside["byline"],
        tags=beside["tag"],
        people=beside[Kind.PERSON],
        organizations=beside[Kind.ORGANIZATION],
        events=beside[Kind.EVENT],
        previous=_side(beside[Direction.PREVIOUS], adjacent[0]),
        next=_side(beside[Direction.NEXT], adjacent[1]),
        related=beside["related"][:MOST_RELATED],
        translations=beside["translation"],
    )


def _side(named: list[Pointer], adjacent: dict[str, str] | None) -> Pointer | None:
    """Return what the source named on one side of the story, else what stands there in the order."""
    if named:
        return named[0]
    return Pointer(adjacent["title"], address("article", adjacent["slug"])) if adjacent else None
