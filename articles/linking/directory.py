"""Whose name is whose: the aliases of entities that names may lead to, by kind and key; without Django."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from articles.names import KnownName, KnownNames
from articles.names.linking_known import is_doubtful
from articles.names.words import words_of

NameKey = tuple[str, str]
"""Kind and key of a name."""


class Bearer(NamedTuple):
    """An entity that bears a name, and whether the name leads to it by itself.

    `fuller` are its spellings of three words or more, which may tell the father's name.
    """

    entity: int
    links_by_itself: bool
    fuller: tuple[str, ...]


@dataclass
class Directory:
    """The bearers of each name, and every spelling of each, which stories are searched for."""

    bearers: dict[NameKey, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    spellings: dict[tuple[int, str], KnownName] = field(default_factory=dict)

    def add(self, name: KnownName, key: str) -> None:
        """Add a name; those of one entity are added one after the other."""
        self.spellings[name.entity, name.name] = name
        bearers = self.bearers[name.kind, key]
        by_itself = name.links_by_itself
        fuller = (name.name,) if name.name.count(" ") > 1 else ()
        # Two spellings of one key are one name, which leads by itself if one of them does.
        if bearers and bearers[-1].entity == name.entity:
            same = bearers.pop()
            by_itself |= same.links_by_itself
            fuller = (*same.fuller, *fuller)
        bearers.append(Bearer(name.entity, by_itself, fuller))

    def bearers_of(self, kind: str, key: str) -> list[Bearer]:
        return self.bearers.get((kind, key), [])

    def is_spelling(self, entity: int, text: str) -> bool:
        """Tell whether the entity has the name `text`, letter by letter."""
        return (entity, text) in self.spellings

    @cached_property
    def known(self) -> KnownNames:
        """The spellings, ready to be looked for in texts; not those that read like everyday words."""
        words = words_of("en")
        return KnownNames(
            name for name in self.spellings.values() if not is_doubtful(name.name, words)
        )
