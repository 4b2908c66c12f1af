"""Whose verb of saying it is: the words for the speaker before or after the verb."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.heads import (
    PART_OF_NAME,
    PRONOUNS,
    Speaker,
    head,
    is_cyrillic,
    is_oblique,
    is_person,
    of_name,
    of_role_noun,
    of_words,
)
from articles.names.wording import Token

_VERBS = frozenset({"speech", "manner", "impersonal"})
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
            speaker = head(tokens, begin, _before_relative(tokens, begin, last), nearest=not shared)
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
    return head(tokens, begin, end, nearest=False) if end > begin else None


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
        named = is_person(tokens[place - 1]) or (titles and tokens[place - 1].kind == "proper")
        if named and all(each.kind in PART_OF_NAME for each in titles):
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
    if kind in PRONOUNS or tokens[end - 1].kind in PRONOUNS:
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
        if token.kind in PRONOUNS:
            return of_words(tokens, place, place + 1)
        if token.name is not None and token.name.kind != "event" and not is_oblique(token.name):
            return of_name(tokens, place, alone=True)
        if token.kind in {"role", "plural"}:
            return _apposed(tokens, place, last) or of_role_noun(tokens, begin, last, place)
    return None


def _apposed(tokens: Sequence[Token], role: int, last: int) -> Speaker | None:
    """Return the name that follows a noun for a person: "министр обороны России Сергей Шойгу"."""
    for place in range(role + 1, min(last, role + 8)):
        token = tokens[place]
        if token.kind in {*_ENDS_PHRASE, *_VERBS}:
            return None
        if is_person(token) and token.name is not None and not is_oblique(token.name):
            return of_name(tokens, place, alone=True)
    return None
