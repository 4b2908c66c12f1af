"""Whose verb of saying it is: the words for the speaker before or after the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from articles.names.found import FoundName
from articles.names.wording import Token

SpeakerKind = Literal["name", "organization", "he", "she", "they", "role", "other"]

_PRONOUNS = frozenset({"he", "she", "they"})
_VERBS = frozenset({"speech", "manner"})
_PART_OF_NAME = frozenset({"role", "title", "former", "proper"})
_ENDS_CLAUSE = frozenset({"comma", "dash", "semicolon", "colon", "stop", "quote", "bracket"})
_BEFORE_VERB = frozenset({"adverb", "be"})
_BEGINS_PHRASE = frozenset({"determiner", "role", "title", "former", "proper", "name", "plural"})

# A phrase for a speaker is never longer than this many tokens in news prose.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of a story for a speaker: `name` if they hold it, and whether it is the only one there."""

    kind: SpeakerKind
    start: int
    end: int
    name: FoundName | None = None
    alone: bool = True


def subject_before(tokens: Sequence[Token], verb: int, first: int = 0) -> Speaker | None:
    """Return the subject of the verb at `verb`, which stands before it and after the token `first`."""
    first = max(first, verb - _LONGEST)
    last = _before_inserted(tokens, _before_helpers(tokens, verb - 1, first), first)
    if last < first:
        return None
    if tokens[last].kind == "name" and tokens[last].end and _is_bare(tokens, last, first):
        return _of_name(tokens, last, alone=True)
    begin = _clause_start(tokens, last, first)
    if begin > last:
        # "Smith smiled and said": the verb shares the subject of the clause before.
        outer = _clause_start(tokens, begin - 2, first)
        return _head(tokens, outer, begin - 1, nearest=False)
    return _head(tokens, begin, last + 1, nearest=True)


def subject_after(tokens: Sequence[Token], verb: int, last: int) -> Speaker | None:
    """Return the subject of the verb at `verb` that stands right after it and before the token `last`."""
    begin = verb + 1
    end = begin
    last = min(last, begin + _LONGEST)
    while end < last and _continues_phrase(tokens, begin, end):
        end += 1
    if end == begin:
        return None
    return _head(tokens, begin, end, nearest=False)


def _before_helpers(tokens: Sequence[Token], place: int, first: int) -> int:
    """Return the place before the adverbs and auxiliary verbs that end at `place`."""
    while place >= first and (
        tokens[place].kind in _BEFORE_VERB
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
        if opening + 1 == place - 1 and tokens[place - 1].kind == "name":
            return place - 1
        place = opening - 1
    return place


def _inserted_start(tokens: Sequence[Token], place: int, first: int) -> int | None:
    """Return the place of the mark that begins what the mark at `place` ends, None if there is none."""
    kinds = {"comma", "dash"} if tokens[place].kind != "bracket" else {"bracket"}
    for opening in range(place - 1, first - 1, -1):
        if tokens[opening].kind in kinds:
            return opening
        if tokens[opening].kind == "stop":
            return None
    return None


def _is_bare(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Say whether nothing but a comma stands before the name at `place`: "the minister, John Smith,"."""
    return place == first or tokens[place - 1].kind == "comma"


def _clause_start(tokens: Sequence[Token], last: int, first: int) -> int:
    """Return where the clause that holds the token `last` begins."""
    begin = last + 1
    while begin > first and tokens[begin - 1].kind not in _ENDS_CLAUSE:
        if tokens[begin - 1].kind == "clause":
            break
        begin -= 1
    return begin


def _continues_phrase(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Say whether the token `end` belongs to the phrase for a person that begins at `begin`."""
    token = tokens[end]
    if token.kind in {
        "relative",
        "clause",
        "stop",
        "quote",
        "colon",
        "semicolon",
        "dash",
        "bracket",
    }:
        return False
    if token.kind in _PRONOUNS or token.kind in _VERBS or token.kind in _BEFORE_VERB:
        return end == begin and token.kind in _PRONOUNS
    if end > begin and tokens[end - 1].kind in _PRONOUNS:
        return False
    if end == begin:
        return token.kind in _BEGINS_PHRASE or token.kind in {"word", "possessed"}
    if token.kind == "comma":
        following = tokens[end + 1 : end + 2]
        return (
            bool(following)
            and following[0].kind in {"name", "title", "role"}
            and (not any(each.kind == "name" and _is_person(each) for each in tokens[begin:end]))
        )
    return True


def _is_person(token: Token) -> bool:
    return token.name is not None and token.name.kind == "person"


def _head(tokens: Sequence[Token], begin: int, end: int, *, nearest: bool) -> Speaker | None:
    """Return who the phrase between `begin` and `end` is about: the one nearest its end, or the first."""
    places = [place for place in range(begin, end) if _is_head(tokens, place, begin)]
    people = [
        place for place in places if _is_person(tokens[place]) or tokens[place].kind in _PRONOUNS
    ]
    if people:
        place = people[-1] if nearest else people[0]
        if tokens[place].kind in _PRONOUNS:
            return _of_words(tokens, place, place + 1)
        return _of_name(tokens, place, alone=len(people) == 1)
    roles = [place for place in range(begin, end) if tokens[place].kind in {"role", "plural"}]
    if roles:
        return _of_role(tokens, begin, end, roles)
    if places:
        return _of_name(tokens, places[0], alone=len(places) == 1)
    while begin < end and tokens[begin].kind in {"clause", "preposition", "adverb"}:
        begin += 1
    return _of_words(tokens, begin, end) if begin < end else None


def _is_head(tokens: Sequence[Token], place: int, begin: int) -> bool:
    """Say whether the name or pronoun at `place` can be the subject: not "of Smith", not "Smith's"."""
    token = tokens[place]
    if token.kind in _PRONOUNS:
        return token.word not in {"it"}
    if token.name is None or token.name.kind == "event":
        return False
    if place + 1 < len(tokens) and tokens[place + 1].kind == "possessive":
        return False
    before = place - 1
    while before >= begin and tokens[before].kind in _PART_OF_NAME:
        before -= 1
    return (
        before < begin or tokens[before].kind != "preposition" or tokens[place - 1].kind == "proper"
    )


def _of_name(tokens: Sequence[Token], place: int, *, alone: bool) -> Speaker:
    token = tokens[place]
    kind: SpeakerKind = "name" if _is_person(token) else "organization"
    return Speaker(kind, token.start, token.end, token.name, alone)


def _of_role(tokens: Sequence[Token], begin: int, end: int, roles: list[int]) -> Speaker:
    """Return the phrase of a person without a name: from its article to the last of the noun's words."""
    first = roles[0]
    while first > begin and tokens[first - 1].kind in {
        *_PART_OF_NAME,
        "determiner",
        "word",
        "name",
        "possessive",
        "possessed",
    }:
        first -= 1
    last = roles[0] + 1
    while last < end and tokens[last].kind not in {"comma", "adverb", "be"}:
        last += 1
    named = [place for place in range(first, last) if tokens[place].name is not None]
    name = tokens[named[0]].name if named else None
    return Speaker("role", tokens[first].start, tokens[last - 1].end, name)


def _of_words(tokens: Sequence[Token], begin: int, end: int) -> Speaker:
    kind = tokens[begin].kind
    chosen: SpeakerKind = "other"
    if end == begin + 1 and kind in _PRONOUNS:
        chosen = "he" if kind == "he" else "she" if kind == "she" else "they"
    return Speaker(chosen, tokens[begin].start, tokens[end - 1].end)
