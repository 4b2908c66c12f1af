"""Why two stories stand beside each other, in a reader's words.

    "Both mention Sergei Shoigu and CSTO" · "Part of the same event: Union Resolve – 2022"

They are kept as the site's pages are written, in English, whatever language the editor reads the desk in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from taggit.models import Tag

from articles.models import Entity, Kind
from articles.related.choosing import Choice
from articles.related.story import ENTITY, SOURCE, TAG, Story

# More names than these a reader takes for a list.
MOST_NAMED = 3

NAMED_TOGETHER = "The original posts name them together"
EARLIER = "An earlier report"
LATER = "A later report"
ALIKE = "On the same subject"

# The kind of an entity or "tag", and its name; by the feature that stands for it.
Names = Mapping[str, tuple[str, str]]


def names_of(features: Iterable[str]) -> Names:
    """Return the names that may be told to readers of what the features stand for."""
    ids: dict[str, set[int]] = {ENTITY: set(), TAG: set()}
    for feature in features:
        if feature[0] in ids:
            ids[feature[0]].add(int(feature[1:]))
    shown = Entity.objects.shown().named_openly().filter(pk__in=ids[ENTITY])
    entities = shown.values_list("pk", "kind", "name")
    tags = Tag.objects.filter(pk__in=ids[TAG]).values_list("pk", "name")
    return {f"{ENTITY}{pk}": (kind, name) for pk, kind, name in entities} | {
        f"{TAG}{pk}": ("tag", name) for pk, name in tags
    }


def reasons(story: Story, choice: Choice, names: Names) -> list[str]:
    """Return the sentences, without full stops, that say why the story chosen stands beside `story`."""
    told = sorted((-worth, *names[what]) for what, worth in choice.shared.items() if what in names)
    events = [name for _, kind, name in told if kind == Kind.EVENT]
    mentioned = [name for _, kind, name in told if kind in {Kind.PERSON, Kind.ORGANIZATION}]
    tags = [name for _, kind, name in told if kind == "tag"]
    said = [f"Part of the same event: {name}" for name in events[:1]]
    if mentioned:
        said.append(f"Both mention {_listed(mentioned[:MOST_NAMED])}")
    if tags and not said:
        said.append(f"Both are tagged {_listed(tags[:MOST_NAMED])}")
    if {f"{SOURCE}{story.pk}", f"{SOURCE}{choice.story.pk}"} & {*choice.shared}:
        said.append(NAMED_TOGETHER)
    return [*(said or [ALIKE]), *_when(story, choice.story)]


def _listed(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _when(story: Story, other: Story) -> list[str]:
    if story.day is None or other.day is None or story.day == other.day:
        return []
    return [EARLIER if other.day < story.day else LATER]
