"""Dialogue set with dashes, as Russian and Belarusian print it: «— Мы готовы, — сказал X. — Начинаем.»"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.names.cues import word_kinds
from articles.names.marks import Paragraph, Stretch, quoted_paragraphs

_BEGINS = re.compile(r"(?:^|(?<=\n))[—–-]\s+(?=\S)")
_DASH = re.compile(r"(?<=[,.!?…])\s+[—–-]\s+")
_WORD = re.compile(r"[^\W\d_]+")
# The verb of saying is one of the first words between the dashes.
_FIRST_WORDS = 4


def has_dialogue(text: str) -> bool:
    """Say whether a line of `text` begins with a dash."""
    return _BEGINS.search(text) is not None


def spoken_paragraphs(text: str) -> list[Paragraph]:
    """Return every paragraph of `text` with what is quoted in it, by marks or by dashes.

    A paragraph that begins with a dash is dialogue if words with a verb of saying stand between dashes in
    it, or after the second; it is a list or an interview's question otherwise, and its marks are read.
    Such words within marks part what is said, too: «Мы готовы, — сказал X. — Начинаем».
    """
    return [
        paragraph._replace(stretches=tuple(_spoken(text, paragraph)))
        for paragraph in quoted_paragraphs(text)
    ]


def _spoken(text: str, paragraph: Paragraph) -> Iterator[Stretch]:
    """Yield what is said in a paragraph, without the words between dashes that tell who says it."""
    dash = _BEGINS.match(text, paragraph.start, paragraph.end)
    if dash is not None:
        whole = Stretch(dash.end(), paragraph.end, dash.start(), paragraph.end)
        parts = list(_parts(text, whole))
        if parts != [whole]:
            yield from parts
            return
    for stretch in paragraph.stretches:
        yield from _parts(text, stretch)


def _parts(text: str, whole: Stretch) -> Iterator[Stretch]:
    """Yield the parts of a stretch that are said: all of it, if nothing between dashes tells who speaks."""
    start, opens, told = whole.start, whole.opens, False
    for gap in _DASH.finditer(text, whole.start, whole.end):
        if told:
            start, opens, told = gap.end(), gap.end(), False
        elif _tells(text, gap.end(), whole.end):
            yield Stretch(start, gap.start(), opens, gap.start())
            told = True
    if not told:
        yield Stretch(start, whole.end, opens, whole.closes, whole.goes_on)


def _tells(text: str, start: int, end: int) -> bool:
    """Say whether the words from `start` tell who speaks: a small letter, and soon a verb of saying."""
    if not text[start : start + 1].islower():
        return False
    kinds = word_kinds()
    for count, word in enumerate(_WORD.finditer(text, start, min(end, start + 80))):
        if kinds.get(word[0].lower()) in {"speech", "manner"}:
            return True
        if count == _FIRST_WORDS:
            break
    return False
