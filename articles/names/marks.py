"""Which quotation marks of a text belong together, whatever the marks and however badly they are set.

Marks are paired within a paragraph. A mark opens or closes by what it is and by what stands around it,
so that « for » by mistake, or ” on both sides, do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from articles.names.cues import word_kinds

_MARK = re.compile(r"[«»‹›“”„‟\"‘’‚']")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_AFTER_COMMA = re.compile(r"(?<=, )[^\W\d_]+(?: [^\W\d_]+){0,2}")
_SURE_END = re.compile(r"[,.!?…][’'](?!\w)")

# Marks that stand for each other: a stretch that one of them opens, any other of its family closes.
_FAMILIES = {"«»‹›": "angle", '“”„‟"': "double", "‘’‚'": "single"}
_FAMILY = {mark: family for marks, family in _FAMILIES.items() for mark in marks}
_OPENING = frozenset("«‹“„‟‘‚")
_CLOSING = frozenset("»›”’")
_BRACKETS = frozenset("([{—–-/")
_WORD_ENDING = frozenset(",.!?…;:—")


class Stretch(NamedTuple):
    """A stretch of text in quotation marks; `start` and `end` are those of what stands between the marks.

    `opens` and `closes` are the same with the marks. `goes_on` is True for a stretch that has no mark at
    its end because the next paragraph opens it again.
    """

    start: int
    end: int
    opens: int
    closes: int
    goes_on: bool = False


class Paragraph(NamedTuple):
    """A paragraph of a text, and the outermost stretches in quotation marks in it, in order."""

    start: int
    end: int
    stretches: tuple[Stretch, ...] = ()


def has_marks(text: str) -> bool:
    """Say whether any mark that may open a quotation stands in `text`; the answer costs next to nothing."""
    return any(mark in text for mark in "\"“«„”‘»'‹‚")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph: between empty lines, or between line ends if there are none."""
    breaks = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE
    start = 0
    for gap in breaks.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def quoted_paragraphs(text: str) -> list[Paragraph]:
    """Return every paragraph of `text` with its outermost stretches in quotation marks.

    A mark at the start of a paragraph that is never closed quotes all of it, if the next paragraph
    begins with a mark of the same family: so are quotes set that run over several paragraphs.
    """
    found = []
    bounds = [*paragraphs(text), (len(text), len(text))]
    for (start, end), (following, _) in pairwise(bounds):
        goes_on = _opens_again(text, start, following)
        found.append(Paragraph(start, end, tuple(_stretches(text, start, end, goes_on))))
    return found


def _opens_again(text: str, start: int, following: int) -> bool:
    """Say whether the paragraphs at `start` and at `following` begin with the same kind of mark."""
    family = _FAMILY.get(text[start])
    return bool(family) and _FAMILY.get(text[following : following + 1]) == family


def _stretches(text: str, start: int, end: int, goes_on: bool) -> Iterator[Stretch]:
    """Yield the outermost stretches of the paragraph, in order."""
    pairs, open_marks = _pairs(text, start, end)
    closed = bool(pairs) and pairs[-1][1] == end - 1
    if goes_on and open_marks[:1] == [start] and not closed:
        yield Stretch(start + 1, end, start, end, goes_on=True)
        return
    reached = start
    reopened = [
        (opens, closes, True) for opens, closes in _reopened(text, start, pairs, open_marks)
    ]
    for opens, closes, goes_on in sorted([(*pair, False) for pair in pairs] + reopened):
        if opens >= reached and closes > opens + 1:
            reached = closes + (not goes_on)
            yield Stretch(opens + 1, closes, opens, reached, goes_on)


def _reopened(
    text: str, start: int, pairs: list[tuple[int, int]], open_marks: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield the ends of what a mark opens and the same mark opens again where a sentence begins.

    So reads a quotation over several paragraphs in a text that has lost its paragraphs: "One. "Two."
    """
    opens = sorted([*open_marks, *(first for first, _ in pairs)])
    unclosed = set(open_marks)
    for one, other in pairwise(opens):
        end = other - 1
        if (
            one in unclosed
            and text[one] == text[other]
            and text[end].isspace()
            and text[end - 1] in ".!?…"
            and (one == start or text[max(start, one - 2)] in ".!?…:,")
            and not _tells_speaker(text, one, end)
        ):
            yield one, end


def _tells_speaker(text: str, start: int, end: int) -> bool:
    """Say whether words like ", he said" stand in a stretch: then its mark was never closed."""
    kinds = word_kinds()
    return any(
        kinds.get(word.lower()) in {"speech", "manner"}
        for after in _AFTER_COMMA.finditer(text, start, end)
        for word in after[0].split()
    )


def _pairs(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the places of the marks that belong together, and of those that opened and never closed.

    Every mark enters and leaves the stack once, so the time is linear however deep they are nested.
    """
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    waiting = dict.fromkeys(_FAMILY.values(), 0)
    for mark in _MARK.finditer(text, start, end):
        place = mark.start()
        family = _FAMILY[text[place]]
        if _closes(text, place, start, end, waiting[family] > 0):
            last = _close(text, stack, waiting, family)
            if last is not None:
                pairs.append((last, place))
        elif _opens(text, place, start, end):
            stack.append(place)
            waiting[family] += 1
    pairs += _double_ends(text, stack, pairs, end)
    return pairs, stack


def _close(text: str, stack: list[int], waiting: dict[str, int], family: str) -> int | None:
    """Take the last open mark of `family` off the stack, with all that opened after it."""
    while stack and waiting[family]:
        last = stack.pop()
        waiting[_FAMILY[text[last]]] -= 1
        if _FAMILY[text[last]] == family:
            return last
    return None


def _double_ends(
    text: str, stack: list[int], pairs: list[tuple[int, int]], end: int
) -> list[tuple[int, int]]:
    """Pair «the outer mark with the end of «the inner one», where one » stands for two."""
    if not stack or not pairs or text[stack[0]] not in "«„":
        return []
    last = pairs[-1][1]
    after = text[last + 1 : min(last + 4, end)].lstrip(" ,.")
    if last > stack[0] and (not after or after[0] in "—–-"):
        return [(stack[0], last)]
    return []


def _opens(text: str, place: int, start: int, end: int) -> bool:
    """Say whether the mark at `place` may open a quotation: at the start of a word, or « with a space."""
    mark = text[place]
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    free = before.isspace() or before in _BRACKETS or before in _FAMILY
    if not free:
        return False
    if mark in "'’":
        # An apostrophe that leaves out a century or a letter: '90s, 'em.
        return mark == "'" and after.isalpha() and text[place + 1 : place + 4] not in _ELISIONS
    return not after.isspace() or mark in "«"


_ELISIONS = frozenset({"em ", "tis", "twa", "til", "bou", "cau", "n' "})


def _closes(text: str, place: int, start: int, end: int, is_open: bool) -> bool:
    """Say whether the mark at `place` closes a quotation that is open."""
    if not is_open:
        return False
    mark = text[place]
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    inner = after.isalnum()
    if mark in "'’":
        return not inner and not before.isspace() and not _is_possessive(text, place, before, after)
    if mark == '"':
        return not before.isspace() if inner or after in _FAMILY else True
    if mark in _CLOSING:
        return not (inner and (before.isspace() or before in "(["))
    if mark == "“":
        return not inner and not before.isspace()
    # « for » by mistake.
    return mark in "«‹" and not inner and not before.isspace() and after not in _FAMILY


def _is_possessive(text: str, place: int, before: str, after: str) -> bool:
    """Say whether the mark after an s is more likely that of "the ministers' plan" than an end."""
    return (
        before in "sS"
        and after == " "
        and text[place + 2 : place + 3].islower()
        and (_single_end(text, place + 1))
    )


def _single_end(text: str, place: int) -> bool:
    """Say whether a surer end of a single quotation follows in the next 300 characters."""
    return bool(_SURE_END.search(text, place, place + 300))
