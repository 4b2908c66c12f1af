"""Events: exercises, operations, summits, elections, wars, protests, missions, launches, tournaments.

Those whose words are all capitalised are found in runs of capitals; here are those that quotation marks,
a word like "Operation" or a kind of election name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from articles.names.lists import entries
from articles.names.mentions import Mention
from articles.names.runs import CAPITAL

_NOUN = (
    "exercises?|drills?|manoeuvres?|maneuvers?|operations?|forums?|summits?|festivals?|championships?"
    "|tournaments?|conferences?|campaigns?|expeditions?|games|contests?|competitions?|protests?|march(?:es)?"
    "|rall(?:y|ies)|mission|учени\\w+|операци\\w+|манёвр\\w+|маневр\\w+|фестивал\\w+|турнир\\w*|форум\\w*"
    "|вучэнн\\w+|вучэння\\w+|аперацы\\w+|фестывал\\w+|турнір\\w*"
)
# What stands in quotation marks, from the mark that opens it, and the noun behind it, if any.
_QUOTED = re.compile(
    r"[«“„\"](?=\s?(?P<name>[^«»“”„\"\n]{2,70}?)\s?[»”“\"]"
    rf"(?P<noun> (?:\w+ )?(?i:{_NOUN})\b)?)"
)
_NOUN_AT_END = re.compile(rf"\b(?i:{_NOUN})\Z")
_NEAR = 60  # code points before a mark in which the noun stands
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

# Each pattern with how sure it is, its rule's name, and pieces of words of which a text needs one.
_PATTERNS = tuple(
    (re.compile(pattern), confidence, rule, needed)
    for pattern, confidence, rule, needed in (
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


_PIECES = (*_NOUN_PIECES, *(piece for *_, needed in _PATTERNS for piece in needed))
_ALL_PIECES = AhoCorasick(_PIECES, store_patterns=False)


def find_events(text: str) -> list[Mention]:
    """Return the events that the text names in quotation marks, after "Operation" or as an election."""
    # One look for all pieces of words is far quicker than one for a pattern.
    matches = _ALL_PIECES.find_matches_as_indexes(text.lower(), overlapping=True)
    pieces = {_PIECES[index] for index, _, _ in matches}
    found = [] if pieces.isdisjoint(_NOUN_PIECES) else list(_in_quotation_marks(text))
    for pattern, confidence, rule, needed in _PATTERNS:
        if not pieces.isdisjoint(needed):
            for match in pattern.finditer(text):
                found.append(_event(*match.span("name"), match["name"], confidence, rule))
    return found


def _in_quotation_marks(text: str) -> Iterator[Mention]:
    """Yield events whose name in quotation marks stands beside a noun: exercise «Union Resolve – 2022»."""
    reached = 0
    for match in _QUOTED.finditer(text):
        name = match["name"]
        capital = name[0].isupper() or name[0].isdigit()
        if capital and match.start() >= reached and (match["noun"] or _follows_noun(text, match)):
            yield _event(*match.span("name"), name, 0.85, "event in quotation marks")
            reached = max(match.end("name"), match.end("noun"))


def _follows_noun(text: str, mark: re.Match[str]) -> bool:
    before = text[max(0, mark.start() - _NEAR) : mark.start()]
    word = before[:-1].removesuffix(",").rpartition(" ")[2]
    return before.endswith(" ") and _NOUN_AT_END.search(word) is not None


def _event(start: int, end: int, name: str, confidence: float, rule: str) -> Mention:
    return Mention(start, end, name, "event", confidence, rule, name, words=tuple(name.split()))
