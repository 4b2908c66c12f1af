"""Who is called as a reader typed: those are offered before any story, and found in every spelling."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from django.db.models import Count, Q, Value
from django.db.models.functions import Concat

from articles.models import Alias, Entity, Kind, Mention
from articles.names import name_key, slavic
from articles.names.spoken import spoken_name
from articles.names.transliteration import romanised
from articles.readers import title_key
from articles.search.question import Phrase, Question, tidy

MOST_OFFERED = 3
# A surname that more bear says too little of whom it means; the first of them are compared.
MOST_COMPARED = 50
SHORTEST_NAME = 3


class Called(NamedTuple):
    """Who is called so, the most named first, and the key of the name that was typed."""

    entities: list[Entity]
    key: str


def called(typed: str) -> Called:
    """Return the people, organizations and events whose name, or a word of it, was typed.

    It is compared by letters and, in any spelling, by key. Nobody is found by a name that readers may
    not see.
    """
    name = tidy(typed).strip('"*')
    if len(name) < SHORTEST_NAME:
        return Called([], "")
    aliases = _aliases(name)
    if not aliases:
        return Called([], "")
    counts = dict(
        Mention.objects.public()
        .filter(entity__in=aliases)
        .order_by()
        .values_list("entity_id")
        .annotate(Count("pk"))
    )
    order = sorted(aliases, key=lambda pk: (-len(aliases[pk]), -counts.get(pk, 0), pk))
    shown = Entity.objects.published().named_openly().in_bulk(order)
    entities = [shown[pk] for pk in order if pk in shown][:MOST_OFFERED]
    keys = [key for entity in entities for key in aliases[entity.pk] if key]
    return Called(entities, keys[0] if keys else "")


def _aliases(name: str) -> dict[int, set[str]]:
    """Return who has this name or word in a name, with the keys by which."""
    keys = {kind.value: _keys(name, kind) for kind in Kind}
    # A space before and after each name makes one comparison of three.
    between = Value(" ")
    rows = Alias.objects.annotate(
        words=Concat(between, "folded", between), keys=Concat(between, "key", between)
    )
    alike = Q(words__contains=f" {title_key(name)} ")
    for kind, its in keys.items():
        for key in its:
            alike |= Q(keys__contains=f" {key} ", entity__kind=kind)
    found: dict[int, set[str]] = {}
    named = rows.filter(alike).values_list("entity_id", "entity__kind", "keys")
    for pk, kind, words in named[:MOST_COMPARED]:
        found.setdefault(pk, set()).update(key for key in keys[kind] if f" {key} " in words)
    return found


def _keys(name: str, kind: Kind) -> set[str]:
    """Return the keys that the name may have, or a part of one: a surname alone tells no language."""
    keys = {name_key(name, kind.value)}
    if kind == Kind.PERSON:
        keys.add(" ".join(map(slavic.folded, spoken_name(romanised(name)).words)))
    return keys - {""}


def in_any_spelling(asked: Question, key: str) -> Question:
    """Return the question such that a story answers it, too, that bears the name with this key."""
    words = tuple(key.split())
    return replace(asked, name=Phrase(words, words)) if words and asked else asked
