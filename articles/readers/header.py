"""Read the header of a post: what stands between its title and its story.

    4 mins                                         the reading time
    Photo: the square in Almaty                    what a picture showed
    Source: tengrinews.kz                          whom it is from
    На русском языке: Токаев обратился к стране    the same post in another language
    18 January 2022, 14:05                         the day
    By Carl Bernstein and Bob Woodward             the authors
    URL: https://example.org/2022/01/18/           the document's own address

Each line is optional, they stand in any order, with or without blank lines between, and each is
taken once: the first line that is none of them begins the story. A line that only might be one,
such as a caption with no word to mark it, is left to the story, where nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.readers.bylines import read_byline, split_names
from articles.readers.dates import read_date
from articles.readers.footer import LONGEST_TITLE
from articles.readers.header_labels import FIELDS, LANGUAGES, Field
from articles.readers.post import Notice, PartialDate, Translation
from articles.readers.sentences import ends_with_full_stop

_LONGEST_LINE = 2000
_LONGEST_LABELLED = 600
_LONGEST_STRAY = 200
_MOST_TRANSLATIONS = 20

_MINUTES = re.compile(
    r"(\d{1,3})\s?(?:min|mins|minutes?|мин|минуты?|минут|хв|хвіліны?|хвілін|хвилини?|хвилин)\.?"
    r"(?:\s(?:read|to read|чтения|чытання|читання))?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(slots=True)
class Header:
    """What the header lines said; a field they did not name is None, "" or empty.

    ``kept`` holds the indexes of lines that stand among the header lines but belong to the story,
    and ``end`` is the index at which the rest of the story begins.
    """

    reading_minutes: int | None = None
    caption: str = ""
    credit: str = ""
    published: PartialDate | None = None
    authors: tuple[str, ...] = ()
    translations: list[Translation] = field(default_factory=list)
    address: str = ""
    notices: list[Notice] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    end: int = 0


def read_header(lines: Sequence[str], first: int, end: int) -> Header:
    """Return the header of ``lines`` from index ``first`` on, and before index ``end``."""
    header = Header(end=first)
    index = first
    while (here := _next_visible(lines, index, end)) is not None:
        text, after = _with_address_below(lines, here, end)
        if _take(header, text, here + 1):
            header.end = after
        elif not _look_past(header, lines, here, end, begun=header.end > first):
            break
        index = header.end
    return header


def _next_visible(lines: Sequence[str], index: int, end: int) -> int | None:
    return next((i for i in range(index, end) if lines[i]), None)


def _with_address_below(lines: Sequence[str], index: int, end: int) -> tuple[str, int]:
    """Return the line at ``index``, with the address below it if it ends in a language's label, and
    the index after."""
    line = lines[index]
    if line.endswith(":") and line[:-1].rstrip().casefold() in LANGUAGES:
        below = _next_visible(lines, index + 1, end)
        if below is not None and _ADDRESS.fullmatch(lines[below]):
            return f"{line} {lines[below]}", below + 1
    return line, index + 1


def _look_past(header: Header, lines: Sequence[str], here: int, end: int, *, begun: bool) -> bool:
    """Look past a line that is no header line, and say whether the header goes on below it.

    A standfirst or a caption without a word to mark it must not hide the lines below it. Right
    above its source it is a caption; otherwise it is kept for the story. A bare date below it is
    only taken when the header has begun already, because a chronicle begins with a heading and a
    day, too.
    """
    line = lines[here]
    below = _next_visible(lines, here + 1, end)
    if below is None or header.kept or len(line) > _LONGEST_STRAY or ends_with_full_stop(line):
        return False
    if not begun and read_date(lines[below]) is not None:
        return False
    had_credit = header.credit
    text, after = _with_address_below(lines, below, end)
    if not _take(header, text, below + 1):
        return False
    header.end = after
    if below == here + 1 and header.credit != had_credit and not header.caption:
        header.caption = line
    else:
        header.kept.append(here)
        notice = "This line stands within the header and no word marks it; it opens the story."
        header.notices.append(Notice(here + 1, notice))
    return True


def _take(header: Header, line: str, number: int) -> bool:
    """Put what ``line`` says into ``header``, and say whether it was a header line not yet seen."""
    if len(line) > _LONGEST_LINE:
        return False
    label, colon, value = line.partition(":")
    word = label.rstrip().casefold()
    if not colon or (word not in FIELDS and word not in LANGUAGES):
        return _take_unlabelled(header, line, number)
    value = value.strip()
    if not value:
        header.notices.append(Notice(number, f"Nothing follows “{line}”; it was passed over."))
        return True
    if word in LANGUAGES:
        return _take_translation(header, LANGUAGES[word], value)
    return _take_field(header, FIELDS[word], line, value, number)


def _take_unlabelled(header: Header, line: str, number: int) -> bool:
    return (
        _take_minutes(header, line)
        or _take_address(header, line)
        or _take_authors(header, read_byline(line))
        or _take_date(header, line, number)
    )


def _take_field(header: Header, field: Field, line: str, value: str, number: int) -> bool:
    if len(line) > _LONGEST_LABELLED and field is not Field.ADDRESS:
        return False
    match field:
        case Field.READING_TIME:
            return _take_minutes(header, value)
        case Field.CAPTION:
            return _take_caption(header, value)
        case Field.PICTURE:
            return _take_caption(header, line)
        case Field.CREDIT:
            # A source and a picture's credit may both stand there; neither may push out the other.
            return _take_credit(header, value) or _take_caption(header, line)
        case Field.SOURCE:
            return _take_credit(header, value)
        case Field.AUTHORS:
            return _take_authors(header, split_names(value))
        case Field.DATE:
            return _take_date(header, value, number)
        case Field.ADDRESS:
            return _take_address(header, value)


def _take_minutes(header: Header, text: str) -> bool:
    found = _MINUTES.fullmatch(text)
    if found is None or header.reading_minutes is not None:
        return False
    header.reading_minutes = int(found[1])
    return True


def _take_caption(header: Header, text: str) -> bool:
    if header.caption:
        return False
    header.caption = text
    return True


def _take_credit(header: Header, text: str) -> bool:
    if header.credit:
        return False
    header.credit = text
    return True


def _take_authors(header: Header, names: tuple[str, ...]) -> bool:
    if header.authors or not names:
        return False
    header.authors = names
    return True


def _take_address(header: Header, text: str) -> bool:
    if header.address or not _ADDRESS.fullmatch(text):
        return False
    header.address = text
    return True


def _take_date(header: Header, text: str, number: int) -> bool:
    read = None if header.published else read_date(text)
    if read is None:
        return False
    if read.trouble:
        header.notices.append(Notice(number, read.trouble))
    header.published = read.date
    return True


def _take_translation(header: Header, language: str, value: str) -> bool:
    if len(header.translations) == _MOST_TRANSLATIONS:
        return False
    found = _ADDRESS.search(value)
    address = found[0].rstrip(".,;)]") if found else ""
    title = value.replace(address, "", 1).replace("()", "").strip(" –—-|,") if address else value
    if len(title) > LONGEST_TITLE:
        return False
    header.translations.append(Translation(language, title, address))
    return True
