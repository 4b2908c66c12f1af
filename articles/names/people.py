"""People in a run of capitals: by title, honorific, given name, initials and surname."""

from __future__ import annotations

from articles.names.row import Row
from articles.names.runs import PARTICLES
from articles.names.sorts import Judgement

_MOST_WORDS = 6


def name_end(row: Row, at: int) -> int:
    """Return where the words end that may be one name: capitals, and particles between them."""
    end = at + 1
    while end - at < _MOST_WORDS and not _breaks(row, at, end):
        after = _next_capital(row, end)
        if not after:
            break
        end = after
    return end


def _next_capital(row: Row, at: int) -> int:
    """Return the place behind the next capitalised word, past particles; 0 if something else comes first."""
    while row.text(at) in PARTICLES and not row.capital(at):
        at += 1
    return at + 1 if row.capital(at) else 0


def _breaks(row: Row, at: int, end: int) -> bool:
    """Tell whether a capitalised word begins something else than the name's next word."""
    text, words = row.text(end), row.words
    if text in words.calendar and text not in words.given and len(text) > 3:
        return True
    if text.lower() in words.roles and text not in words.surnames:
        return True
    if text in words.nationalities and (end - at >= 2 or row.text(at) not in words.given):
        return True
    foreign = row.listed(end, words.places) if row.capital(end) else 0
    return bool(foreign) and end - at >= 2 and text not in words.surnames | words.given


def judge(row: Row, at: int, end: int) -> Judgement:
    """Return what the words of a name say about it by themselves."""
    if end == at + 1:
        return _judge_word(row, at)
    words, texts = row.words, row.texts(at, end)
    first, last = texts[0], texts[-1]
    given = first in words.given or first.split("-")[0] in words.given
    if given and not (row.first_word(at) and row.common(at) and last not in words.surnames):
        return Judgement(
            "person",
            0.88 if last in words.surnames or not row.common(end - 1) else 0.7,
            "given name",
        )
    if _initial(first):
        return Judgement("person", 0.85 if len(last) > 2 and not last.isupper() else 0.3, "initial")
    if any(row.common(index) and row.text(index) not in words.surnames for index in range(at, end)):
        return Judgement("unknown", 0.3, "capitals")
    if last in words.surnames or any(text in words.given for text in texts):
        return Judgement("person", 0.7, "surname")
    return Judgement("unknown", 0.5, "capitals")


def _initial(text: str) -> bool:
    return len(text.rstrip(".")) == 1 or (text.isupper() and "." in text)


def _judge_word(row: Row, at: int) -> Judgement:
    text, words = row.text(at), row.words
    letters = text.replace(".", "").replace("-", "").replace("&", "")
    if (
        text.isupper()
        and 1 < len(letters) <= 6
        and letters.isalpha()
        and not _written_small(row, text)
    ):
        return Judgement("unknown", 0.5, "acronym")
    if row.first_word(at) and row.common(at):
        return Judgement("unknown", 0.1, "opening word")
    if row.common(at) and text not in words.surnames:
        return Judgement("unknown", 0.15, "capital")
    if text in words.surnames or text in words.given:
        return Judgement("unknown", 0.4, "surname")
    return Judgement("unknown", 0.35, "capital")


def _written_small(row: Row, text: str) -> bool:
    """Tell whether a word in capitals is an everyday word or a place: "SOCCER", "LONDON"."""
    return len(text) > 2 and (text.lower() in row.words.common or text.title() in row.words.places)
