"""Where the verbs of saying stand around a quotation: those of the lists, and those told by their form."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.wording import Token

VERBS = frozenset({"speech", "manner"})
PHRASE = frozenset({"name", "role", "he", "she", "they", "plural"})
_BEGINS_PHRASE = PHRASE | {"determiner", "owner", "indefinite", "title", "former", "proper"}
# Verbs that have no subject after them: "…," told X is no English.
_NEVER_FIRST = frozenset({"told", "tells", "called", "calls"})
_BEFORE_INFINITIVE = frozenset({"to", "will", "would", "can", "could", "may", "might", "must"})
# How verbs in the past end, in the languages of the word lists: for those that no list has.
_PAST = ("ed", "л", "ла", "ли", "ў", "лі")


def last_verb(tokens: Sequence[Token], end: int, first: int) -> int | None:
    """Return the place of the last verb of saying before `end`, None if there is none."""
    for place in range(end - 1, first - 1, -1):
        if tokens[place].kind in VERBS and not _is_passive(tokens, place, first):
            return place
    return None


def first_verb(tokens: Sequence[Token], begin: int, last: int) -> int | None:
    """Return the place of the first verb of saying that is not within a relative clause."""
    relative = False
    for place in range(begin, last):
        kind = tokens[place].kind
        if kind == "relative":
            relative = True
        elif kind == "comma":
            relative = False
        elif kind in VERBS and not relative and not _is_passive(tokens, place, begin):
            return place
    return None


def verb_by_form(tokens: Sequence[Token], begin: int, last: int) -> int | None:
    """Return the place of the verb in `"…," X growled`, which no list has: right after X, in the past."""
    if tokens[begin].kind not in _BEGINS_PHRASE:
        return None
    for place in range(begin + 1, min(last, begin + 6)):
        token = tokens[place]
        if token.kind == "word" and token.word.endswith(_PAST):
            return place if tokens[place - 1].kind in {*PHRASE, "adverb", "proper"} else None
    return None


def is_verb_first(tokens: Sequence[Token], begin: int, last: int, *, marked: bool) -> bool:
    """Say whether a verb of saying comes right after the quotation, from a list or by its form."""
    token = tokens[begin]
    if token.kind in VERBS:
        return token.word not in _NEVER_FIRST
    following = tokens[begin + 1 : begin + 2]
    return (
        marked
        and token.kind == "word"
        and token.word.endswith(_PAST)
        and begin + 1 < last
        and following[0].kind in _BEGINS_PHRASE
    )


def is_participle(token: Token) -> bool:
    """Say whether the verb shares the subject of one before the quotation: `X called it "…," praising`."""
    return token.kind in VERBS and token.word.endswith("ing")


def is_infinitive(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Say whether the verb follows "to" or "will"."""
    return (
        place > first
        and tokens[place].kind == "manner"
        and tokens[place - 1].word in _BEFORE_INFINITIVE
    )


def _is_passive(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Say whether the verb tells what was said to or of somebody: "was told", "is called"."""
    if place <= first or not tokens[place].word.endswith(("ed", "told")):
        return False
    return tokens[place - 1].kind == "be"
