"""What is found in a text, as plain tuples. Offsets count Unicode code points into the text."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

Kind = Literal["person", "organization", "event"]


class FoundName(NamedTuple):
    """One occurrence of a name: `text` is `text[start:end]` of the story.

    `name` is the fullest form that the story gives of the same name ("Sergei Shoigu" for a later
    "Shoigu" or "the Russian minister"), in the nominative where the language has cases, and `key` is
    its `name_key`. `entity` is the entity of the known alias that it is, None for a new name.
    `rule` names the rule that found it, `confidence` how sure the rule is, from 0 to 1.
    """

    start: int
    end: int
    text: str
    kind: Kind
    name: str
    key: str
    rule: str
    confidence: float
    entity: int | None = None
    role: str = ""  # what the story calls a person here, like "Minister of Defense of Russia"
    first_day: date | None = None  # of an event, where the story tells its days
    last_day: date | None = None


class FoundQuote(NamedTuple):
    """Something somebody said: `text` is `text[start:end]` of the story, without its outer marks.

    `speaker_text` is the story's own words for who said it ("the Russian Minister", "he"), "" if
    there are none; `speaker` is the name that they stand for, None if nobody can tell.
    """

    start: int
    end: int
    text: str
    speaker_text: str
    speaker: FoundName | None
    rule: str
    confidence: float
