"""What stands around a run of capitals, and what it says about the sort of name that it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from articles.names.lists import entries
from articles.names.sorts import Sort
from articles.names.words import Words

Votes = dict[Sort, float]
Cue = tuple[re.Pattern[str], Votes]


@cache
def _speech() -> str:
    lines = (entries("en/speech_verbs.txt"),)
    verbs = {form for line in lines for entry in line for form in entry.split()}
    return "|".join(sorted(verbs, key=lambda verb: (-len(verb), verb)))


@cache
def _cues_after() -> tuple[Cue, ...]:
    said = _speech()
    return (
        (
            re.compile(rf" (?:\w+ly |also |then |has |had |later )?(?:{said})\b"),
            {"person": 0.6, "organization": 0.3},
        ),
        (re.compile(r",? ?\(? ?(?:aged )?[1-9]\d ?[,)]"), {"person": 0.8}),
        (
            re.compile(r",? ?\(? ?\d{1,3}(?:st|nd|rd|th)\b"),
            {"person": 0.9},
        ),  # when a goal was scored
        (
            re.compile(r" (?:not out|[cb] [A-Z]|lbw|run out)\b"),
            {"person": 0.9},
        ),  # a cricketer's end
        (re.compile(r" ?, (?:who|whom)\b"), {"person": 0.9}),
        (
            re.compile(r" (?:\w+ed|gave|took|made|had|has|will|would|could|came|went|left)\b"),
            {"person": 0.2},
        ),
        (re.compile(r" who(?:se|m)?\b"), {"person": 0.5}),
        (
            re.compile(
                r" ?,? (?:an?|the|its|his|her|their|head|chief|former|senior|chairman|president|director|leader|minister|an? former)\b[^.,;\n]{0,40}\b(?:minister|president|chief|director|leader|chairman|spokesman|spokeswoman|analyst|economist|manager|head|member|professor|editor|officer|coach|captain|secretary|lawyer|official|judge|governor|mayor)\b"
            ),
            {"person": 0.5},
        ),
        (
            re.compile(
                r" (?:resigned|met|arrived|visited|scored|flew|died|married|wrote|won|was born|became|was elected|was appointed|was sentenced|was arrested|was killed|was jailed|shook|smiled|spoke|kicked|headed|converted|struck|bowled|led off|hit|drove|homered|singled|doubled|pitched|threw|ran)\b"
            ),
            {"person": 0.4},
        ),
        (
            re.compile(
                r" ?\( ?(?:[A-Z][a-z]+|U\.S\.|[A-Z]{3}|New Zealand|South Africa|[A-Z][a-z]+ [A-Z][a-z]+) ?\)"
            ),
            {"person": 0.7},
        ),
        (
            re.compile(
                r"(?: ?[’']s?)? (?:shares?|stocks?|faction|magazine|newspaper|group|force|party|newsroom|daily|spokesman|spokeswoman|officials?|executives|unit|subsidiary|bonds?|earnings|employees|board|plc|shareholders|investors|profits?|management|headquarters|factory|plant|lawmakers|deputies|MPs|rebels|guerrillas|fighters|members|leadership|troops|forces|team|fans|players|supporters|goalkeeper|striker|midfielder|defender|coach|manager|captain)\b"
            ),
            {"organization": 0.5},
        ),
        (
            re.compile(
                r" (?:acquired|merged|announced|reported|expects|plans|posted|operates|manufactures|owns|employs|makes|produces|is listed|closed (?:up|down))\b"
            ),
            {"organization": 0.35},
        ),
        (
            re.compile(
                r" (?:city|province|region|district|airport|river|valley|county|state|village|town|oblast|border|area)\b"
            ),
            {"place": 0.7},
        ),
        (
            re.compile(r" ?, (?:[A-Z][a-z]+|[A-Z]\.[A-Z]\.|Calif\.?|Fla\.?) ?(?:,|\.)"),
            {"place": 0.2},
        ),
    )


@cache
def _cues_before() -> tuple[Cue, ...]:
    said = _speech()
    return (
        (re.compile(rf"\b(?:{said}) $"), {"person": 0.3}),
        (re.compile(r"\b(?:in|near|outside|around|throughout|across|northern|southern|eastern|western|central|city of|town of|village of|capital|province of) $"), {"place": 0.7}),
        (re.compile(r"\b(?:at) $"), {"place": 0.2, "organization": 0.2, "person": -0.3}),
        (re.compile(r" [cb] $"), {"person": 0.8}),  # "c Cork b Croft": who caught and who bowled
        (re.compile(r"\b(?:director|analyst|trader|economist|head|manager|dealer|strategist|chairman)\b[^.,;]{0,30} (?:at|of|with) $"), {"organization": 0.8}),
        (re.compile(r"\b(?:the|The) $"), {"organization": 0.25, "person": -0.8}),
        (re.compile(r"\b(?:an?|this|these|some|such|every|its|our|no) $"), {"person": -0.6, "other": 0.5}),
        (re.compile(r"\b(?:spokesman for|spokeswoman for|shares in|shares of|stake in|chairman of|head of|president of|director of|member of|owner of|company|group|firm|maker|giant|bank|newspaper|daily|agency|retailer|carrier|airline|insurer|broker|brokerage|party|movement|league leaders|champions|club|side|rivals|unit) $"), {"organization": 0.7}),
        (re.compile(r"\b(?:son|daughter|wife|husband|brother|sister|father|mother|widow|friend|named|called|by) $"), {"person": 0.3}),
    )  # fmt: skip


_NEAR = 50  # code points


def votes_around(text: str, start: int, end: int, words: Words) -> Votes:
    """Return how strongly the words around `text[start:end]` speak for each sort of name."""
    votes: Votes = defaultdict(float)
    before = text[max(0, start - _NEAR) : start]
    for pattern, cue in _cues_before():
        if pattern.search(before):
            _add(votes, cue.items())
    role = _role_before(before, words)
    if role:
        votes["person"] += 0.9
    for pattern, cue in _cues_after():
        if pattern.match(text, end):
            _add(votes, cue.items())
    return votes


def _add(votes: Votes, more: Iterable[tuple[Sort, float]]) -> None:
    for sort, weight in more:
        votes[sort] += weight


def _role_before(before: str, words: Words) -> str:
    """Return the small word for a role that stands right before a name: "striker", "minister"."""
    if not before.endswith(" "):
        return ""
    last = before.rstrip(" ,").rpartition(" ")[2]
    return last if last in words.roles else ""
