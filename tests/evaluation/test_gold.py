"""The labelled documents are well-formed, and names and quotes are found in them no worse than before.

The figures over the unseen documents are what the newsroom may expect of stories to come: whoever
writes rules measures them here and does not read those documents.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pytest

from tests.evaluation.finding import figures_of, scored_documents
from tests.evaluation.gold import PARTS, GoldDocument, gold_documents
from tests.evaluation.scoring import Figures, Scored

DOCUMENTS = list(gold_documents())


class Floor(NamedTuple):
    """The least F1 of each kind and of quotes; of the speakers, the least right and the most wrong."""

    person: float
    organization: float
    event: float
    quote: float
    right: float
    wrong: float


# A little under what `python -m tests.evaluation` prints; raise them when it prints more.
FLOORS = {
    ("seen", "en"): Floor(0.95, 0.88, 0.84, 0.99, 0.83, 0.01),
    ("seen", "ru"): Floor(0.95, 0.79, 0.74, 0.99, 0.66, 0.01),
    ("seen", "be"): Floor(0.93, 0.77, 0.79, 0.99, 0.99, 0.01),
    ("unseen", "en"): Floor(0.95, 0.82, 0.83, 0.98, 0.77, 0.09),
    ("unseen", "ru"): Floor(0.91, 0.61, 0.65, 0.84, 0.44, 0.01),
    ("unseen", "be"): Floor(0.97, 0.5, 0.65, 0.88, 0.49, 0.01),
}

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=[one.key for one in DOCUMENTS])
each_part = pytest.mark.parametrize(
    ("part", "language"), FLOORS, ids=["-".join(names) for names in FLOORS]
)


@each_document
def test_labels_are_apart_and_keep_no_space(document: GoldDocument) -> None:
    for labels in (document.names, document.quotes):
        spans = [(label.start, label.end) for label in labels]
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        assert all(label.text == label.text.strip() for label in labels)


@each_document
def test_every_speaker_is_named_in_the_story(document: GoldDocument) -> None:
    named = {label.name for label in document.names}
    assert {quote.speaker for quote in document.quotes} <= named | {""}


def test_keys_are_told_apart_and_name_their_language() -> None:
    assert len({document.key for document in DOCUMENTS}) == len(DOCUMENTS)
    assert all(document.key.startswith(f"{document.language}-") for document in DOCUMENTS)


@pytest.mark.parametrize(("language", "number"), [("en", 40), ("ru", 10), ("be", 10)])
def test_there_are_enough_and_a_third_is_unseen(language: str, number: int) -> None:
    count = Counter(document.part for document in DOCUMENTS if document.language == language)
    assert count.total() >= number
    assert 0.3 <= count["unseen"] / count.total() <= 0.4


def test_floors_stand_for_every_document() -> None:
    assert set(FLOORS) == {(document.part, document.language) for document in DOCUMENTS}
    assert {part for part, _ in FLOORS} == set(PARTS)


@each_part
def test_names_are_found_no_worse(part: str, language: str) -> None:
    names, floor = measured(part, language).names, FLOORS[part, language]
    found = (names["person"].f1, names["organization"].f1, names["event"].f1)
    assert all(f1 >= least for f1, least in zip(found, floor[:3], strict=True)), found


@each_part
def test_quotes_and_speakers_are_found_no_worse(part: str, language: str) -> None:
    figures, floor = measured(part, language), FLOORS[part, language]
    assert figures.quotes.f1 >= floor.quote
    assert figures.speakers.share(figures.speakers.right) >= floor.right
    assert figures.speakers.share(figures.speakers.wrong) <= floor.wrong


@cache
def measured(part: str, language: str) -> Figures:
    return figures_of(
        one for one in scored() if (one.document.part, one.document.language) == (part, language)
    )


@cache
def scored() -> list[Scored]:
    return list(scored_documents())
