"""Invisible characters are put in order; what can be seen stays."""

from __future__ import annotations

import pytest

from articles.readers.lines import visible_lines
from tests.readers.documents import POST, post_with_story, read


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u0085", "\u2029", "\r\r\n"], ids=ascii)
def test_every_line_end_ends_a_line(end: str) -> None:
    assert read(POST.replace("\n", end)) == read(POST)


@pytest.mark.parametrize("space", "\u00a0\u202f\u2009\u3000\t", ids=ascii)
def test_every_space_becomes_a_plain_one(space: str) -> None:
    assert visible_lines(f"{space}2{space}030 men{space * 3}\n{space}") == ["2 030 men", ""]


@pytest.mark.parametrize("character", "\u200b\u00ad\ufeff\u2060\x07\x7f\uffff", ids=ascii)
def test_what_has_no_width_goes(character: str) -> None:
    assert visible_lines(f"{character}Kaz{character}akhstan {character}") == ["Kazakhstan"]


@pytest.mark.parametrize("joiner", "\u200c\u200d", ids=ascii)
def test_joiner_goes_where_it_does_nothing(joiner: str) -> None:
    assert visible_lines(f"{joiner}Auf{joiner}lage{joiner}\n{joiner}") == ["Auflage", ""]


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d🚀", "क्\u200dष"])
def test_joiner_stays_where_a_script_or_an_emoji_needs_it(text: str) -> None:
    assert visible_lines(text) == [text]


def test_marks_of_direction_stay() -> None:
    assert visible_lines("שלום\u200f!") == ["שלום\u200f!"]


def test_line_of_nothing_but_marks_is_blank() -> None:
    assert visible_lines("\u200e\u200f\n\u2066 \u2069") == ["", ""]


def test_dash_that_was_converted_wrongly_is_a_dash_again() -> None:
    assert visible_lines("2020\u009622") == ["2020–22"]


def test_line_ends_converted_twice_do_not_part_paragraphs() -> None:
    assert visible_lines("one\r\r\ntwo\r\r\n\r\r\nthree") == ["one", "two", "", "three"]


def test_every_line_keeps_its_number() -> None:
    assert visible_lines("a\r\n\r\n b\x0cc\n") == ["a", "", "b", "c"]


def test_lost_characters_are_told() -> None:
    post = post_with_story("It cost 5 \ufffd.")
    assert [notice.line for notice in post.notices] == [3]
