"""Which stories stand beside one: the likest few, none of them twice.

Those that share the story's rarest features are compared with it: each feature that both have counts by its
weight in either and, as in TF-IDF, by how rare it is in the archive. All is counted in whole numbers, so
that it comes to the same in whatever order it is added up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from heapq import nlargest
from math import exp, log, sqrt
from typing import NamedTuple

from articles.related.archives import Archive
from articles.related.story import MARKS, Story

MOST = 5

# The rarest features that together lead to so many stories are followed, and the likest of these compared.
MOST_LED_TO = 2_500
MOST_COMPARED = 50

# What a story of the least weight and rarity would be worth is still a whole number.
UNIT = 10
# The likeness of two stories that share all their words, if these are in no third one.
WHOLE = UNIT * 255 * 255
# Below it two stories share no more than chance would have them share.
LEAST = 0.02
# Stories of one day are so much liker than those of very different times, and how fast that fades, in days.
NEARNESS = 0.3
NEAR_DAYS = 30.0
# What shares so much of its words with another, and is nearly as long, is the same text once more.
SAME_WORDS = 0.9
SAME_LENGTH = 0.8


class Choice(NamedTuple):
    """A story chosen to stand beside another, how like it is, and what both hold, with what that is worth."""

    story: Story
    score: float
    shared: Mapping[str, int] = {}


def choose(story: Story, archive: Archive, avoided: Collection[int] = ()) -> list[Choice]:
    """Return the stories to stand beside `story`, the likest first; those `avoided` stand there already."""
    frequencies = archive.frequencies(story.features)
    worth = _worth(story, frequencies, archive.count())
    led_to: defaultdict[int, int] = defaultdict(int)
    for feature, pks in archive.holders(_rarest(frequencies)):
        for pk in pks:
            led_to[pk] += worth[feature]
    for pk in (story.pk, *avoided):
        led_to.pop(pk, None)
    choices = [
        Choice(other, _likeness(story, other, worth)) for other in archive.stories(_likest(led_to))
    ]
    choices.sort(key=lambda choice: (-choice.score, choice.story.slug))
    return [_with_shared(choice, worth) for choice in _few(story, choices)]


def _worth(story: Story, frequencies: dict[str, int], stories: int) -> dict[str, int]:
    """Return what it is worth that another story has each of the features of this one."""
    rarest = log(1 + stories)
    return {
        feature: round(UNIT * weight * (log(1 + stories / frequencies[feature]) / rarest) ** 2)
        for feature, weight in story.features.items()
    }


def _rarest(frequencies: dict[str, int]) -> list[str]:
    """Return the rarest features that lead to other stories; of one frequency all, or none."""
    by_frequency: dict[int, list[str]] = {}
    for feature, count in frequencies.items():
        if count > 1:
            by_frequency.setdefault(count, []).append(feature)
    rarest: list[str] = []
    left = MOST_LED_TO
    for count, features in sorted(by_frequency.items()):
        left -= count * len(features)
        if left < 0 and rarest:
            break
        rarest += features
    return rarest


def _likest(led_to: dict[int, int]) -> list[int]:
    """Return the stories that share most, with those that share as much as the last of them."""
    most = nlargest(MOST_COMPARED, led_to.values())
    likest = [pk for pk, worth in led_to.items() if worth >= most[-1]] if most else []
    if len(likest) > MOST_COMPARED * 2:  # a text that says nothing is as like to any
        return nlargest(MOST_COMPARED * 2, likest, key=lambda pk: (led_to[pk], pk))
    return likest


def _likeness(story: Story, other: Story, worth: dict[str, int]) -> float:
    theirs = other.features
    shared = sum([theirs[feature] * worth[feature] for feature in worth.keys() & theirs.keys()])
    return round(shared / WHOLE * _nearness(story, other), 4)


def _nearness(story: Story, other: Story) -> float:
    """Return what the likeness is multiplied by: what is written at one time is often of one thing."""
    if story.day is None or other.day is None:
        return 1.0
    return 1 + NEARNESS * exp(-abs(story.day - other.day) / NEAR_DAYS)


def _few(story: Story, choices: list[Choice]) -> list[Choice]:
    """Return the first few, without what is the same text as the story or as one before it."""
    few: list[Choice] = []
    for choice in choices:
        if choice.score < LEAST or len(few) == MOST:
            break
        if not any(is_same(choice.story, there) for there in (story, *(one.story for one in few))):
            few.append(choice)
    return few


def _with_shared(choice: Choice, worth: dict[str, int]) -> Choice:
    theirs = choice.story.features
    shared = worth.keys() & theirs.keys()
    return choice._replace(shared={feature: theirs[feature] * worth[feature] for feature in shared})


def is_same(one: Story, other: Story) -> bool:
    """Tell whether two stories are one text, published twice or hardly changed."""
    shorter, longer = sorted((one.words, other.words))
    return shorter >= longer * SAME_LENGTH and alike(one, other) >= SAME_WORDS


def alike(one: Story, other: Story) -> float:
    """Return how alike the words of two stories are, as the cosine between them: from 0 to 1."""
    ours, theirs = _words(one), _words(other)
    product = sum(weight * theirs.get(feature, 0) for feature, weight in ours.items())
    lengths = sum(w * w for w in ours.values()) * sum(w * w for w in theirs.values())
    return product / sqrt(lengths) if lengths else 0.0


def _words(story: Story) -> dict[str, int]:
    return {word: weight for word, weight in story.features.items() if word[0] not in MARKS}
