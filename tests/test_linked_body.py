"""Names in a body lead to their pages, and nothing else of the body changes."""

from __future__ import annotations

import re
import time

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.body import clean, text_of
from articles.linked_body import Citation, Mark, body_as_read, pieces

INSERTED = re.compile(r'<a href="/people/x/">|</a>')

WORDS = st.text(alphabet="aЖé\u0301\U0001f680 \n\t\xa0\u2028&<>\"'«»;#x1", max_size=12)
TAGS = [
    "p",
    "h2",
    "em",
    "strong",
    "a",
    "blockquote",
    "li",
    "ul",
    "span",
    "code",
    "td",
    "tr",
    "table",
]
HTML = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS),
        st.lists(
            inner | st.sampled_from(["<br>", "<hr>", "&amp;", "&nbsp;", "&lt;b&gt;"]), max_size=5
        ),
    ),
    max_leaves=25,
).map(clean)


def mark(text: str, surface: str, key: object = "x") -> Mark:
    return Mark(text.index(surface), surface, '<a href="/people/x/">', "</a>", key)


def linked(html: str, surface: str) -> str:
    return body_as_read(html, [mark(text_of(html), surface)])


@pytest.mark.parametrize(
    ("html", "surface", "expected"),
    [
        ("<p>So Yuri flew.</p>", "Yuri", "<p>So [Yuri] flew.</p>"),
        ("<p>Then</p>\n<p>Yuri</p>", "Yuri", "<p>Then</p>\n<p>[Yuri]</p>"),
        ("<p>A &amp; B &lt; Yuri</p>", "Yuri", "<p>A &amp; B &lt; [Yuri]</p>"),
        ("<p>A &amp; B flew</p>", "A & B", "<p>[A &amp; B] flew</p>"),
        ("<p> The\n  Yuri\n Gagarin </p>", "Yuri Gagarin", "<p> The\n  [Yuri\n Gagarin] </p>"),
        ("<p>by <em>Yuri</em> G.</p>", "Yuri", "<p>by <em>[Yuri]</em> G.</p>"),
        ("<p>one<br>Yuri</p>", "Yuri", "<p>one<br>[Yuri]</p>"),
        (
            "<p>\U0001f680 Юрий\xa0Гагарин</p>",
            "Юрий Гагарин",
            "<p>\U0001f680 [Юрий\xa0Гагарин]</p>",
        ),
        ('<p lang="a>b">Yuri</p>', "Yuri", '<p lang="a>b">[Yuri]</p>'),
    ],
)
def test_a_name_is_linked_where_it_stands(html: str, surface: str, expected: str) -> None:
    wanted = expected.replace("[", '<a href="/people/x/">').replace("]", "</a>")
    assert linked(html, surface) == wanted


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Yuri flew</h2>",
        '<p><a href="/elsewhere/">see Yuri here</a></p>',
        "<p><code>Yuri</code></p>",
        "<p>Yu<em>ri</em></p>",
    ],
)
def test_a_name_is_left_alone_in_headings_links_and_code_and_where_a_tag_parts_it(
    html: str,
) -> None:
    assert linked(html, "Yuri") == html


def test_the_first_place_that_can_be_linked_is_and_no_other() -> None:
    html = "<h2>Yuri</h2><p>Yuri and Yuri</p>"
    marks = [mark("Yuri", "Yuri")._replace(start=start) for start in (0, 6, 15)]
    assert body_as_read(html, marks) == '<h2>Yuri</h2><p><a href="/people/x/">Yuri</a> and Yuri</p>'


def test_of_two_names_in_one_stretch_the_first_is_linked() -> None:
    text = "Moscow State University"
    marks = [mark(text, text, "university"), mark(text, "State", "state")]
    assert body_as_read(f"<p>{text}</p>", marks).count("<a ") == 1


@pytest.mark.parametrize("start", [0, 3, 4, 100])
def test_a_stretch_that_no_longer_says_so_is_left_out(start: int) -> None:
    html = "<p>Now Yury flies.</p>"
    assert body_as_read(html, [mark("Yuri", "Yuri")._replace(start=start)]) == html


# Quotes


CITED = [
    "<blockquote><p>Off we go!</p></blockquote>",
    "<blockquote><p>«Off we go!»</p></blockquote>",
    "<blockquote>Off <em>we</em> go!</blockquote>",
    "<blockquote><p>Off</p><p>we go!</p></blockquote>",
]


@pytest.mark.parametrize("html", CITED)
def test_a_quote_that_is_a_block_has_its_speaker_under_it(html: str) -> None:
    text = text_of(html)
    quote = Citation(text.index("Off"), text.index("!") + 1, "<footer>Yuri</footer>")
    wanted = html.replace("</blockquote>", "<footer>Yuri</footer></blockquote>")
    assert body_as_read(html, [], [quote]) == wanted


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Off we go! And we went.</p></blockquote>",
        "<blockquote><p>He said: Off we go!</p></blockquote>",
        "<p>Off we go!</p>",
        "<blockquote><p>Other words.</p></blockquote><p>Off we go!</p>",
    ],
)
def test_a_quote_that_is_not_a_block_of_its_own_has_none(html: str) -> None:
    start = text_of(html).index("Off")
    assert body_as_read(html, [], [Citation(start, start + 10, "<footer>Yuri</footer>")]) == html


# Whatever the body


@given(HTML)
def test_pieces_lie_in_the_text_where_they_say(html: str) -> None:
    text = text_of(html)
    for piece in pieces(html):
        assert text[piece.start : piece.end] == piece.text
        assert html[piece.at : piece.at + len(piece.html)] == piece.html


@given(HTML, st.data())
def test_links_change_nothing_but_what_they_are_around(html: str, data: st.DataObject) -> None:
    text = text_of(html)
    places = st.integers(0, len(text))
    stretches = data.draw(st.lists(st.tuples(places, places), max_size=6))
    marks = [
        Mark(start, text[start:end], '<a href="/people/x/">', "</a>", number)
        for number, (start, end) in enumerate(map(sorted, stretches))
        if start < end
    ]
    made = body_as_read(html, marks)
    assert text_of(made) == text
    assert INSERTED.sub("", made) == INSERTED.sub("", html)
    tree = html5lib.parseFragment(made, namespaceHTMLElements=False)
    assert [link for link in tree.iter("a") if len(list(link.iter("a"))) > 1] == []


@pytest.mark.parametrize(
    "html", ["<p>" + "x" * 1_000_000, '<p lang="' * 100_000, "<" * 300_000, "<p>&amp " * 100_000]
)
def test_a_hostile_body_takes_linear_time(html: str) -> None:
    begun = time.process_time()
    body_as_read(html, [Mark(len(html), "Yuri", "<a>", "</a>", 1)], [Citation(0, 5, "")])
    assert time.process_time() - begun < 3
