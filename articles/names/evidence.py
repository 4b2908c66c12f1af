"""What stands around a run of capitals, and what it says about the sort of name that it is.

The weights were set on labelled agency news: 1 is as good as proof, 0.5 settles a name that nothing else
speaks against. They add up over all places where a story says the name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from articles.names.lists import entries, groups
from articles.names.sorts import Sort
from articles.names.words import Words

Votes = dict[Sort, float]

_NEXT = re.compile(r"( ?[’']s?)? (?:\w+ly |also |then |later )?(\w+)")
_LAST = re.compile(r"[\w-]+$")
_DESK_BEFORE = re.compile(r"\b(\w+)\b[^.,;]{0,30} (?:at|of|with|for|in) $")
_NEAR = 50  # code points

# What follows a person by its form: an age, a goal's minute, a cricketer's end, "who", a country in brackets.
_AGE = r",? ?\(? ?(?:aged )?[1-9]\d ?[,)]|,? ?\(? ?\d{1,3}(?:st|nd|rd|th)\b"
_CRICKET = r" (?:not out|[cb] [A-Z]|lbw|run out)\b"
_COUNTRY = r" ?\( ?(?:[A-Z][a-z]+|U\.S\.|[A-Z]{3}|[A-Z][a-z]+ [A-Z][a-z]+) ?\)"
_PERSON_AFTER = re.compile(rf"{_AGE}|{_CRICKET}|{_COUNTRY}| ?, (?:who|whom)\b")
_PRICE_AFTER = re.compile(
    r" (?:closed|opened|ended|fell|rose|dropped|jumped|slid|gained|was|were)(?: \w+)?"
    r"(?: at| to| by| from)* \$? ?\d"
)
_APPOSITION = re.compile(
    r" ?,? (?:an?|the|its|his|her|their|head|chief|former|senior)\b([^.,;\n]{0,50})"
)


@cache
def _speech() -> frozenset[str]:
    return frozenset(form for entry in entries("en/speech_verbs.txt") for form in entry.split())


@cache
def _cues() -> dict[str, frozenset[str]]:
    return groups("en/cue_words.txt")


def votes_around(text: str, start: int, end: int, words: Words) -> Votes:
    """Return how strongly the words around `text[start:end]` speak for each sort of name."""
    votes: Votes = defaultdict(float)
    _vote_before(votes, text[max(0, start - _NEAR) : start], words)
    _vote_after(votes, text, end, words)
    return votes


def _vote_before(votes: Votes, before: str, words: Words) -> None:
    said = before.rstrip(" ,")
    word = _LAST.search(said.rpartition(" ")[2])
    mark = before[len(said) :]
    if word is None or not mark:
        return
    last, cues = word[0], _cues()
    if last in words.roles:
        votes["person"] += 0.9
    if mark != " ":
        return
    small = last.lower()
    if small in {"the", "a", "an", "this", "these", "some", "its", "our", "no"}:
        votes["person"] -= 0.8
        votes["organization" if small == "the" else "other"] += 0.25
    elif last in {"c", "b"} or small in cues["kin before"]:
        votes["person"] += 0.8 if len(last) == 1 else 0.3
    elif small in cues["member before"]:
        votes["organization"] += 0.7
    elif small in _speech():
        votes["person"] += 0.3
    if small in cues["thing before"]:
        votes["person"] -= 1
        votes["other"] += 1
    if small in cues["place before"]:
        votes["place"] += 0.7
    elif small in {"at", "of", "with", "for", "in"}:
        _vote_desk(votes, before)


def _vote_desk(votes: Votes, before: str) -> None:
    """Count "director of sales at X", "spokesman for X", "stake in X"."""
    desk = _DESK_BEFORE.search(before)
    if desk and desk[1] in _cues()["desk"]:
        votes["organization"] += 0.8


def _vote_after(votes: Votes, text: str, end: int, words: Words) -> None:
    cues = _cues()
    following = _NEXT.match(text, end)
    if following:
        word = following[2]
        if word in cues["of"]:
            votes["organization"] += 0.5
        elif word in cues["place after"]:
            votes["place"] += 0.7
        elif not following[1]:
            _vote_verb(votes, word)
    if _PERSON_AFTER.match(text, end):
        votes["person"] += 0.9
    elif _PRICE_AFTER.match(text, end):
        votes["organization"] += 0.6
        votes["person"] -= 0.5
    else:
        apposition = _APPOSITION.match(text, end)
        if apposition and not words.roles.isdisjoint(apposition[1].split()):
            votes["person"] += 0.5


def _vote_verb(votes: Votes, word: str) -> None:
    if word in _speech():
        votes["person"] += 0.6
        votes["organization"] += 0.3
    elif word in _cues()["act"]:
        votes["person"] += 0.4
    elif word.endswith("ed"):
        votes["person"] += 0.1
