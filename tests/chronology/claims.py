"""Archives for the rules of the order, written as a row of stories, and drawn at random."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from articles.chronology.archive import NO_MOMENT, Archive
from articles.chronology.chain import Chain, follow
from articles.chronology.sequence import Order, arrange_rows
from articles.chronology.tying import tie


@dataclass(frozen=True)
class Told:
    """A story as its source tells it; `day` is 0 if it bears no date, a neighbour "" if it names none."""

    title: str
    before: str = ""
    after: str = ""
    day: int = 0
    days: int = 1  # how many days the date leaves open
    told: int = 0  # the last day that its text tells


@dataclass(frozen=True)
class Ordered:
    """Stories in order, with all that was found out on the way; a row is a story's place in `told`."""

    told: list[Told]
    archive: Archive
    chain: Chain
    order: Order

    @property
    def rows(self) -> list[int]:
        return [row for row in self.order.rows if self.archive.is_story(row)]

    @property
    def titles(self) -> list[str]:
        return [self.told[row].title for row in self.rows]


def in_order(*told: Told) -> Ordered:
    """Return the stories in the order that follows from what they tell."""
    archive = Archive()
    for row, story in enumerate(told):
        first = story.day or NO_MOMENT
        last = first + story.days - 1 if story.day else NO_MOMENT
        archive.add(row + 1, hash(story.title), first, last, position=0)
        for claims, title in ((archive.before, story.before), (archive.after, story.after)):
            if title:
                claims.claim(row, row + 1, hash(title))
    tie(archive)
    chain = follow(archive)
    days = {row: story.told for row, story in enumerate(told)}
    return Ordered(list(told), archive, chain, arrange_rows(archive, chain, days))


TITLES = st.sampled_from("ABCDEFGHIJ")
NEIGHBOURS = st.sampled_from(["", *"ABCDEFGHIJ"])


def stories(dated: bool = True) -> st.SearchStrategy[list[Told]]:
    """Draw stories whose neighbours may contradict, miss, go in circles or be of one title."""
    days = st.integers(0, 9) if dated else st.just(0)
    open_days = st.sampled_from([1, 1, 3])
    told = st.builds(Told, TITLES, NEIGHBOURS, NEIGHBOURS, days, open_days)
    return st.lists(told, min_size=1, max_size=12)
