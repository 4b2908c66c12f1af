"""A chain → one order of all stories, in which every date holds.

Each path of the chain is anchored at its dated stories. An undated one stands right after the dated one
before it on its path, else right before the first one after it. A path without any date stands before all
that is dated, among others like it by the days that texts tell. A date that does not fit those of its path
leaves it: the story stands at its own date, and those beside it on each other's.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.chronology.archive import NO_MOMENT, NOBODY, Archive
from articles.chronology.chain import Chain, Strength
from articles.chronology.rising import longest_rising


@dataclass(slots=True)
class Order:
    """All rows in the newsroom's order, lost ones among them.

    `anchors` holds the second at which each row stands, NO_MOMENT without any; `earlier` and `later`
    the nearest dated rows on both sides along the chain, NOBODY where there is none; `misdated` the
    stories whose date runs against their path.
    """

    rows: array[int]
    anchors: array[int]
    earlier: array[int]
    later: array[int]
    misdated: list[int]


def arrange_rows(archive: Archive, chain: Chain, told: Mapping[int, int]) -> Order:
    """Return the order of all rows; stories whose date runs against their path leave the chain.

    `told` holds the days that texts tell, for the first stories of paths without any date.
    """
    nobody = array("i", [NOBODY]) * archive.all_rows
    anchors = array("q", [NO_MOMENT]) * archive.all_rows
    order = Order(array("i"), anchors, nobody, nobody[:], [])
    for head in list(chain.heads()):
        _anchor(archive, chain, order, head)
    heads = _sorted_heads(archive, chain, anchors, told)
    laid_out = array("i", (row for head in heads for row in chain.path(head)))
    order.rows = array("i", sorted(laid_out, key=anchors.__getitem__))
    return order


def _anchor(archive: Archive, chain: Chain, order: Order, head: int) -> None:
    """Give every row of a path its second; those whose date does not fit leave the path."""
    dated = [row for row in chain.path(head) if archive.is_dated(row)]
    seconds = _seconds(archive, dated)
    fitting = longest_rising(seconds)
    for row, second in zip(dated, seconds, strict=True):
        order.anchors[row] = second
    if len(fitting) < len(dated):
        kept = {dated[place] for place in fitting}
        for row in dated:
            if row not in kept:
                order.misdated.append(row)
                order.anchors[row] = archive.firsts[row]
                if row == head:
                    head = chain.following[row]
                _leave(chain, row)
        dated = [dated[place] for place in fitting]
    if dated:
        _tell_between(chain, order, head, dated)


def _seconds(archive: Archive, dated: list[int]) -> list[int]:
    """Return the second of each dated row: of one that is dated roughly, that of the row before it.

    If that is not within its day, month or year, it is the first it can be.
    """
    seconds, last = [], NO_MOMENT
    for row in dated:
        first = archive.firsts[row]
        last = last if first <= last <= archive.lasts[row] else first
        seconds.append(last)
    return seconds


def _leave(chain: Chain, row: int) -> None:
    """Take a row out of its path, and close the path over it."""
    earlier, later = chain.preceding[row], chain.following[row]
    if later != NOBODY:
        chain.part(row, later)
    if earlier != NOBODY:
        chain.part(earlier, row)
        if later != NOBODY:
            chain.link(earlier, later, Strength.WEAK)


def _tell_between(chain: Chain, order: Order, head: int, dated: list[int]) -> None:
    """Tell each undated row of a path between which dated ones it stands, and its second."""
    coming = iter([*dated, NOBODY])
    earlier, later = NOBODY, next(coming)
    for row in chain.path(head):
        if row == later:
            earlier, later = row, next(coming)
            continue
        order.earlier[row], order.later[row] = earlier, later
        order.anchors[row] = order.anchors[later if earlier == NOBODY else earlier]


def undated_heads(archive: Archive, chain: Chain) -> Iterator[int]:
    """Yield the first story of each path without any date."""
    for head in chain.heads():
        path = [row for row in chain.path(head) if archive.is_story(row)]
        if path and not any(map(archive.is_dated, path)):
            yield path[0]


def _sorted_heads(
    archive: Archive, chain: Chain, anchors: array[int], told: Mapping[int, int]
) -> list[int]:
    """Return the heads of all paths, in the order in which paths that meet at one second stand there.

    The path that began earlier comes to its end, the one that goes on longer begins; of paths without
    any date, the one whose first story tells of earlier days. Of others, the one whose first story has
    the lowest id stands first.
    """
    heads = list(chain.heads())
    starts, ends, stories = anchors[:], anchors[:], array("i", range(archive.all_rows))
    for head in heads:
        path = list(chain.path(head))
        ends[head] = anchors[path[-1]]
        stories[head] = next(filter(archive.is_story, path), head)
    heads.sort(key=stories.__getitem__)
    heads.sort(key=lambda head: told.get(stories[head], 0))
    heads.sort(key=ends.__getitem__)
    heads.sort(key=starts.__getitem__)
    return heads
