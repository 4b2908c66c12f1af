"""One story's links, from its text, its names and what editors decided; without a database or Django.

So many stories can be linked by several processes at once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from articles.linking.directory import Directory, NameKey
from articles.linking.resolving import Link, Named, links, resolve, with_known
from articles.names import Place

Stretch = tuple[int, int]


class Story(NamedTuple):
    """What a story's links follow from: its text, its sightings, and what editors said of its mentions.

    A sighting is the kind and the key of a name, and its places as JSON. `confirmed` says who stands at a
    stretch, `rejected` who is not meant by some words.
    """

    article: int
    text: str
    sightings: list[tuple[str, str, str]]
    confirmed: dict[Stretch, int]
    rejected: set[tuple[int, str]]


class Linked(NamedTuple):
    """What follows: whom each name leads to, and the mentions that rules make, as Link has them."""

    article: int
    whose: dict[NameKey, int]
    mentions: list[tuple[Any, ...]]


def link_each(stories: Sequence[Story], known: Directory) -> list[Linked]:
    """Return what follows for each story."""
    # All read at once: one by one, JSON takes longer to read than all else of a sighting.
    written = ",".join(places for story in stories for *_, places in story.sightings)
    places = iter(json.loads(f"[{written}]"))
    return [
        _linked(
            story,
            [
                Named(kind, key, list(map(Place._make, next(places))))
                for kind, key, _ in story.sightings
            ],
            known,
        )
        for story in stories
    ]


def _linked(story: Story, names: list[Named], known: Directory) -> Linked:
    names = with_known(story.text, names, known)
    resolved = resolve(story.text, names, known)
    mentions = links(story.text, names, resolved, known)
    if story.confirmed or story.rejected:
        mentions = [link for link in mentions if not _is_forbidden(link, story)]
    # As plain tuples, which go from process to process in half the time.
    return Linked(
        story.article, resolved | _chosen(names, story.confirmed), list(map(tuple, mentions))
    )


def _chosen(names: list[Named], confirmed: dict[Stretch, int]) -> dict[NameKey, int]:
    """Return whose names are by an editor's word, for whatever follows from them."""
    return {
        (name.kind, name.key): confirmed[place[:2]]
        for name in names
        for place in name.places
        if place[:2] in confirmed
    }


def _is_forbidden(link: Link, story: Story) -> bool:
    """Tell whether an editor said that this is somebody else, or not this one."""
    if (link.entity, link.surface) in story.rejected:
        return True
    return any(start < link.end and link.start < end for start, end in story.confirmed)
