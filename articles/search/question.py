"""What a reader typed → a Question: which words and phrases a story must hold, and which it must not.

    Minsk "water level" -Gomel inspect*

Any string is a question: what is no word is passed over, and a quotation mark need not be closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.search.words import LONGEST_WORD, composed, folded, term, words

LONGEST_QUESTION = 200
# More words than a sentence has; each costs a look-up in the index.
MOST_WORDS = 20

_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„«»‟", '"'))
_PART = re.compile(r'(?P<no>(?<!\S)[-−])?(?:"(?P<phrase>[^"]*)"?|(?P<words>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that follow one another; with `is_prefix`, words that begin with `written` end it.

    `written` are the words as they were typed, one for each term, in small letters and without marks.
    """

    terms: tuple[str, ...]
    written: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """All of the phrases `wanted` must stand in a story, and none of those `unwanted`.

    `name` may stand there instead of all that is wanted: the key of a name in any spelling.
    """

    wanted: tuple[Phrase, ...] = ()
    unwanted: tuple[Phrase, ...] = ()
    name: Phrase | None = None

    def __bool__(self) -> bool:
        """Tell whether it asks for anything: words to leave out alone do not."""
        return bool(self.wanted)


def question(typed: str, is_unfinished: bool = False) -> Question:
    """Return the question in what a reader typed; the last word of an `unfinished` one is a prefix."""
    typed = composed(tidy(typed))
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    room = MOST_WORDS
    for is_unwanted, phrase in _phrases(typed, is_unfinished):
        room -= len(phrase.terms)
        if room < 0:
            break
        (unwanted if is_unwanted else wanted).append(phrase)
    return Question(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def tidy(typed: str) -> str:
    """Return what was typed with plain quotation marks and single spaces, as far as it is read."""
    plain = typed[:LONGEST_QUESTION].replace("\0", " ").translate(_QUOTATION_MARKS)
    return " ".join(plain.split())


def _phrases(typed: str, is_unfinished: bool) -> Iterator[tuple[bool, Phrase]]:
    for part in _PART.finditer(typed):
        text = part["words"] or part["phrase"] or ""
        found = list(words(text))
        if not found:
            continue
        is_last = part.end() == len(typed) and found[-1].end() == len(text)
        is_prefix = text.endswith("*") or (is_unfinished and is_last)
        written = tuple(folded(word[0])[:LONGEST_WORD] for word in found)
        yield bool(part["no"]), Phrase(tuple(term(word[0]) for word in found), written, is_prefix)
