"""What the sentence before a quotation tells: who speaks there, and whom a "he" after it means."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.attribution import (
    Cue,
    according,
    followed,
    introduced,
    sentence,
    subject,
    sureness,
)
from articles.names.found import FoundName
from articles.names.heads import Speaker, is_head, is_person
from articles.names.leaders import leading
from articles.names.verbs import last_verb
from articles.names.wording import Token

# Who can be meant by "he": no organization or report, nor the "he" of "Smith said he believed".
_ACTORS = frozenset({"name", "role", "unfound"})
# How many sentences a pronoun may lie after the name that it stands for.
_SENTENCES = 3


def cue_before(tokens: Sequence[Token], quote: int) -> Cue | None:
    """Return what the sentence before that of `tokens[quote]` tells: `Smith was angry. "…"`."""
    last = quote - 1
    if last < 0 or tokens[last].kind != "stop":
        return None
    first, _ = sentence(tokens, last)
    if any(token.kind == "quote" for token in tokens[first:last]):
        return None
    verb = last_verb(tokens, last, first)
    speaker = subject(tokens, verb, first, last) if verb is not None else None
    if verb is not None and speaker is not None and speaker.kind not in {"other", "they"}:
        return Cue("sentence before", speaker, sureness(0.8, tokens[verb], speaker))
    leader = leading(tokens, first, last)
    return Cue("sentence before", leader, 0.65) if leader else None


def subject_before_sentence(tokens: Sequence[Token], place: int) -> Speaker | None:
    """Return who speaks or acts in the sentence before that of `tokens[place]`: whom a "he" there means.

    A sentence about "he" or about "the report" leads on to the one before it. Somebody without a name
    is an answer, too: then "he" is no other.
    """
    end = sentence(tokens, place)[0]
    for _ in range(_SENTENCES):
        last = end - 1
        if last < 0:
            return None
        first = sentence(tokens, last)[0]
        end = first
        if all(token.kind in {"quote", "stop"} for token in tokens[first:last]):
            continue
        speaker = _speaks_in(tokens, first, last)
        if speaker is None and not any(is_person(token) for token in tokens[first:last]):
            continue
        if speaker is None or speaker.kind in {"name", "role", "unfound"}:
            return speaker
    return None


def subject_in_sentence(tokens: Sequence[Token], place: int, start: int) -> FoundName | None:
    """Return the only person who can be a subject in the sentence of `tokens[place]` before `start`.

    None for words after the quotation: whom `Smith was "ill," he said` is about is hardly who says it.
    """
    if start > tokens[place].start:
        return None
    first, _ = sentence(tokens, place)
    people = [
        token.name
        for at, token in enumerate(tokens[first:place], first)
        if token.start < start and is_person(token) and is_head(tokens, at, first)
    ]
    return people[0] if len(people) == 1 else None


def _speaks_in(tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
    """Return who speaks in a sentence, by its quotation, by its verb, or as its only person."""
    for place in range(last, first - 1, -1):
        if tokens[place].kind == "quote":
            cue = introduced(tokens, place, first) or followed(tokens, place, last)
            if cue is not None:
                return cue.speaker
    source = according(tokens, last, first, last)
    if source is not None and source.speaker is not None and source.speaker.kind in _ACTORS:
        return source.speaker
    verb = last_verb(tokens, last, first)
    while verb is not None:
        speaker = subject(tokens, verb, first, last)
        if speaker is not None and speaker.kind in _ACTORS and speaker.alone:
            return speaker
        verb = last_verb(tokens, verb, first)
    return leading(tokens, first, last)
