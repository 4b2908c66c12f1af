"""Events: exercises, operations, summits, elections, wars, protests, missions, launches, tournaments.

Those whose words are all capitalised are found in runs of capitals; here are those that quotation marks,
a word like "Operation" or a kind of election name.
"""

from __future__ import annotations

import re

from articles.names.lists import entries
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
# With "the" before it and a name before it: "the Scopes trial", "the Copiapó mining accident".
_HAPPENING = (
    *("summit", "trial", "earthquake", "massacre", "uprising", "disaster", "putsch", "accident"),
    *("hijacking", "pogrom", "famine", "airlift", "landings"),
)
_KIND = "mining|train|rail|air|hostage|nuclear|peace|chess|ferry|football|stadium"
# The listed events that are not capitalised throughout; the others are read in runs of capitals.
_LISTED = tuple(name for name in sorted(entries("en/events.txt")) if name.split()[-1].islower())
_ELECTION = "presidential|parliamentary|general|federal|local|legislative|European"

_NOUN_PIECES = (
    *("exercise", "drill", "manoeuvre", "maneuver", "operation", "forum", "summit", "festival"),
    *("championship", "tournament", "conference", "campaign", "expedition", "games", "contest"),
    *("competition", "protest", "march", "rall", "mission", "учени", "операци", "маневр", "манёвр"),
    *("фестивал", "турнир", "форум", "вучэнн", "аперацы", "фестывал", "турнір"),
)

# Each pattern with how sure it is, its rule's name, and pieces of words of which it needs one.
_PATTERNS = tuple(
    (re.compile(pattern), confidence, rule, needed)
    for pattern, confidence, rule, needed in (
        (rf"{_QUOTED} (?:\w+ )?(?i:{_NOUN})\b", 0.85, "event in quotation marks", _NOUN_PIECES),
        (rf"\b(?i:{_NOUN}),? {_QUOTED}", 0.85, "event in quotation marks", _NOUN_PIECES),
        (
            rf"\b(?P<name>(?:Operation|Exercise|Hurricane|Typhoon|Cyclone) {_NAME})",
            0.8,
            "operation",
            ("operation", "exercise", "hurricane", "typhoon", "cyclone"),
        ),
        (
            r"\b(?:exercise|operation)s? (?:\w+ )?(?:called|named|code-named|codenamed|dubbed)"
            rf" (?P<name>{_NAME})",
            0.8,
            "operation",
            ("exercise", "operation"),
        ),
        (rf"\b(?P<name>{'|'.join(_LISTED)})\b", 0.9, "known event", tuple(map(str.lower, _LISTED))),
        (
            rf"\b[Tt]he (?P<name>{CAPITAL}[\w-]+(?: {CAPITAL}[\w-]+)?(?: (?:{_KIND}))?"
            rf" (?:{'|'.join(_HAPPENING)}))\b",
            0.55,
            "event word",
            tuple(f" {noun}" for noun in _HAPPENING),
        ),
        (
            rf"\b(?P<name>(?:Battle|Siege|War) of (?:the )?{_NAME})",
            0.7,
            "operation",
            ("battle of", "siege of", "war of"),
        ),
        (rf"\b(?P<name>(?:{_ELECTION}) elections? of \d{{4}})\b", 0.6, "election", ("election",)),
        (
            rf"\b(?P<name>\d{{4}} (?:{CAPITAL}[\w-]+ )?(?:{_ELECTION}) elections?)\b",
            0.6,
            "election",
            ("election",),
        ),
    )
)


def find_events(text: str) -> list[Mention]:
    """Return the events that the text names in quotation marks, after "Operation" or as an election."""
    found = []
    small = text.lower()
    for pattern, confidence, rule, needed in _PATTERNS:
        # A look for a piece of a word is far quicker than one for the pattern.
        if not any(piece in small for piece in needed):
            continue
        for match in pattern.finditer(text):
            name = match["name"]
            if rule != "event in quotation marks" or name[0].isupper() or name[0].isdigit():
                start, end = match.span("name")
                words = tuple(name.split())
                found.append(
                    Mention(start, end, name, "event", confidence, rule, name, words=words)
                )
    return found
