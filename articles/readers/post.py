"""A post as its document tells it: plain values, no markup, no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of the story is."""

    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    LIST = "list"
    NUMBERED_LIST = "numbered_list"


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the story: a paragraph or subheading has one line, a list one line an item.

    List markers are taken off, because the page draws them again; a numbered list always counts 1,
    2, 3 …
    """

    kind: BlockKind
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or as much of it as the source knew.

    ``month`` and ``day`` count from 1. ``moment`` is set when a time of day was given: aware when
    the source gave an offset from UTC, else naive, in a time zone that only the importer can know.
    """

    year: int
    month: int | None = None
    day: int | None = None
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """The same post in another language: a title, an address, or both; what is not known is ""."""

    language: str
    title: str
    address: str


@dataclass(frozen=True)  # without slots: these make the way between processes slow
class Notice:
    """Something the archivist should know that did not stop the document; ``line`` counts from
    1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Post:
    """One document, read.

    ``language`` is a guess by letters ("ru", "be", "uk", "kk") and "" when the letters do not tell,
    as with every Latin script. ``previous`` and ``next`` are None when the footer does not name
    them. ``encoding`` is what the bytes were taken for: "utf-8", "utf-16", "windows-1251",
    "windows-1252" or "koi8-r".
    """

    title: str
    blocks: tuple[Block, ...]
    reading_minutes: int | None
    caption: str
    credit: str
    published: PartialDate | None
    authors: tuple[str, ...]
    translations: tuple[Translation, ...]
    language: str
    address: str
    previous: str | None
    next: str | None
    related: tuple[str, ...]
    notices: tuple[Notice, ...]
    encoding: str
