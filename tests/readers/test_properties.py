"""What holds for every document there can be."""

from __future__ import annotations

import re
import tempfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.readers import Misshapen, Post, Refusal, read_seed_text, walk
from tests.readers.documents import POST, document, text_of

# Words as they are seen: letters of several scripts, digits, guillemets, dashes. The last word
# keeps a paragraph from looking like a label, a date or a heading.
WORD = st.text(alphabet="абвўіЖkrQé0927«»“”–—'’(),:;!?%", min_size=1, max_size=8)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=30).map(lambda words: f"{' '.join(words)} end.")
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=8)
TITLE = st.lists(WORD, min_size=1, max_size=8).map(lambda words: f"On {' '.join(words)}")
HEADERS = st.lists(
    st.sampled_from(["4 mins", "Source: TASS", "18 January 2022", "https://example.org/a"]),
    unique=True,
)
LINE_END = st.sampled_from(["\n", "\r\n", "\r", "\u2028"])
ENCODING = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])

# What means something at the start of a line.
MARKS = st.sampled_from(
    ["", "Previous post\n", "Next post\n\n", "Related Posts\n", "4 mins\n", "• ", "– ", "1. ", "2. ",
     "Source: ", "Photo: ", "Caption: ", "By ", "Автор: ", "31.02.2022\n", "18 January 2022, ",
     "In English: ", "In English:\n", "https://example.org/ ", "URL: "]
)  # fmt: skip
DEBRIS = st.sampled_from(["\0", "\u00ad", "\u200d", "\u200e", "\ufffd", "\x96", "\r", "\ud800"])


def render(title: str, header: list[str], paragraphs: list[str], footer: str) -> str:
    return "\n\n".join([title, *header, *paragraphs, footer])


@given(TITLE, HEADERS, PARAGRAPHS, TITLE, LINE_END, ENCODING)
def test_text_of_every_paragraph_survives(
    title: str, header: list[str], paragraphs: list[str], other: str, end: str, encoding: str
) -> None:
    footer = f"Next post\n{other}\n\nRelated Posts\n{other}"
    text = render(title, header, paragraphs, footer).replace("\n", end)
    post = read_seed_text(document(text.encode(encoding)))
    assert (post.title, post.next, post.related) == (title, other, (other,))
    assert text_of(post) == "\n".join(paragraphs)


@given(TITLE, PARAGRAPHS)
def test_text_survives_without_blank_lines(title: str, paragraphs: list[str]) -> None:
    post = read_seed_text(document("\n".join([title, *paragraphs])))
    assert text_of(post) == "\n".join(paragraphs)


@given(TITLE, PARAGRAPHS, st.integers(min_value=1, max_value=20))
def test_text_survives_wrapping(title: str, paragraphs: list[str], width: int) -> None:
    story = "\n\n".join(
        re.sub(rf"((?:\S+ ){{{width}}})", lambda words: words[0].rstrip() + "\n", text)
        for text in paragraphs
    )
    post = read_seed_text(document(f"{title}\n\nIt begins here.\n\n{story}"))
    assert text_of(post).split()[3:] == " ".join(paragraphs).split()


@settings(max_examples=500)
@given(st.data(), st.integers(min_value=1, max_value=12))
def test_no_word_is_lost(data: st.DataObject, lines: int) -> None:
    text, words = "Title\n", []
    for number in range(lines):
        words += [f"Word{number}", f"Last{number}"]
        end = data.draw(st.sampled_from(["\n", ".\n", ". So.\n", "\n\n", ".\n\n"]))
        text += f"{data.draw(MARKS)}Word{number} Last{number}{end}"
    try:
        post = read_seed_text(document(text))
    except Misshapen:
        return
    said = everything_in(post)
    assert [word for word in words if word not in said] == []


def everything_in(post: Post) -> str:
    """Return all that a post says."""
    translations = [f"{one.title} {one.address}" for one in post.translations]
    facts = [post.title, text_of(post), post.caption, post.credit, post.address, *post.authors]
    footer = [post.previous or "", post.next or "", *post.related]
    notices = [notice.text for notice in post.notices]
    return "\n".join([*facts, *translations, *footer, *notices])


@settings(max_examples=500)
@given(st.lists(MARKS | DEBRIS | st.text(max_size=6)).map("".join))
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    for encoding in ("utf-8", "utf-16", "windows-1251"):
        with suppress(Refusal):
            read_seed_text(document(text.encode(encoding, "replace")))


@settings(max_examples=500)
@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace")[1:]))
def test_no_bytes_raise_anything_but_a_refusal(data: bytes) -> None:
    with suppress(Refusal):
        read_seed_text(document(data))


def zipped_post() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", POST)
        archive.writestr("b/c.txt", POST)
    return file.getvalue()


@given(st.lists(st.tuples(st.integers(0, 500), st.binary(min_size=1, max_size=4)), min_size=1))
def test_no_damage_to_an_archive_raises_anything(damage: list[tuple[int, bytes]]) -> None:
    data = bytearray(zipped_post())
    for place, piece in damage:
        data[place : place + len(piece)] = piece
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.zip")
        path.write_bytes(data)
        for found in walk([path]):
            assert found.refusal is not None or found.read() is not None
