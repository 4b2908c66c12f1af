"""What holds for any text: true offsets, order, no overlap, no error, and time in proportion."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.names import KnownName, find_names

WORDS = st.sampled_from(
    [
        "Putin",
        "the",
        "Minister",
        "of",
        "Bank",
        "U.S.",
        "’s",
        "«",
        "»",
        "“",
        "\n",
        "Ivan",
        "Ivanovich",
        ",",
        "said",
    ]
    + ["AND", "Шойгу", "Министерство", "McDonald's", "-", "and", "2022", "\0", "É\u0301", "שלום"]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS).map(" ".join))
KNOWN = [
    KnownName("Putin", "person", 1),
    KnownName("A", "person", 2),
    KnownName("Шойгу", "person", 3),
]


@given(TEXTS, st.sampled_from(["en", "ru", "be", "", "xx"]))
def test_offsets_are_true_in_order_and_do_not_overlap(text: str, language: str) -> None:
    end = 0
    for found in find_names(text, KNOWN, language):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        assert 0 <= found.confidence <= 1
        end = found.end


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A",
        "Alpha ",
        "ALPHA ",
        "A ",
        "Bank of ",
        "Ab ( ",
        "Putin and ",
        "« Aa ",
        "Ivan Ivanovich, ",
        "É\u0301",
        "שלום ",
        "\0A",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        began = process_time()
        find_names(text, KNOWN)
        return process_time() - began

    assert seconds(160_000) < 12 * max(seconds(40_000), 0.02)
