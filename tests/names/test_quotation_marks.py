"""Which marks belong together: `quoted_paragraphs` and `spoken_paragraphs`."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.names.dialogue import spoken_paragraphs
from articles.names.marks import has_marks, quoted_paragraphs


def quoted(text: str) -> list[str]:
    return [
        text[stretch.start : stretch.end]
        for paragraph in spoken_paragraphs(text)
        for stretch in paragraph.stretches
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He said “all is well” today.",
        'He said "all is well" today.',
        "He said «all is well» today.",
        "He said « all is well » today.",
        "He said „all is well“ today.",
        "He said „all is well” today.",
        "He said ”all is well” today.",
        "He said »all is well» today.",
        "He said »all is well« today.",
        "He said ‘all is well’ today.",
        "He said 'all is well' today.",
        'He said “all is well" today.',
        'He said ("all is well") today.',
    ],
)
def test_every_pair_of_marks(text: str) -> None:
    assert [stretch.strip() for stretch in quoted(text)] == ["all is well"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan wasn't John's, and the '90s weren't his.",
        "The ministers’ plan wasn’t John’s, and the ’90s weren’t his.",
        "A board 5' 10\" long.",
        "Nothing is closed here: «never",
        "",
        '"',
    ],
)
def test_apostrophes_and_lone_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_apostrophes_do_not_close_single_quotes() -> None:
    assert quoted("‘The workers’ union isn’t ours,’ he said.") == ["The workers’ union isn’t ours,"]


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("“She said ‘no’ to me,” he said.", "She said ‘no’ to me,"),
        ("“The maxim is: “trust”, he says,” he said.", "The maxim is: “trust”, he says,"),
        ("«Газета «Заря» закрыта», — сказал он.", "Газета «Заря» закрыта"),
        ("«Мы читали «Войну и мир», — сказал он.", "Мы читали «Войну и мир"),
        ('"We saw "the beast" there," he said.', 'We saw "the beast" there,'),
    ],
)
def test_the_outermost_marks_count(text: str, outer: str) -> None:
    assert quoted(text) == [outer]


def test_a_mark_that_is_never_closed_spoils_only_itself() -> None:
    assert quoted('"I am tired, he said. "I will go home."\n\n"Good," she said.') == [
        "I will go home.",
        "Good,",
    ]


def test_a_mark_opened_again_where_a_sentence_begins_goes_on() -> None:
    text = '"It was cold. "There was no wood. "We left," he said.'
    assert quoted(text) == ["It was cold.", "There was no wood.", "We left,"]


def test_marks_opened_again_on_each_paragraph() -> None:
    text = "“First we lost the house.\n\n“Then the car.\n\n“And then the dog,” she said."
    stretches = [each for paragraph in quoted_paragraphs(text) for each in paragraph.stretches]
    assert [stretch.goes_on for stretch in stretches] == [True, True, False]
    assert quoted(text) == [
        "First we lost the house.",
        "Then the car.",
        "And then the dog,",
    ]


def test_lines_are_paragraphs_where_no_line_is_empty() -> None:
    assert quoted("“One.\n“Two,” he said.\nThree.") == ["One.", "Two,"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "— Мы готовы, — сказал Петров. — Начинаем завтра.",
            ["Мы готовы,", "Начинаем завтра."],
        ),
        ("— Мы чакаем! — усклікнуў ён.", ["Мы чакаем!"]),
        (
            "«Мы готовы, — сказал Петров. — Начинаем завтра».",
            ["Мы готовы,", "Начинаем завтра"],
        ),
        (
            "«Минск — столица, — и мы это знаем», — сказал он.",
            ["Минск — столица, — и мы это знаем"],
        ),
        ("— хлеб\n\n— молоко", []),
        ("— Как вы живёте?", []),
    ],
)
def test_dashes_part_speech_from_who_speaks(text: str, parts: list[str]) -> None:
    assert quoted(text) == parts


def test_marks_are_missed_in_a_text_without_any() -> None:
    assert not has_marks("No marks, only the ministers’ words.")
    assert has_marks("«Yes»")


@given(st.text(alphabet="aB .,\n\"'«»“”„‘’—-", max_size=80))
def test_stretches_are_in_order_and_within_their_paragraph(text: str) -> None:
    reached = 0
    for paragraph in spoken_paragraphs(text):
        assert reached <= paragraph.start < paragraph.end <= len(text)
        reached = paragraph.start
        for stretch in paragraph.stretches:
            assert reached <= stretch.opens <= stretch.start <= stretch.end <= stretch.closes
            reached = stretch.closes
        assert reached <= paragraph.end
        reached = paragraph.end


@pytest.mark.parametrize(
    "piece", ['"', "« ", "«", "‘a", "'a ", "s' a", '"a. ', "“a.\n\n", "— а, — сказал. — б. ", "”»"]
)
def test_time_is_linear_in_a_text_of_nothing_but_marks(piece: str) -> None:
    def seconds(repeats: int) -> float:
        start = time.process_time()
        spoken_paragraphs(piece * repeats)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 30 * (seconds(10_000) + 0.01)
