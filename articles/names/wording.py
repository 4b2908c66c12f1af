"""A paragraph as the tokens that tell who speaks: names, quotations, words by their kind, punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from articles.names.cues import abbreviations, word_kinds
from articles.names.found import FoundName
from articles.names.marks import Paragraph, Stretch

_TOKEN = re.compile(
    r"(?P<word>[^\W_]++(?:[’'\-][^\W_]++)*+)|(?P<possessive>[’']s?(?!\w))"
    r"|(?P<comma>,)|(?P<colon>:)|(?P<semicolon>;)|(?P<dash>[–—]|(?<=\s)-(?=\s))"
    r"|(?P<bracket>[()\[\]])|(?P<stop>[.!?…]+)"
)

_VERBS = frozenset({"speech", "manner"})
_ENDS_QUOTE = " \t\n\u00a0\u202f”»’\"'"
_LONGEST_ABBREVIATION = 8
_BEGINNINGS = frozenset({"", "stop", "colon", "dash"})
_BEFORE_NOUN = frozenset({"determiner", "owner", "indefinite", "possessed", "possessive"})


class Token(NamedTuple):
    """A part of a paragraph: its kind, where it stands, the word in lower case, the name it is."""

    kind: str
    start: int
    end: int
    word: str
    name: FoundName | None = None


class Passage:
    """A paragraph as its names, its quotations, and the words between them, which are read when asked for.

    Most quotations have their speaker in their own sentence, and the rest of the paragraph is not needed.
    `islands` are the tokens that stand between words: each of `stretches` is one, each of `names` outside
    them too. The `word` of a quotation is its last character: it tells whether its sentence ends with it.
    """

    def __init__(
        self,
        text: str,
        paragraph: Paragraph,
        stretches: Sequence[Stretch],
        names: Iterable[FoundName],
    ) -> None:
        self.islands: list[Token] = []
        self._text = text
        self._gaps: list[tuple[int, int]] = []  # one before each island, and one after the last
        self._words: dict[int, list[Token]] = {}
        self._tokens: list[Token] = []
        self._places: list[int] = []  # of the islands, among all tokens
        reached = paragraph.start
        for island in _islands(text, stretches, names):
            if island.start >= reached:
                self._gaps.append((reached, island.start))
                self.islands.append(island)
                reached = island.end
        self._gaps.append((reached, paragraph.end))

    def tokens(self) -> list[Token]:
        """Return all tokens of the paragraph, in order."""
        if not self._places:
            self._tokens = self._between(0, len(self.islands))
            ends = accumulate(len(self._words_in(gap)) + 1 for gap in range(len(self._gaps)))
            self._places = [end - 1 for end in ends]
        return self._tokens

    def place(self, island: int) -> int:
        """Return the place of an island among all tokens."""
        self.tokens()
        return self._places[island]

    def around(self, island: int, furthest: int) -> tuple[list[Token], int, bool]:
        """Return the tokens among which the sentence of an island stands, and the island's place there.

        They reach over at most `furthest` islands to either side; the last value tells whether they begin
        with the paragraph. At least one token stands before a full stop that they begin with.
        """
        first = island
        while first > max(0, island - furthest) and not self._has_stop(first):
            first -= 1
        last = island + 1
        while (
            last < min(len(self.islands), island + furthest)
            and self.islands[last].kind != "quote"
            and not self._has_stop(last)
        ):
            last += 1
        before = [*self.islands[max(0, first - 1) : first], *self._between(first, island)]
        return [*before, *self._between(island + 1, last)], len(before) - 1, first == 0

    def _between(self, first: int, last: int) -> list[Token]:
        """Return the words of some gaps, each with the island behind it."""
        tokens: list[Token] = []
        for gap in range(first, last + 1):
            tokens += self._words_in(gap)
            tokens += self.islands[gap : gap + 1]
        return tokens

    def _has_stop(self, gap: int) -> bool:
        return any(token.kind == "stop" for token in self._words_in(gap))

    def _words_in(self, gap: int) -> list[Token]:
        if gap not in self._words:
            self._words[gap] = _words(self._text, *self._gaps[gap])
        return self._words[gap]


def _islands(text: str, stretches: Sequence[Stretch], names: Iterable[FoundName]) -> list[Token]:
    """Return the quotations and the names as tokens, in order."""
    quotes = [
        Token("quote", each.opens, each.closes, last_character(text, each)) for each in stretches
    ]
    named = [Token("name", each.start, each.end, each.text, each) for each in names]
    return sorted(quotes + named, key=lambda token: (token.start, -token.end))


def last_character(text: str, stretch: Stretch) -> str:
    """Return the last character of a quotation, without the mark and the space that may end it."""
    said = text[stretch.start : stretch.end].rstrip(_ENDS_QUOTE)
    return "…" if said.endswith("..") else said[-1:]


def _words(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch that holds neither names nor quotations."""
    tokens: list[Token] = []
    last, kind_before = _word_before(text, start), ""
    for match in _TOKEN.finditer(text, start, end):
        kind, word = match.lastgroup or "", match[0]
        if kind == "word":
            kind = _kind(word)
            if kind in _VERBS and kind_before in _BEFORE_NOUN:
                kind = "word"  # "the dispute", "his claims"
            elif kind in _VERBS and word[0].isupper() and kind_before not in _BEGINNINGS:
                kind = "proper"  # "United States"
            word = last = word.lower()
        elif kind == "stop" and not _ends_sentence(text, match.end(), word, last):
            continue
        kind_before = kind
        tokens.append(Token(kind, *match.span(), word))
    return tokens


@lru_cache(maxsize=20_000)
def _kind(word: str) -> str:
    """Return the kind of a word by the lists, else by its form."""
    lower = word.lower()
    if lower.endswith(("'s", "’s")):
        return "possessed"
    return word_kinds().get(lower) or _form(word)


def _word_before(text: str, place: int) -> str:
    """Return the word that ends at `place`, be it the last of a name: the "Jr" of "John Smith Jr."."""
    return text[max(0, place - _LONGEST_ABBREVIATION) : place].rpartition(" ")[2].lower()


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
