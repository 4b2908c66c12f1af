"""Read the documents labelled by hand: text with marks in, plain text and its labels out.

    language: en
    title: Kennedy at Rice: “We choose to go to the Moon”
    source: demo archive

    President [John F. Kennedy|person] spoke. “⟦We choose to go to the Moon⟧{John F. Kennedy},”
    [Kennedy|person=John F. Kennedy] said of [NASA|organization?].

README.md beside this module has the rules by which the labels were given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from articles.names import Kind

HERE = Path(__file__).parent
PARTS = ("seen", "unseen")
"""The two folders: what the rules may be written from, and what they may not."""

LABELS = ("language", "title", "source")
MARK = re.compile(
    rf"\[(?P<words>[^\[\]|]+)\|(?P<kind>{'|'.join(get_args(Kind))})(?P<unsure>\?)?(?:=(?P<name>[^\[\]|]+))?\]"
    r"|(?P<opens>⟦)"
    r"|⟧\{(?P<doubtful>\?)?(?P<speaker>[^{}]*)\}"
)
LEFTOVER = re.compile(r"[\[\]|⟦⟧{}]")


class MisshapenGold(ValueError):
    """A document whose marks cannot be read; says which document, which words and the mend."""


@dataclass(frozen=True, slots=True)
class GoldName:
    """One occurrence of a name, `text[start:end]`, and the full name that it stands for.

    An `optional` one may be found or not: it counts neither way.
    """

    start: int
    end: int
    text: str
    kind: Kind
    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Words that somebody said, without their outer marks; `speaker` is "" if nobody can tell."""

    start: int
    end: int
    text: str
    speaker: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A story and its labels, in the order of the text; offsets count Unicode code points."""

    key: str
    part: str
    language: str
    title: str
    source: str
    text: str
    names: tuple[GoldName, ...]
    quotes: tuple[GoldQuote, ...]


def gold_documents(folder: Path = HERE) -> Iterator[GoldDocument]:
    """Yield every document under `folder`, part by part, in the order of their file names."""
    for part in PARTS:
        for path in sorted((folder / part).glob("*.txt")):
            yield read_gold(path.read_text(encoding="utf-8"), path.stem, part)


def read_gold(source: str, key: str, part: str = "seen") -> GoldDocument:
    """Return the document that `source` holds; raises MisshapenGold if it cannot be read."""
    head, blank, marked = source.partition("\n\n")
    labels = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    if not blank or tuple(labels) != LABELS:
        raise MisshapenGold(
            f"{key}: begin with {', '.join(LABELS)}, each on a line, then a blank line."
        )
    text, names, quotes = _read_marks(marked.rstrip("\n"), key)
    language, title, origin = labels.values()
    return GoldDocument(key, part, language, title, origin, text, names, quotes)


def _read_marks(marked: str, key: str) -> tuple[str, tuple[GoldName, ...], tuple[GoldQuote, ...]]:
    plain = _PlainText(key)
    names: list[GoldName] = []
    quotes: list[GoldQuote] = []
    opened: int | None = None
    done = 0
    for mark in MARK.finditer(marked):
        plain.add(marked[done : mark.start()])
        done = mark.end()
        if mark["words"]:
            names.append(_name_of(mark, plain))
        elif mark["opens"]:
            if opened is not None:
                raise MisshapenGold(
                    f"{key}: ⟦ within ⟦ at {plain.tail()!r}; label the outer quote alone."
                )
            opened = plain.length
        else:
            if opened is None:
                raise MisshapenGold(f"{key}: ⟧ without ⟦ at {plain.tail()!r}; open the quote.")
            quotes.append(_quote_of(mark, plain, opened))
            opened = None
    plain.add(marked[done:])
    if opened is not None:
        raise MisshapenGold(f"{key}: a ⟦ is never closed; write ⟧{{speaker}} after the quote.")
    return plain.text, tuple(names), tuple(quotes)


class _PlainText:
    """The text without its marks, as far as it has been read."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.text = ""

    @property
    def length(self) -> int:
        return len(self.text)

    def add(self, words: str) -> None:
        """Append `words`; raises MisshapenGold if a mark is left in them."""
        if LEFTOVER.search(words):
            raise MisshapenGold(f"{self.key}: a mark that cannot be read in {words!r}; mend it.")
        self.text += words

    def tail(self) -> str:
        """Return the last words read, to say where something is wrong."""
        return self.text[-40:]


def _name_of(mark: re.Match[str], plain: _PlainText) -> GoldName:
    start = plain.length
    plain.add(mark["words"])
    kind = next(kind for kind in get_args(Kind) if kind == mark["kind"])
    return GoldName(
        start,
        plain.length,
        mark["words"],
        kind,
        mark["name"] or mark["words"],
        bool(mark["unsure"]),
    )


def _quote_of(mark: re.Match[str], plain: _PlainText, start: int) -> GoldQuote:
    return GoldQuote(
        start, plain.length, plain.text[start:], mark["speaker"], bool(mark["doubtful"])
    )
