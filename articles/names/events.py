"""Events: exercises, operations, summits, elections, wars, protests, missions, launches, tournaments."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.names.mentions import Mention
from articles.names.runs import CAPITAL

_NOUNS = (
    "exercises?|drills?|manoeuvres?|maneuvers?|operations?|forums?|summits?|festivals?|championships?|tournaments?|conferences?"
    "|campaigns?|expeditions?|games|contests?|competitions?|protests?|marches|march|rall(?:y|ies)|mission"
)
_QUOTED = r"[«“„\"]\s?(?P<name>[^«»“”„\"\n]{2,70}?)\s?[»”“\"]"
_BEFORE_NOUN = re.compile(rf"{_QUOTED} (?:\w+ )?(?:{_NOUNS})\b")
_AFTER_NOUN = re.compile(rf"\b(?:{_NOUNS}),? {_QUOTED}")
_OPERATION = re.compile(
    rf"\b(?P<name>(?:Operation|Exercise|Hurricane|Typhoon|Cyclone)(?: {CAPITAL}[\w-]+){{1,3}}(?: ?[-–] ?\d{{4}})?)"
)
_BATTLE = re.compile(
    rf"\b(?P<name>(?:Battle|Siege|War|Treaty|Battle) of (?:the )?{CAPITAL}[\w-]+(?: {CAPITAL}[\w-]+)?)"
)


def find_events(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the events that the text names in quotation marks or after a word like "Operation"."""
    found = []
    for pattern, confidence, rule in (
        (_BEFORE_NOUN, 0.85, "event in quotation marks"),
        (_AFTER_NOUN, 0.85, "event in quotation marks"),
        (_OPERATION, 0.8, "operation"),
        (_BATTLE, 0.7, "operation"),
    ):
        for match in pattern.finditer(text):
            name = match["name"]
            if name[0].isupper() or name[0].isdigit():
                start, end = match.span("name")
                found.append(
                    Mention(
                        start, end, name, "event", confidence, rule, name, words=tuple(name.split())
                    )
                )
    return found
