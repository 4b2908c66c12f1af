"""From a post to what its rows hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import body
from articles.importing.manuscript import (
    Options,
    html_of_blocks,
    manuscript,
    moment_of,
    text_of_blocks,
)
from articles.readers import Block, BlockKind, Document, PartialDate, Refusal, read_seed_text

LINES = st.text(min_size=1, max_size=80).map(lambda text: f"The {text} story.")


@given(lines=st.lists(LINES, min_size=1, max_size=12))
def test_text_and_html_of_any_post_agree_and_are_clean_already(lines: list[str]) -> None:
    document = Document("a.txt", "\n\n".join(["Title", *lines]).encode("utf-8", "replace"), "a.txt")
    try:
        blocks = read_seed_text(document).blocks
    except Refusal:
        return
    html = html_of_blocks(blocks)
    assert body.clean(html) == html
    assert body.text_of(html) == text_of_blocks(blocks)


def test_blocks_become_the_elements_they_are() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, ("First & <b>.",)),
        Block(BlockKind.SUBHEADING, ("Who built it",)),
        Block(BlockKind.LIST, ("one", "two")),
        Block(BlockKind.NUMBERED_LIST, ("three",)),
    )
    assert html_of_blocks(blocks) == (
        "<p>First &amp; &lt;b&gt;.</p>\n<h2>Who built it</h2>\n"
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ol>\n<li>three</li>\n</ol>"
    )
    assert text_of_blocks(blocks) == "First & <b>.\n\nWho built it\n\none\n\ntwo\n\nthree"


@pytest.mark.parametrize(
    ("known", "moment", "precision"),
    [
        (None, None, ""),
        (PartialDate(2022), "2021-12-31T19:00:00+00:00", "year"),
        (PartialDate(2022, 1), "2021-12-31T19:00:00+00:00", "month"),
        (PartialDate(2022, 1, 18), "2022-01-17T19:00:00+00:00", "day"),
        (
            PartialDate(2022, 1, 18, datetime(2022, 1, 18, 14, 5)),
            "2022-01-18T09:05:00+00:00",
            "moment",
        ),
        (
            PartialDate(
                2022, 1, 18, datetime(2022, 1, 18, 14, 5, tzinfo=timezone(timedelta(hours=3)))
            ),
            "2022-01-18T11:05:00+00:00",
            "moment",
        ),
    ],
)
def test_a_date_begins_in_the_time_zone_of_the_archive(
    known: PartialDate | None, moment: str | None, precision: str
) -> None:
    found, how = moment_of(known, ZoneInfo("Asia/Tashkent"))
    assert (found.astimezone(UTC).isoformat() if found else None, how) == (moment, precision)


def test_the_language_of_the_letters_goes_before_that_of_the_options() -> None:
    def language(text: str) -> str:
        post = read_seed_text(Document("a.txt", text.encode(), "a.txt"))
        return manuscript(post, Options(language="en")).language

    assert language("Sputnik\n\nIt beeps.") == "en"
    assert language("Спутник\n\nОн пищит на весь мир, и все его слышат.") == "ru"
