"""What an article's page asks: one question for the story, one for everything in it and beside it.

Both are prepared, and answered by key. Whatever a reader is led to begins with published(), and what was
found in the story with public().
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Case, F, Field, OuterRef, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, JSONObject

from articles.addresses import address
from articles.languages import own_name
from articles.models import (
    Alias,
    Article,
    Byline,
    Entity,
    MadeBy,
    Mention,
    Neighbour,
    Quote,
    RelatedLink,
    Tagging,
    Translation,
)
from articles.prepared import SOME_DAY, SOME_MOMENT, SOME_NUMBER, SOME_TEXT, Prepared

# The story

# What no page shows of a story is not read for one.
UNSHOWN = {"title_key", "created_at", "updated_at", "edited_at"}
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
# What stands in it and beside it

# All that stands in or beside a story is one question, its answers of one shape, so that a database on
# another machine is asked twice for a page.


class Row(NamedTuple):
    """One thing in or beside a story; without an address it stands as plain text.

    `part` is the part of the page it belongs to: there rows stand in the order of their ranks, then of their
    slugs. `kind` is the kind of page it has. `entity` is whose name or words these are, and `surface` what
    the text calls them, from `rank` to `end`.
    """

    part: str = ""
    rank: int = 0
    slug: str = ""
    kind: str = ""
    entity: int = 0
    end: int = 0
    title: str = ""
    surface: str = ""
    description: str = ""
    language: str = ""
    address: str = ""
    reasons: str = ""

    @property
    def url(self) -> str:
        return address(self.kind, self.slug) if self.slug else self.address

    @property
    def words(self) -> str:
        """What it is called; another site's page may be known by its address alone, a draft by nothing."""
        return self.title or self.address

    @property
    def language_name(self) -> str:
        return own_name(self.language)

    @property
    def because(self) -> list[str]:
        """Why a story is related, in sentences."""
        return json.loads(self.reasons) if self.reasons else []


NUMBERS = {"rank", "end", "entity"}
# Of no type, or Django would turn the number of each row into a number.
ZERO = Value(0, output_field=Field())


def _beside(article: int, at: datetime, on: date) -> list[QuerySet[Any, Any]]:
    """Ask for what stands in a story and beside it, and for the names that readers may not see."""
    veiled = Alias.objects.filter(entity__in=Entity.objects.veiled(on))
    return [
        *_within(article, on),
        *_around(article, at),
        _shaped(veiled, "veiled", entity=F("entity_id"), kind=F("entity__kind"), title=F("name")),
    ]


def _within(article: int, on: date) -> list[QuerySet[Any, Any]]:
    """Ask for a story's authors, tags, names where they stand in its text, and quotes."""
    bylines = Byline.objects.filter(article_id=article)
    tags = Tagging.objects.filter(content_object_id=article)
    mentions = Mention.objects.public().of_shown(on).filter(article_id=article)
    quotes = Quote.objects.public().filter(article_id=article, speaker__isnull=False)
    return [
        _shaped(bylines, "byline", rank=F("rank"), title=F("name")),
        _shaped(tags, "tag", kind=Value("tag"), title=F("tag__name"), slug=F("tag__slug")),
        _shaped(
            mentions,
            "mention",
            rank=F("start"),
            entity=F("entity_id"),
            surface=F("surface"),
            kind=F("entity__kind"),
            title=F("entity__name"),
            slug=F("entity__slug"),
            description=F("entity__description"),
        ),
        _shaped(quotes, "quote", rank=F("start"), end=F("end"), entity=F("speaker_id")),
    ]


def _around(article: int, at: datetime) -> list[QuerySet[Any, Any]]:
    """Ask for a story's neighbours, the related ones, and its other languages."""
    of_a_story: dict[str, Any] = {
        "kind": Value("article"),
        "slug": _of_other("slug", at, Value("")),
    }
    neighbours = Neighbour.objects.filter(article_id=article)
    related = RelatedLink.objects.shown().filter(article_id=article)
    translations = Translation.objects.filter(article_id=article)
    return [
        _shaped(neighbours, F("direction"), title=F("title"), **of_a_story),
        _shaped(
            related,
            "related",
            rank=BY_MAKER,
            title=_of_other("title", at, F("title")),
            reasons=Cast("reasons", TextField()),
            **of_a_story,
        ),
        _shaped(
            translations,
            "translation",
            rank=F("rank"),
            title=F("title"),
            language=F("language"),
            address=F("address"),
            **of_a_story,
        ),
    ]


def _waiting(article: int) -> QuerySet[Any, Any]:
    """Ask for the names that no reader sees before an editor says that they are right."""
    waiting = Mention.objects.undecided().filter(
        article_id=article, confidence__lt=settings.NAMES_PUBLIC_FROM
    )
    columns = {"surface": F("surface"), "title": F("entity__name")}
    return _shaped(waiting, "waiting", rank=F("start"), end=F("confidence"), **columns)


def _together(parts: list[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    # In no order: thirty rows are sorted where they are read, in a third of the time.
    return parts[0].union(*parts[1:], all=True)


def _shaped(rows: QuerySet[Any], part: str | F, **columns: Any) -> QuerySet[Any, Any]:
    """Bring the rows of one part of the page into the shape that all share."""
    shape: dict[str, Any] = {name: ZERO if name in NUMBERS else Value("") for name in Row._fields}
    shape |= {"part": Value(part) if isinstance(part, str) else part} | columns
    # Named apart from the fields of the models, which annotations may not hide.
    named = {f"its_{column}": value for column, value in shape.items()}
    shaped: QuerySet[Any, Any] = rows.annotate(**named).values_list(*named)
    return shaped


def _of_other(column: str, at: datetime, otherwise: Value | F) -> Coalesce:
    """Ask for the slug or title of the other story, if readers may see it."""
    other = Article.objects.published(at).filter(pk=OuterRef("other_id"))
    return Coalesce(Subquery(other.values(column)), otherwise)


# An editor's word stands before the archive's, and that before what a rule chose; each has its own ranks.
BY_MAKER = Case(
    When(made_by=MadeBy.EDITOR, then=F("rank")),
    When(made_by=MadeBy.ARCHIVE, then=F("rank") + 1_000),
    default=F("rank") + 2_000,
)
STAND_INS = {"article": SOME_NUMBER, "at": SOME_MOMENT, "on": SOME_DAY}
BESIDE = Prepared(lambda article, at, on: _together(_beside(article, at, on)), **STAND_INS)
BESIDE_FOR_EDITOR = Prepared(
    lambda article, at, on: _together([*_beside(article, at, on), _waiting(article)]), **STAND_INS
)
