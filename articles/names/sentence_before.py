"""What the sentence before a quotation tells: who speaks there, and whom a "he" after it means."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.attribution import (
    Cue,
    followed,
    introduced,
    leading,
    sentence,
    sureness,
)
from articles.names.speakers import Speaker, subject_before
from articles.names.verbs import last_verb
from articles.names.wording import Token

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
    speaker = subject_before(tokens, verb, first) if verb is not None else None
    if verb is not None and speaker is not None and speaker.kind not in {"other", "they"}:
        return Cue("sentence before", speaker, sureness(0.8, tokens[verb], speaker))
    subject = leading(tokens, first, last)
    return Cue("sentence before", subject, 0.65) if subject else None


def subject_before_sentence(tokens: Sequence[Token], place: int) -> Speaker | None:
    """Return who speaks or acts in the sentence before that of `tokens[place]`, if it is one by name.

    A sentence about "he" leads on to the one before it. The answer is whom a "he" at `place` means.
    """
    end = sentence(tokens, place)[0]
    for _ in range(_SENTENCES):
        last = end - 1
        if last < 0:
            return None
        first = sentence(tokens, last)[0]
        speaker = _speaks_in(tokens, first, last)
        if speaker is None or speaker.kind == "name":
            return speaker
        end = first
    return None


def _speaks_in(tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
    """Return who speaks in a sentence, by its quotation, by its verb, or as its only person."""
    for place in range(last, first - 1, -1):
        if tokens[place].kind == "quote":
            cue = introduced(tokens, place, first) or followed(tokens, place, last)
            return cue.speaker if cue else None
    verb = last_verb(tokens, last, first)
    speaker = subject_before(tokens, verb, first) if verb is not None else None
    if speaker is not None and speaker.kind in {"name", "he", "she"} and speaker.alone:
        return speaker
    return leading(tokens, first, last)
