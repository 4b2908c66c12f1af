"""Whether somebody says what stands in quotation marks, rather than it being a title, a term or irony."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.names.attribution import Cue
from articles.names.marks import Stretch
from articles.names.wording import Token, last_character

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_APART = frozenset({"stop", "colon", "comma", "dash", "quote"})
# What kind of word stands before a title: `the author of "Gone Away," said`, `the BBC's "Have I Got News?"`.
_BEFORE_TITLE = frozenset({"preposition", "possessed", "possessive", "work"})
_ENDS = ".!?…,"
# Fewer words than these are a term or irony, unless words about a speaker stand with them.
_FEWEST = 3
_FEWEST_WITH_CUE = 2
# A name in marks that begins with a capital within a sentence has at most so many words.
_LONGEST_NAME = 4


def is_said(
    text: str,
    stretch: Stretch,
    tokens: Sequence[Token],
    place: int,
    cue: Cue | None,
    *,
    follows: bool,
) -> bool:
    """Say whether the stretch, which is `tokens[place]`, is a quotation.

    `cue` tells its speaker; `follows` tells that it goes on with what the quotation before it said.
    """
    words = _WORD.findall(text, stretch.start, stretch.end)
    if not words:
        return False
    before = tokens[place - 1].kind if place else ""
    if cue is not None and cue.rule in {"introduced", "announced"} and before in {"colon", "comma"}:
        return True
    if before and before not in _APART and _is_called(text, stretch, words, before):
        return False
    if cue is not None:
        beside = cue.beside and cue.rule not in {"introduced", "within"}
        return len(words) >= _FEWEST_WITH_CUE or beside
    if stretch.goes_on or (follows and words[0][0].isupper()):
        return True
    ended = last_character(text, stretch) in _ENDS or text[stretch.closes : stretch.closes + 1] in {
        ".",
        ",",
    }
    # After a comma stands a name put in beside another: the group “Free Art”.
    return before != "comma" and ended and len(words) >= _FEWEST and not _is_title(words)


def _is_called(text: str, stretch: Stretch, words: Sequence[str], before: str) -> bool:
    """Say whether the marks hold what something is called: `the film "Gone Away"`, газета «Звезда».

    A comma or a full stop within the marks is no part of it after words that go before a title alone.
    """
    ended = last_character(text, stretch) in _ENDS
    if not words[0][0].isupper() or (ended and before not in _BEFORE_TITLE):
        return False
    return _is_title(words) or (not ended and len(words) <= _LONGEST_NAME)


def _is_title(words: Sequence[str]) -> bool:
    """Say whether most words have a capital, as in the title of a work."""
    return len(words) > 1 and sum(word[0].isupper() for word in words) * 2 > len(words)
