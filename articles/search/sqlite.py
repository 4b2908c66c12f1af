"""The index in SQLite: a table of FTS5. https://www.sqlite.org/fts5.html

It keeps its own copy of the terms: only SQLite 3.43 could delete from one that does not, and Debian 12
has 3.40.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from articles.search.entry import Entry
from articles.search.question import Phrase, Question

# Terms hold no separators, so that the plainest tokenizer leaves them as they are: it knows ASCII alone.
TABLES = [
    "CREATE VIRTUAL TABLE articles_search"
    " USING fts5(title, names, standfirst, body, tokenize = 'ascii')",
    "CREATE TABLE articles_search_term (term text PRIMARY KEY) WITHOUT ROWID",
]
# How much a word counts in the title, the names, the standfirst, the body.
WEIGHTS = "10.0, 4.0, 4.0, 1.0"


def make_index(execute: Any) -> None:
    for statement in TABLES:
        execute(statement)


def write(entries: Iterable[tuple[int, Entry]]) -> None:
    with connection.cursor(), connection.wrap_database_errors:
        connection.connection.executemany(
            "INSERT OR REPLACE INTO articles_search (rowid, title, names, standfirst, body) "
            "VALUES (?, ?, ?, ?, ?)",
            ((pk, *entry) for pk, entry in entries),
        )


def forget(stories: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM articles_search WHERE rowid IN (SELECT value FROM json_each(%s))",
            [json.dumps(list(stories))],
        )


def holding(question: Question, in_head: bool = False) -> RawSQL:
    return RawSQL(
        "SELECT rowid FROM articles_search WHERE articles_search MATCH %s",
        [_written(question, in_head)],
        BigIntegerField(),
    )


def _written(question: Question, in_head: bool = False) -> str:
    """Return the question in FTS5's language."""
    asked = f"({' AND '.join(map(_phrase, question.wanted))})"
    if question.name:
        asked = f"({asked} OR {_phrase(question.name)})"
    if in_head:
        asked = f"({{title standfirst}} : {asked})"
    left_out = " OR ".join(map(_phrase, question.unwanted))
    return f"{asked} NOT ({left_out})" if left_out else asked


def _phrase(phrase: Phrase) -> str:
    """Return a phrase in FTS5's language; in quotation marks no term is one of its own words."""
    exact = " + ".join(f'"{term}"' for term in phrase.terms)
    if not phrase.is_prefix:
        return exact
    begun = " + ".join([*(f'"{term}"' for term in phrase.terms[:-1]), f'"{phrase.written[-1]}" *'])
    return f"({begun} OR {exact})"


def among(stories: Iterable[int]) -> RawSQL:
    ids = json.dumps(list(stories))
    return RawSQL("SELECT value FROM json_each(%s)", [ids], BigIntegerField())


def ranked(question: Question, most: int) -> dict[int, float]:
    asked = _written(question)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM articles_search WHERE articles_search MATCH %s LIMIT %s",
            [asked, most + 1],
        )
        if len(cursor.fetchall()) > most:
            return {}
        cursor.execute(
            f"SELECT rowid, -bm25(articles_search, {WEIGHTS}) FROM articles_search "
            "WHERE articles_search MATCH %s",
            [asked],
        )
        return dict(cursor.fetchall())
