"""With whom a sentence begins: a name, a pronoun, "the minister", somebody whose name was not found."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.heads import (
    PART_OF_NAME,
    PART_OF_ROLE,
    Speaker,
    is_head,
    is_person,
    is_unfound,
    of_name,
    of_words,
)
from articles.names.lists import entries
from articles.names.speakers import subject_before
from articles.names.wording import Token

# What stands before a name with which a sentence begins.
_BEFORE_NAME = frozenset({"determiner", "role", "title", "former", "proper", "clause"})
_BEFORE_NOUN = frozenset({"determiner", "indefinite", "title", "former", "proper", "word"})


def leading(tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
    """Return with whom a sentence begins: the only person it names, a pronoun, "the minister", a stranger."""
    people = [
        place
        for place in range(first, last)
        if is_person(tokens[place]) and is_head(tokens, place, first)
    ]
    pronouns = [place for place in range(first, last) if tokens[place].kind in {"he", "she"}]
    if pronouns and (not people or pronouns[0] < people[0]):
        token = tokens[pronouns[0]]
        return Speaker("he" if token.kind == "he" else "she", token.start, token.end)
    if len({tokens[place].name for place in people}) == 1:
        if _begins(tokens, first, people[0]):
            return subject_before(tokens, people[0] + 1, first)
        if _is_apposed(tokens, people[0], first):
            return of_name(tokens, people[0], alone=True)
        return main_subject(tokens, first, last) or _opening(tokens, first, last)
    return _opening(tokens, first, last)


def _begins(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Say whether only words that belong to the name at `place` stand before it in its sentence."""
    if tokens[place + 1 : place + 2] and tokens[place + 1].kind == "possessive":
        return False
    return all(_goes_before(token) for token in tokens[first:place])


def _goes_before(token: Token) -> bool:
    """Say whether the token may stand before a person's name: "the", "minister", "Acme"."""
    return token.kind in _BEFORE_NAME or (token.name is not None and not is_person(token))


def _is_apposed(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Say whether the name at `place` tells who the noun before its comma is: "The head of Acme, X"."""
    while place > first and tokens[place - 1].kind in PART_OF_NAME:
        place -= 1
    phrase = tokens[first : place - 1]
    return (
        place > first
        and tokens[place - 1].kind == "comma"
        and any(token.kind == "role" for token in phrase)
        and all(token.kind in {*PART_OF_ROLE, "preposition"} for token in phrase)
    )


def main_subject(tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
    """Return the person with whom a sentence begins, after "For the next hour," if it is there."""
    comma = next((at for at in range(first, last) if tokens[at].kind == "comma"), last)
    fronted = comma == first + 1 or tokens[first].kind in {"preposition", "clause", "adverb"}
    fronted = fronted or tokens[first].word.endswith("ly")
    for begin in (first, comma + 1) if fronted else (first,):
        place = next((at for at in range(begin, last) if not _goes_before(tokens[at])), last)
        if place < last and _may_be_subject(tokens, place, begin):
            return subject_before(tokens, place + 1, begin)
    return None


def _may_be_subject(tokens: Sequence[Token], place: int, begin: int) -> bool:
    person = is_person(tokens[place]) and is_head(tokens, place, begin)
    return person or tokens[place].kind in {"he", "she"}


def _opening(tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
    """Return the person without a known name with whom a sentence begins: "The minister", "Tan Lee"."""
    while first < last and tokens[first].kind in {"clause", "adverb"}:
        first += 1
    place = first
    while place < last and tokens[place].kind in _BEFORE_NOUN:
        place += 1
    if place < last and tokens[place].kind == "role":
        return _opening_role(tokens, first, place, last)
    common = entries("en/common_words.txt")
    name = next((at for at in range(first, min(place, last)) if tokens[at].kind == "proper"), None)
    if name is None or tokens[name].word in common or not is_unfound(tokens, name, first, last):
        return None
    return of_words(tokens, name, last)


def _opening_role(tokens: Sequence[Token], first: int, role: int, last: int) -> Speaker | None:
    """Return "The minister" or "A driver", unless the sentence names who that is."""
    end = role + 1
    while end < last and tokens[end].kind in PART_OF_NAME:
        end += 1
    after = tokens[end] if end < last else None
    if any(is_person(token) for token in tokens[end : min(end + 3, last)]):
        return None  # "Veteran fast bowler John Smith"
    named = after is not None and (after.kind in {"comma", "possessive"} or after.name is not None)
    return None if named else Speaker("role", tokens[first].start, tokens[end - 1].end)
