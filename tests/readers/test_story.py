"""The story keeps every word it had, in paragraphs, subheadings and lists."""

from __future__ import annotations

import pytest

from articles.readers import BlockKind
from tests.readers.documents import (
    FIRST,
    SECOND,
    TITLE,
    bulleted,
    numbered,
    paragraph,
    post_with_story,
    read,
    subheading,
)


def test_blank_lines_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    post = post_with_story("One line\nand its end.\n\n\nAnother one.")
    assert post.blocks == (paragraph("One line and its end."), paragraph("Another one."))


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    post = read(f"{TITLE}\n4 min\nOne is long enough.\nTwo is as long.\nNext post\nAfter")
    assert post.blocks == (paragraph("One is long enough."), paragraph("Two is as long."))


# Subheadings


@pytest.mark.parametrize(
    "line", ["What is known", "Что известно", "Who pays?", "«Vostok» in orbit"]
)
def test_short_line_between_paragraphs_is_a_subheading(line: str) -> None:
    post = post_with_story(f"{FIRST}\n\n{line}\n\n{SECOND}")
    assert post.blocks == (paragraph(FIRST), subheading(line), paragraph(SECOND))


def test_subheadings_are_found_without_blank_lines_too() -> None:
    post = post_with_story(f"{FIRST}\nWhat is known\n{SECOND}")
    assert post.blocks[1] == subheading("What is known")


@pytest.mark.parametrize(
    "line",
    [
        "It beeps.",
        "He said:",
        "and so on",
        "«It beeps»",
        "It flies! It beeps",
        "A line " + "that goes on " * 8 + "is no heading",
        "To be continued…",
        "– Who is there",
    ],
)
def test_other_short_lines_are_paragraphs(line: str) -> None:
    post = post_with_story(f"{FIRST}\n\n{line}\n\n{SECOND}")
    assert post.blocks == (paragraph(FIRST), paragraph(line), paragraph(SECOND))


def test_first_and_last_lines_are_no_subheadings() -> None:
    post = post_with_story(f"At the start\n\n{FIRST}\n\nAt the end")
    assert post.blocks == (paragraph("At the start"), paragraph(FIRST), paragraph("At the end"))


def test_short_paragraph_of_two_lines_is_no_subheading() -> None:
    post = post_with_story(f"{FIRST}\n\nBaikonur\nKazakhstan\n\n{SECOND}")
    assert post.blocks[1] == paragraph("Baikonur Kazakhstan")


def test_short_lines_in_a_row_are_no_subheadings() -> None:
    post = post_with_story(f"{FIRST}\n\nYuri Gagarin\n\nGerman Titov\n\n{SECOND}")
    assert {block.kind for block in post.blocks} == {BlockKind.PARAGRAPH}


# Lists


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_with_bullets_are_a_list(between: str) -> None:
    post = post_with_story(f"{FIRST}\n\n• Vostok{between}•Voskhod{between}• Soyuz\n\n{SECOND}")
    assert post.blocks == (
        paragraph(FIRST), bulleted("Vostok", "Voskhod", "Soyuz"), paragraph(SECOND),
    )  # fmt: skip


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_with_dashes_are_a_list(between: str) -> None:
    post = post_with_story(f"{FIRST}\n\n– Vostok;{between}– Voskhod;{between}– Soyuz.\n\n{SECOND}")
    assert post.blocks[1] == bulleted("Vostok;", "Voskhod;", "Soyuz.")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_counted_from_one_are_a_numbered_list(between: str) -> None:
    post = post_with_story(f"{FIRST}\n\n1. Vostok{between}2. Voskhod\n\n{SECOND}")
    assert post.blocks[1] == numbered("Vostok", "Voskhod")


def test_list_may_follow_its_introduction_at_once() -> None:
    post = post_with_story(f"Three ships flew:\n• Vostok\n• Voskhod\n\n{SECOND}")
    assert post.blocks[:2] == (paragraph("Three ships flew:"), bulleted("Vostok", "Voskhod"))


def test_wrapped_item_is_one_item() -> None:
    post = post_with_story(f"• Vostok, the\nfirst of them\n• Voskhod\n\n{SECOND}")
    assert post.blocks[0] == bulleted("Vostok, the first of them", "Voskhod")


def test_long_line_right_after_a_list_is_the_story_going_on() -> None:
    long = f"{SECOND} {'So it went on for many words. ' * 4}".strip()
    post = post_with_story(f"{FIRST}\n\n• Vostok\n• Voskhod\n{long}")
    assert post.blocks == (paragraph(FIRST), bulleted("Vostok", "Voskhod"), paragraph(long))


@pytest.mark.parametrize("lines", ["3. Third\n\n4. Fourth", "1. FC Köln has won"])
def test_numbers_that_a_page_would_change_stay_in_the_text(lines: str) -> None:
    post = post_with_story(f"{FIRST}\n\n{SECOND}\n\n{lines}")
    assert post.blocks[2:] == tuple(map(paragraph, lines.split("\n\n")))


def test_numbered_subheadings_keep_their_numbers() -> None:
    post = post_with_story(f"{FIRST}\n\n1. The start\n\n{SECOND}\n\n2. The end\n\n{FIRST}")
    assert post.blocks[1::2] == (subheading("1. The start"), subheading("2. The end"))


@pytest.mark.parametrize(
    ("lines", "case"),
    [
        (["– Хто там?", "– Я"], "a question"),
        (["– Поехали, – сказал Гагарин", "– До встречи"], "a speaker"),
        (["– Добры дзень.", "– Вітаю."], "whole sentences in paragraphs of their own"),
    ],
)
def test_conversation_is_no_list(lines: list[str], case: str) -> None:
    post = post_with_story(FIRST + "\n\n" + "\n\n".join(lines))
    assert post.blocks[1:] == tuple(map(paragraph, lines)), case


def test_speakers_in_one_block_get_a_paragraph_each() -> None:
    post = post_with_story(f"{FIRST}\n\n– Хто там?\n– Я.")
    assert post.blocks[1:] == (paragraph("– Хто там?"), paragraph("– Я."))


def test_items_of_one_block_may_be_whole_sentences() -> None:
    post = post_with_story(f"{FIRST}\n\n– It flies.\n– It beeps.\n\n{SECOND}")
    assert post.blocks[1] == bulleted("It flies.", "It beeps.")


def test_dash_in_mid_sentence_at_the_start_of_a_wrapped_line_is_no_item() -> None:
    post = post_with_story(f"«Time will pass\n– they will\n– remember it»\n\n{SECOND}")
    assert post.blocks[0] == paragraph("«Time will pass – they will – remember it»")


def test_row_of_stars_is_no_item() -> None:
    post = post_with_story(f"{FIRST}\n\n* * *\n\n{SECOND}")
    assert post.blocks[1] == paragraph("* * *")


# Text


def test_guillemets_and_dashes_stay_as_they_are() -> None:
    text = "«He said »“no” – ‘never’ — or « perhaps »…», 5 - 3 ,and so on."
    assert post_with_story(text).blocks == (paragraph(text),)
