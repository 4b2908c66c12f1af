"""Where stories are compared: in memory if it is for all of them, by the database if it is for a few.

Both answer the same questions with the same answers.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Protocol

from django.db.models import Count, QuerySet

from articles.models import Article, Status, StoryTerm, Tagging
from articles.related.story import (
    ENTITY,
    MARKS,
    SOURCE,
    TAG,
    Story,
    named_by_source,
    public_mentions,
    read_stories,
)


class Archive(Protocol):
    """All published stories, whatever they are kept in."""

    def count(self) -> int:
        """Return how many stories there are."""

    def frequencies(self, features: Collection[str]) -> dict[str, int]:
        """Return in how many stories each of the features is."""

    def holders(self, features: Collection[str]) -> Iterator[tuple[str, Collection[int]]]:
        """Yield each of the features with the ids of the stories that hold it."""

    def stories(self, pks: Collection[int]) -> list[Story]:
        """Return the stories with these ids, those of them that are published."""


class InMemory:
    """All stories, read once."""

    def __init__(self, source: bool = True) -> None:
        self.by_pk: dict[int, Story] = {}
        self.held_by: dict[str, array[int]] = defaultdict(lambda: array("q"))
        for story in read_stories(source=source):
            self.by_pk[story.pk] = story
            for feature in story.features:
                self.held_by[feature].append(story.pk)

    def count(self) -> int:
        return len(self.by_pk)

    def frequencies(self, features: Collection[str]) -> dict[str, int]:
        return {feature: len(self.held_by[feature]) for feature in features}

    def holders(self, features: Collection[str]) -> Iterator[tuple[str, Collection[int]]]:
        return ((feature, self.held_by[feature]) for feature in features)

    def stories(self, pks: Collection[int]) -> list[Story]:
        return [self.by_pk[pk] for pk in pks]


class InDatabase:
    """All stories, of which only those are read that are asked for."""

    def count(self) -> int:
        return Article.objects.filter(status=Status.PUBLISHED).count()

    def frequencies(self, features: Collection[str]) -> dict[str, int]:
        frequencies: Counter[str] = Counter()
        for mark, rows, article, what in _tables(features):
            # Only names stand in a story more than once, and not to count one twice takes longer.
            count = Count(article, distinct=mark == ENTITY)
            counted = rows.values_list(what).annotate(count=count)
            frequencies.update({f"{mark}{value}": count for value, count in counted})
        for feature in features:
            if feature.startswith(SOURCE):
                frequencies[feature] += 1  # itself
        return dict(frequencies)

    def holders(self, features: Collection[str]) -> Iterator[tuple[str, Collection[int]]]:
        held_by: dict[str, list[int]] = defaultdict(list)
        for mark, rows, article, what in _tables(features):
            for value, pk in rows.values_list(what, article).distinct():
                held_by[f"{mark}{value}"].append(pk)
        for feature in features:
            if feature.startswith(SOURCE):
                held_by[feature].append(int(feature[1:]))
        return iter(held_by.items())

    def stories(self, pks: Collection[int]) -> list[Story]:
        return list(read_stories(pks))


def _tables(features: Iterable[str]) -> Iterator[tuple[str, QuerySet[Any, Any], str, str]]:
    """Yield each sort's mark, the rows that say which published story holds which, and their columns.

    The columns are those of the story and of what it holds.
    """
    by_mark: dict[str, list[str]] = defaultdict(list)
    for feature in features:
        mark = feature[0] if feature[0] in MARKS else ""
        by_mark[mark].append(feature.removeprefix(mark))
    for mark, values in by_mark.items():
        ids = list(map(int, values)) if mark else []
        if mark == "":
            yield mark, StoryTerm.objects.filter(term__in=values), "article_id", "term"
        elif mark == ENTITY:
            names = public_mentions().filter(entity__in=ids, article__status=Status.PUBLISHED)
            yield mark, names, "article_id", "entity_id"
        elif mark == TAG:
            tags = Tagging.objects.filter(tag__in=ids, content_object__status=Status.PUBLISHED)
            yield mark, tags, "content_object_id", "tag_id"
        else:
            rows = named_by_source().filter(other__in=ids, article__status=Status.PUBLISHED)
            yield mark, rows, "article_id", "other_id"
