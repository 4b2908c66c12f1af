"""The days that a story's text tells: weak evidence of when it appeared, for want of any other.

A story tells of what was, and of what has just been most of all, so that the last day it tells is the nearest
to its own. It may be an appointment in some later year, too; hence no story gets a date of it.
"""

from __future__ import annotations

import re
from datetime import date

from articles.readers.calendar_words import MONTHS

_WORD = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})\s(?P<m1>{_WORD})|(?P<m2>{_WORD})\s(?P<d2>\d{{1,2}})),?\s(?P<y>\d{{4}})\b",
    re.IGNORECASE,
)


def last_day_told(text: str) -> date | None:
    """Return the last day that `text` tells with its month's name and its year, None if there is none."""
    days = (_day(match) for match in _DAY.finditer(text))
    return max((day for day in days if day), default=None)


def _day(match: re.Match[str]) -> date | None:
    month = MONTHS[(match["m1"] or match["m2"]).casefold()]
    try:
        return date(int(match["y"]), month, int(match["d1"] or match["d2"]))
    except ValueError:  # the 31st of June
        return None
