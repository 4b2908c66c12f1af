"""The stretch of a story that shows why it was found, with what was asked for marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from articles.search.question import Question
from articles.search.words import composed, folded, term, words

# In characters: two lines on a wide screen, and how much of that stands before the first mark.
LONGEST = 240
BEFORE = 60
# What stands below the first 4,000 words or so is not shown.
MOST_READ = 25_000


SPACE = re.compile(r"\s+")


class Part(NamedTuple):
    """A stretch of text, marked if it was asked for."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms to mark, and the beginnings of words."""

    terms: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def by(cls, question: Question) -> Asked:
        phrases = question.wanted
        return cls(
            frozenset(one for phrase in phrases for one in phrase.terms),
            tuple(phrase.written[-1] for phrase in phrases if phrase.is_prefix),
        )

    def has(self, word: str) -> bool:
        if term(word) in self.terms:
            return True
        return bool(self.beginnings) and folded(word).startswith(self.beginnings)


def marked(text: str, asked: Asked) -> list[Part]:
    """Return the whole text with what was asked for marked."""
    text = composed(text)
    return list(_parts(text, _places(text, asked)))


def snippet(text: str, asked: Asked) -> list[Part]:
    """Return the stretch of the text that holds most of what was asked for, if anything of it is there."""
    text = composed(text[:MOST_READ])
    places = _places(text, asked)
    if not places:
        return []
    first = max(places, key=lambda place: len(_terms_from(text, places, place[0])))
    start = _start_of_word(text, first[0])
    end = max(_end_of_word(text, start + LONGEST), first[1])
    within = [(a - start, b - start) for a, b in places if start <= a and b <= end]
    parts = list(_parts(text[start:end].replace("\n", " "), within))
    before = [Part("… ", False)] if start else []
    return [*before, *parts, *([Part(" …", False)] if end < len(text) else [])]


Place = tuple[int, int]


def _places(text: str, asked: Asked) -> list[Place]:
    return [word.span() for word in words(text) if asked.has(word[0])]


def _terms_from(text: str, places: list[Place], start: int) -> set[str]:
    """Return what a snippet whose first mark stands at `start` has marked."""
    last = start + LONGEST - BEFORE
    return {term(text[begun:ended]) for begun, ended in places if start <= begun and ended <= last}


def _start_of_word(text: str, marked: int) -> int:
    """Return where the first whole word begins of the letters that stand before a mark."""
    if marked <= BEFORE:
        return 0
    space = SPACE.search(text, marked - BEFORE, marked)
    return space.end() if space else marked


def _end_of_word(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", 0, place)
    return space if space > place - BEFORE else place


def _parts(text: str, places: list[Place]) -> Iterator[Part]:
    done = 0
    for start, end in places:
        if start > done:
            yield Part(text[done:start], False)
        yield Part(text[start:end], True)
        done = end
    if done < len(text):
        yield Part(text[done:], False)
