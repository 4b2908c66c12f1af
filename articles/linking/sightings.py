"""What a story's text alone tells, written beside it: the names it bears, and its quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from articles.inserting import insert
from articles.models import FoundBy, Quote, Sighting, State
from articles.models.mention import is_undecided
from articles.names import Said, Sighted


class Read(NamedTuple):
    """One story's id, and the names and quotes that its text holds."""

    article: int
    names: tuple[Sighted, ...]
    quotes: tuple[Said, ...]


Stretch = tuple[int, int]


def write_read(stories: Sequence[Read]) -> None:
    """Write what was read in stories of which nothing is written yet."""
    insert(
        Sighting,
        [
            *("article", "kind", "key", "name", "confidence", "places"),
            *("role", "first_day", "last_day"),
        ],
        ((story.article, *name) for story in stories for name in story.names),
    )
    _insert_quotes((story.article, quote) for story in stories for quote in story.quotes)


def rewrite_read(stories: Sequence[Read]) -> None:
    """Write what was read in stories whose text has changed; what editors decided on stays."""
    ids = [story.article for story in stories]
    Sighting.objects.filter(article__in=ids).delete()
    decided = _forget_undecided_quotes(ids)
    write_read([story._replace(quotes=()) for story in stories])
    _insert_quotes(
        (story.article, quote)
        for story in stories
        for quote in story.quotes
        if not any(quote.start < end and start < quote.end for start, end in decided[story.article])
    )


def _insert_quotes(quotes: Iterable[tuple[int, Said]]) -> None:
    insert(
        Quote,
        [
            *("article", "start", "end", "speaker_text", "speaker_kind", "speaker_key"),
            *("rule", "confidence", "found_by", "state"),
        ],
        (
            (article, *quote, FoundBy.DISCOVERY.value, State.SUGGESTED.value)
            for article, quote in quotes
        ),
    )


def _forget_undecided_quotes(ids: list[int]) -> dict[int, list[Stretch]]:
    """Delete what only rules found, and return what by an editor's word is a quote or none, by story."""
    decided: dict[int, list[Stretch]] = defaultdict(list)
    undecided = []
    for pk, article, start, end, state, found_by in Quote.objects.filter(
        article__in=ids
    ).values_list("pk", "article_id", "start", "end", "state", "found_by"):
        if is_undecided(state, found_by):
            undecided.append(pk)
        else:
            decided[article].append((start, end))
    Quote.objects.filter(pk__in=undecided).delete()
    return decided
