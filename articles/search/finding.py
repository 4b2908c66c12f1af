"""A question → the stories that hold what it asks, of those that readers may see.

At most `MOST` are gone through, ranked by how much of each story is what was asked. A word that more
stories hold tells little of any of them: of those, the newest come first that have it in the title or
the standfirst, then the newest of the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articles.models.article import ArticleQuerySet
from articles.search.engine import engine
from articles.search.question import Question

# 25 pages. Whoever has not found it there narrows the question down.
MOST = 500
# A rank takes PostgreSQL some 20 µs a story.
MOST_RANKED = 1_000


class Hit(NamedTuple):
    """A story that was found: hits are in the order of these fields, the greatest first."""

    score: float
    position: int
    story: int


class Found(NamedTuple):
    """The stories found, in their order, and whether there are more than these."""

    stories: list[int]
    are_all: bool


def find(question: Question, stories: ArticleQuerySet, by_date: bool = False) -> Found:
    """Return which of `stories`, all published, hold what is asked, the best or the newest first."""
    if not question:
        return Found([], True)
    return in_order(hits(question, stories, by_date), by_date)


def hits(question: Question, stories: ArticleQuerySet, by_date: bool = False) -> list[Hit]:
    """Return at most `MOST` + 1 of `stories` that hold what is asked, as hits without an order."""
    scores = engine().ranked(question, MOST_RANKED)
    if scores:
        rows = stories.filter(pk__in=engine().among(scores)).order_by()
        return [
            Hit(scores[pk], position, pk) for pk, position in rows.values_list("pk", "position")
        ]
    found: dict[int, Hit] = {}
    for score, in_head in ((1.0, True), (0.0, False)):
        if in_head and by_date:
            continue
        for pk, position in newest(stories.filter(pk__in=engine().holding(question, in_head))):
            found.setdefault(pk, Hit(score, position, pk))
        if len(found) > MOST:
            break
    return list(found.values())


def newest(stories: ArticleQuerySet) -> Iterable[tuple[int, int]]:
    """Return the ids and positions of the newest of these stories, `MOST` + 1 at most."""
    return stories.newest_first().values_list("pk", "position")[: MOST + 1]


def in_order(found: list[Hit], by_date: bool) -> Found:
    """Return hits in the order that was asked for, the first `MOST` of them."""
    found.sort(key=(lambda hit: hit.position) if by_date else None, reverse=True)
    return Found([hit.story for hit in found[:MOST]], len(found) <= MOST)
