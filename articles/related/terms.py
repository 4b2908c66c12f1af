"""A story's text → its weightiest terms: what tells it from other stories, without a database.

    "The Baikonur launch" over a text on rockets → Term("baikonur", 88), Term("rocket", 61) …

It is done where a story is read. The weights follow from the story alone, in whatever order stories come;
how rare each term is in the archive is counted where stories are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log, sqrt
from typing import NamedTuple

from articles.body import LONGEST_LEAD
from articles.names.lists import entries, groups
from articles.search.words import WORD, composed
from articles.search.words import term as term_of

# With more of them no more stories were told apart, with 30 fewer.
MOST_TERMS = 40
LONGEST_TERM = 40
# The weights of one story, as the sides of a vector of this length: each fits into a byte.
LENGTH = 255

# A word of the title, or of the beginning, where news says what it is, counts as if it stood in the text
# so many times more.
IN_TITLE = 3
IN_LEAD = 2
# A word that a list of everyday words lacks, mostly a name, tells so much more.
UNCOMMON = 2.0

POSSESSIVE = re.compile("['’ʼ]s?$")
SHORTEST = 3
# Which of the small words tell nothing of a story.
SMALL = {
    *("he", "she", "they", "none", "preposition", "relative", "clause", "be", "adverb"),
    *("determiner", "owner", "indefinite", "title"),
}


class Term(NamedTuple):
    """A word, in the form in which all its forms meet, and how much of its story it is."""

    term: str
    weight: int


def terms_of(title: str, standfirst: str, text: str) -> tuple[Term, ...]:
    """Return the weightiest terms of a story, the weightiest first."""
    counts = Counter(_terms(text))
    for part, worth in ((title, IN_TITLE), (standfirst, IN_LEAD), (text[:LONGEST_LEAD], IN_LEAD)):
        for term in _terms(part):
            counts[term] += worth
    weights = {term: (1 + log(count)) * _rarity(term) for term, count in counts.items()}
    weightiest = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_TERMS]
    length = sqrt(sum(weight * weight for _, weight in weightiest))
    return tuple(Term(term, round(weight / length * LENGTH)) for term, weight in weightiest)


def _terms(text: str) -> Iterator[str]:
    return filter(None, map(_telling, WORD.findall(composed(text))))


@lru_cache(maxsize=100_000)
def _telling(word: str) -> str:
    """Return the term of a word, or "" if that tells nothing of a story."""
    plain = POSSESSIVE.sub("", word.casefold())
    return "" if len(plain) < SHORTEST or plain in _small() else term_of(plain)[:LONGEST_TERM]


@lru_cache(maxsize=100_000)
def _rarity(term: str) -> float:
    return 1.0 if term in _common() else UNCOMMON


@cache
def _common() -> frozenset[str]:
    return frozenset(map(term_of, entries("en/common_words.txt") | entries("ru/common_words.txt")))


@cache
def _small() -> frozenset[str]:
    """Return the words that do the sentences' work, and are in every story."""
    kinds = [groups(f"{language}/small_words.txt") for language in ("en", "ru", "be")]
    return frozenset(
        word
        for words in kinds
        for kind in SMALL & words.keys()
        for several in words[kind]
        for word in several.split()
    )
