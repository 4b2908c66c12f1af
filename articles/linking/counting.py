"""How often, and how surely, stories bear the names that nobody has yet: the queue of new names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Count, Max

from articles.inserting import insert
from articles.linking.directory import NameKey
from articles.models import Alias, NewName, Sighting
from articles.names import of_two_fathers


@dataclass
class Counted:
    """One name in all stories: in how many it stands, how surely at best, and how each spells it."""

    kind: str
    key: str
    story_count: int = 0
    confidence: int = 0
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The spelling that most stories have; of those the longest, then the first of the alphabet."""
        return min(self.spellings, key=self._rank)

    @property
    def own_spellings(self) -> set[str]:
        """The spellings without those of somebody else: by their patronymic, as most stories tell it."""
        own: set[str] = set()
        for name in sorted(self.spellings, key=self._rank):
            if not any(of_two_fathers(name, its) for its in own):
                own.add(name)
        return own

    def _rank(self, name: str) -> tuple[int, int, str]:
        return (-self.spellings[name], -len(name), name)


def count(keys: Iterable[NameKey] | None = None) -> Iterator[Counted]:
    """Count the names with these keys, all by default, in the order of key and kind."""
    rows = Sighting.objects.all()
    if keys is not None:
        rows = rows.filter(key__among={key for _, key in keys})
    grouped = (
        rows.order_by("key", "kind", "name")
        .values_list("key", "kind", "name")
        .annotate(Count("pk"), Max("confidence"))
    )
    for (key, kind), spelled in groupby(grouped.iterator(), lambda row: row[:2]):
        counted = Counted(kind, key)
        for _, _, name, stories, confidence in spelled:
            counted.story_count += stories
            counted.confidence = max(counted.confidence, confidence)
            counted.spellings[name] = stories
        yield counted


def keep_new_names(keys: Iterable[NameKey] | None = None) -> None:
    """Bring the new names with these keys, all by default, up to date with what stories bear."""
    keys = None if keys is None else set(keys)
    taken = set(_of(Alias.objects.all(), keys).values_list("entity__kind", "key"))
    wanted = {
        (one.kind, one.key): (one.name, one.story_count, one.confidence)
        for one in count(keys)
        if (one.kind, one.key) not in taken
    }
    stale = []
    for pk, kind, key, rejected, *row in _of(NewName.objects.all(), keys).values_list(
        "pk", "kind", "key", "rejected", "name", "story_count", "confidence"
    ):
        if wanted.get((kind, key)) == tuple(row):
            del wanted[kind, key]
        elif rejected:  # remembered for ever, counted no more
            wanted.pop((kind, key), None)
        else:
            stale.append(pk)
    for first in range(0, len(stale), 500):
        NewName.objects.filter(pk__in=stale[first : first + 500]).delete()
    insert(
        NewName,
        ["kind", "key", "name", "story_count", "confidence", "rejected"],
        ((*key, *row, False) for key, row in sorted(wanted.items())),
    )


def _of(rows: Any, keys: set[NameKey] | None) -> Any:
    return rows if keys is None else rows.filter(key__among={key for _, key in keys})
