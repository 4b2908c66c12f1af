"""Names that the newsroom knows, looked for in a text all at once."""

from __future__ import annotations

from dataclasses import dataclass

from articles.names.found import Kind


@dataclass(frozen=True, slots=True)
class KnownName:
    """One alias of one entity; `links_by_itself` is False for a name that needs a fuller one beside it."""

    name: str
    kind: Kind
    entity: int
    language: str = ""
    links_by_itself: bool = True
