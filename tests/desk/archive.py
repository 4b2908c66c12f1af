"""What the desk decides on: names in stories, made as linking makes them from the text."""

from __future__ import annotations

from itertools import count
from typing import Any

from articles.linking.linking import link_names
from articles.models import (
    Alias,
    Article,
    Byline,
    Decision,
    Entity,
    FormerAddress,
    FoundBy,
    LikelyDuplicate,
    Mention,
    NewName,
    Quote,
    Role,
    Sighting,
)
from articles.names.keys import name_key
from tests import cast

# Everything that a decision may change.
CHANGED = [
    *(
        Alias,
        Byline,
        Entity,
        FormerAddress,
        LikelyDuplicate,
        Mention,
        NewName,
        Quote,
        Role,
        Sighting,
    )
]
# What is written anew with every save, and says nothing of what was decided.
MOMENTS = {"updated_at"}


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return every row that a decision may change, ids included."""
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in MOMENTS}
            for row in model._default_manager.order_by("pk").values()
        ]
        for model in CHANGED
    }


def assert_same(
    now: dict[str, list[dict[str, Any]]], before: dict[str, list[dict[str, Any]]]
) -> None:
    """Say of the first model whose rows differ which they are."""
    for model, rows_before in before.items():
        assert now[model] == rows_before, model


numbers = count(1)


def make_story(*paragraphs: str, **fields: Any) -> Article:
    title = f"Story {next(numbers)}"
    return cast.make_article(title, paragraphs=[*paragraphs], **fields)


def see(
    story: Article, name: str, kind: str = "person", confidence: int = 85, **fields: Any
) -> Sighting:
    """Let a rule have seen the name wherever it stands in the story."""
    text, places, start = story.body_text, [], -1
    while (start := text.find(name, start + 1)) >= 0:
        places.append([start, start + len(name), confidence, "given name"])
    return Sighting.objects.create(
        article=story,
        kind=kind,
        key=name_key(name, kind),
        name=name,
        confidence=confidence,
        places=places,
        **fields,
    )


def make_new_name(name: str, *stories: Article, kind: str = "person", **fields: Any) -> NewName:
    """Let the stories bear a name that nobody has."""
    for story in stories:
        see(story, name, kind)
    return NewName.objects.create(
        **{
            "kind": kind,
            "key": name_key(name, kind),
            "name": name,
            "story_count": len(stories),
            "confidence": 85,
        }
        | fields
    )


def link(*sightings: Sighting) -> None:
    """Tie the names to those who bear them, as an import does."""
    link_names((sighting.kind, sighting.key) for sighting in sightings)


def make_quote(story: Article, words: str, speaker: Entity | None, **fields: Any) -> Quote:
    start = story.body_text.index(words)
    return Quote.objects.create(
        **{
            "article": story,
            "start": start,
            "end": start + len(words),
            "speaker_id": speaker.pk if speaker else None,
            "found_by": FoundBy.DISCOVERY,
            "confidence": 40,
        }
        | fields
    )


def make_pair(one: Entity, other: Entity, **fields: Any) -> LikelyDuplicate:
    first, second = sorted((one.pk, other.pk))
    return LikelyDuplicate.objects.create(
        **{
            "first_id": first,
            "second_id": second,
            "score": 90,
            "reason": "The same surname, and given names that are one in two languages.",
        }
        | fields
    )


def last_decision() -> Decision:
    return Decision.objects.latest("pk")
