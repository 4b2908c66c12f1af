"""What one story names and who says what in it, gathered for its rows.

"Sergei Shoigu … Shoigu … «You noted right …» he said."
  → one Sighted, "Sergei Shoigu", with its two places, and one Said
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from articles.names.finding import find_names
from articles.names.found import FoundName, FoundQuote
from articles.names.quotes import find_quotes

# What the columns of a name, a key and a rule hold, in code points.
LONGEST_NAME = 200
LONGEST_RULE = 40


class Place(NamedTuple):
    """One stretch of the text, how sure it is that the name stands there in percent, and by which rule."""

    start: int
    end: int
    confidence: int
    rule: str


class Sighted(NamedTuple):
    """One name, with all its places in the order of the text."""

    kind: str
    key: str
    name: str
    confidence: int
    places: tuple[Place, ...]
    role: str
    first_day: date | None
    last_day: date | None


class Said(NamedTuple):
    """One quote, and whose name its speaker's words stand for; `speaker_key` is "" if nobody can tell."""

    start: int
    end: int
    speaker_text: str
    speaker_kind: str
    speaker_key: str
    rule: str
    confidence: int


def names_in_story(text: str, language: str) -> tuple[tuple[Sighted, ...], tuple[Said, ...]]:
    """Return the names in a story's body text, in the order of kind and key, and its quotes.

    They follow from the text alone, whatever the newsroom knows.
    """
    found = find_names(text, language=language)
    quotes = find_quotes(text, found)
    named = sorted(
        (name for name in found if name.key), key=lambda name: (name.kind, name.key, name.start)
    )
    sighted = tuple(
        _sighted(list(places)) for _, places in groupby(named, lambda name: (name.kind, name.key))
    )
    return sighted, tuple(_said(quotes))


def _sighted(names: list[FoundName]) -> Sighted:
    fullest = max(names, key=lambda name: len(name.name))
    return Sighted(
        kind=fullest.kind,
        key=fullest.key,
        name=fullest.name[:LONGEST_NAME],
        confidence=percent(max(name.confidence for name in names)),
        places=tuple(
            Place(name.start, name.end, percent(name.confidence), name.rule[:LONGEST_RULE])
            for name in names
        ),
        role=next((name.role for name in names if name.role), "")[:LONGEST_NAME],
        first_day=next((name.first_day for name in names if name.first_day), None),
        last_day=next((name.last_day for name in names if name.last_day), None),
    )


def _said(quotes: Iterable[FoundQuote]) -> Iterable[Said]:
    for quote in quotes:
        speaker = quote.speaker
        yield Said(
            start=quote.start,
            end=quote.end,
            speaker_text=quote.speaker_text[:LONGEST_NAME],
            speaker_kind=speaker.kind if speaker else "",
            speaker_key=speaker.key if speaker else "",
            rule=quote.rule[:LONGEST_RULE],
            confidence=percent(quote.confidence),
        )


def percent(share: float) -> int:
    """Return a confidence from 0 to 1 in whole percents; below 100, which is an editor's word."""
    return min(99, round(share * 100))
