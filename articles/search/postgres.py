"""The index in PostgreSQL: vectors of terms. https://www.postgresql.org/docs/current/textsearch.html

No configuration of PostgreSQL's is used: the vectors are written as they are to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from articles.search.entry import Entry
from articles.search.question import Phrase, Question

# `head` holds the words of title and standfirst alone: of a word that very many stories hold, an index
# can tell at once which ones have it there. GIN's list of what waits to be put in its place would be
# walked through by each question.
TABLES = """
CREATE TABLE articles_search (
    article_id bigint PRIMARY KEY,
    head tsvector NOT NULL,
    whole tsvector NOT NULL
);
CREATE INDEX articles_search_head ON articles_search USING gin (head);
CREATE INDEX articles_search_whole ON articles_search USING gin (whole);
CREATE TABLE articles_search_term (term text COLLATE "C" PRIMARY KEY);
"""
# The first letter is the part's weight in a vector.
PARTS = ("A", "B", "C", "D")
# How much a word counts in the body, the standfirst, the names, the title; and a long story's no more
# than a short one's (1: by the logarithm of its length).
RANK = "ts_rank('{0.1, 0.4, 0.4, 1.0}', whole, %s::tsquery, 1)"
# Two parts of a story have no phrase in common. Positions end at 16,383.
GAP = 100
LAST_POSITION = 16_383


def make_index(execute: Any) -> None:
    execute(TABLES)


def write(entries: Iterable[tuple[int, Entry]]) -> None:
    rows = [
        (pk, _vector(entry._replace(names="", body="")), _vector(entry)) for pk, entry in entries
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_search (article_id, head, whole) "
            "SELECT id, head::tsvector, whole::tsvector "
            "FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS given (id, head, whole) "
            "ON CONFLICT (article_id) DO UPDATE SET head = excluded.head, whole = excluded.whole",
            [list(column) for column in zip(*rows, strict=True)] if rows else [[], [], []],
        )


def _vector(entry: Entry) -> str:
    """Return the entry as a vector is written: `kosmos:1A,7 moon:2A`."""
    places: dict[str, list[str]] = defaultdict(list)
    first = 1
    for weight, part in zip(PARTS, entry, strict=True):
        terms = part.split()
        for position, term in enumerate(terms, first):
            places[term].append(f"{min(position, LAST_POSITION)}{weight}")
        first += len(terms) + GAP
    return " ".join(f"{term}:{','.join(its)}" for term, its in places.items())


def forget(stories: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM articles_search WHERE article_id = ANY(%s::bigint[])", [list(stories)]
        )


def holding(question: Question, in_head: bool = False) -> RawSQL:
    column = "head" if in_head else "whole"
    condition, values = f"{column} @@ %s::tsquery", [_all(question)]
    if question.unwanted:
        condition += " AND NOT whole @@ %s::tsquery"
        values.append(" | ".join(map(_phrase, question.unwanted)))
    return RawSQL(
        f"SELECT article_id FROM articles_search WHERE {condition}", values, BigIntegerField()
    )


def _all(question: Question) -> str:
    """Return what is wanted in the language of tsquery."""
    asked = " & ".join(map(_phrase, question.wanted))
    return f"({asked}) | {_phrase(question.name)}" if question.name else asked


def _phrase(phrase: Phrase) -> str:
    exact = " <-> ".join(phrase.terms)
    if not phrase.is_prefix:
        return f"({exact})"
    begun = " <-> ".join([*phrase.terms[:-1], f"{phrase.written[-1]}:*"])
    return f"(({begun}) | ({exact}))"


def among(stories: Iterable[int]) -> RawSQL:
    return RawSQL("SELECT unnest(%s::bigint[])", [list(stories)], BigIntegerField())


def ranked(question: Question, most: int) -> dict[int, float]:
    condition, values = holding(question).sql, holding(question).params
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found AS MATERIALIZED ({condition} LIMIT {most + 1}) "
            f"SELECT article_id, {RANK} FROM articles_search WHERE article_id IN (TABLE found) "
            f"AND (SELECT count(*) FROM found) <= {most}",
            [*values, _all(question)],
        )
        return dict(cursor.fetchall())
