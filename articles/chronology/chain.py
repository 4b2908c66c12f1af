"""Claims → a chain: what follows what, how surely, and where circles are broken.

A link that both sides assert is firm. One that only one side asserts is weak, if nobody else claims the
place, and the other side says nothing, or names the very story that stands firmly behind the first: then
this one came between them after that side was saved. Any other is contradicted, and not followed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from articles.chronology.archive import NOBODY, SAYS_NOTHING, UNSURE, Archive, Claims


class Strength(IntEnum):
    """How surely one story follows another."""

    NONE = 0
    WEAK = 1
    FIRM = 2


@dataclass(slots=True)
class Chain:
    """What follows and what precedes each row, and how surely it is followed; `cut` broke circles."""

    following: array[int]
    preceding: array[int]
    strengths: array[int]
    cut: list[tuple[int, int]]

    def link(self, earlier: int, later: int, strength: Strength) -> None:
        self.following[earlier], self.preceding[later] = later, earlier
        self.strengths[earlier] = strength

    def part(self, earlier: int, later: int) -> None:
        self.following[earlier] = self.preceding[later] = NOBODY
        self.strengths[earlier] = Strength.NONE

    def heads(self) -> Iterator[int]:
        """Yield the rows that nothing precedes."""
        return (row for row, earlier in enumerate(self.preceding) if earlier == NOBODY)

    def path(self, head: int) -> Iterator[int]:
        """Yield `head` and all that follows it, once."""
        row = head
        while row != NOBODY:
            yield row
            row = self.following[row]
            if row == head:
                return


def follow(archive: Archive) -> Chain:
    """Return the chain of all stories and lost ones, without circles."""
    nobody = array("i", [NOBODY]) * archive.all_rows
    chain = Chain(nobody, nobody[:], array("b", bytes(archive.all_rows)), [])
    before, after = archive.before, archive.after
    for row, other, strength in _links(archive, after, before):
        chain.link(row, other, strength)
    for row, other, strength in _links(archive, before, after):
        if strength == Strength.WEAK:
            chain.link(other, row, strength)
    _break_circles(archive, chain)
    return chain


def _links(
    archive: Archive, claims: Claims, opposite: Claims
) -> Iterator[tuple[int, int, Strength]]:
    """Yield each row with the one that it names on a side, if that does not contradict it."""
    claimants = claimants_of(archive, claims)
    for row in claims.rows():
        strength = strength_of(archive, claims, opposite, claimants, row)
        if strength:
            yield row, claims.meant[row], strength


def claimants_of(archive: Archive, claims: Claims) -> array[int]:
    """Return the one row that names each row on a side, UNSURE where several do."""
    claimants = array("i", [NOBODY]) * archive.all_rows
    for row in claims.rows():
        other = claims.meant[row]
        if other >= 0:
            claimants[other] = row if claimants[other] == NOBODY else UNSURE
    return claimants


def strength_of(
    archive: Archive, claims: Claims, opposite: Claims, claimants: array[int], row: int
) -> Strength:
    """Return how surely what `row` claims holds; NONE if it leads nowhere or is contradicted."""
    other = claims.meant[row]
    if other < 0:
        return Strength.NONE
    silent = not archive.is_story(other) or opposite.pks[other] == SAYS_NOTHING
    answer = NOBODY if silent else opposite.meant[other]
    if answer == row:
        return Strength.FIRM
    came_between = (
        archive.is_story(answer) and opposite.meant[row] == answer and claims.meant[answer] == row
    )
    is_weak = (silent or came_between) and claimants[other] == row
    return Strength.WEAK if is_weak else Strength.NONE


def _break_circles(archive: Archive, chain: Chain) -> None:
    seen = bytearray(archive.all_rows)
    for head in chain.heads():
        for row in chain.path(head):
            seen[row] = True
    for row in range(archive.all_rows):
        if not seen[row]:
            circle = list(chain.path(row))
            for one in circle:
                seen[one] = True
            earlier = _weakest(archive, chain, circle)
            chain.cut.append((earlier, chain.following[earlier]))
            chain.part(earlier, chain.following[earlier])


def _weakest(archive: Archive, chain: Chain, circle: list[int]) -> int:
    """Return the row of a circle that what follows it follows least surely.

    Of equal links it is the one that runs back farthest in time, then the one to the lowest row.
    """
    dated = [place for place, row in enumerate(circle) if archive.is_dated(row)]
    backwards = [0] * len(circle)
    for place, later in zip(dated, dated[1:] + dated[:1], strict=True):
        back = archive.firsts[circle[place]] - archive.lasts[circle[later]]
        stretch = (later - place) % len(circle) or len(circle)
        for step in range(stretch):
            backwards[(place + step) % len(circle)] = back
    links = (
        (chain.strengths[row], -back, chain.following[row], row)
        for row, back in zip(circle, backwards, strict=True)
    )
    return min(links)[-1]
