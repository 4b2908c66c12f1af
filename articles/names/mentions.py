"""A name as it is being looked for in one story: what is known of each occurrence so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from articles.names.sorts import Sort


@dataclass(frozen=True, slots=True)
class Mention:
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
        return replace(self, sort=sort, confidence=confidence, rule=rule, name=name or self.name)


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions that do not overlap, in order: the longer first, at equal length the surer."""
    ranked = sorted(
        mentions, key=lambda m: (m.start - m.end, m.entity is None, -m.confidence, m.start)
    )
    taken: list[Mention] = []
    covered: set[int] = set()
    for mention in ranked:
        stretch = range(mention.start, mention.end)
        if covered.isdisjoint((mention.start, mention.end - 1)) and covered.isdisjoint(stretch):
            covered.update(stretch)
            taken.append(mention)
    return sorted(taken, key=lambda m: m.start)
