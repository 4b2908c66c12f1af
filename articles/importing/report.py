"""What became of the documents, one by one and in all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, ClassVar

from articles.addresses import address
from articles.models import Outcome


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one document; `text` is a whole sentence or "", `diff` what an editor's work hides."""

    key: str
    where: str
    outcome: Outcome
    slug: str = ""
    text: str = ""
    encoding: str = ""
    notices: tuple[tuple[int, str], ...] = ()
    diff: str = ""

    @property
    def address(self) -> str:
        """The path of the story on the site, or ""."""
        return address("article", self.slug) if self.slug else ""

    def as_data(self) -> dict[str, Any]:
        """Return the result as one object of the report."""
        return {
            "key": self.key,
            "where": self.where,
            "outcome": str(self.outcome),
            "address": self.address or None,
            "text": self.text or None,
            "encoding": self.encoding or None,
            "notices": [{"line": line, "text": text} for line, text in self.notices],
            "diff": self.diff or None,
        }


@dataclass(slots=True)
class Summary:
    """How many documents had which outcome, and the first addresses of what was made."""

    MOST_ADDRESSES: ClassVar[int] = 5

    counts: Counter[Outcome] = field(default_factory=Counter)
    addresses: list[str] = field(default_factory=list)

    def add(self, result: Result) -> None:
        self.counts[result.outcome] += 1
        if result.outcome == Outcome.CREATED and len(self.addresses) < self.MOST_ADDRESSES:
            self.addresses.append(result.address)

    @property
    def total(self) -> int:
        return self.counts.total()
