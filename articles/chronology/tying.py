"""Which story a source means by the title it names on one side of another.

Of several stories with one title, the one is meant whose own source names the other back. A title that
only one story has means that story, whatever its source says. If those before and those after name a title
in vain, since all who have it stand firmly beside others, a namesake of theirs is lost between them. A title
that nobody has is that of a lost story.
"""

from __future__ import annotations

from array import array

from articles.chronology.archive import NOBODY, UNSURE, Archive, Claims, Index


def tie(archive: Archive) -> None:
    """Find the row that each claim means; titles that nobody has become lost stories."""
    for claims in (archive.before, archive.after):
        for row in claims.rows():
            claims.meant[row] = _chosen(archive, claims, row)
    _tie_mutual(archive)
    titles = Index(range(archive.stories), archive.titles)
    sides = (archive.before, archive.after), (archive.after, archive.before)
    namesakes = set.intersection(*(_named_in_vain(titles, *claims) for claims in sides))
    lost: dict[int, int] = {}
    found = [_tie_others(archive, titles, namesakes, lost, claims) for claims, _ in sides]
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


def _named_in_vain(titles: Index, claims: Claims, opposite: Claims) -> set[int]:
    """Return the titles named on a side of which all bearers stand firmly beside others there."""
    all_firm: dict[int, bool] = {}
    for row in claims.rows():
        title = claims.titles[row]
        if claims.meant[row] == NOBODY and title not in all_firm:
            bearers = titles.find(title)
            firm = all(_is_firm(bearer, opposite, claims) for bearer in bearers)
            all_firm[title] = firm and len(bearers) > 0
    return {title for title, firm in all_firm.items() if firm}


def _is_firm(row: int, claims: Claims, opposite: Claims) -> bool:
    """Tell whether a story and the one on this side of it name each other."""
    beside = claims.meant[row]
    return beside >= 0 and opposite.meant[beside] == row


def _tie_others(
    archive: Archive, titles: Index, namesakes: set[int], lost: dict[int, int], claims: Claims
) -> array[int]:
    """Return what all claims of one side mean, with those that nobody answers to.

    `namesakes` are titles of stories that are here of which another is lost; `lost` holds the rows of
    the lost ones by their titles.
    """
    meant = claims.meant[:]
    for row in claims.rows():
        if meant[row] != NOBODY:
            continue
        title = claims.titles[row]
        bearers = titles.find(title)
        if title in namesakes or len(bearers) == 0 or (len(bearers) == 1 and bearers[0] == row):
            meant[row] = _lost(archive, lost, title)
        else:
            meant[row] = bearers[0] if len(bearers) == 1 else UNSURE
    return meant


def _lost(archive: Archive, lost: dict[int, int], title: int) -> int:
    """Return the row of the lost story with this title."""
    if title not in lost:
        lost[title] = archive.all_rows
        archive.lost.append(title)
    return lost[title]
