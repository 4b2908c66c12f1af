"""What the API answers with. A whole story and a whole name are what `articles.export` writes of them."""

from __future__ import annotations

from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

Kind = Literal["person", "organization", "event"]

PARTIAL_DATE = "A moment as ISO 8601 has it, or only a day, a month or a year: what is known of it."


# No address and no name holds a null character, and PostgreSQL takes none.
WITHOUT_NULL = r"^[^\x00]*$"

# A word of an address, and what may be asked for; as long as the database's longest.
Slug = Annotated[str, Field(max_length=200, pattern=WITHOUT_NULL)]
Words = Annotated[str, Field(max_length=200, pattern=WITHOUT_NULL)]


class Problem(Schema):
    """Why there is no answer, in one sentence."""

    detail: str


# Stories


class Card(Schema):
    """What a list tells of a story."""

    slug: str
    url: str
    title: str
    language: str
    published_at: str | None = Field(description=PARTIAL_DATE)
    published_between: tuple[str, str] | None = Field(
        description="The first and the last day it may be from, where only its place in the order is known."
    )
    standfirst: str
    lead: str = Field(description="How its text begins, 200 characters at most.")
    tags: list[str]


class Cards(Schema):
    """Some stories, newest first, and where the next ones are."""

    items: list[Card]
    next: str | None = Field(description="The address of the next ones; null after the last.")


class Mention(Schema):
    """A stretch of the text that names somebody; offsets in code points into `body_text`."""

    kind: Kind
    entity: str = Field(description="The slug of whom it names.")
    name: str
    start: int
    end: int
    text: str
    status: str
    found_by: str
    confidence: float


class Quote(Schema):
    """A stretch of the text that somebody said; offsets in code points into `body_text`."""

    start: int
    end: int
    text: str
    speaker: str | None
    speaker_kind: Kind | None
    speaker_text: str
    status: str
    found_by: str
    confidence: float


class Neighbour(Schema):
    """The title that the source named beside a story, and the slug of that story if it is here."""

    title: str
    slug: str | None


class Related(Schema):
    """A related story, with the reasons in a reader's words."""

    slug: str | None
    title: str
    score: float | None
    reasons: list[str]
    made_by: str


class Version(Schema):
    """The same story in another language."""

    language: str
    title: str
    address: str
    slug: str | None


class Source(Schema):
    """The document that the story came from."""

    key: str
    format: str
    encoding: str
    sha256: str
    address: str | None


class Story(Schema):
    """A story with everything that stands in it and beside it."""

    type: Literal["article"]
    slug: str
    url: str
    title: str
    language: str
    status: str
    published_at: str | None = Field(description=PARTIAL_DATE)
    published_between: tuple[str, str] | None
    position: int
    reading_minutes: int | None
    stated_minutes: int | None
    word_count: int
    standfirst: str
    caption: str
    credit: str
    body_html: str
    body_text: str
    authors: list[str]
    author_people: list[str | None]
    tags: list[str]
    mentions: list[Mention]
    quotes: list[Quote]
    previous: Neighbour | None
    next: Neighbour | None
    related: list[Related]
    translations: list[Version]
    edited_at: str | None
    source: Source | None


# Names


class Name(Schema):
    """What a list tells of a person, an organization or an event."""

    kind: Kind
    slug: str
    url: str
    name: str
    description: str
    first_day: str | None
    last_day: str | None
    story_count: int = Field(description="In how many published stories it is mentioned.")


class Names(Schema):
    """Some names, by their address, and where the next ones are."""

    items: list[Name]
    next: str | None = Field(description="The address of the next ones; null after the last.")


class Alias(Schema):
    """One way a name is written."""

    name: str
    language: str
    links_by_itself: bool


class Role(Schema):
    """What a story calls a person."""

    title: str
    organization: str | None
    article: str
    found_by_rule: bool


class Parent(Schema):
    """What something is a part of."""

    kind: Kind
    slug: str


class Entity(Schema):
    """A person, an organization or an event, with all its names."""

    type: Kind
    slug: str
    url: str
    name: str
    description: str
    first_day: str | None
    last_day: str | None
    place: str
    made_by_import: bool
    parent: Parent | None
    aliases: list[Alias]
    roles: list[Role]
