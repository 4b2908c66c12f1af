"""The labelled documents are well-formed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.evaluation.gold import GoldDocument, gold_documents

DOCUMENTS = list(gold_documents())
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=[one.key for one in DOCUMENTS])


@each_document
def test_labels_are_apart_and_keep_no_space(document: GoldDocument) -> None:
    for labels in (document.names, document.quotes):
        spans = [(label.start, label.end) for label in labels]
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        assert all(label.text == label.text.strip() for label in labels)
