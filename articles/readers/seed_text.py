"""Read a post that was scraped from its page and saved as text.

The title                    the first line that is not blank
4 mins                       the header, each line optional            (header.py)
                             the story                                 (story.py)
Previous post                the footer, to the end of the document    (footer.py)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.readers.decoding import decode
from articles.readers.footer import LONGEST_TITLE, Footer, label_of, read_footer
from articles.readers.found import Document
from articles.readers.header import read_header
from articles.readers.languages import guess_language
from articles.readers.lines import visible_lines
from articles.readers.post import Notice, Post
from articles.readers.problems import Misshapen
from articles.readers.story import read_story


def read_seed_text(document: Document) -> Post:
    """Return the post that ``document`` holds; raises Refusal, with place and mend, if it holds
    none.

    The visible text is never rewritten: see `lines` for the invisible characters that are.
    """
    decoded = decode(document.data, where=document.where)
    lines = visible_lines(decoded.text)
    first = _title_index(lines, document.where)
    footer = read_footer(lines, first, document.where)
    if footer.start == first:
        raise _footer_only(document.where, first + 1)
    header = read_header(lines, first + 1, footer.start)
    opening = [lines[index] for index in header.kept]
    blocks = read_story(opening, lines[header.end : footer.start])
    if not blocks:
        raise _title_only(document.where, first + 1)
    return Post(
        title=lines[first],
        blocks=blocks,
        reading_minutes=header.reading_minutes,
        caption=header.caption,
        credit=header.credit,
        published=header.published,
        authors=header.authors,
        translations=tuple(header.translations),
        language=guess_language(" ".join(lines[first : footer.start])),
        address=header.address,
        previous=footer.previous,
        next=footer.next,
        related=footer.related,
        notices=(*header.notices, *_notices(lines, header.end, footer)),
        encoding=decoded.encoding,
    )


def _title_index(lines: Sequence[str], where: str) -> int:
    first = next((index for index, line in enumerate(lines) if line), None)
    if first is None:
        raise Misshapen(
            "The document is empty.",
            "Save the post into it again, or delete it.",
            where=where,
        )
    length = len(lines[first])
    if length > LONGEST_TITLE:
        raise Misshapen(
            f"The title has {length:,} characters, and a title may have {LONGEST_TITLE}.",
            "Put the title alone on the first line.",
            where=where,
            line=first + 1,
        )
    return first


def _footer_only(where: str, line: int) -> Misshapen:
    return Misshapen(
        "The document is nothing but a footer: it has neither title nor story.",
        "Put the title and the story above the footer.",
        where=where,
        line=line,
    )


def _title_only(where: str, line: int) -> Misshapen:
    return Misshapen(
        "The document has a title but no story.",
        "Put the story below the title, or delete the document.",
        where=where,
        line=line,
    )


def _notices(lines: Sequence[str], first: int, footer: Footer) -> Iterator[Notice]:
    for index in range(first, footer.start):
        line = lines[index]
        if label_of(line) is not None:
            yield Notice(index + 1, f"“{line}” stands within the story and was left there.")
        elif "\ufffd" in line:
            yield Notice(index + 1, "Characters were lost here before the document came (�).")
