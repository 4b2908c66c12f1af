"""Clubs that a story of sport calls by their town: "Genoa, beaten 3-0 by Lecce"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.names.mentions import Mention
from articles.names.words import Words

_RESULT = re.compile(r" ?,? (?:\d{1,3})(?: |\n|$|,|-\d)|[ ]?[-(]?\d+[-–]\d+")
_MINUTE = re.compile(r",? ?\d{1,3}(?:st|nd|rd|th)\b")
_AFTER = re.compile(
    r" (?:beat|v|vs|versus|defeated|thrashed|lost to|drew|won \d|at [A-Z]|hosts?|hosted|signed|trails?"
    r"|trailed|leads?|AT|striker|midfielder|defender|goalkeeper|forward|winger|captain|coach|manager"
    r"|supporters?|fans|are|have)\b| ?, beaten\b| ?[’']s [A-Z][a-z]+ [A-Z]"
)
_BEFORE = re.compile(
    r"(?:\b(?:beat|v|vs|against|over|defeated|champions|leaders|AT|side|club|lost at home to|lost to"
    r"|drew with|played for|player for|plays for|signed for|joined|hosts?|rivals) |\d )$"
)
_CAPITALS = re.compile(r"([A-Z][A-Z.]+(?: [A-Z]+){0,2}?)(?: AT [A-Z]| \d{1,3} \d)")
_PLACE_BEFORE = re.compile(r"\b(?:in|near|from|to|at|of) $")
_DATELINE = re.compile(r" ?,? (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b|, [A-Z]")
_NEAR = 24  # code points


def clubs(text: str, mentions: list[Mention], words: Words) -> list[Mention]:
    """Return the mentions of a story of sport with towns as clubs where results or players say so."""
    judged = [_judged(text, mention, words) for mention in mentions]
    towns = {m.text for m in judged if m.sort == "organization" and m.rule == "club by its town"}
    return [_again(text, mention, towns) for mention in judged] + list(_in_capitals(text, words))


def _in_capitals(text: str, words: Words) -> Iterator[Mention]:
    """Yield the towns that open a line of a table in capitals: "BOSTON 66 65 .504", "OAKLAND AT SEATTLE"."""
    for line in _CAPITALS.finditer(text):
        name = line[1].title()
        if line.start() and text[line.start() - 1] not in "\n " or name in words.countries:
            continue
        if name in words.places or name.replace("St ", "St. ") in words.places:
            start, end = line.span(1)
            rule = "club by its town"
            yield Mention(
                start, end, line[1], "organization", 0.6, rule, name, words=tuple(line[1].split())
            )


def _judged(text: str, mention: Mention, words: Words) -> Mention:
    if _DATELINE.match(text, mention.end):
        return mention
    if mention.sort == "place" and mention.text not in words.countries and len(mention.words) <= 3:
        if mention.text in words.counties:
            return mention.taken_for("organization", 0.7, "club by its town")
        if _plays(text, mention):
            return mention.taken_for("organization", 0.6, "club by its town")
    if mention.sort == "other" and mention.text in words.clubs:
        return mention.taken_for("organization", 0.6, "known club")
    return _by_result(text, mention, words)


def _plays(text: str, mention: Mention) -> bool:
    return bool(
        _RESULT.match(text, mention.end)
        or _AFTER.match(text, mention.end)
        or _BEFORE.search(text, max(0, mention.start - _NEAR), mention.start)
    )


def _by_result(text: str, mention: Mention, words: Words) -> Mention:
    """Return a lone name before a result as a club, and one that ends in a town."""
    if mention.text.isupper() or _MINUTE.match(text, mention.end):
        return mention
    by_capitals = mention.rule in {"capital", "surname", "person by its place", "capitals"}
    if mention.sort in {"other", "person"} and by_capitals and _RESULT.match(text, mention.end):
        return mention.taken_for("organization", 0.55, "club by its result")
    if mention.rule == "surname" and len(mention.words) > 1 and mention.words[-1] in words.places:
        return mention.taken_for("organization", 0.6, "club by its town")
    return mention


def _again(text: str, mention: Mention, towns: set[str]) -> Mention:
    """Return a town that is a club elsewhere in the story as the club, unless it is a place here."""
    if mention.sort != "place" or mention.text not in towns or _DATELINE.match(text, mention.end):
        return mention
    if _PLACE_BEFORE.search(text, max(0, mention.start - _NEAR), mention.start):
        return mention
    return mention.taken_for("organization", 0.55, "club by its town")
