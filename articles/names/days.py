"""The days of an event, where its sentence tells them with a year."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "января", "студзеня"),
            ("february", "февраля", "лютага"),
            ("march", "марта", "сакавіка"),
            ("april", "апреля", "красавіка"),
            ("may", "мая", "траўня"),
            ("june", "июня", "чэрвеня"),
            ("july", "июля", "ліпеня"),
            ("august", "августа", "жніўня"),
            ("september", "сентября", "верасня"),
            ("october", "октября", "кастрычніка"),
            ("november", "ноября", "лістапада"),
            ("december", "декабря", "снежня"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TO = r"\s*(?:-|–|—|to|through|and|until|till|по|до|па|да)\s*"
_DAY_FIRST = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?: (?P<m1>{_MONTH}))?(?:{_TO}(?P<d2>\d{{1,2}}))?"
    rf" (?P<m2>{_MONTH}) (?P<y>\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:{_TO}(?:(?P<m2>{_MONTH}) )?(?P<d2>\d{{1,2}}))?"
    rf"(?:,? (?P<y>\d{{4}}))?\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# What stands between a first day and a last one that is told apart: "began on … and ended on …".
_ENDED = re.compile(
    r"\b(?:end(?:ed|s|ing)?|until|clos(?:ed|es|ing)|finish(?:ed|es)?|conclud(?:ed|es)|законч|заверш|скончы)\w*"
)
_NEAR = 200  # code points to either side of the name


def days_beside(text: str, start: int, end: int) -> tuple[date | None, date | None]:
    """Return the first and last day that the sentence around an event gives; None where it is silent.

    A day without a year is of the year that the event's name has, as in "Union Resolve – 2022", if any.
    """
    before = text[max(0, start - _NEAR) : start]
    breaks = [m.end() for m in _SENTENCE_END.finditer(before)]
    after = text[end : end + _NEAR]
    stop = _SENTENCE_END.search(after)
    year = _YEAR.search(text, start, end)
    for said in (after[: stop.start() if stop else None], before[breaks[-1] if breaks else 0 :]):
        for pattern in (_DAY_FIRST, _MONTH_FIRST):
            days = _days_in(said, pattern, year[0] if year else "")
            if days[0]:
                return days
    return None, None


def _days_in(said: str, pattern: re.Pattern[str], year: str) -> tuple[date | None, date | None]:
    """Return the days that a pattern finds first, or the first and the one on which the event ended."""
    matches = [match for match in pattern.finditer(said) if match["y"] or year]
    if not matches:
        return None, None
    first, last = _days(matches[0], year)
    if first and len(matches) > 1 and _ENDED.search(said, matches[0].end(), matches[1].start()):
        later = _days(matches[1], year)[1]
        last = later if later and later >= first else last
    return first, last


def _days(match: re.Match[str], year: str) -> tuple[date | None, date | None]:
    month, said = match["m2"] or match["m1"], int(match["y"] or year)
    try:
        first = date(said, _MONTHS[(match["m1"] or month).lower()], int(match["d1"]))
        last = date(said, _MONTHS[month.lower()], int(match["d2"] or match["d1"]))
    except ValueError:
        return None, None
    return (first, last) if first <= last else (first, None)
