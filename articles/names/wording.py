"""A paragraph as the tokens that tell who speaks: names, quotations, words by their kind, punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from articles.names.cues import abbreviations, word_kinds
from articles.names.found import FoundName
from articles.names.marks import Paragraph, Stretch

_TOKEN = re.compile(
    r"(?P<word>[^\W_]+(?:[’'\-][^\W_]+)*)|(?P<possessive>[’']s?(?!\w))"
    r"|(?P<comma>,)|(?P<colon>:)|(?P<semicolon>;)|(?P<dash>[–—]|(?<=\s)-(?=\s))"
    r"|(?P<bracket>[()\[\]])|(?P<stop>[.!?…]+)"
)

_VERBS = frozenset({"speech", "manner"})
_ENDS_QUOTE = " \t\n\u00a0\u202f”»’\"'"
_BEGINNINGS = frozenset({"", "stop", "colon", "dash"})
_BEFORE_NOUN = frozenset({"determiner", "owner", "indefinite", "possessed", "possessive"})


class Token(NamedTuple):
    """A part of a paragraph: its kind, where it stands, the word in lower case, the name it is."""

    kind: str
    start: int
    end: int
    word: str
    name: FoundName | None = None


def tokens_of(
    text: str, paragraph: Paragraph, stretches: Sequence[Stretch], names: Iterable[FoundName]
) -> list[Token]:
    """Return the tokens of `paragraph`: each of `stretches` is one, each of `names` outside them too.

    The `word` of a quotation is its last character: it tells whether its sentence ends with it.
    """
    islands = _islands(text, stretches, names)
    tokens: list[Token] = []
    reached = paragraph.start
    for island in islands:
        if island.start >= reached:
            tokens.extend(_words(text, reached, island.start))
            tokens.append(island)
            reached = island.end
    tokens.extend(_words(text, reached, paragraph.end))
    return tokens


def _islands(text: str, stretches: Sequence[Stretch], names: Iterable[FoundName]) -> list[Token]:
    """Return the quotations and the names as tokens, in order."""
    quotes = [
        Token("quote", each.opens, each.closes, last_character(text, each)) for each in stretches
    ]
    named = [Token("name", each.start, each.end, each.text, each) for each in names]
    return sorted(quotes + named, key=lambda token: (token.start, -token.end))


def last_character(text: str, stretch: Stretch) -> str:
    """Return the last character of a quotation, without the mark and the space that may end it."""
    return text[stretch.start : stretch.end].rstrip(_ENDS_QUOTE)[-1:]


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch that holds neither names nor quotations."""
    kinds = word_kinds()
    last = kind_before = ""
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or ""
        word = match[0]
        if kind == "word":
            lower = word.lower()
            kind = kinds.get(lower) or _form(word)
            if lower.endswith(("'s", "’s")):
                kind = "possessed"
            elif kind in _VERBS and kind_before in _BEFORE_NOUN:
                kind = "word"  # "the dispute", "his claims"
            elif kind in _VERBS and word[0].isupper() and kind_before not in _BEGINNINGS:
                kind = "proper"  # "United States"
            word = last = lower
        elif kind == "stop" and not _ends_sentence(text, match.end(), word, last):
            continue
        kind_before = kind
        yield Token(kind, match.start(), match.end(), word)


def _form(word: str) -> str:
    """Return the kind of a word that is in no list, by its first character."""
    if word[0].isdigit():
        return "number"
    return "proper" if word[0].isupper() else "word"


def _ends_sentence(text: str, end: int, stop: str, last: str) -> bool:
    """Say whether the full stop ends a sentence: no abbreviation before it, no small letter after it."""
    if stop == "." and (last in abbreviations() or (len(last) == 1 and last.isalpha())):
        return False
    after = text[end : end + 3].lstrip()
    return not after[:1].islower() and not after[:1].isdigit()
