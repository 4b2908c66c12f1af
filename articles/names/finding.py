"""Whom and what a story names: known names in one pass, new ones by their words and by the story itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from articles.names.cyrillic import with_cases
from articles.names.days import days_beside
from articles.names.discovery import discover, shouts
from articles.names.events import find_events
from articles.names.found import FoundName, Kind
from articles.names.keys import name_key
from articles.names.known import KnownName, KnownNames
from articles.names.linking_known import link
from articles.names.mentions import Mention, longest
from articles.names.roles import role_beside
from articles.names.runs import find_runs
from articles.names.within_document import apply, shouted, teach
from articles.names.words import CYRILLIC, Words, language_of, words_of

_KINDS = frozenset({"person", "organization", "event"})
_REPORTED = 0.4


def find_names(
    text: str, known: KnownNames | Iterable[KnownName] | None = None, language: str = "en"
) -> list[FoundName]:
    """Return every occurrence of a person's, organization's or event's name, by start, none overlapping.

    `known` are the newsroom's aliases: a `KnownNames`, built once for many texts, or the aliases
    themselves. `language` chooses the word lists; one that has none falls back by script. Never
    raises; takes time in proportion to the text.
    """
    names = known if isinstance(known, KnownNames) else KnownNames(known or ())
    language = language_of(text, language)
    words = words_of(language)
    runs = find_runs(text)
    found = discover(text, runs, words, language)
    if language in CYRILLIC:
        found = with_cases(text, found, words)
    found += find_events(text)
    found = link(text, found, names, words)
    taught = teach(text, found, words)
    found = apply(text, found, taught, words)
    found += shouted([run for run in runs if shouts(run)], found, taught, words)
    named = [m for m in found if m.sort in _KINDS and m.confidence >= _REPORTED]
    return [_found_name(text, mention, words) for mention in longest(named)]


def _found_name(text: str, mention: Mention, words: Words) -> FoundName:
    kind = cast("Kind", mention.sort)
    role = mention.role if kind == "person" else ""
    if kind == "person" and not role:
        role = role_beside(text, mention.start, mention.end, words)
    first_day, last_day = (
        days_beside(text, mention.start, mention.end) if kind == "event" else (None, None)
    )
    return FoundName(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        kind=kind,
        name=mention.name,
        key=name_key(mention.name, kind),
        rule=mention.rule,
        confidence=round(mention.confidence, 2),
        entity=mention.entity,
        role=role,
        first_day=first_day,
        last_day=last_day,
    )
