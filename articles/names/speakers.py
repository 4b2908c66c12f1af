"""Whose verb of saying it is: the words for the speaker before or after the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from articles.names.found import FoundName
from articles.names.wording import Token

# "unfound" is a name that is not among those found, "other" whatever else can be said to say something.
SpeakerKind = Literal["name", "organization", "he", "she", "they", "role", "unfound", "other"]

_PRONOUNS: dict[str, SpeakerKind] = {"he": "he", "she": "she", "they": "they"}
_VERBS = frozenset({"speech", "manner", "impersonal"})
_PART_OF_NAME = frozenset({"role", "title", "former", "proper"})
_PART_OF_ROLE = _PART_OF_NAME | {
    *("determiner", "owner", "indefinite", "word", "name", "possessive", "possessed", "bracket")
}
_ENDS_CLAUSE = frozenset(
    {"comma", "dash", "semicolon", "colon", "stop", "quote", "bracket", "clause"}
)
_ENDS_PHRASE = frozenset(
    {"relative", "clause", "stop", "quote", "colon", "semicolon", "dash", "bracket"}
)
_HELPS_VERB = frozenset({"adverb", "be"})
# What may follow the comma of "the minister, John Smith".
_APPOSED = frozenset({"name", "title"})

# A phrase for a speaker is hardly ever longer than this many tokens in news prose.
_LONGEST = 40
# How many insertions between commas a subject may have after it.
_INSERTIONS = 4


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of a story for a speaker: `name` if they hold it, and whether it is the only one there."""

    kind: SpeakerKind
    start: int
    end: int
    name: FoundName | None = None
    alone: bool = True


def subject_before(tokens: Sequence[Token], verb: int, first: int = 0) -> Speaker | None:
    """Return the subject of the verb at `verb` that stands before it, not before the token `first`."""
    first = max(first, verb - _LONGEST)
    last = _before_helpers(tokens, verb - 1, first)
    # "Smith smiled and said": the verb shares the subject of the clause before.
    shared = last > first and tokens[last].kind == "clause"
    last -= shared
    inserted = False
    for _ in range(_INSERTIONS):
        inserted = inserted or tokens[last].kind == "comma"
        last = _before_inserted(tokens, last, first)
        if last < first:
            return None
        begin = _clause_start(tokens, last, first)
        if begin > last:
            last = begin - 2
        elif inserted and begin > first and tokens[begin].kind in {"preposition", "number"}:
            last = begin - 1  # "Smith, 45, of Leeds, who was there, said"
        elif tokens[begin].kind == "relative":
            last = begin - 2 if tokens[begin - 1].kind == "comma" else begin - 1
        else:
            speaker = _head(
                tokens, begin, _before_relative(tokens, begin, last), nearest=not shared
            )
            if not (
                shared and speaker is not None and speaker.kind == "other" and begin - 1 > first
            ):
                return speaker
            last = begin - 1
    return None


def subject_after(tokens: Sequence[Token], verb: int, last: int) -> Speaker | None:
    """Return the subject of the verb at `verb` that stands after it and before the token `last`."""
    begin = verb + 1
    last = min(last, begin + _LONGEST)
    if is_cyrillic(tokens[verb].word):
        return _nominative(tokens, begin, last)
    end = begin
    while end < last and _continues_phrase(tokens, begin, end):
        end += 1
    return _head(tokens, begin, end, nearest=False) if end > begin else None


def is_cyrillic(word: str) -> bool:
    """Say whether the word is of a language whose words change with their case."""
    return "\u0400" <= word[:1] < "\u0530"


def is_person(token: Token) -> bool:
    """Say whether the token is the name of a person."""
    return token.name is not None and token.name.kind == "person"


def is_head(tokens: Sequence[Token], place: int, begin: int) -> bool:
    """Say whether the name or pronoun at `place` can be the subject: not "of Smith", not "Smith's"."""
    token = tokens[place]
    if token.kind in _PRONOUNS:
        return True
    if token.name is None or token.name.kind == "event" or _is_oblique(token.name):
        return False
    if place + 1 < len(tokens) and tokens[place + 1].kind == "possessive":
        return False
    before = place - 1
    while before >= begin and tokens[before].kind in _PART_OF_NAME:
        before -= 1
    if before < begin or tokens[before].kind != "preposition":
        return True
    # "the head of Acme John Smith", "minister of Russia Sergei Shoigu": the name follows another.
    return tokens[place - 1].kind == "proper"


def _before_helpers(tokens: Sequence[Token], place: int, first: int) -> int:
    """Return the place before the adverbs and auxiliary verbs that end at `place`."""
    while place >= first and (
        tokens[place].kind in _HELPS_VERB
        or (tokens[place].kind == "word" and tokens[place].word.endswith("ly"))
    ):
        place -= 1
    return place


def _before_inserted(tokens: Sequence[Token], place: int, first: int) -> int:
    """Return the place before what is put in after a subject: ", the minister," or ", who met him,"."""
    while place > first and tokens[place].kind in {"comma", "dash", "bracket"}:
        opening = _inserted_start(tokens, place, first)
        if opening is None:
            return place - 1
        titles = tokens[opening + 1 : place - 1]
        if is_person(tokens[place - 1]) and all(each.kind in _PART_OF_NAME for each in titles):
            return place - 1
        place = opening - 1
    return place


def _inserted_start(tokens: Sequence[Token], place: int, first: int) -> int | None:
    """Return the place of the mark that begins what the mark at `place` ends, None if there is none."""
    kinds = {"bracket"} if tokens[place].kind == "bracket" else {"comma", "dash"}
    for opening in range(place - 1, first - 1, -1):
        if tokens[opening].kind in kinds:
            return opening
        if tokens[opening].kind == "stop":
            return None
    return None


def _clause_start(tokens: Sequence[Token], last: int, first: int) -> int:
    """Return where the clause that holds the token `last` begins."""
    begin = last + 1
    while begin > first and tokens[begin - 1].kind not in _ENDS_CLAUSE:
        begin -= 1
    return begin


def _before_relative(tokens: Sequence[Token], begin: int, last: int) -> int:
    """Return the end of the phrase from `begin` to `last` without its "who met Jones"."""
    for place in range(begin, last + 1):
        if tokens[place].kind == "relative":
            return place
    return last + 1


def _continues_phrase(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Say whether the token `end` belongs to the phrase for a person that begins at `begin`."""
    kind = tokens[end].kind
    if kind in _ENDS_PHRASE or kind in _VERBS or kind in _HELPS_VERB:
        return False
    if end == begin:
        return kind not in {"comma", "preposition"}
    if kind in _PRONOUNS or tokens[end - 1].kind in _PRONOUNS:
        return False
    if kind == "comma":
        following = tokens[end + 1 : end + 2]
        named = any(is_person(each) for each in tokens[begin:end])
        return bool(following) and following[0].kind in _APPOSED and not named
    return True


def _nominative(tokens: Sequence[Token], begin: int, last: int) -> Speaker | None:
    """Return the first person or noun for one in the nominative: "сказал на митинге глава фонда X"."""
    for place in range(begin, last):
        token = tokens[place]
        if token.kind in {"stop", "quote", "colon", "semicolon", "relative", "clause"}:
            return None
        if token.kind in _PRONOUNS:
            return _of_words(tokens, place, place + 1)
        if token.name is not None and token.name.kind != "event" and not _is_oblique(token.name):
            return _of_name(tokens, place, alone=True)
        if token.kind in {"role", "plural"}:
            return _apposed(tokens, place, last) or _of_role(tokens, begin, last, place)
    return None


def _apposed(tokens: Sequence[Token], role: int, last: int) -> Speaker | None:
    """Return the name that follows a noun for a person: "министр обороны России Сергей Шойгу"."""
    for place in range(role + 1, min(last, role + 8)):
        token = tokens[place]
        if token.kind in {*_ENDS_PHRASE, *_VERBS}:
            return None
        if is_person(token) and token.name is not None and not _is_oblique(token.name):
            return _of_name(tokens, place, alone=True)
    return None


def _is_oblique(name: FoundName) -> bool:
    """Say whether the name stands in another case than the nominative: no subject then."""
    if not is_cyrillic(name.text):
        return False
    return name.text.split()[-1] not in name.name.split()


def _head(tokens: Sequence[Token], begin: int, end: int, *, nearest: bool) -> Speaker | None:
    """Return who the phrase between `begin` and `end` is about: the one nearest its end, or the first."""
    places = [place for place in range(begin, end) if is_head(tokens, place, begin)]
    people = [
        place for place in places if is_person(tokens[place]) or tokens[place].kind in _PRONOUNS
    ]
    if people:
        place = people[-1] if nearest else people[0]
        if tokens[place].kind in _PRONOUNS:
            return _of_words(tokens, place, place + 1)
        return _of_name(tokens, place, alone=len(people) == 1)
    for place in range(begin, end):
        if tokens[place].kind in {"role", "plural"} and not _is_named(tokens, place, end):
            return _of_role(tokens, begin, end, place)
    if places:
        return _of_name(tokens, places[0], alone=len(places) == 1)
    while begin < end and tokens[begin].kind in {"clause", "preposition", "adverb"}:
        begin += 1
    return _of_words(tokens, begin, end) if begin < end else None


def _is_named(tokens: Sequence[Token], role: int, end: int) -> bool:
    """Say whether the noun for a person stands before a person's name, which tells more than it."""
    place = role + 1
    while place < end and tokens[place].kind in _PART_OF_NAME:
        place += 1
    return place < end and is_person(tokens[place])


def _of_name(tokens: Sequence[Token], place: int, *, alone: bool) -> Speaker:
    token = tokens[place]
    kind: SpeakerKind = "name" if is_person(token) else "organization"
    return Speaker(kind, token.start, token.end, token.name, alone)


def _of_role(tokens: Sequence[Token], begin: int, end: int, role: int) -> Speaker:
    """Return the phrase of a person without a name: from its article to the last of the noun's words.

    The `name` is that of the organization for which "a spokesman for Acme" speaks.
    """
    first = role
    # In Cyrillic no article tells where the phrase begins, and what stands before is often no part of it.
    before = _PART_OF_NAME if is_cyrillic(tokens[role].word) else _PART_OF_ROLE
    while first > begin and tokens[first - 1].kind in before:
        first -= 1
    last = role + 1
    while last < end and tokens[last].kind in {*_PART_OF_ROLE, "preposition"}:
        last += 1
    while tokens[last - 1].kind in {"preposition", "determiner", "owner", "bracket", "indefinite"}:
        last -= 1
    organizations = [
        token.name
        for token in tokens[first:last]
        if token.name is not None and token.name.kind == "organization"
    ]
    name = organizations[0] if len(organizations) == 1 else None
    return Speaker("role", tokens[first].start, tokens[last - 1].end, name)


def _of_words(tokens: Sequence[Token], begin: int, end: int) -> Speaker:
    """Return a pronoun, a name that was not found, or other words as the speaker."""
    kind = _PRONOUNS.get(tokens[begin].kind, "other") if end == begin + 1 else "other"
    if tokens[begin].kind == "proper":
        # No more than the name's own words.
        end = next((at for at in range(begin, end) if tokens[at].kind not in _PART_OF_NAME), end)
        kind = "unfound" if end > begin + 1 else "other"
    return Speaker(kind, tokens[begin].start, tokens[end - 1].end)
