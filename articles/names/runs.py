"""Runs of capitalised words: the stretches of a text in which new names are looked for."""

from __future__ import annotations

import re
import sys
from typing import NamedTuple


def _upper_class() -> str:
    """Return the inside of a character class of all capital letters, as ranges."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if chr(code).isupper() or chr(code).istitle():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in ranges)


CAPITAL = f"[{_upper_class()}]"

_ABBREVIATED = (
    "Mrs?|Ms|Dr|St|Jr|Sr|Mt|Gen|Col|Lt|Sgt|Maj|Rep|Sen|Gov|Rev|Hon|Adm|Capt|Prof|Inc|Ltd|Corp|Co"
    "|Bros"
)

# What may stand between the letters of a word: the mark of "O'Neill", the hyphen of "Saint-Gobain" and
# of "B-52", the sign of "AT&T", a combining mark. No more than these figures, so that a text without a
# space stays cheap.
_JOINT = rf"(?:(?![’']s(?!\w))[.’'`-](?=[^\W\d_])|[-–](?=\d)|&(?={CAPITAL})|[\u0300-\u036f])"
_LETTERS = r"[^\W_]{0,80}+"
# What follows the capital of a word: the points of "U.S." and of an initial, the end of "Mrs.", letters.
_AFTER_CAPITAL = (
    rf"(?:\.(?:-?{CAPITAL}\.)*(?!\w)|(?<=(?=(?:{_ABBREVIATED})\. ).)[a-z]+\."
    rf"|{_LETTERS}(?:{_JOINT}{_LETTERS}){{0,20}}+)"
)
WORD = f"{CAPITAL}{_AFTER_CAPITAL}"
PARTICLES = frozenset(
    {
        *(
            "de",
            "del",
            "della",
            "di",
            "da",
            "das",
            "do",
            "dos",
            "du",
            "la",
            "le",
            "las",
            "los",
            "el",
        ),
        *(
            "al",
            "y",
            "e",
            "van",
            "von",
            "der",
            "den",
            "ter",
            "ten",
            "zu",
            "zur",
            "bin",
            "ibn",
            "ben",
        ),
        *("bint", "af", "av"),
    }
)
_JOIN = (
    r"[ \u00a0]"
    r"(?:(?:[dD]e|del|della|d[iauo]|das|dos|l[ae]|las|los|el|al|van|von|der|den|te[rn]|zur?|bin|ibn|ben|bint|y|e"
    r"|of|for|and|on|the|&)[ \u00a0]){0,3}"
)
# At most 40 words: longer rows of capitals are no prose.
# The search asks every sign of a text whether it is a capital; most are told at once by a short class.
_NO_SMALL_LETTER = r"[^\x00-@\[-\x7fа-яё]"
RUN = re.compile(
    rf"{_NO_SMALL_LETTER}(?<!\w.)(?<={CAPITAL}){_AFTER_CAPITAL}"
    rf"(?:(?:{_JOIN}|[ ]?[’']s? ){WORD}){{0,40}}"
)
# The words within a run, with what joins them.
PART = re.compile(rf"{WORD}|[’']s(?!\w)|[’']|[^\s’']+")
_SENTENCE_ENDS = frozenset(".!?:…;\n•*")


class Run(NamedTuple):
    """A stretch of capitalised words; `opens` says that it stands where a sentence may begin."""

    start: int
    end: int
    text: str
    opens: bool


def find_runs(text: str) -> list[Run]:
    """Return the runs of capitalised words of a text, in order."""
    return [
        Run(match.start(), match.end(), match.group(), _opens(text, match.start()))
        for match in RUN.finditer(text)
    ]


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 5) : start].rstrip(" \t\u00a0\"'“”„«»‘’([{-–—")
    return (not before and start < 5) or before[-1:] in _SENTENCE_ENDS
