"""A story → its entry in the index: the terms of each part that is searched, without a database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articles.search.words import terms

# What PostgreSQL's tsvector surely holds, a megabyte, in any script: some 33,000 words.
# https://www.postgresql.org/docs/current/textsearch-limitations.html
MOST_LETTERS = 200_000


class Entry(NamedTuple):
    """The terms of one story, each part's with spaces between them."""

    title: str
    names: str
    standfirst: str
    body: str


def entry(title: str, names: Iterable[str], standfirst: str, body: str) -> Entry:
    """Return the entry of a story; `names` are those that its text bears, whoever they are."""
    parts = (title, " ".join(names), standfirst, body)
    return Entry(*(" ".join(terms(part[:MOST_LETTERS])) for part in parts))
