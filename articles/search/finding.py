"""A question → the stories that hold what it asks, of those that readers may see.

At most `MOST` are gone through, ranked by how much of each story is what was asked. A word that more
stories hold tells little of any of them: of those, the newest come first that have it in the title or
the standfirst, then the newest of the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef

from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.search.engine import engine
from articles.search.question import Question

# 15 pages. Whoever has not found it there narrows the question down.
MOST = 300
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
        rows = these(stories, scores)
        return [
            Hit(scores[pk], position, pk) for pk, position in rows.values_list("pk", "position")
        ]
    found: dict[int, Hit] = {}
    for score, in_head in ((1.0, True), (0.0, False)):
        if in_head and by_date:
            continue
        for pk, position in _newest(question, stories, in_head):
            found.setdefault(pk, Hit(score, position, pk))
        if len(found) > MOST:
            break
    return list(found.values())


def _newest(
    question: Question, stories: ArticleQuerySet, in_head: bool
) -> Iterable[tuple[int, int]]:
    """Return the ids and positions of the newest that hold what is asked, `MOST` + 1 or all."""
    holding = engine().holding(question, in_head)
    with connection.cursor() as cursor:
        cursor.execute(f"{holding.sql} LIMIT {MOST_RANKED + 1}", holding.params)
        ids = [pk for (pk,) in cursor.fetchall()]
    if len(ids) <= MOST_RANKED:
        return these(stories, ids).values_list("pk", "position")
    many = stories.filter(pk__in=holding).newest_first()
    return many.values_list("pk", "position")[: MOST + 1]


def these(stories: ArticleQuerySet, ids: Iterable[int]) -> ArticleQuerySet:
    """Return those of `stories` that have one of these ids, in any order.

    They are looked up one by one: SQLite would rather walk through all that are published.
    """
    is_one = stories.order_by().filter(pk=OuterRef("pk"))
    return Article.objects.filter(Exists(is_one), pk__in=engine().among(ids)).order_by()


def in_order(found: list[Hit], by_date: bool) -> Found:
    """Return hits in the order that was asked for, the first `MOST` of them."""
    found.sort(key=(lambda hit: hit.position) if by_date else None, reverse=True)
    return Found([hit.story for hit in found[:MOST]], len(found) <= MOST)
