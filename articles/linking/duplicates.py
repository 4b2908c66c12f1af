"""Which entities may be one, under names that no rule dares to take for the same: editors are asked.

Only names that share their surname and an initial, their longest word, or an acronym are compared at all:
among 100,000 names every pair would be five billion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from articles.inserting import insert
from articles.models import Entity, LikelyDuplicate
from articles.names import SAME, Kind, name_key, same_name

# A block with more than these says nothing any more.
MOST_COMPARED = 40

# Letters of an acronym, at least and at most.
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 8

# Words that acronyms leave out.
SMALL_WORDS = {"of", "the", "and", "for", "in", "on", "de", "des", "du", "la", "и", "по", "і", "па"}


class Called(NamedTuple):
    """An entity, and what it is called."""

    pk: int
    kind: Kind
    name: str


def find_duplicates(entities: Collection[int]) -> None:
    """Note which entities may be the same as one of these; what editors told apart stays so."""
    wanted = set(entities)
    blocks: dict[tuple[str, str], list[Called]] = defaultdict(list)
    for pk, kind, name in Entity.objects.order_by("pk").values_list("pk", "kind", "name"):
        called = Called(pk, kind, name)  # type: ignore[arg-type]  # the constraint knows the three
        for block in _blocks(called):
            blocks[block].append(called)
    pairs: dict[tuple[int, int], tuple[int, str]] = {}
    for called_alike in blocks.values():
        if len(called_alike) <= MOST_COMPARED:
            pairs.update(_alike(called_alike, wanted))
    known = set(
        LikelyDuplicate.objects.filter(first__in=[one for one, _ in pairs]).values_list(
            "first_id", "second_id"
        )
        if len(pairs) < MOST_COMPARED
        else LikelyDuplicate.objects.values_list("first_id", "second_id")
    )
    insert(
        LikelyDuplicate,
        ["first", "second", "score", "reason", "different"],
        ((*pair, *found, False) for pair, found in sorted(pairs.items()) if pair not in known),
    )


def _blocks(called: Called) -> Iterator[tuple[str, str]]:
    """Yield the blocks in which an entity is compared with others."""
    words = name_key(called.name, called.kind).split()
    if called.kind == "person":
        if len(words) > 1:
            yield called.kind, f"{words[0][0]} {words[-1]}"
        return
    if words:
        yield called.kind, max(words, key=len)
    if acronym := _acronym(called.name):
        yield called.kind, f"acronym {acronym}"


def _acronym(name: str) -> str:
    """Return a name's letters if it is an acronym, or those that it would have as one."""
    words = [word for word in name.replace("-", " ").split() if word.lower() not in SMALL_WORDS]
    letters = name if len(words) == 1 and name.isupper() else "".join(word[0] for word in words)
    letters = letters.replace(".", "").upper()
    is_one = SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM and letters.isalpha()
    return letters if is_one else ""


def _alike(
    called_alike: list[Called], wanted: set[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, str]]]:
    for place, one in enumerate(called_alike):
        for other in called_alike[place + 1 :]:
            if one.pk in wanted or other.pk in wanted:
                likeness = same_name(one.name, other.name, one.kind)
                if likeness >= SAME:
                    yield (one.pk, other.pk), (round(likeness * 100), _reason(one, other))


def _reason(one: Called, other: Called) -> str:
    """Say in an editor's words why two may be one."""
    short, long = sorted((one.name, other.name), key=len)
    if " " not in short and short.isupper() and _acronym(long) == _acronym(short):
        return f"“{short}” may stand for “{long}”."
    return f"“{one.name}” and “{other.name}” read alike."
