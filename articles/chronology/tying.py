"""Which story a source means by the title it names on one side of another.

Of several stories with one title, the one is meant whose own source names the other back. A title that
only one story has means that story, be it silent or not, unless it stands firmly beside another one: then
its namesake is lost. A title that nobody has is that of a lost story.
"""

from __future__ import annotations

from array import array

from articles.chronology.archive import NOBODY, UNSURE, Archive, Claims, Index

# So many of one title say that it is shared, even without the story that names it.
ENOUGH = 3


def tie(archive: Archive) -> None:
    """Find the row that each claim means; titles that nobody has become lost stories."""
    for claims in (archive.before, archive.after):
        for row in claims.rows():
            claims.meant[row] = _chosen(archive, claims, row)
    _tie_mutual(archive)
    titles = Index(range(archive.stories), archive.titles)
    lost: dict[int, int] = {}
    sides = (archive.before, archive.after), (archive.after, archive.before)
    found = [_tie_others(archive, titles, lost, *claims) for claims in sides]
    for (claims, _), meant in zip(sides, found, strict=True):
        claims.meant = meant


def _chosen(archive: Archive, claims: Claims, row: int) -> int:
    """Return the story that an editor tied to a claim, or that has got another title since."""
    tied = claims.tied[row]
    return NOBODY if tied == NOBODY or archive.titles[tied] == claims.titles[row] else tied


def _tie_mutual(archive: Archive) -> None:
    """Tie those who name each other, if no others of the same two titles do."""
    before, after = archive.before, archive.after
    pairs_after, pairs_before = archive.titles[:], archive.titles[:]
    for row in after.rows():
        pairs_after[row] = hash((archive.titles[row], after.titles[row]))
    for row in before.rows():
        pairs_before[row] = hash((before.titles[row], archive.titles[row]))
    earlier = Index((row for row in after.rows() if after.meant[row] == NOBODY), pairs_after)
    later = Index((row for row in before.rows() if before.meant[row] == NOBODY), pairs_before)
    for row in earlier.rows:
        named = later.find(pairs_after[row])
        if len(named) == 1 == len(earlier.find(pairs_after[row])) and named[0] != row:
            after.meant[row], before.meant[named[0]] = named[0], row
        elif any(other != row for other in named):
            after.meant[row] = UNSURE
            for other in named:
                before.meant[other] = UNSURE


def _tie_others(
    archive: Archive, titles: Index, lost: dict[int, int], claims: Claims, opposite: Claims
) -> array[int]:
    """Return what all claims of one side mean, with those that nobody answers to."""
    meant = claims.meant[:]
    free: dict[int, list[int]] = {}
    for row in claims.rows():
        if meant[row] != NOBODY:
            continue
        title = claims.titles[row]
        if title not in free:
            free[title] = _free(titles.find(title), claims, opposite)
        others = [other for other in free[title] if other != row]
        if not others:
            meant[row] = _lost(archive, lost, title)
        else:
            alone = len(titles.find(title)) == 1
            meant[row] = others[0] if alone else UNSURE
    return meant


def _free(bearers: array[int], claims: Claims, opposite: Claims) -> list[int]:
    """Return the first of those that do not stand firmly beside somebody on the opposite side."""
    free = []
    for row in bearers:
        beside = opposite.meant[row]
        if beside < 0 or claims.meant[beside] != row:
            free.append(row)
            if len(free) == ENOUGH:
                break
    return free


def _lost(archive: Archive, lost: dict[int, int], title: int) -> int:
    """Return the row of the lost story with this title."""
    if title not in lost:
        lost[title] = archive.all_rows
        archive.lost.append(title)
    return lost[title]
