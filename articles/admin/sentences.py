"""The sentence that something stands in, cut out of a story's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Expression, F, IntegerField, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, Greatest, Substr

# As much as an editor reads before and after, in letters; a sentence that is longer is cut.
REACH = 300
# The longest stretch that is shown whole, in letters.
LONGEST_MARKED = 1_500

# Four letters before the stop, so that initials, "St." and "U.S." do not end a sentence.
_SENTENCE_END = re.compile(r"\w{4}[.!?…]+[»”“’\"'›)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a story and what stands around it, with the story's title, address and language."""

    before: str
    marked: str
    after: str
    story: str
    url: str
    language: str


def stretch_from(start: Expression | F, end: Expression | F) -> Substr:
    """Return the expression of a stretch of `article__body_text` with what an editor reads around it."""
    first = Greatest(start - Value(REACH), Value(0))
    marked = end - start
    return Substr("article__body_text", first + Value(1), marked + Value(2 * REACH))


def first_place(number: int) -> Cast:
    """Return the expression of the start (0) or the end (1) of a sighting's first place."""
    return Cast(KeyTextTransform(number, KeyTransform(0, "places")), IntegerField())


def sentence_around(text: str, start: int, end: int, article: Any, *, paragraph: bool) -> Sentence:
    """Cut a sentence, or the whole `paragraph`, out of `text`: that of `stretch_from(start, end)`.

    `start` and `end` count from the beginning of the story.
    """
    offset = max(start - REACH, 0)
    start, end = start - offset, end - offset
    before, marked, after = text[:start], text[start:end], text[end:]
    if len(marked) > LONGEST_MARKED:
        marked = f"{marked[:LONGEST_MARKED]}…"
    return Sentence(
        _before(before, is_whole=offset == 0, paragraph=paragraph),
        marked,
        _after(after, is_whole=len(after) < REACH, paragraph=paragraph),
        article.title,
        article.get_absolute_url(),
        article.language,
    )


def _before(text: str, *, is_whole: bool, paragraph: bool) -> str:
    head, line_break, text = text.rpartition("\n")
    ends = [] if paragraph else [*_SENTENCE_END.finditer(text)]
    if ends:
        return text[ends[-1].end() :]
    if line_break or is_whole:
        return text
    return f"… {text.partition(' ')[2] or text}"


def _after(text: str, *, is_whole: bool, paragraph: bool) -> str:
    text, line_break, _rest = text.partition("\n")
    end = None if paragraph else _SENTENCE_END.search(f"{text} ")
    if end:
        return text[: end.end()].rstrip()
    if line_break or is_whole:
        return text
    return f"{text.rpartition(' ')[0] or text} …"
