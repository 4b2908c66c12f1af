"""The indexes of people, organizations and events: their letters, and those whose name is asked for."""

from __future__ import annotations

from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Count, Q
from django.db.models.functions import Substr

from articles.calendar import SECONDS_REMEMBERED
from articles.models import Alias
from articles.models.entity import EntityQuerySet, OfOneKind
from articles.names import name_key
from articles.readers import title_key

MOST_FOUND = 50
LONGEST_QUESTION = 200


class Letter(NamedTuple):
    """A letter or digit that names begin with in their addresses, and how many do."""

    letter: str
    names: int


def letters(model: type[OfOneKind]) -> list[Letter]:
    """Return the letters that published names of one kind begin with, at most a minute old."""
    key = f"letters:{model.KIND}"
    known: list[Letter] | None = cache.get(key)
    if known is None:
        rows = model.objects.published().order_by().annotate(letter=Substr("slug", 1, 1))
        counted = rows.values("letter").annotate(count=Count("pk")).order_by("letter")
        known = [Letter(row["letter"], row["count"]) for row in counted]
        cache.set(key, known, SECONDS_REMEMBERED)
    return known


def under_letter(model: type[OfOneKind], letter: str) -> EntityQuerySet:
    """Keep the published names of one kind whose address begins with `letter`."""
    rows: EntityQuerySet = model.objects.published()
    # The lower bound has the database begin there; only the second is exact in every order of letters.
    return rows.filter(slug__gte=letter, slug__startswith=letter)


def called(model: type[OfOneKind], words: str) -> EntityQuerySet:
    """Keep the published ones of one kind that have a name in which a word begins with `words`.

    The words match in the letters that they are written in, or as a whole name or surname in any script.
    Nobody is found by a name that readers may not see.
    """
    folded, key = title_key(words), name_key(words, model.KIND.value)
    names = Q(folded__startswith=folded) | Q(folded__contains=f" {folded}")
    if key:
        names |= Q(key=key) | Q(key__startswith=f"{key} ") | Q(key__endswith=f" {key}")
    found = Alias.objects.filter(names, entity__kind=model.KIND)
    rows: EntityQuerySet = model.objects.published()
    return rows.named_openly().filter(pk__in=found.values("entity_id"))
