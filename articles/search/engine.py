"""The two engines behind one face: SQLite's FTS5 and PostgreSQL's full text, neither with an extension.

Both index terms that are made here, so that both find the same. What an engine returns are the ids of
stories whoever may see them: published() is asked by whoever asks an engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from django.db import connection
from django.db.models.expressions import RawSQL

from articles.search import postgres, sqlite
from articles.search.entry import Entry
from articles.search.question import Question


class Engine(Protocol):
    """What a module of this folder gives for one kind of database."""

    def make_index(self, execute: Any) -> None:
        """Make the empty index; `execute` takes a statement."""

    def write(self, entries: Iterable[tuple[int, Entry]]) -> None:
        """Write the entries of stories, by id, in place of those that the index may hold."""

    def forget(self, stories: Iterable[int]) -> None:
        """Take the stories with these ids out of the index."""

    def holding(self, question: Question, in_head: bool = False) -> RawSQL:
        """Return the query of the ids of stories that hold what is asked, `in_head` above the body."""

    def among(self, stories: Iterable[int]) -> RawSQL:
        """Return the query of these ids themselves: one value costs less than hundreds."""

    def ranked(self, question: Question, most: int) -> dict[int, float]:
        """Return the scores of the stories that hold what is asked, none if they are more than `most`."""


ENGINES: dict[str, Engine] = {"sqlite": sqlite, "postgresql": postgres}


def engine() -> Engine:
    """Return the engine of the database in use."""
    return ENGINES[connection.vendor]
