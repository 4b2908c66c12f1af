"""Lost articles: titles that stories name and nobody bears, each once, with place and namers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.chronology.archive import Archive, Index
from articles.chronology.rows import Arranged, Days
from articles.models import Direction, MadeBy, Neighbour, RelatedLink, Topic
from articles.reporting.found import Found

# More need not be named for a title to be looked for; all are counted.
MOST_NAMED = 10
CLAIMS_AT_ONCE = 1000


@dataclass(slots=True)
class Lost:
    """One lost title, by the ids of the stories that name it, each with the side on which it does."""

    title: str = ""
    claim: int = 0
    names: int = 0
    named_by: list[tuple[int, str]] = field(default_factory=list)

    def add(self, article: int, side: str) -> None:
        self.names += 1
        if len(self.named_by) < MOST_NAMED:
            self.named_by.append((article, side))


def find_lost(arranged: Arranged) -> Iterator[Found]:
    """Yield the lost ones in the order of the newsroom; those without a place in it come last."""
    archive = arranged.archive
    titles = Index(range(archive.stories), archive.titles)
    lost = _named_beside(archive)
    unplaced = _named_as_related(archive, titles, lost)
    for row in arranged.order.rows:
        if not archive.is_story(row):
            title = archive.lost[row - archive.stories]
            namesake = bool(titles.find(title))
            yield _found(lost[title], namesake, *_place(arranged, row))
    for found in unplaced:
        yield _found(found, False, {"not_before": None, "not_after": None}, None, None)


def _named_beside(archive: Archive) -> dict[int, Lost]:
    """Return the lost ones that stand before or after stories, by the hash of their title."""
    lost = {title: Lost() for title in archive.lost}
    sides = (archive.before, Direction.PREVIOUS), (archive.after, Direction.NEXT)
    for claims, side in sides:
        for row in claims.rows():
            if claims.meant[row] >= archive.stories:
                found = lost[claims.titles[row]]
                found.claim = claims.pks[row]
                found.add(archive.pks[row], str(side))
    by_claim = {found.claim: found for found in lost.values()}
    pks = list(by_claim)
    for start in range(0, len(pks), CLAIMS_AT_ONCE):
        batch = Neighbour.objects.filter(pk__in=pks[start : start + CLAIMS_AT_ONCE])
        for pk, title in batch.values_list("pk", "title"):
            by_claim[pk].title = title
    return lost


def _named_as_related(archive: Archive, titles: Index, lost: dict[int, Lost]) -> list[Lost]:
    """Add those that name the lost ones as related; return those that are named so alone."""
    unplaced: dict[int, Lost] = {}
    links = RelatedLink.objects.filter(made_by=MadeBy.ARCHIVE, other=None).order_by("pk")
    rows = links.values_list("article_id", "title_key", "title")
    for article, key, title in rows.iterator(chunk_size=5000):
        hashed = hash(key)
        if hashed not in lost and titles.find(hashed):
            continue
        found = lost.get(hashed) or unplaced.setdefault(hashed, Lost(title))
        found.add(article, "related")
    return sorted(unplaced.values(), key=lambda found: found.title)


def _place(arranged: Arranged, row: int) -> tuple[dict[str, Any], int | None, int | None]:
    """Return the days between which a lost one appeared, and the stories on both sides of it."""
    archive, chain = arranged.archive, arranged.chain
    first, last = Days(archive, arranged.order).between(row)
    days = {"not_before": first and first.isoformat(), "not_after": last and last.isoformat()}
    preceding, following = chain.preceding[row], chain.following[row]
    return (
        days,
        archive.pks[preceding] if archive.is_story(preceding) else None,
        archive.pks[following] if archive.is_story(following) else None,
    )


def _found(
    lost: Lost, namesake: bool, days: dict[str, Any], before: int | None, after: int | None
) -> Found:
    facts = days | {"named_by": lost.named_by, "names": lost.names, "namesake": namesake}
    return Found(Topic.LOST, before, after, lost.title, facts)
