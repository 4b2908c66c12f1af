"""A story as others are compared with it: what it holds, and how much of it that is.

What stories may share is called a feature, and its first character tells what it is: "@7" a person,
organization or event, "#7" a tag, ">7" a story that its source named beside it, anything else a word of its
text. Each story also holds itself as its source would name it, so that it shares that with those that do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from math import sqrt
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles.models import (
    Article,
    DatePrecision,
    MadeBy,
    Mention,
    RelatedLink,
    Status,
    StoryTerm,
    Tagging,
)
from articles.models.entity import protected

ENTITY, TAG, SOURCE = MARKS = "@", "#", ">"

# The words of a story make a vector of length 255. Beside it, so long are those of the names in it and of
# its tags, and so much is each story that its source named.
NAMES_LENGTH = 140
TAGS_LENGTH = 100
SOURCE_WEIGHT = 90

KNOWN_DAYS = {DatePrecision.MOMENT, DatePrecision.DAY}


class Story(NamedTuple):
    """One published story: what orders it and tells it apart, and the weight of each of its features."""

    pk: int
    slug: str
    day: int | None  # as date.toordinal() counts, if it is known to the day
    words: int
    features: dict[str, int]


def read_stories(pks: Collection[int] | None = None, source: bool = True) -> Iterator[Story]:
    """Yield the published stories with these ids, or all of them.

    `source` tells whether it counts what their source named beside them.
    """
    held = _held(pks, source)
    rows = _of(Article.objects.filter(status=Status.PUBLISHED), "pk", pks).order_by("pk")
    columns = rows.values_list("pk", "slug", "published_at", "date_precision", "word_count")
    for pk, slug, published_at, precision, words in columns.iterator():
        day = timezone.localdate(published_at).toordinal() if precision in KNOWN_DAYS else None
        features = held.pop(pk, {})
        if source:
            features[f"{SOURCE}{pk}"] = SOURCE_WEIGHT
        yield Story(pk, slug, day, words, features)


def public_mentions() -> QuerySet[Mention]:
    """Ask for the mentions that readers may see of whoever is named to them."""
    # Not `entity__in=…`: of that SQLite reads the mentions of the whole archive.
    mentions = Mention.objects.public().of_shown()
    return mentions.exclude(protected(whose="entity__"), entity__initials_only=True)


def named_by_source() -> QuerySet[RelatedLink]:
    """Ask for the related stories that sources named, if readers may see them."""
    # Asked link by link: joined, SQLite begins with all published stories.
    published = Article.objects.filter(pk=OuterRef("other_id"), status=Status.PUBLISHED)
    return RelatedLink.objects.filter(Exists(published), made_by=MadeBy.ARCHIVE)


# What stories hold

Held = dict[int, dict[str, int]]


def _held(pks: Collection[int] | None, source: bool) -> Held:
    held: Held = defaultdict(dict)
    terms = _of(StoryTerm.objects.all(), "article", pks).order_by("article", "term")
    one_copy: dict[str, str] = {}
    for article, term, weight in terms.values_list("article_id", "term", "weight").iterator():
        held[article][one_copy.setdefault(term, term)] = weight
    mentions = _of(public_mentions(), "article", pks).values_list("article_id", "entity_id")
    _hold(held, ENTITY, NAMES_LENGTH, mentions)
    tags = _of(Tagging.objects.all(), "content_object", pks)
    _hold(held, TAG, TAGS_LENGTH, tags.values_list("content_object_id", "tag_id"))
    if source:
        named = _of(named_by_source(), "article", pks).values_list("article_id", "other_id")
        for article, other in named.distinct():
            held[article][f"{SOURCE}{other}"] = SOURCE_WEIGHT
    return held


def _hold(held: Held, mark: str, length: int, pairs: QuerySet[Any, tuple[int, int]]) -> None:
    """Add what each story holds of one sort: all alike, as the sides of a vector of this length."""
    by_story: dict[int, list[int]] = defaultdict(list)
    for article, what in pairs.order_by().distinct().iterator():
        by_story[article].append(what)
    for article, several in by_story.items():
        weight = round(length / sqrt(len(several)))
        held[article].update({f"{mark}{what}": weight for what in several})


def _of(rows: QuerySet[Any], article: str, pks: Iterable[int] | None) -> QuerySet[Any]:
    return rows if pks is None else rows.filter(**{f"{article}__in": pks})
