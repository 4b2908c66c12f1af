"""The indexes of people, organizations and events: their letters, and those whose name is asked for."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Q, Value
from django.db.models.functions import Concat

from articles.calendar import SECONDS_REMEMBERED
from articles.models import Alias
from articles.models.entity import EntityQuerySet, OfOneKind
from articles.names import name_key
from articles.paging import remember_landmarks
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
        slugs = list(model.objects.published().order_by("slug").values_list("slug", flat=True))
        known = [Letter(*counted) for counted in sorted(Counter(slug[0] for slug in slugs).items())]
        cache.set(key, known, SECONDS_REMEMBERED)
        # One walk over all names serves for their pages, too.
        remember_landmarks(index_name(model), slugs)
    return known


def index_name(model: type[OfOneKind], letter: str = "") -> str:
    """Return what the list of a kind, or of one of its letters, is called when pages are counted."""
    return f"{model.KIND}:index:{letter}"


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
    # A space before and after each name makes one comparison of three.
    between = Value(" ")
    names = Alias.objects.annotate(
        words=Concat(between, "folded"), keys=Concat(between, "key", between)
    )
    alike = Q(words__contains=f" {folded}")
    found = names.filter(alike | Q(keys__contains=f" {key} ") if key else alike)
    rows: EntityQuerySet = model.objects.published()
    return rows.named_openly().filter(pk__in=found.values("entity_id"))
