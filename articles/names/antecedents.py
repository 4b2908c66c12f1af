"""Whom "he", "the minister" or "the ministry" stands for: the last person that fits, never one of two."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.found import FoundName
from articles.names.genders import Gender, gender_of
from articles.names.speakers import Speaker

# How many mentions of people before a pronoun are looked at.
_LOOK_BACK = 12


def antecedent(
    text: str, speaker: Speaker, people: Sequence[FoundName], last: FoundName | None, start: int
) -> tuple[FoundName | None, float]:
    """Return the person whom the words of `speaker` stand for, and how sure that is.

    `people` are those named before, in order; `last` is who spoke last; `start` is where the paragraph
    begins.
    """
    if speaker.kind == "he" or speaker.kind == "she":
        return _of_pronoun(text, "male" if speaker.kind == "he" else "female", people, last, start)
    if speaker.kind == "role":
        return _of_role(text[speaker.start : speaker.end], speaker, people)
    return None, 0.0


def _of_pronoun(
    text: str, gender: Gender, people: Sequence[FoundName], last: FoundName | None, start: int
) -> tuple[FoundName | None, float]:
    fitting = [each for each in people[-_LOOK_BACK:] if gender_of(text, each) in {gender, ""}]
    here = [each for each in fitting if each.start >= start]
    keys = {each.key for each in here}
    if len(keys) == 1:
        return here[-1], 0.88
    if keys:
        known = {each.key for each in here if gender_of(text, each) == gender}
        if len(known) == 1:
            return next(each for each in reversed(here) if each.key in known), 0.8
        if last is not None and here[0].key == last.key:
            return last, 0.75
        return None, 0.0
    if last is not None and gender_of(text, last) in {gender, ""}:
        return last, 0.85
    keys = {each.key for each in fitting[-4:]}
    if len(keys) == 1:
        return fitting[-1], 0.75
    return None, 0.0


def _of_role(
    words: str, speaker: Speaker, people: Sequence[FoundName]
) -> tuple[FoundName | None, float]:
    wanted = {_stem(word) for word in words.lower().split()} - _ARTICLES
    best: dict[str, tuple[int, FoundName]] = {}
    for each in people:
        role = {_stem(word) for word in each.role.lower().split()}
        score = len(wanted & role)
        if score and score >= best.get(each.key, (0, each))[0]:
            best[each.key] = (score, each)
    if not best:
        return None, 0.0
    top = max(score for score, _ in best.values())
    first = [each for score, each in best.values() if score == top]
    return (first[0], 0.85) if len(first) == 1 else (None, 0.0)


_ARTICLES = frozenset({"the", "a", "an", "of"})


def _stem(word: str) -> str:
    """Return the beginning that "Russian" and "Russia", "defence" and "defense" share."""
    return word[:6].strip(",.") if len(word) > 6 else word.strip(",.")
