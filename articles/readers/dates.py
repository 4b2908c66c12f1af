"""Read a line that holds a date, and perhaps a time of day, and nothing else.

    18 January 2022            January 18, 2022, 14:05        2022-01-18T14:05+03:00
    18.01.2022                 вторник, 18 января 2022 г.     14:05, 18 студзеня 2022
    January 2022               2022

A date is never guessed: what cannot be, and what could be two different days, is told and not
taken.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from articles.readers.calendar_words import MONTHS, WEEKDAYS
from articles.readers.post import PartialDate

EARLIEST_YEAR, LATEST_YEAR = 1500, 2999
"""The years a post can be from: before, there was no press; after, it is a slip of the keyboard."""

_LONGEST = 100

_TIME = r"""
    (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?
    (?:\s?(?P<half>[ap])\.?m\.?)?
    (?:\s?\(?(?P<zone>Z|(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?|UTC|GMT|[A-Z]{3,4}|[А-ЯЁ]{3,4}|мск)\)?)?
"""
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|-?го|-?га)?"
_MONTH = r"(?P<name>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>\d{4})"
_DATES = (
    rf"{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}",
    rf"{_MONTH}\s{_DAY},?\s{_YEAR}",
    rf"{_MONTH},?\s{_YEAR}",
    rf"{_YEAR}(?P<mark>[-−./])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})",
    rf"(?P<day>\d{{1,2}})(?P<mark>[-./])(?P<month>\d{{1,2}})(?P=mark){_YEAR}",
    r"(?P<year>1[5-9]\d\d|20\d\d)",
)
_WEEKDAY = r"(?:(?P<weekday>[^\W\d_][\w'’]{1,11})\.?,?\s)?"
_AFTER_YEAR = r"(?:\s?(?:г\.|года|год|гг\.|г|р\.|року|рік))?"
_JOINT = r"(?:\s?[,|•·–—-]\s?|\s(?:at|в|о|у|а)\s|T|\s)"
_FORMS = tuple(
    re.compile(form, re.VERBOSE | re.IGNORECASE)
    for day in _DATES
    for form in (
        rf"{_WEEKDAY}{day}{_AFTER_YEAR}(?:{_JOINT}{_TIME})?",
        rf"{_TIME}{_JOINT}{_WEEKDAY}{day}{_AFTER_YEAR}",
    )
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?(?:([+\-−])(\d{1,2}):?(\d{2})?)?", re.IGNORECASE)


class DateLine(NamedTuple):
    """The date of a date line, if it could be taken, and a sentence about what could not be."""

    date: PartialDate | None
    trouble: str


def read_date(line: str) -> DateLine | None:
    """Return what ``line`` says if it is a date and nothing else, or None."""
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    for form in _FORMS:
        if found := form.fullmatch(line):
            parts = found.groupdict()
            month = int(parts.get("month") or 0)
            if name := parts.get("name"):
                month = MONTHS.get(name.casefold(), 0)
            is_month = month > 0 or not name
            is_weekday = not parts["weekday"] or parts["weekday"].casefold() in WEEKDAYS
            if is_month and is_weekday:
                return _date_of(line, parts, month)
    return None


def _date_of(line: str, parts: dict[str, str | None], month: int) -> DateLine:
    year, day = int(parts["year"] or 0), int(parts.get("day") or 0)
    if parts.get("mark") == "/" and not line.startswith(str(year)):
        if day <= 12 and month <= 12 and day != month:
            return DateLine(None, f"The date {line} could be two different days and was not taken.")
        day, month = max(day, month), min(day, month)
    whole = "day" in parts
    try:
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise ValueError(year)
        date(year, month if whole else month or 1, day if whole else 1)
    except ValueError:
        return DateLine(None, f"There is no such day as {line}; no date was taken.")
    partial = PartialDate(year, month or None, day or None)
    return _with_moment(line, partial, parts) if parts["hour"] else DateLine(partial, "")


def _with_moment(line: str, partial: PartialDate, parts: dict[str, str | None]) -> DateLine:
    if not (partial.month and partial.day):
        return DateLine(partial, "")
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    if parts["half"]:
        # 12 am is midnight and 12 pm is noon; 13 pm is nothing, and must not become a time.
        hour = hour % 12 + (12 if parts["half"] in "pP" else 0) if 1 <= hour <= 12 else 24
    try:
        moment = datetime(partial.year, partial.month, partial.day, hour, minute, second)
        moment = moment.replace(tzinfo=_zone(parts["zone"]))
    except ValueError:
        return DateLine(partial, f"There is no such time as in “{line}”; only the day was taken.")
    except LookupError:
        return DateLine(partial, f"The time zone in “{line}” is not known; only the day was taken.")
    return DateLine(PartialDate(partial.year, partial.month, partial.day, moment), "")


def _zone(name: str | None) -> timezone | None:
    """Return the zone that ``name`` says, or None if it is None.

    Raises LookupError for a word, which means different zones at different places and times, and
    ValueError for an offset of a day or more.
    """
    if name is None:
        return None
    if name in "zZ":
        return UTC
    found = _OFFSET.fullmatch(name)
    if found is None:
        raise LookupError(name)
    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return timezone(-offset if sign in ("-", "−") else offset)
