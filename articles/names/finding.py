"""Whom and what a story names: known names in one pass, new ones by their words and by the story itself.

Each name found bears the rule that found it. The figures are how many of its finds were right in 49
documents labelled by hand and some 300 sentences of agency news (1,213 names in all):

    rule                               right   what it reads
    known alias                          –     an alias of the newsroom; an everyday word needs evidence
    shared                               –     an alias of two entities, neither of which stands more fully
    given name                          0.98   a given name and what follows it
    surname of a full name              0.99   a surname or first name whose full name the story gives
    surname of two full names           0.94   the same where two people could be meant, so nobody's for sure
    surname of another                  1.00   the same behind a title that the full name does not bear
    given name and patronymic           1.00   "Vladimir Vladimirovich", under its one possible bearer's name
    title, honorific, initial           1.00   "Defence Minister X", "Mrs X", "J. X"
    surname                             0.86   capitals that end in a surname of the lists
    person by its place                 0.84   a verb, a role, an age, "who" beside it, over the whole story
    beside a person                     0.67   "and" or a comma joins it to a person
    known organization, known club      0.97   the lists of organizations and clubs
    organization word                   0.94   "… Ministry", "Bank of …", "… Corp"
    organization in quotation marks     1.00   газета «…»
    organization by its place           0.88   "shares of …", "spokesman for …", an acronym
    acronym or short form               1.00   what an organization's full name teaches
    club by its town, by its result     0.95   "Genoa, beaten 3-0 by Lecce"
    in capitals                         0.60   a headline of capitals that says what the story says
    known event                         1.00   the list of wars, games and disasters that all know by name
    event word                          0.86   "Reykjavik Summit", "the Scopes trial", "Карибский кризис"
    operation, election                 1.00   "Operation …", "federal election of 1961"
    event in quotation marks            1.00   «Union Resolve – 2022» exercise
    spaCy                                –     a model's find, where the extra is used (spacy_adapter.py)

Where the confidence is 0.8 or more, 99 in 100 people, 98 in 100 organizations and all events were right;
from 0.6 to 0.8 79, 89 and 100; below 89, 86 and 71.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from articles.names.cyrillic import with_cases
from articles.names.cyrillic_events import cyrillic_events
from articles.names.days import days_beside
from articles.names.discovery import discover, shouts
from articles.names.events import find_events
from articles.names.found import FoundName, Kind
from articles.names.keys import name_key
from articles.names.known import KnownName, KnownNames
from articles.names.linking_known import link
from articles.names.mentions import Mention, longest
from articles.names.roles import is_fit, role_beside
from articles.names.runs import Run, find_runs
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
        found = with_cases(text, found, words) + cyrillic_events(text, language)
    return settled(text, found + find_events(text), runs, names, words)


def settled(
    text: str, found: list[Mention], runs: list[Run], known: KnownNames, words: Words
) -> list[FoundName]:
    """Return the names among what was found, once known names and the story itself have had their say."""
    found = link(text, found, known, words)
    taught = teach(text, found, words)
    found = apply(text, found, taught, words)
    found += shouted([run for run in runs if shouts(run)], found, taught, words)
    named = [m for m in found if m.sort in _KINDS and m.confidence >= _REPORTED]
    return [_found_name(text, mention, words) for mention in longest(named)]


def _found_name(text: str, mention: Mention, words: Words) -> FoundName:
    kind = cast("Kind", mention.sort)
    role = mention.role if kind == "person" and is_fit(mention.role) else ""
    if kind == "person" and not role:
        role = role_beside(text, mention.start, mention.end, words)
    first_day, last_day = (
        days_beside(text, mention.start, mention.end) if kind == "event" else (None, None)
    )
    return FoundName(
        mention.start, mention.end, mention.text, kind, mention.name, name_key(mention.name, kind),
        mention.rule, round(mention.confidence, 2), mention.entity, role, first_day, last_day,
    )  # fmt: skip
