"""How surely stories stand beside each other, and where their sources disagree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from articles.chronology.archive import SAYS_NOTHING, UNSURE, Archive, Claims
from articles.chronology.chain import Strength, claimants_of, strength_of
from articles.chronology.rows import Arranged
from articles.models import Direction, Neighbour, Topic
from articles.reporting.found import Found

CLAIMS_AT_ONCE = 1000


class Claim(NamedTuple):
    """What one source says, as rows of the archive and ids of claims; `answer` is the other side's."""

    topic: Topic
    row: int
    other: int
    side: Direction
    pk: int
    answer: int


def count_firm(arranged: Arranged) -> int:
    """Return how many stories follow another as both their sources say."""
    before, after = arranged.archive.before.meant, arranged.archive.after.meant
    stories = range(arranged.archive.stories)
    return sum(after[row] in stories and before[after[row]] == row for row in stories)


def find_links(arranged: Arranged) -> Iterator[Found]:
    """Yield weak links, contradictions, titles that several share, circles and dates out of order."""
    archive = arranged.archive
    claims = chain(
        _claims(archive, archive.before, archive.after, Direction.PREVIOUS),
        _claims(archive, archive.after, archive.before, Direction.NEXT),
    )
    while batch := list(islice(claims, CLAIMS_AT_ONCE)):
        pks = {pk for claim in batch for pk in (claim.pk, claim.answer)}
        titles = dict(Neighbour.objects.filter(pk__in=pks).values_list("pk", "title"))
        for claim in batch:
            facts = {"side": str(claim.side)}
            if claim.topic == Topic.CONTRADICTED:
                facts["answer"] = titles.get(claim.answer, "")
            stories = _pk(archive, claim.row), _pk(archive, claim.other)
            yield Found(claim.topic, *stories, titles.get(claim.pk, ""), facts)
    for earlier, later in arranged.chain.cut:
        yield Found(Topic.CIRCLE, _pk(archive, earlier), _pk(archive, later))
    for row in arranged.order.misdated:
        yield Found(Topic.MISDATED, _pk(archive, row))


def _claims(archive: Archive, claims: Claims, opposite: Claims, side: Direction) -> Iterator[Claim]:
    """Yield what is said of one side and is not firm, save of lost stories."""
    claimants = claimants_of(archive, claims)
    for row in claims.rows():
        other = claims.meant[row]
        if other == UNSURE:
            yield Claim(Topic.SHARED, row, other, side, claims.pks[row], SAYS_NOTHING)
        elif archive.is_story(other):
            strength = strength_of(archive, claims, opposite, claimants, row)
            if strength != Strength.FIRM:
                topic = Topic.WEAK if strength == Strength.WEAK else Topic.CONTRADICTED
                yield Claim(topic, row, other, side, claims.pks[row], opposite.pks[other])


def _pk(archive: Archive, row: int) -> int | None:
    return archive.pks[row] if archive.is_story(row) else None
