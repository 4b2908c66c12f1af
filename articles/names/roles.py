"""What a story calls a person beside the name: "striker X", "X, the Minister of Defense of Russia,"."""

from __future__ import annotations

import re
from functools import cache

from articles.names.declension import forms
from articles.names.lists import entries, groups
from articles.names.words import Words

_APPOSITION = re.compile(r" ?, (?:the |an? )?([^,.;:()\n«»“”\"]{3,90})(?=[,.;\n]| ,)")
_BEFORE = re.compile(r"[\w’'-]+(?: [\w’'-]+){0,4}$")
_JOINING = frozenset({"of", "for", "to", "the", "and", "in", "at", "&"})
_NEAR = 60  # code points
_OPENING = frozenset(
    {"the", "a", "an", "then", "now", "until", "currently", "also", "and", "himself", "herself"}
    | {"once", "twice"}
)
_AGE = "-year-old"
# What somebody can be called that tells a reader nothing.
_EMPTY = frozenset({"number", "relief", "woman", "man", "member", "prime", "star", "head"})
_LONGEST = 6  # words before the one that says what a person is
# Whose verb a word like "coach" is: those who do it, and the small words before a verb.
_SUBJECTS = frozenset(
    {"people", "police", "men", "women", "children", "they", "we", "you", "who", "not"}
    | {"will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot"}
)
# Plurals that say what a coach or an engineer is of.
_QUALIFYING = frozenset(
    {"arts", "communications", "forces", "games", "news", "operations", "relations", "sales"}
    | {"series", "services", "sports", "systems"}
)
_NO_PLURAL = ("ss", "us", "is", "ics", "'s", "’s")


def role_beside(text: str, start: int, end: int, words: Words) -> str:
    """Return what stands beside the name `text[start:end]` for the person's role, "" for nothing fit."""
    apposition = _APPOSITION.match(text, end)
    if apposition:
        role = _role_of(apposition[1].split(), words)
        if role and is_fit(role):
            return role
    before = text[max(0, start - _NEAR) : start]
    # Most words before a name are no role, and a look at the last one tells.
    last = before.split()[-1:]
    if not before.endswith(" ") or not last or last[0].lower() not in words.roles:
        return ""
    said = _BEFORE.search(before.rstrip())
    role = _role_up_to(said[0].split(), words) if said else ""
    return role if is_fit(role) else ""


def is_fit(role: str) -> bool:
    """Tell whether a role may be kept without an editor: it accuses nobody and tells of no kin."""
    return _unfit_roles().isdisjoint(role.lower().replace(",", " ").split())


@cache
def _unfit_roles() -> frozenset[str]:
    listed = frozenset[str]().union(*groups("unfit_roles.txt").values())
    cyrillic = {form for word in listed if word > "а" for form in forms(word)}
    return listed | cyrillic


def _role_of(said: list[str], words: Words) -> str:
    """Return the role at the beginning of an apposition, with what belongs to it: "of Russia"."""
    at = next((i for i, word in enumerate(said[:_LONGEST]) if word.lower() in words.roles), None)
    if at is None or "who" in said[: at + 1]:
        return ""
    start = _start(said, at, words)
    # "has named the minister" says what somebody did, not what they are.
    if any(word.lower() not in _OPENING and not word.endswith(_AGE) for word in said[:start]):
        return ""
    while at + 1 < len(said) and said[at + 1].lower() in words.roles:
        at += 1
    end = at + 1
    if end < len(said) and said[end][0].isupper():
        return ""  # the next of a list: "X, engineer Y and teacher Z"
    while end < len(said) and (said[end] in _JOINING or said[end][0].isupper()):
        end += 1
    while said[end - 1] in _JOINING:
        end -= 1
    return "" if end == at + 1 and said[at] in _EMPTY else " ".join(said[start:end])


def _role_up_to(said: list[str], words: Words) -> str:
    """Return the role that the words before a name end in, with the words that qualify it."""
    if said[-1].lower() not in words.roles or said[-1] in _EMPTY or _is_verb(said, words):
        return ""
    return " ".join(said[_start(said, len(said) - 1, words) :])


def _is_verb(said: list[str], words: Words) -> bool:
    """Tell whether the last of some words is what somebody does to who follows: "Fans coach X"."""
    if len(said) < 2 or said[-1] not in entries("en/role_verbs.txt"):
        return False
    subject = said[-2]
    if subject.lower() in _SUBJECTS:
        return True
    if subject[-1:] != "s" or subject.endswith(_NO_PLURAL) or subject in _QUALIFYING:
        return False
    # A capital within a sentence is a name's: "Rangers coach X".
    opens = len(said) == 2 and subject not in words.clubs and subject not in words.teams
    return opens or subject.islower() or subject in words.nationalities


def _start(said: list[str], at: int, words: Words) -> int:
    """Return where the words begin that qualify the role at a place."""
    while at and _qualifies(said[at - 1], words):
        at -= 1
    return at


def _qualifies(word: str, words: Words) -> bool:
    return (
        word.lower() in words.roles
        or word in words.nationalities
        or word.capitalize() in words.modifiers
        or word in words.organizations
        or word in words.places
        or word in words.clubs
    )
