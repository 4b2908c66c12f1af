"""Compare what was found in a text with its labels, and count.

A found name is a hit if it overlaps a label of its kind, a found quote if it overlaps a labelled
one by at least half of the shorter. Each label and each find is used once, the largest overlaps
first. Optional labels, and what is found on them, count neither way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, Protocol, TypeVar, get_args

from articles.names import FoundName, FoundQuote, Kind
from tests.evaluation.gold import GoldDocument, GoldName, GoldQuote

SameName = Callable[[str, str], bool]
"""Whether a found name, the first, is that of the labelled speaker, the second."""

Verdict = Literal["right", "wrong", "none", "invented", "rightly none"]


class Span(Protocol):
    """A stretch of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Label(Span, Protocol):
    """A stretch that somebody labelled by hand."""

    @property
    def optional(self) -> bool: ...


L = TypeVar("L", bound=Label)
F = TypeVar("F", bound=Span)


@dataclass(frozen=True, slots=True)
class Matching(Generic[L, F]):
    """Labels with their finds, and what is left over on either side; nothing optional in any."""

    pairs: list[tuple[L, F]]
    missed: list[L]
    false: list[F]


@dataclass(frozen=True, slots=True)
class Scored:
    """One document against its labels."""

    document: GoldDocument
    names: dict[Kind, Matching[GoldName, FoundName]]
    quotes: Matching[GoldQuote, FoundQuote]


@dataclass(slots=True)
class Count:
    """How many were right: exact ≤ hits ≤ found, labelled."""

    hits: int = 0
    exact: int = 0
    found: int = 0
    labelled: int = 0

    def add(self, matching: Matching[L, F]) -> None:
        """Count what was matched in one more document."""
        hits = len(matching.pairs)
        self.hits += hits
        self.exact += sum(
            (label.start, label.end) == (find.start, find.end) for label, find in matching.pairs
        )
        self.found += hits + len(matching.false)
        self.labelled += hits + len(matching.missed)

    @property
    def precision(self) -> float:
        """The share of the finds that are right, from 0 to 1; 1 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the labels that were found, from 0 to 1; 1 where there are none."""
        return self.hits / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.found + self.labelled) if self.found + self.labelled else 1.0

    @property
    def exact_f1(self) -> float:
        """The same where a hit must have the very start and end of its label."""
        return 2 * self.exact / (self.found + self.labelled) if self.found + self.labelled else 1.0


@dataclass(slots=True)
class Speakers:
    """Of the labelled quotes by somebody with a name, how many have the right speaker, and so on.

    A quote that was not found has no speaker. A speaker given to a quote of which nobody can tell
    who said it is `invented`, and counts beside the others.
    """

    right: int = 0
    wrong: int = 0
    none: int = 0
    invented: int = 0

    def add(self, matching: Matching[GoldQuote, FoundQuote], same: SameName) -> None:
        """Count the speakers of one more document."""
        self.none += sum(1 for quote in matching.missed if quote.speaker)
        verdicts = Counter(judge_speaker(quote, find, same) for quote, find in matching.pairs)
        self.right += verdicts["right"]
        self.wrong += verdicts["wrong"]
        self.none += verdicts["none"]
        self.invented += verdicts["invented"]

    def share(self, number: int) -> float:
        """Return `number` as a share of the quotes by somebody with a name, from 0 to 1."""
        return number / (self.right + self.wrong + self.none or 1)


@dataclass(slots=True)
class Figures:
    """The counts over some documents."""

    documents: int = 0
    names: dict[Kind, Count] = field(
        default_factory=lambda: {kind: Count() for kind in get_args(Kind)}
    )
    quotes: Count = field(default_factory=Count)
    speakers: Speakers = field(default_factory=Speakers)

    def add(self, scored: Scored, same: SameName) -> None:
        """Count one more document."""
        self.documents += 1
        for kind, matching in scored.names.items():
            self.names[kind].add(matching)
        self.quotes.add(scored.quotes)
        self.speakers.add(scored.quotes, same)


def judge_speaker(quote: GoldQuote, find: FoundQuote, same: SameName) -> Verdict:
    """Return what the found speaker of a quote is worth; "rightly none" if nobody can tell who it is."""
    if find.speaker is None:
        return "none" if quote.speaker else "rightly none"
    if not quote.speaker:
        return "invented"
    return "right" if same(find.speaker.name, quote.speaker) else "wrong"


def score(
    document: GoldDocument, names: Sequence[FoundName], quotes: Sequence[FoundQuote]
) -> Scored:
    """Return what of `names` and `quotes`, found in the document's text, agrees with its labels."""
    by_kind: dict[Kind, Matching[GoldName, FoundName]] = {
        kind: match(
            [label for label in document.names if label.kind == kind],
            [name for name in names if name.kind == kind],
            _overlap,
        )
        for kind in get_args(Kind)
    }
    return Scored(document, by_kind, match(document.quotes, quotes, _half_overlap))


def match(
    labels: Sequence[L], finds: Sequence[F], overlap: Callable[[Span, Span], int]
) -> Matching[L, F]:
    """Pair each label with at most one find, the largest `overlap`, in characters, first."""
    candidates = [
        (-size, label.start, at_label, at_find)
        for at_label, label in enumerate(labels)
        for at_find, find in enumerate(finds)
        if (size := overlap(label, find))
    ]
    find_of: dict[int, int] = {}
    label_of: dict[int, int] = {}
    for _, _, at_label, at_find in sorted(candidates):
        if at_label not in find_of and at_find not in label_of:
            find_of[at_label], label_of[at_find] = at_find, at_label
    return Matching(
        [(labels[one], finds[other]) for one, other in find_of.items() if not labels[one].optional],
        [label for at, label in enumerate(labels) if at not in find_of and not label.optional],
        [find for at, find in enumerate(finds) if at not in label_of],
    )


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _half_overlap(one: Span, other: Span) -> int:
    size = _overlap(one, other)
    shorter = min(one.end - one.start, other.end - other.start)
    return size if 2 * size >= shorter else 0
