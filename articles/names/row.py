"""A run of capitals as the row of its words, read with the word lists of one language."""

from __future__ import annotations

from dataclasses import dataclass

from articles.names.runs import PART
from articles.names.words import Words

_LONGEST_LISTED = 6  # words of the longest name in the lists


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a run, or what joins two of them; places count from the run's start."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


class Row:
    """The parts of one run; `opens` says that it stands where a sentence may begin."""

    def __init__(self, run: str, opens: bool, words: Words) -> None:
        self.run, self.opens, self.words = run, opens, words
        self.parts = [Part(m.start(), m.end(), m.group()) for m in PART.finditer(run)]

    def __len__(self) -> int:
        return len(self.parts)

    def text(self, at: int) -> str:
        """Return the part at a place, "" behind the end."""
        return self.parts[at].text if at < len(self.parts) else ""

    def capital(self, at: int) -> bool:
        """Tell whether a capitalised word stands at a place."""
        return at < len(self.parts) and self.parts[at].capital

    def texts(self, at: int, end: int) -> tuple[str, ...]:
        return tuple(part.text for part in self.parts[at:end])

    def common(self, at: int) -> bool:
        """Tell whether an everyday word stands at a place, which a capital alone makes no name."""
        text = self.text(at)
        return text.lower() in self.words.common and not (text.isupper() and len(text) < 5)

    def first_word(self, at: int) -> bool:
        """Tell whether the capital at a place may be due to the sentence's start alone."""
        return self.opens and at == 0

    def listed(self, at: int, names: frozenset[str]) -> int:
        """Return where the longest name of a list ends that begins here; 0 if none does."""
        parts, start = self.parts, self.parts[at].start
        for end in range(min(len(parts), at + _LONGEST_LISTED), at, -1):
            if self.run[start : parts[end - 1].end] in names:
                return end
        return 0

    def stretch(self, at: int) -> int:
        """Return where the words end that follow each other with nothing but "&" between them."""
        end = at
        while end < len(self.parts):
            joins = end > at and self.capital(end + 1)
            if (
                self.capital(end)
                or (joins and self.text(end) == "&")
                or (joins and self._mark_within(end))
            ):
                end += 1
            else:
                break
        return end

    def _mark_within(self, at: int) -> bool:
        """Tell whether a possessive mark stands within a name: "Farmers ' Union"."""
        return (
            self.text(at) in {"'", "’", "'s", "’s"}
            and self.text(at + 1) in self.words.organization_last
        )
