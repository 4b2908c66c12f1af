"""Events: exercises, operations, summits, elections, wars, protests, missions, launches, tournaments.

Those whose words are all capitalised are found in runs of capitals; here are those that quotation marks,
a word like "Operation" or a kind of election name.
"""

from __future__ import annotations

import re

from articles.names.mentions import Mention
from articles.names.runs import CAPITAL

_NOUN = (
    "exercises?|drills?|manoeuvres?|maneuvers?|operations?|forums?|summits?|festivals?|championships?"
    "|tournaments?|conferences?|campaigns?|expeditions?|games|contests?|competitions?|protests?|march(?:es)?"
    "|rall(?:y|ies)|mission|учени\\w+|операци\\w+|манёвр\\w+|маневр\\w+|фестивал\\w+|турнир\\w*|форум\\w*"
    "|вучэнн\\w+|вучэння\\w+|аперацы\\w+|фестывал\\w+|турнір\\w*"
)
_QUOTED = r"[«“„\"]\s?(?P<name>[^«»“”„\"\n]{2,70}?)\s?[»”“\"]"
_NAME = rf"{CAPITAL}[\w-]+(?: {CAPITAL}[\w-]+){{0,2}}(?: ?[-–]? ?\d{{2,4}}\b)?"
_ELECTION = "presidential|parliamentary|general|federal|local|legislative|European"

# Each pattern with how sure it is and its rule's name; a word of a listed kind is read in small letters.
_PATTERNS = tuple(
    (re.compile(pattern), confidence, rule)
    for pattern, confidence, rule in (
        (rf"{_QUOTED} (?:\w+ )?(?:{_NOUN})\b", 0.85, "event in quotation marks"),
        (rf"\b(?:{_NOUN}),? {_QUOTED}", 0.85, "event in quotation marks"),
        (
            rf"\b(?P<name>(?:Operation|Exercise|Hurricane|Typhoon|Cyclone) {_NAME})",
            0.8,
            "operation",
        ),
        (
            r"\b(?:exercise|operation)s? (?:\w+ )?(?:called|named|code-named|codenamed|dubbed)"
            rf" (?P<name>{_NAME})",
            0.8,
            "operation",
        ),
        (rf"\b(?P<name>(?:Battle|Siege|War) of (?:the )?{_NAME})", 0.7, "operation"),
        (rf"\b(?P<name>(?:{_ELECTION}) elections? of \d{{4}})\b", 0.6, "election"),
        (rf"\b(?P<name>\d{{4}} (?:{_ELECTION}) elections?)\b", 0.6, "election"),
    )
)


def find_events(text: str) -> list[Mention]:
    """Return the events that the text names in quotation marks, after "Operation" or as an election."""
    found = []
    for pattern, confidence, rule in _PATTERNS:
        for match in pattern.finditer(text):
            name = match["name"]
            if rule != "event in quotation marks" or name[0].isupper() or name[0].isdigit():
                start, end = match.span("name")
                words = tuple(name.split())
                found.append(
                    Mention(start, end, name, "event", confidence, rule, name, words=words)
                )
    return found
