"""A story → its entry in the index: the terms of each part that is searched, without a database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articles.search.words import terms

# What PostgreSQL's tsvector surely holds, a megabyte, in any script: some 33,000 words.
# https://www.postgresql.org/docs/current/textsearch-limitations.html
MOST_LETTERS = 200_000


# Stands between two names, so that nobody's surname and the next one's given name are a phrase.
BETWEEN = " § "


class Entry(NamedTuple):
    """The terms of one story, each part's with spaces between them; the names are those names' keys."""

    title: str
    names: str
    standfirst: str
    body: str


def entry(title: str, keys: Iterable[str], standfirst: str, body: str) -> Entry:
    """Return the entry of a story; `keys` are those of the names that its text bears, whoever they are.

    In a key all spellings of a name meet.
    """
    title, standfirst, body = (
        " ".join(terms(part[:MOST_LETTERS])) for part in (title, standfirst, body)
    )
    return Entry(title, BETWEEN.join(dict.fromkeys(keys)), standfirst, body)
