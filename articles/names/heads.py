"""Who a phrase is about: a person by name, a pronoun, a noun for a person, or a name nobody found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from articles.names.found import FoundName
from articles.names.wording import Token

# "unfound" is a name that is not among those found, "other" whatever else can be said to say something.
SpeakerKind = Literal["name", "organization", "he", "she", "they", "role", "unfound", "other"]

PRONOUNS: dict[str, SpeakerKind] = {"he": "he", "she": "she", "they": "they"}
PART_OF_NAME = frozenset({"role", "title", "former", "proper"})
PART_OF_ROLE = PART_OF_NAME | {
    *("determiner", "owner", "indefinite", "word", "name", "possessive", "possessed", "bracket")
}
# How nouns begin for those whose words are their organization's.
_SPEAK_FOR = ("spokes", "representative", "пресс-", "представител", "прэс-", "прадстаўн")
# What a name at the end of its phrase may be followed by: "met Smith of Leeds, who".
_AFTER_NAME = frozenset(
    {"comma", "preposition", "relative", "clause", "adverb", "be", "speech", "manner", "bracket"}
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of a story for a speaker: `name` if they hold it, and whether it is the only one there."""

    kind: SpeakerKind
    start: int
    end: int
    name: FoundName | None = None
    alone: bool = True


def head(tokens: Sequence[Token], begin: int, end: int, *, nearest: bool) -> Speaker | None:
    """Return who the phrase between `begin` and `end` is about: the one nearest its end, or the first.

    A name that nobody found is as good as another: "Smith met Tan Lee" ends with Tan Lee.
    """
    places = [place for place in range(begin, end) if is_head(tokens, place, begin)]
    people = [
        place for place in places if is_person(tokens[place]) or tokens[place].kind in PRONOUNS
    ]
    strangers = [place for place in range(begin, end) if is_unfound(tokens, place, begin, end)]
    if people or strangers:
        place = max(people + strangers) if nearest else min(people + strangers)
        if place in people and tokens[place].name is not None:
            return of_name(tokens, place, alone=len(people) == 1)
        return of_words(tokens, place, place + 1 if place in people else end)
    for place in range(begin, end):
        if tokens[place].kind in {"role", "plural"} and not _is_named(tokens, place, end):
            return of_role_noun(tokens, begin, end, place)
    if places and not (nearest and _ends_with_noun(tokens, places[-1], end)):
        return of_name(tokens, places[0], alone=len(places) == 1)
    while begin < end and tokens[begin].kind in {"clause", "preposition", "adverb"}:
        begin += 1
    return of_words(tokens, begin, end) if begin < end else None


def is_unfound(tokens: Sequence[Token], place: int, begin: int, end: int) -> bool:
    """Say whether a name of two words or more that nobody found begins at `place`, able to be a subject.

    Not the "White House" of "White House officials", nor the "State Department" before a person's name.
    """
    if tokens[place].kind != "proper" or is_cyrillic(tokens[place].word):
        return False
    if place > begin and tokens[place - 1].kind in {"proper", "preposition", "name"}:
        return False
    last = place
    while last < end and tokens[last].kind == "proper":
        last += 1
    return last > place + 1 and (last == end or tokens[last].kind in _AFTER_NAME)


def _ends_with_noun(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Say whether a noun of no list follows an organization's name, as in "a former Acme employee"."""
    after = tokens[place + 1 : end]
    return bool(after) and all(token.kind == "word" for token in after)


def _is_named(tokens: Sequence[Token], role: int, end: int) -> bool:
    """Say whether the noun for a person stands before a person's name, which tells more than it."""
    place = role + 1
    while place < end and tokens[place].kind in PART_OF_NAME:
        place += 1
    return place < end and is_person(tokens[place])


def of_name(tokens: Sequence[Token], place: int, *, alone: bool) -> Speaker:
    """Return the name at `place` as the speaker."""
    token = tokens[place]
    kind: SpeakerKind = "name" if is_person(token) else "organization"
    return Speaker(kind, token.start, token.end, token.name, alone)


def of_role_noun(tokens: Sequence[Token], begin: int, end: int, role: int) -> Speaker:
    """Return the phrase of a person without a name: from its article to the last of the noun's words.

    The `name` is that of the organization for which "a spokesman for Acme" speaks.
    """
    first = role
    # In Cyrillic no article tells where the phrase begins, and what stands before is often no part of it.
    before = PART_OF_NAME if is_cyrillic(tokens[role].word) else PART_OF_ROLE
    while first > begin and tokens[first - 1].kind in before:
        first -= 1
    last = role + 1
    while last < end and tokens[last].kind in {*PART_OF_ROLE, "preposition"}:
        last += 1
    while tokens[last - 1].kind in {"preposition", "determiner", "owner", "bracket", "indefinite"}:
        last -= 1
    return Speaker(
        "role", tokens[first].start, tokens[last - 1].end, _spoken_for(tokens[first:last])
    )


def _spoken_for(tokens: Sequence[Token]) -> FoundName | None:
    """Return the only organization in the phrase of a spokesman; anybody else speaks for himself."""
    names = [token.name for token in tokens if token.name and token.name.kind == "organization"]
    speaks = any(token.kind == "role" and token.word.startswith(_SPEAK_FOR) for token in tokens)
    return names[0] if speaks and len(names) == 1 else None


def of_words(tokens: Sequence[Token], begin: int, end: int) -> Speaker:
    """Return a pronoun, a name that was not found, or other words as the speaker."""
    kind = PRONOUNS.get(tokens[begin].kind, "other") if end == begin + 1 else "other"
    if tokens[begin].kind == "proper":
        # No more than the name's own words.
        end = next((at for at in range(begin, end) if tokens[at].kind not in PART_OF_NAME), end)
        kind = "unfound" if end > begin + 1 else "other"
    return Speaker(kind, tokens[begin].start, tokens[end - 1].end)


def is_cyrillic(word: str) -> bool:
    """Say whether the word is of a language whose words change with their case."""
    return "\u0400" <= word[:1] < "\u0530"


def is_person(token: Token) -> bool:
    """Say whether the token is the name of a person."""
    return token.name is not None and token.name.kind == "person"


def is_head(tokens: Sequence[Token], place: int, begin: int) -> bool:
    """Say whether the name or pronoun at `place` can be the subject: not "of Smith", not "Smith's"."""
    token = tokens[place]
    if token.kind in PRONOUNS:
        return True
    if token.name is None or token.name.kind == "event" or is_oblique(token.name):
        return False
    if place + 1 < len(tokens) and tokens[place + 1].kind == "possessive":
        return False
    before = place - 1
    while before >= begin and tokens[before].kind in PART_OF_NAME:
        before -= 1
    if before < begin or tokens[before].kind != "preposition":
        return True
    # "the head of Acme John Smith", "minister of Russia Sergei Shoigu": the name follows another.
    return tokens[place - 1].kind == "proper"


def is_oblique(name: FoundName) -> bool:
    """Say whether the name stands in another case than the nominative: no subject then."""
    if not is_cyrillic(name.text):
        return False
    return name.text.split()[-1] not in name.name.split()
