"""Only the last block of a document is its footer, and nothing of the story is lost to it."""

from __future__ import annotations

import pytest

from tests.readers.documents import (
    FIRST,
    SECOND,
    STORY,
    TITLE,
    post_with_footer,
    read,
    refusal_of,
    text_of,
)

STORY_TEXT = f"{FIRST}\n{SECOND}"


def test_footer_names_the_posts_before_after_and_beside() -> None:
    post = post_with_footer(
        "Previous post\nBefore\nNext post\nAfter\n\nRelated Posts\nOne\nTwo\nThree"
    )
    assert (post.previous, post.next) == ("Before", "After")
    assert post.related == ("One", "Two", "Three")
    assert text_of(post) == STORY_TEXT


def test_related_posts_may_be_none() -> None:
    post = post_with_footer("Previous post\nBefore\nNext post\nAfter\n\nRelated Posts")
    assert (post.previous, post.next, post.related) == ("Before", "After", ())


@pytest.mark.parametrize(
    "footer",
    [
        "Related Posts\nOne\nTwo\nNext post\nAfter\nPrevious post\nBefore\n",
        "NEXT POST:\n\nAfter\n\n\nRelated posts\n\nOne\n\nTwo\n\nprevious post\n\nBefore\n\n",
        "« Previous post\nBefore\nNext post »\nAfter\nRelated Posts\n• One\n• Two",
        "Предыдущая запись\nBefore\nСледующая запись\nAfter\nПохожие записи\nOne\nTwo",
        "Папярэдні запіс\nBefore\nНаступны запіс\nAfter\nПадобныя запісы\nOne\nTwo",
    ],
)
def test_footer_comes_in_any_order_spacing_and_language(footer: str) -> None:
    post = post_with_footer(footer)
    assert (post.previous, post.next, post.related) == ("Before", "After", ("One", "Two"))
    assert text_of(post) == STORY_TEXT


def test_any_part_of_the_footer_may_be_missing() -> None:
    assert post_with_footer("Next post\nAfter").next == "After"
    assert post_with_footer("Next post\nAfter").previous is None
    post = post_with_footer("Previous post\nNext post\nAfter")
    assert (post.previous, post.next) == (None, "After")


def test_titles_may_end_with_a_full_stop() -> None:
    post = post_with_footer("Related Posts\nIt is over.\nIt begins.\n\nNext post\n\nIt lands.")
    assert (post.related, post.next) == (("It is over.", "It begins."), "It lands.")
    post = post_with_footer("Related Posts\n\nIt is over.\n\nMeet the crew")
    assert post.related == ("It is over.", "Meet the crew")


# The same words within the story


def test_label_with_paragraphs_after_it_stays_in_the_story() -> None:
    story = f"{FIRST}\n\nRelated Posts\n\n{SECOND}\n\nThe end is near. So they say."
    post = read(f"{TITLE}\n\n{story}")
    assert post.related == ()
    assert text_of(post) == story.replace("\n\n", "\n")


def test_label_within_the_story_does_not_hide_the_footer() -> None:
    post = read(f"{TITLE}\n\n{FIRST}\n\nRelated Posts\n\n{SECOND}\n\nNext post\nAfter\n")
    assert text_of(post) == f"{FIRST}\nRelated Posts\n{SECOND}"
    assert post.next == "After"


def test_footer_has_each_label_once() -> None:
    post = post_with_footer("Next post\nI wrote it\nPrevious post\nBefore\nNext post\nAfter")
    assert (post.previous, post.next) == ("Before", "After")
    assert text_of(post) == f"{STORY_TEXT}\nNext post I wrote it"


def test_previous_post_has_one_title_or_it_is_no_footer() -> None:
    post = post_with_footer("Previous post\n\nFirst line\n\nSecond line")
    assert post.previous is None
    assert text_of(post).endswith("Previous post\nFirst line\nSecond line")


def test_sentence_apart_from_related_posts_is_the_story_going_on() -> None:
    post = post_with_footer("Related Posts\n\nThis sentence ends the story.")
    assert post.related == ()
    assert text_of(post).endswith("Related Posts\nThis sentence ends the story.")


@pytest.mark.parametrize("line", ["He went home. There he slept.", "T" * 501])
def test_line_that_is_no_title_makes_related_posts_a_part_of_the_story(line: str) -> None:
    post = post_with_footer(f"Related Posts\nA title\n{line}")
    assert post.related == ()
    assert text_of(post).endswith(f"Related Posts A title {line}")


def test_long_sentence_makes_related_posts_a_part_of_the_story() -> None:
    sentence = (
        f"The site named them all, {'one after another, ' * 6}until there was nothing left to name."
    )
    post = post_with_footer(f"Related Posts\nVostok flies\n\n{sentence}")
    assert post.related == ()
    assert sentence in [block.lines[0] for block in post.blocks]


@pytest.mark.parametrize("bullet", ["• ", "•", "- ", "– ", "* "])
def test_bullets_are_no_part_of_related_titles(bullet: str) -> None:
    post = post_with_footer(f"Related Posts\n{bullet}Vostok flies\n{bullet}Voskhod flies")
    assert post.related == ("Vostok flies", "Voskhod flies")


def test_words_within_a_line_are_no_label() -> None:
    post = post_with_footer("Previous post: Before\n\nThe next post is coming")
    assert (post.previous, post.next) == (None, None)
    assert text_of(post).endswith("Previous post: Before\nThe next post is coming")


def test_label_left_in_the_story_is_told() -> None:
    post = read(f"{TITLE}\n\n{FIRST}\n\nRelated Posts\n\n{SECOND}")
    assert [(notice.line, notice.text) for notice in post.notices] == [
        (5, "“Related Posts” stands within the story and was left there.")
    ]


def test_label_may_be_a_title() -> None:
    assert read(f"Next post\n\n{STORY}").title == "Next post"


# What a footer cannot be


def test_ten_thousand_related_titles_are_refused() -> None:
    titles = "\n".join(f"Title {number}" for number in range(10_000))
    refusal = refusal_of(f"{TITLE}\n\n{STORY}\n\nRelated Posts\n{titles}")
    assert refusal.line == 208
    assert str(refusal) == (
        "seeds/1957/sputnik.txt, line 208: The footer names more than 200 related posts, and a"
        " page cannot use them. Keep the nearest 200 and delete the others."
    )


def test_two_hundred_related_titles_are_read() -> None:
    titles = "\n".join(f"Title {number}" for number in range(200))
    assert len(post_with_footer(f"Related Posts\n{titles}").related) == 200
