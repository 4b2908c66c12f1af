"""Where what an editor decided on stands in a text that has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articles.models import Article, Mention, Quote
from articles.models.mention import Find

# How much of what stands before and after tells two equal stretches apart, in code points.
CONTEXT = 40


def move_decided(article: Article, before: str) -> None:
    """Let the finds of a story that editors decided on stand where their words stand now.

    `before` is the text that they were found in. A find whose words are gone goes with them.
    """
    if article.body_text == before:
        return
    model: type[Any]
    for model in (Mention, Quote):
        finds = list(model.objects.filter(article=article).decided().in_text_order())
        # Out of the table first, so that two of them that change places never meet in one.
        model.objects.filter(pk__in=[find.pk for find in finds]).delete()
        moved: list[Any] = _moved(finds, before, article.body_text)
        model._default_manager.bulk_create(moved)


def _moved(finds: list[Find], before: str, after: str) -> list[Find]:
    moved: dict[tuple[int, int, int | None], Find] = {}
    for find in finds:
        start = anchor(before, after, find.start, find.end)
        if start is not None:
            find.start, find.end = start, start + find.end - find.start
            moved.setdefault((find.start, find.end, getattr(find, "entity_id", None)), find)
    return list(moved.values())


def anchor(before: str, after: str, start: int, end: int) -> int | None:
    """Return where in `after` the stretch from `start` to `end` of `before` begins, None if nowhere.

    If its words stand in several places, it is the one with most of the same text around it, and of those
    the one nearest to where it was.
    """
    words = before[start:end]
    places = list(_places(after, words))
    if not places:
        return None
    left, right = before[max(0, start - CONTEXT) : start], before[end : end + CONTEXT]

    def likeness(place: int) -> tuple[int, int]:
        ending = place + len(words)
        same = _same_ending(left, after[max(0, place - CONTEXT) : place])
        same += _same_beginning(right, after[ending : ending + CONTEXT])
        return same, -abs(place - start)

    return max(places, key=likeness)


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while words and place >= 0:
        yield place
        place = text.find(words, place + 1)


def _same_beginning(one: str, other: str) -> int:
    for length, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return length
    return min(len(one), len(other))


def _same_ending(one: str, other: str) -> int:
    return _same_beginning(one[::-1], other[::-1])
