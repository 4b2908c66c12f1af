"""A story's body: clean HTML, and the plain text that is derived from it.

`body_text` is what names, quotes and searches count offsets in, as Unicode code points. Each block of
the HTML (paragraph, heading, list item, table row) is one of its paragraphs, parted by an empty line.
"""

from html.parser import HTMLParser

import nh3

# What a story is made of. Everything else is taken out, its text left in.
TAGS = {
    *("p", "h2", "h3", "h4", "blockquote", "cite", "ul", "ol", "li", "dl", "dt", "dd", "hr", "br"),
    *("a", "em", "strong", "b", "i", "s", "sub", "sup", "q", "abbr", "code", "pre", "time", "span"),
    *("figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "time": {"datetime"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

BLOCKS = {
    *("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "hr", "pre"),
    *("figure", "figcaption", "table", "caption", "tr"),
}

# A reader takes in 238 words of English prose a minute, the mean of 190 studies:
# Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047
WORDS_A_MINUTE = 238

LONE_DASHES = (" – ", " — ", " - ")

# The length of a lead on a card, in characters.
LONGEST_LEAD = 200


def clean(html: str) -> str:
    """Return `html` with only the tags, attributes and link schemes a story may have."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer"
    ).strip()


def text_of(html: str) -> str:
    """Return the plain text of clean `html`: one paragraph a block, parted by empty lines."""
    collector = _TextCollector()
    collector.feed(html)
    collector.close()
    return collector.text()


def count_words(text: str) -> int:
    """Return how many words, parted by white space, `text` holds; a dash by itself is none."""
    return len(text.split()) - sum(map(text.count, LONE_DASHES))


def minutes_to_read(words: int) -> int:
    """Return the minutes, one at least, that reading so many words takes."""
    return max(1, round(words / WORDS_A_MINUTE))


def lead_of(text: str) -> str:
    """Return the beginning of `text` for a card: at most 200 characters, cut between words."""
    first = text[: LONGEST_LEAD * 2].replace("\n", " ")
    if len(first) <= LONGEST_LEAD:
        return " ".join(first.split())
    return " ".join(first[:LONGEST_LEAD].rsplit(" ", 1)[0].split()).rstrip(",;:.–—- ") + "…"


class _TextCollector(HTMLParser):
    """Gather the text of each block, with runs of white space as one space."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.block: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.end_block()
        elif tag in {"br", "td", "th"}:
            self.block.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        self.block.append(data)

    def end_block(self) -> None:
        text = " ".join("".join(self.block).split())
        if text:
            self.blocks.append(text)
        self.block = []

    def text(self) -> str:
        self.end_block()
        return "\n\n".join(self.blocks)
