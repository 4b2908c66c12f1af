"""What stands between title and story becomes facts about the post, and only that."""

from __future__ import annotations

import pytest

from articles.readers import PartialDate, Translation
from articles.readers.bylines import read_byline
from tests.readers.documents import (
    FIRST,
    SECOND,
    STORY,
    TITLE,
    paragraph,
    post_with_header,
    read,
    text_of,
)

NOTHING_LOST = (paragraph(FIRST), paragraph(SECOND))


def test_title_is_the_first_line_that_is_not_blank() -> None:
    assert read(f"\n \n{TITLE}\n\n{STORY}").title == TITLE


@pytest.mark.parametrize(
    "line",
    ["4 min", "4 mins", "4 minutes", "4 MIN", "4 min read", "4 мин", "4 хв", "Reading time: 4 min"],
)
def test_stated_reading_time_is_kept(line: str) -> None:
    post = post_with_header(line)
    assert post.reading_minutes == 4
    assert post.blocks == NOTHING_LOST


@pytest.mark.parametrize("label", ["Source", "SOURCE", "Источник", "Крыніца", "Credit"])
def test_text_after_source_is_the_credit(label: str) -> None:
    post = post_with_header(f"{label}: NASA")
    assert post.credit == "NASA"
    assert post.blocks == NOTHING_LOST


@pytest.mark.parametrize("label", ["Photo", "Фото", "Illustration", "Image"])
def test_word_beneath_a_picture_stays_in_its_caption(label: str) -> None:
    post = post_with_header(f"{label}: the launch pad")
    assert post.caption == f"{label}: the launch pad"
    assert post.blocks == NOTHING_LOST


def test_word_caption_itself_is_taken_off() -> None:
    assert post_with_header("Caption: the launch pad").caption == "the launch pad"


def test_source_and_picture_credit_do_not_push_each_other_out() -> None:
    post = post_with_header("Source: TASS\nPhoto credit: NASA")
    assert (post.credit, post.caption) == ("TASS", "Photo credit: NASA")


def test_unmarked_line_right_above_its_source_is_a_caption() -> None:
    post = post_with_header("4 min\n\nThe launch pad at Baikonur\nSource: TASS")
    assert post.caption == "The launch pad at Baikonur"
    assert post.blocks == NOTHING_LOST


def test_unmarked_line_among_header_lines_opens_the_story_and_hides_none_of_them() -> None:
    post = post_with_header("4 min\nA new moon in the sky\n5 October 1957\nBy Carl Sagan")
    assert post.blocks == (paragraph("A new moon in the sky"), *NOTHING_LOST)
    assert post.published == PartialDate(1957, 10, 5)
    assert post.authors == ("Carl Sagan",)
    assert [notice.line for notice in post.notices] == [4]


def test_heading_and_day_of_a_chronicle_are_no_publication_date() -> None:
    post = post_with_header("How it went on\n\n5 October 1957")
    assert post.published is None
    assert text_of(post).startswith("How it went on\n5 October 1957\n")


def test_header_ends_at_the_first_paragraph() -> None:
    post = read(f"{TITLE}\n\n{FIRST}\n\n4 min\n\nSource: TASS\n\n{SECOND}")
    assert (post.reading_minutes, post.credit) == (None, "")
    assert text_of(post) == f"{FIRST}\n4 min\nSource: TASS\n{SECOND}"


def test_second_line_of_one_kind_begins_the_story() -> None:
    post = post_with_header("4 min\n5 min")
    assert post.reading_minutes == 4
    assert text_of(post).startswith("5 min\n")


def test_header_lines_come_in_any_order() -> None:
    lines = ["By Carl Sagan", "5 October 1957", "https://example.org/a", "Source: TASS", "4 min"]
    for header in ("\n".join(lines), "\n\n".join(reversed(lines))):
        post = post_with_header(header)
        assert post.authors == ("Carl Sagan",)
        assert post.published == PartialDate(1957, 10, 5)
        assert (post.address, post.credit) == ("https://example.org/a", "TASS")
        assert post.blocks == NOTHING_LOST


def test_label_with_nothing_after_it_is_told_and_passed_over() -> None:
    post = post_with_header("Source:\n4 min")
    assert (post.credit, post.reading_minutes) == ("", 4)
    assert [notice.text for notice in post.notices] == [
        "Nothing follows “Source:”; it was passed over."
    ]


def test_paragraph_that_begins_like_a_label_stays_in_the_story() -> None:
    long = "Source: " + "the archive of the ministry, opened to historians, " * 20
    assert text_of(post_with_header(long)).startswith("Source: the archive")


# Translations


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("На русском языке", "ru"),
        ("На беларускай мове", "be"),
        ("Па-беларуску", "be"),
        ("In English", "en"),
        ("Українською", "uk"),
    ],
)
def test_line_points_to_the_same_post_in_another_language(label: str, language: str) -> None:
    post = post_with_header(f"{label}: Спутник на орбите")
    assert post.translations == (Translation(language, "Спутник на орбите", ""),)


@pytest.mark.parametrize(
    "line",
    [
        "In English: Sputnik – https://example.org/en",
        "In English: https://example.org/en Sputnik",
        "In English: Sputnik (https://example.org/en)",
    ],
)
def test_translation_may_have_title_and_address(line: str) -> None:
    assert post_with_header(line).translations == (
        Translation("en", "Sputnik", "https://example.org/en"),
    )


def test_address_below_a_language_is_the_translations_not_the_documents() -> None:
    post = post_with_header("In English:\nhttps://example.org/en")
    assert post.translations == (Translation("en", "", "https://example.org/en"),)
    assert post.address == ""


# The document's own address


@pytest.mark.parametrize("line", ["https://example.org/a?b=1", "URL: https://example.org/a?b=1",
                                  "Link: https://example.org/a?b=1",
                                  "Original: https://example.org/a?b=1"])  # fmt: skip
def test_document_tells_its_own_address(line: str) -> None:
    assert post_with_header(line).address == "https://example.org/a?b=1"


def test_link_that_is_no_address_stays_in_the_story() -> None:
    post = post_with_header("Link: see below")
    assert post.address == ""
    assert text_of(post).startswith("Link: see below\n")


# Authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Carl Bernstein", ("Carl Bernstein",)),
        ("by Carl Bernstein and Bob Woodward", ("Carl Bernstein", "Bob Woodward")),
        (
            "By Carl Bernstein, Bob Woodward, and Barry Sussman",
            ("Carl Bernstein", "Bob Woodward", "Barry Sussman"),
        ),
        ("By Martin Luther King, Jr.", ("Martin Luther King, Jr.",)),
        ("By Alexis de Tocqueville", ("Alexis de Tocqueville",)),
        ("By John le Carré & Gabriel d'Annunzio", ("John le Carré", "Gabriel d'Annunzio")),
        ("Автор: Светлана Алексиевич", ("Светлана Алексиевич",)),
        (
            "Аўтары: Янка Купала і Якуб Колас",
            ("Янка Купала", "Якуб Колас"),
        ),
    ],
)
def test_author_line_names_each_author(line: str, authors: tuple[str, ...]) -> None:
    assert post_with_header(line).authors == authors


@pytest.mark.parametrize(
    "line", ["By the river", "By 2030, nobody will ask", "By and large", "By Apollo 11", "By"]
)
def test_line_that_only_begins_with_by_stays_in_the_story(line: str) -> None:
    post = post_with_header(line)
    assert post.authors == ()
    assert text_of(post).startswith(line)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By the science desk", ("the science desk",)),
        ("By Newsroom staff", ("Newsroom staff",)),
        ("By the end of the day the staff had left", ()),
    ],
)
def test_an_author_may_be_many(line: str, authors: tuple[str, ...]) -> None:
    assert read_byline(line) == authors
