"""Stories that are too short or too long for the minutes their source stated: cut off, or there twice.

The source counted whole minutes, so a story of four may be of three or five. How many words its minute had
is the median over all stories of a language, which no outlier moves.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from articles.models import Article, Topic
from articles.reporting.found import Found

# Fewer stories tell nothing of how their source counted.
FEWEST_STORIES = 20
# Of one or two minutes, up to a half is lost in the rounding; those tell only where there are no others.
ROUNDED_LITTLE = 3
# What pictures add to a minute, and other ways to count words; a sixth.
TOLERANCE = 0.15


def words_a_minute() -> dict[str, float]:
    """Return how many words the source counted to a minute, by language; none where too few tell."""
    short: dict[str, array[float]] = defaultdict(lambda: array("d"))
    long: dict[str, array[float]] = defaultdict(lambda: array("d"))
    rows = Article.objects.filter(stated_minutes__gt=0, word_count__gt=0).order_by()
    told = rows.values_list("language", "word_count", "stated_minutes")
    for language, words, minutes in told.iterator(chunk_size=5000):
        if minutes:  # as asked; the column has none where nothing was stated
            rates = long if minutes >= ROUNDED_LITTLE else short
            rates[language].append(words / minutes)
    enough = {
        language: next(
            (one for one in (long[language], short[language]) if len(one) >= FEWEST_STORIES), None
        )
        for language in sorted({*short, *long})
    }
    return {language: round(median(found), 1) for language, found in enough.items() if found}


def find_unfit(rates: dict[str, float]) -> Iterator[Found]:
    """Yield the stories whose words do not fit their minutes, in their order.

    `rates` are the words a minute, by language.
    """
    rows = Article.objects.filter(stated_minutes__gt=0, language__in=rates).oldest_first()
    told = rows.values_list("pk", "language", "word_count", "stated_minutes")
    for pk, language, words, minutes in told.iterator(chunk_size=5000):
        rate, minutes = rates[language], minutes or 0
        facts = {"words": words, "minutes": minutes, "expected": round(rate * minutes)}
        if words < (1 - TOLERANCE) * rate * (minutes - 1):
            yield Found(Topic.SHORT, pk, facts=facts)
        elif words > (1 + TOLERANCE) * rate * (minutes + 1):
            yield Found(Topic.LONG, pk, facts=facts)
