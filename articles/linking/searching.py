"""Which stories hold a name, letter by letter, whatever rules found in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ahocorasick_rs import AhoCorasick
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex

from articles.models import Article

# The database walks through the texts once for each name, 100,000 stories in some two seconds; from so
# many names on it is quicker to look for all of them at once here.
MOST_BY_DATABASE = 3


def stories_holding(names: Collection[str]) -> set[int]:
    """Return the ids of the stories in whose text one of these names stands."""
    names = {name for name in names if name.strip()}
    if not names:
        return set()
    if len(names) > MOST_BY_DATABASE:
        return set(_by_one_pass(names))
    holding = Q()
    for name in names:
        holding |= Q(pk__in=_holding(name).values("pk"))
    return set(Article.objects.filter(holding).values_list("pk", flat=True))


def _holding(name: str) -> QuerySet[Article]:
    place = StrIndex("body_text", Value(name))
    return Article.objects.alias(place=place).filter(place__gt=0)


def _by_one_pass(names: Collection[str]) -> Iterator[int]:
    automaton = AhoCorasick(list(names), store_patterns=False)
    for pk, text in Article.objects.values_list("pk", "body_text").iterator(chunk_size=500):
        if automaton.find_matches_as_indexes(text):
            yield pk
