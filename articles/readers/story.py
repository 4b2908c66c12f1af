"""Read the story of a post: its paragraphs, subheadings and lists.

Blank lines part the paragraphs, and the lines between are joined by a space; where a story has no
blank line at all, every line is a paragraph.

    • one            any number of items is a list
    1. one  2. two   a list if it counts from 1 and has two items: the page counts from 1 again, and
                     would otherwise show other numbers than the text
    – one  – two     a list if it has two items and is no conversation, which Russian and Belarusian
                     write with a dash before every speaker

Whatever is no list keeps its marker, so that no visible character is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.readers.post import Block, BlockKind
from articles.readers.sentences import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    ends_with_full_stop,
    has_sentence_end_inside,
)

LONGEST_SUBHEADING = 100
# Whoever breaks lines by hand or by machine breaks them before so many characters.
LONGEST_WRAPPED = 120

_BULLETS = "•●▪◦‣·∙"
_MARKER = re.compile(rf"(?:([{_BULLETS}])\s*|([–—*-])\s|(\d{{1,3}})\.\s)(?=.*\w)")
_ENDED = re.compile(r"[.!?…:;][»”“’\"'›)]*$")
_SENTENCE_END = re.compile(r"[.!?…][»”“’\"'›)]*$")
_WHO_SPOKE = re.compile(r"[,.!?…»”\"]\s[–—-]\s")


@dataclass(slots=True)
class _Piece:
    """A paragraph, or an item whose text begins at ``start``, after its marker."""

    lines: list[str]
    chunk: int
    marker: str = ""
    number: int = 0
    start: int = 0

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    def follows(self, before: _Piece) -> bool:
        """Say whether this item and the one before can be of one list."""
        return self.marker == before.marker != "" and self.number in (0, before.number + 1)


def read_story(opening: Iterable[str], lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks of a story: each line of ``opening`` a paragraph, then all of ``lines``."""
    chunks = [list(chunk) for visible, chunk in groupby(lines, bool) if visible]
    if len(chunks) == 1:
        chunks = [[line] for line in chunks[0]]
    chunks = [*([line] for line in opening), *chunks]
    pieces = [piece for number, chunk in enumerate(chunks) for piece in _pieces(chunk, number)]
    blocks: list[Block] = []
    short: list[bool] = []
    for run in _runs(pieces):
        kind = _list_kind(run)
        if kind is None:
            blocks += [Block(BlockKind.PARAGRAPH, (piece.text,)) for piece in run]
            short += [_may_be_subheading(piece) for piece in run]
        else:
            blocks.append(Block(kind, tuple(piece.text[piece.start :] for piece in run)))
            short.append(False)
    return tuple(_with_subheadings(blocks, short))


def _pieces(chunk: list[str], number: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    for line in chunk:
        piece = _piece(line, number)
        if not pieces or _begins_anew(piece, pieces[-1]):
            pieces.append(piece)
        else:
            pieces[-1].lines.append(line)
    return pieces


def _begins_anew(piece: _Piece, before: _Piece) -> bool:
    """Say whether a line is more than the rest of what the line before it began."""
    if not piece.marker:
        # What wraps an item wraps it early; a longer line after one is the story going on.
        return bool(before.marker) and len(piece.text) > LONGEST_WRAPPED
    # In a wrapped paragraph a line may begin with a dash or "1." that stands in mid-sentence.
    return piece.follows(before) or bool(_ENDED.search(before.lines[-1]))


def _piece(line: str, chunk: int) -> _Piece:
    found = _MARKER.match(line)
    if found is None:
        return _Piece([line], chunk)
    bullet, dash, number = found.groups()
    return _Piece([line], chunk, bullet or dash or "1.", int(number or 0), found.end())


def _runs(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    run: list[_Piece] = []
    for piece in pieces:
        if run and not piece.follows(run[-1]):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _list_kind(run: list[_Piece]) -> BlockKind | None:
    marker = run[0].marker
    if marker and marker in _BULLETS:
        return BlockKind.LIST
    if len(run) < 2:
        return None
    if marker == "1.":
        return BlockKind.NUMBERED_LIST if run[0].number == 1 else None
    return None if _is_conversation(run) else BlockKind.LIST


def _is_conversation(run: list[_Piece]) -> bool:
    texts = [piece.text for piece in run]
    if any(text.endswith("?") or _WHO_SPOKE.search(text) for text in texts):
        return True
    # Speakers get paragraphs of their own and finish their sentences; items often do not.
    apart = run[0].chunk != run[-1].chunk
    return apart and any(_SENTENCE_END.search(text) for text in texts[:-1])


def _may_be_subheading(piece: _Piece) -> bool:
    text = piece.text
    if len(text) > LONGEST_SUBHEADING or len(piece.lines) > 1:
        return False
    first, last = text[0], text[-1]
    begins = (first.isalnum() and not first.islower()) or first in OPENING_QUOTES
    ends = last.isalnum() or last in CLOSING_QUOTES + "?)]%"
    all_quoted = first in OPENING_QUOTES and last in CLOSING_QUOTES
    sentence = ends_with_full_stop(text) or has_sentence_end_inside(text)
    return begins and ends and not all_quoted and not sentence


def _with_subheadings(blocks: list[Block], short: list[bool]) -> Iterator[Block]:
    """Make a subheading of each short line that stands alone between paragraphs or lists.

    The first and the last are not between anything, and short lines in a row are verse or a list of
    names.
    """
    for index, block in enumerate(blocks):
        between = 0 < index < len(blocks) - 1
        if between and short[index] and not short[index - 1] and not short[index + 1]:
            yield Block(BlockKind.SUBHEADING, block.lines)
        else:
            yield block
