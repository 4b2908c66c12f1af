"""A story's text → its weightiest terms: what tells it from other stories, without a database.

    "The Baikonur launch" over a text on rockets → [Term("baikonur", 88), Term("rocket", 61), …]

It is done where a story is read. The weights follow from the story alone, in whatever order stories come;
how rare each term is in the archive is counted where stories are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log, sqrt
from typing import NamedTuple

from articles.names.lists import entries, groups

# So many terms tell a story from 100,000 others; with twice as many no more of them are told apart.
MOST_TERMS = 40
LONGEST_TERM = 40
# The weights of one story, as the sides of a vector of this length: each fits into a byte.
LENGTH = 255

# A word of the title counts as often as if it stood in the text so many times.
IN_TITLE = 3
IN_LEAD = 2
# A word that a list of everyday words lacks, mostly a name, tells so much more.
UNCOMMON = 2.0

WORD = re.compile(r"[^\W_][\w]*(?:['’ʼ][^\W_]\w*)*")
POSSESSIVE = re.compile("['’ʼ]s?$")
SHORTEST = 3


class Term(NamedTuple):
    """A word, in the form in which all its forms meet, and how much of its story it is."""

    term: str
    weight: int


def terms_of(title: str, lead: str, body: str) -> tuple[Term, ...]:
    """Return the weightiest terms of a story, the weightiest first; `lead` is what stands above the body."""
    counts = Counter(_terms(body))
    for text, worth in ((title, IN_TITLE), (lead, IN_LEAD)):
        for term in _terms(text):
            counts[term] += worth
    weights = {term: (1 + log(count)) * _rarity(term) for term, count in counts.items()}
    weightiest = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_TERMS]
    length = sqrt(sum(weight * weight for _, weight in weightiest))
    return tuple(Term(term, round(weight / length * LENGTH)) for term, weight in weightiest)


def _terms(text: str) -> Iterable[str]:
    return filter(None, map(term_of, WORD.findall(text)))


@lru_cache(maxsize=100_000)
def term_of(word: str) -> str:
    """Return the form in which the forms of a word meet, or "" if it tells nothing of a story."""
    word = POSSESSIVE.sub("", word.casefold())
    if word in _small() or len(word) < SHORTEST:
        return ""
    return _stem(word)[:LONGEST_TERM]


def _stem(word: str) -> str:
    """Return an English word without its plural's ending, another as it is."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _rarity(term: str) -> float:
    return 1.0 if term in _common() else UNCOMMON


@cache
def _common() -> frozenset[str]:
    return frozenset(map(_stem, entries("en/common_words.txt") | entries("ru/common_words.txt")))


@cache
def _small() -> frozenset[str]:
    """Return the words that do the sentences' work, and are in every story."""
    lines = [groups(f"{language}/small_words.txt").values() for language in ("en", "ru", "be")]
    return frozenset(
        word for line in lines for words in line for part in words for word in part.split()
    )
