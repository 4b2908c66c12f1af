"""A story's body as readers see it: names lead to their pages, a quote set as a block has its speaker.

What is found in a story lies at offsets into its body text, and what a page shows is its HTML. One walk
over the HTML tells of each piece of text where it lies in both, by the rules of `articles.body.text_of`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from articles.body import BLOCKS

# A tag as nh3 writes it: its name in small letters, its values in double quotes. One that is never closed
# reaches to the end, so that the time stays linear.
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)(?:[^>"]++|"[^"]*+(?:"|\Z))*+(?:>|\Z)')
# A character reference, as html.unescape() finds them.
REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
SPACING = {"br", "td", "th"}
# No link stands in a link, nor in what is a title or a machine's word.
UNLINKED = {"a", "h2", "h3", "h4", "code", "pre"}


class Mark(NamedTuple):
    """A stretch of the body text to put tags around; of those with one `key`, only the first that can be."""

    start: int
    surface: str
    opening: str
    closing: str
    key: object


class Citation(NamedTuple):
    """HTML that says who said the stretch from `start` to `end` of the body text."""

    start: int
    end: int
    html: str


class Piece(NamedTuple):
    """A piece of text between two tags: where it begins in the body text, its words there, its HTML."""

    start: int
    text: str
    at: int
    html: str
    is_linkable: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def body_as_read(html: str, marks: Iterable[Mark], citations: Iterable[Citation] = ()) -> str:
    """Return clean `html` with the marks around their stretches and the citations under their quotes.

    Offsets are code points of `text_of(html)`. A stretch is left as it is where its surface does not stand
    in the text, where a tag parts it, where it overlaps one before it, and in links, headings and code. A
    citation stands at the foot of the blockquote that holds its stretch and no other words.
    """
    inserted: list[tuple[int, str]] = []
    if waiting := sorted(marks, key=lambda mark: mark.start):
        inserted += _around_stretches(html, waiting)
    if quotes := list(citations):
        inserted += _under_quotes(html, quotes)
    return _spliced(html, inserted) if inserted else html


def pieces(html: str) -> Iterator[Piece]:
    """Walk over clean `html` and give each piece of it that has words."""
    begun = length = at = depth = 0
    is_apart = False
    # A tag at the end, so that the last words stand before one.
    for tag in TAG.finditer(f"{html}<p>"):
        if raw := html[at : tag.start()]:
            # White space stands between two pieces as one space, and never at the edge of a block.
            read = unescape(raw) if "&" in raw else raw
            if text := _in_single_spaces(read):
                length += 1 if length and (is_apart or read[0].isspace()) else 0
                yield Piece(begun + length, text, at, raw, depth == 0)
                length += len(text)
                is_apart = read[-1].isspace()
            elif read:
                is_apart = True
        at = tag.end()
        closing, name = tag[1], tag[2]
        if name in BLOCKS:
            # The empty line between two blocks is two characters long.
            begun += length + 2 if length else 0
            length, is_apart = 0, False
        elif name in SPACING and not closing:
            is_apart = True
        if name in UNLINKED:
            depth += -1 if closing else 1


def _in_single_spaces(text: str) -> str:
    # The space is the one white space that is printable, so that most text is known to be well spaced at
    # a tenth of the price.
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(text.split())


def _around_stretches(html: str, marks: list[Mark]) -> Iterator[tuple[int, str]]:
    """Give the tags of those of the `marks`, in the order of their starts, that can be set."""
    unset = {mark.key for mark in marks}
    number = free_from = 0
    for piece in pieces(html):
        while number < len(marks) and marks[number].start < piece.end:
            mark = marks[number]
            number += 1
            is_free = mark.start >= max(free_from, piece.start) and piece.is_linkable
            if is_free and mark.key in unset and (place := _place(piece, mark)):
                yield place[0], mark.opening
                yield place[1], mark.closing
                unset.remove(mark.key)
                free_from = mark.start + len(mark.surface)
        if not unset or number == len(marks):
            return


def _place(piece: Piece, mark: Mark) -> tuple[int, int] | None:
    """Return from where to where in the HTML a mark's surface stands, or None if it does not stand there."""
    start = mark.start - piece.start
    end = start + len(mark.surface)
    if piece.text[start:end] != mark.surface:
        return None
    if piece.text == piece.html.strip():
        first = len(piece.html) - len(piece.html.lstrip())
        return piece.at + first + start, piece.at + first + end
    places = _places(piece.html)
    first, last = places[start][0], places[end - 1][1]
    # A reference to two characters at once is not cut in two.
    if " ".join(unescape(piece.html[first:last]).split()) != mark.surface:
        return None
    return piece.at + first, piece.at + last


def _places(raw: str) -> list[tuple[int, int]]:
    """Return of each character of a piece's text from where to where it stands in the piece's HTML."""
    places: list[tuple[int, int]] = []
    is_apart = False
    for start, end, characters in _characters(raw):
        for character in characters:
            if character.isspace():
                is_apart = True
                continue
            if is_apart and places:
                places.append((places[-1][1], start))
            places.append((start, end))
            is_apart = False
    return places


def _characters(raw: str) -> Iterator[tuple[int, int, str]]:
    """Give what stands for itself in HTML letter by letter, and each reference as a whole."""
    at = 0
    for reference in REFERENCE.finditer(raw):
        yield from ((place, place + 1, raw[place]) for place in range(at, reference.start()))
        yield reference.start(), reference.end(), unescape(reference[0])
        at = reference.end()
    yield from ((place, place + 1, raw[place]) for place in range(at, len(raw)))


def _under_quotes(html: str, citations: list[Citation]) -> Iterator[tuple[int, str]]:
    """Give the citations of those quotes that fill a blockquote, at its end."""
    blocks = _blockquotes(html)
    if not blocks:
        return
    walked = list(pieces(html))
    for start, end in blocks:
        within = [piece for piece in walked if start <= piece.at < end]
        for citation in citations:
            if within and _is_all_said(within, citation):
                yield end, citation.html
                break


def _blockquotes(html: str) -> list[tuple[int, int]]:
    """Return from where to where each blockquote's content stands, without those that hold another."""
    found: list[tuple[int, int]] = []
    opened = -1
    for tag in TAG.finditer(html):
        if tag[2] != "blockquote":
            continue
        if not tag[1]:
            opened = tag.end()
        elif opened >= 0:
            found.append((opened, tag.start()))
            opened = -1
    return found


def _is_all_said(within: list[Piece], citation: Citation) -> bool:
    """Tell whether the quote lies in the pieces and leaves out nothing of them but quotation marks."""
    if citation.start < within[0].start or citation.end > within[-1].end:
        return False
    return not any(
        character.isalnum()
        for piece in within
        for character in (
            piece.text[: max(0, citation.start - piece.start)]
            + piece.text[max(0, citation.end - piece.start) :]
        )
    )


def _spliced(html: str, inserted: list[tuple[int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for place, text in sorted(inserted, key=lambda one: one[0]):
        parts += html[at:place], text
        at = place
    return "".join([*parts, html[at:]])
