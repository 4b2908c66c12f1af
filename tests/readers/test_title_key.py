"""A title finds its article however a footer spells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers import title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«Union Resolve – 2022» begins", 'Union  resolve - 2022 begins'),
        ("The Union State’s forces", "The Union State's forces"),
        ('A "dialogue platform" – at school', "A „dialogue platform“ — at school"),
        ("And then…", "And then..."),
        ("It is over.", "It is over"),
        ("What next?", "What next"),
        ("2\u00a0030 servicemen", "2 030 servicemen"),
        ("Кам’яны мост", "Кам'яны мост"),
        ("STRASSE", "Straße"),
        ("cafe\u0301", "café"),
        ("ＣＳＴＯ", "CSTO"),
        ("Kazakh\u00adstan\u200b", "Kazakhstan"),
    ],
)  # fmt: skip
def test_spellings_of_one_title_meet(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Day 1", "Day 2"), ("Мир", "Мір"), ("U-2 is shot down", "U 2 is shot down"), ("5-3", "53")],
)
def test_different_titles_stay_apart(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize("title", ["?", "«»", "…", "—", "'", "\u00ad!"], ids=ascii)
def test_title_of_nothing_but_marks_has_a_key(title: str) -> None:
    assert title_key(title) != ""


def test_accent_behind_a_dropped_mark_composes() -> None:
    # Three primes in one character come apart before they go, and the accent is free then.
    assert title_key("a\u2034\u0301") == title_key("\u00e1")


@given(st.text())
def test_key_of_a_key_is_itself(title: str) -> None:
    key = title_key(title)
    assert title_key(key) == key


@given(st.text(alphabet="'\"«»´ \u0301\u0345ßﬀΐaA…-–.?ǅİ", min_size=1))
def test_key_of_a_tricky_key_is_itself(title: str) -> None:
    key = title_key(title)
    assert title_key(key) == key


@given(st.text(min_size=1).filter(str.strip))
def test_key_is_neither_empty_nor_too_long(title: str) -> None:
    assert 0 < len(title_key(title)) <= 500
    assert 0 < len(title_key(title * 200)) <= 500
