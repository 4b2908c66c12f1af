"""Every story as numbers, in columns, so that 100,000 of them take some ten megabytes.

A story is known by its row, and rows rise with its id. Behind the stories stand the lost ones: titles that
stories name and nobody bears. Titles are told by their hash, which two of a million different ones share
in one archive of thirty million.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

NOBODY = -1
# Somebody stands there, but nobody can tell which of several stories.
UNSURE = -2
NO_MOMENT = -(1 << 62)
SAYS_NOTHING = 0


def numbers() -> array[int]:
    """Return an empty column of ids, moments and hashes."""
    return array("q")


def rows() -> array[int]:
    """Return an empty column of rows."""
    return array("i")


@dataclass(slots=True)
class Claims:
    """What each story's source says of one side of it.

    `pks` are the ids of the claims, SAYS_NOTHING where there is none; `titles` are what they name;
    `tied` is the row that a claim leads to so far, and `meant` the row that it means: a story, a lost
    one, UNSURE, or NOBODY where there is no claim.
    """

    pks: array[int] = field(default_factory=numbers)
    titles: array[int] = field(default_factory=numbers)
    tied: array[int] = field(default_factory=rows)
    meant: array[int] = field(default_factory=rows)

    def add_story(self) -> None:
        """Make room for one more story, of whose side nothing is said."""
        self.pks.append(SAYS_NOTHING)
        self.titles.append(0)
        self.tied.append(NOBODY)
        self.meant.append(NOBODY)

    def claim(self, row: int, pk: int, title: int, tied: int = NOBODY) -> None:
        """Keep that the source of `row` names `title` on this side."""
        self.pks[row], self.titles[row], self.tied[row] = pk, title, tied

    def rows(self) -> Iterable[int]:
        """Return the rows whose source says something of this side."""
        return (row for row, pk in enumerate(self.pks) if pk != SAYS_NOTHING)


@dataclass(slots=True)
class Archive:
    """All stories, and what their sources say stands before and after each.

    `firsts` and `lasts` are the first and last second at which a story can have appeared, NO_MOMENT
    where nobody knows. `lost` are the titles of the lost ones, whose rows follow those of the stories.
    """

    pks: array[int] = field(default_factory=numbers)
    titles: array[int] = field(default_factory=numbers)
    firsts: array[int] = field(default_factory=numbers)
    lasts: array[int] = field(default_factory=numbers)
    positions: array[int] = field(default_factory=numbers)
    before: Claims = field(default_factory=Claims)
    after: Claims = field(default_factory=Claims)
    lost: array[int] = field(default_factory=numbers)

    def add(self, pk: int, title: int, first: int, last: int, position: int) -> None:
        """Add a story, whose id is higher than those before."""
        self.pks.append(pk)
        self.titles.append(title)
        self.firsts.append(first)
        self.lasts.append(last)
        self.positions.append(position)
        self.before.add_story()
        self.after.add_story()

    @property
    def stories(self) -> int:
        return len(self.pks)

    @property
    def all_rows(self) -> int:
        """The number of stories and lost ones."""
        return len(self.pks) + len(self.lost)

    def is_story(self, row: int) -> bool:
        return 0 <= row < len(self.pks)

    def is_dated(self, row: int) -> bool:
        return self.is_story(row) and self.firsts[row] != NO_MOMENT

    def row_of(self, pk: int) -> int:
        """Return the row of the story with this id, NOBODY if there is none."""
        row = bisect_left(self.pks, pk)
        return row if row < len(self.pks) and self.pks[row] == pk else NOBODY


class Index:
    """The rows that have each key, found by halves: a fifth of the memory of a dict."""

    def __init__(self, keyed: Iterable[int], keys: array[int]) -> None:
        """Index the rows in `keyed`; `keys` holds the key of every row."""
        self.rows = array("i", sorted(keyed, key=keys.__getitem__))
        self.keys = array("q", map(keys.__getitem__, self.rows))

    def find(self, key: int) -> array[int]:
        """Return the rows that have `key`, in their order."""
        start = bisect_left(self.keys, key)
        if start == len(self.keys) or self.keys[start] != key:
            return self.rows[:0]
        return self.rows[start : bisect_right(self.keys, key, start)]
