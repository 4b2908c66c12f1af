"""A name as it is being looked for in one story: what is known of each occurrence so far."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from articles.names.sorts import Sort


class Mention(NamedTuple):
    """One stretch of a story and what it is taken for; `name` is the fullest form that the story gives."""

    start: int
    end: int
    text: str
    sort: Sort
    confidence: float
    rule: str
    name: str
    role: str = ""
    entity: int | None = None
    words: tuple[str, ...] = ()

    def taken_for(self, sort: Sort, confidence: float, rule: str, name: str = "") -> Mention:
        """Return the mention as one of another sort, found by another rule."""
        return Mention(
            self.start, self.end, self.text, sort, confidence, rule, name or self.name,
            self.role, self.entity, self.words,
        )  # fmt: skip


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions that do not overlap, in order: the longer first, at equal length the surer."""
    in_order = sorted(mentions, key=lambda m: m.start)
    if all(one.end <= other.start for one, other in pairwise(in_order)):
        return in_order
    ranked = sorted(
        in_order, key=lambda m: (m.start - m.end, m.entity is None, -m.confidence, m.start)
    )
    taken: list[Mention] = []
    covered: set[int] = set()
    for mention in ranked:
        stretch = range(mention.start, mention.end)
        if covered.isdisjoint((mention.start, mention.end - 1)) and covered.isdisjoint(stretch):
            covered.update(stretch)
            taken.append(mention)
    return sorted(taken, key=lambda m: m.start)
