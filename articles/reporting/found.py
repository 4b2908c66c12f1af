"""What all parts of the report give back."""

from __future__ import annotations

from typing import Any, NamedTuple

from articles.models import Topic


class Found(NamedTuple):
    """One finding, with the ids of the stories it is about."""

    topic: Topic
    article: int | None
    other: int | None = None
    title: str = ""
    facts: dict[str, Any] = {}  # a named tuple's default, which nobody changes
