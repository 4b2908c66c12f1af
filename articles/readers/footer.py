"""Find the footer of a post: which posts its source named before, after and beside it.

    Previous post          a label, alone on its line
    The title before       one title, or none
    Next post
    The title after
    Related Posts
    Any number of titles, to the end of the file

The parts stand in any order, each at most once. Only the last block of a document is its footer:
the same words within the story, with paragraphs after them, stay in the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import product

from articles.readers.problems import Misshapen
from articles.readers.sentences import ends_with_full_stop, has_sentence_end_inside

LONGEST_TITLE = 500
_BULLET = re.compile(r"^(?:[•●]\s*|[-–*]\s+)")
# Few headlines end with a full stop, and none that long.
_LONGEST_SENTENCE = 120
"""The most characters a title may have, here and at the head of a post."""

MOST_RELATED = 200
"""The most related posts that one page can use."""


class Label(Enum):
    """What a line of the footer announces."""

    PREVIOUS = auto()
    NEXT = auto()
    RELATED = auto()


@dataclass(frozen=True, slots=True)
class Footer:
    """The titles a footer names, and the index it starts at, past the last line if none."""

    start: int
    previous: str | None
    next: str | None
    related: tuple[str, ...]


def read_footer(lines: Sequence[str], first: int, where: str) -> Footer:
    """Return the footer that ends ``lines``, looking no further up than index ``first``.

    Raises Misshapen if it names more related posts than a page can use.
    """
    start = end = len(lines)
    sections: dict[Label, list[str]] = {}
    for index, label in _labels_from_the_end(lines, first):
        titles = [line for line in lines[index + 1 : end] if line]
        stands_apart = not lines[index + 1] if index + 1 < end else False
        if label in sections or not _can_follow(label, titles, stands_apart):
            break
        if label is Label.RELATED and len(titles) > MOST_RELATED:
            raise _too_many_related(lines, index, where)
        sections[label] = titles
        start = end = index
    return Footer(
        start=start,
        previous=next(iter(sections.get(Label.PREVIOUS, ())), None),
        next=next(iter(sections.get(Label.NEXT, ())), None),
        related=tuple(
            title for line in sections.get(Label.RELATED, ()) if (title := _BULLET.sub("", line))
        ),
    )


def label_of(line: str) -> Label | None:
    """Return what ``line`` announces if it is a label, whatever its case, colon and arrows."""
    if not line or len(line) > _LONGEST_LABEL:
        return None
    return _LABELS.get(line.strip(" :←→«»‹›<>").casefold())


def _labels_from_the_end(lines: Sequence[str], first: int) -> Iterator[tuple[int, Label]]:
    for index in range(len(lines) - 1, first - 1, -1):
        label = label_of(lines[index])
        if label is not None:
            yield index, label


def _can_follow(label: Label, titles: list[str], stands_apart: bool) -> bool:
    if any(_reads_as_paragraph(title) for title in titles):
        return False
    if label is not Label.RELATED:
        return len(titles) <= 1
    # A title may end with a full stop; a list of nothing else, parted from its label, is a story.
    return not (titles and stands_apart and all(map(ends_with_full_stop, titles)))


def _reads_as_paragraph(title: str) -> bool:
    is_sentence = ends_with_full_stop(title)
    return len(title) > LONGEST_TITLE or (
        is_sentence and (len(title) > _LONGEST_SENTENCE or has_sentence_end_inside(title))
    )


def _too_many_related(lines: Sequence[str], label: int, where: str) -> Misshapen:
    numbers = [number for number, line in enumerate(lines[label + 1 :], label + 2) if line]
    return Misshapen(
        f"The footer names more than {MOST_RELATED} related posts, and a page cannot use them.",
        f"Keep the nearest {MOST_RELATED} and delete the others.",
        where=where,
        line=numbers[MOST_RELATED],
    )


_WORDS = {
    Label.PREVIOUS: (
        (("previous",), ("post", "article", "story", "entry", "news")),
        (("предыдущая",), ("запись", "статья", "новость", "публикация")),
        (("предыдущий",), ("пост", "материал")),
        (("папярэдні",), ("запіс", "пост", "артыкул", "матэрыял")),
        (("папярэдняя",), ("навіна", "публікацыя")),
        (("попередній",), ("запис", "допис", "пост", "матеріал")),
        (("попередня",), ("стаття", "новина", "публікація")),
    ),
    Label.NEXT: (
        (("next",), ("post", "article", "story", "entry", "news")),
        (("следующая",), ("запись", "статья", "новость", "публикация")),
        (("следующий",), ("пост", "материал")),
        (("наступны",), ("запіс", "пост", "артыкул", "матэрыял")),
        (("наступная",), ("навіна", "публікацыя")),
        (("наступний",), ("запис", "допис", "пост", "матеріал")),
        (("наступна",), ("стаття", "новина", "публікація")),
    ),
    Label.RELATED: (
        (("related",), ("post", "posts", "article", "articles", "stories", "entries", "news")),
        (("похожие", "связанные"), ("записи", "посты", "статьи", "новости", "материалы")),
        (("падобныя", "звязаныя"), ("запісы", "посты", "пасты", "артыкулы", "навіны", "матэрыялы")),
        (
            ("схожі", "пов'язані", "пов’язані"),
            ("записи", "дописи", "статті", "новини", "матеріали"),
        ),
    ),
}
_LABELS = {
    f"{adjective} {noun}": label
    for label, languages in _WORDS.items()
    for adjectives, nouns in languages
    for adjective, noun in product(adjectives, nouns)
}
_LONGEST_LABEL = max(map(len, _LABELS)) + 8
