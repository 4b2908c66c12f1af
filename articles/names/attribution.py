"""Which words next to a quotation tell who said it: the rules, surest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.names.speakers import Speaker, subject_after, subject_before
from articles.names.wording import Token

_VERBS = frozenset({"speech", "manner"})
# How far from a quotation, in tokens, a verb may stand that governs it.
_REACH = 45


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that give a quotation its speaker: which rule read them, how sure it is, how near they are."""

    rule: str
    speaker: Speaker
    confidence: float
    beside: bool


def cue_of(tokens: Sequence[Token], quote: int) -> Cue | None:
    """Return the cue of the quotation that is `tokens[quote]`, None if its sentence has none."""
    first, last = _sentence(tokens, quote)
    return (
        _introduced(tokens, quote, first)
        or _followed(tokens, quote, last)
        or _within(tokens, quote, first)
        or _according(tokens, quote, first, last)
        or _announced(tokens, quote, first)
    )


def _sentence(tokens: Sequence[Token], quote: int) -> tuple[int, int]:
    """Return where the words of the quotation's sentence begin and end, at most 45 tokens away."""
    first = quote
    while first > max(0, quote - _REACH) and not _is_end(tokens, first - 1):
        first -= 1
    last = quote + 1
    while last < min(len(tokens), quote + _REACH) and tokens[last].kind not in {"stop", "quote"}:
        last += 1
    return first, last


def _is_end(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a sentence ends with the token at `place`: a full stop, or a quotation that holds one."""
    token = tokens[place]
    if token.kind == "stop":
        return True
    if token.kind != "quote" or token.word not in ".!?…":
        return False
    following = tokens[place + 1 : place + 2]
    return token.word == "." or not following or following[0].kind in {"quote", "proper"}


def _introduced(tokens: Sequence[Token], quote: int, first: int) -> Cue | None:
    """Read `X said: "…"`, `X told reporters, "…"`, `X said "…"`: a verb, and a mark or nothing between."""
    before = quote - 1
    if before < first or tokens[before].kind not in {"colon", "comma", *_VERBS}:
        return None
    verb = _last_verb(tokens, before + 1, first)
    if verb is None or (tokens[before].kind == "comma" and before - verb > 12):
        return None
    speaker = _subject(tokens, verb, first, quote)
    return (
        Cue("introduced", speaker, _sureness(0.92, tokens[verb], speaker), True)
        if speaker
        else None
    )


def _followed(tokens: Sequence[Token], quote: int, last: int) -> Cue | None:
    """Read `"…," said X`, `"…," X said` and `«…», — сказал X`."""
    begin = quote + 1
    while begin < last and tokens[begin].kind in {"comma", "dash"}:
        begin += 1
    marked = begin > quote + 1 or tokens[quote].word in ",?!…—–"
    if begin >= last:
        return None
    full_stop = tokens[quote].word == "."
    if tokens[begin].kind in _VERBS and tokens[begin].word not in _NEVER_FIRST:
        speaker = subject_after(tokens, begin, last)
        sure = 0.95 if marked else 0.85
        return (
            Cue("said X", speaker, _sureness(sure, tokens[begin], speaker), True)
            if speaker
            else None
        )
    if full_stop and begin == quote + 1:
        return None
    verb = _first_verb(tokens, begin, last)
    if verb is None or not marked:
        return None
    speaker = subject_before(tokens, verb, begin)
    if speaker is None:
        speaker = subject_after(tokens, verb, last)
    return Cue("X said", speaker, _sureness(0.95, tokens[verb], speaker), True) if speaker else None


_NEVER_FIRST = frozenset({"told", "tells", "called", "calls"})


def _within(tokens: Sequence[Token], quote: int, first: int) -> Cue | None:
    """Read `X said the plan was "…"`: the nearest verb of saying before it governs the quotation."""
    verb = _last_verb(tokens, quote, first)
    if verb is None:
        return None
    speaker = _subject(tokens, verb, first, quote)
    beside = quote - verb <= 3
    return (
        Cue("within", speaker, _sureness(0.85, tokens[verb], speaker), beside) if speaker else None
    )


_ACCORDING = {
    "according": "to",
    "по": "словам мнению данным утверждению",
    "паводле": "слоў",
    "на": "думку",
    "са": "слоў",
    "со": "слов",
}


def _according(tokens: Sequence[Token], quote: int, first: int, last: int) -> Cue | None:
    """Read `According to X, "…"` and `"…," according to X`."""
    for place in range(first, last - 1):
        second = _ACCORDING.get(tokens[place].word)
        if second and place != quote and tokens[place + 1].word in second.split():
            end = quote if place < quote else last
            speaker = subject_after(tokens, place + 1, end)
            if speaker is not None:
                return Cue("according to X", speaker, _sureness(0.85, None, speaker), False)
    return None


def _announced(tokens: Sequence[Token], quote: int, first: int) -> Cue | None:
    """Read `X was blunt: "…"`: a colon, and the subject of its sentence."""
    if quote - 1 <= first or tokens[quote - 1].kind != "colon":
        return None
    for place in range(first, quote - 1):
        token = tokens[place]
        if token.kind == "name" and token.name is not None and token.name.kind == "person":
            return Cue("announced", Speaker("name", token.start, token.end, token.name), 0.6, True)
        if token.kind == "he" or token.kind == "she":
            return Cue("announced", Speaker(token.kind, token.start, token.end), 0.6, True)
    return None


def _subject(tokens: Sequence[Token], verb: int, first: int, quote: int) -> Speaker | None:
    """Return the subject of the verb before a quotation, wherever it stands in the sentence."""
    while tokens[verb].word.endswith("ing"):
        # "Smith said, adding": the participle shares the subject of the verb before it.
        earlier = _last_verb(tokens, verb, first)
        if earlier is None:
            break
        verb = earlier
    after = tokens[verb + 1 : verb + 2]
    if after and after[0].kind == "name" and "а" <= tokens[verb].word[:1] <= "ў":
        return subject_after(tokens, verb, quote)
    if tokens[verb - 1].kind == "quote" or (verb > 1 and tokens[verb - 2].kind == "quote"):
        return subject_after(tokens, verb, quote)
    return subject_before(tokens, verb, first) or subject_after(tokens, verb, quote)


def _last_verb(tokens: Sequence[Token], end: int, first: int) -> int | None:
    """Return the place of the last verb of saying before `end`, None if there is none."""
    for place in range(end - 1, first - 1, -1):
        if tokens[place].kind in _VERBS and not _is_passive(tokens, place, first):
            return place
    return None


def _first_verb(tokens: Sequence[Token], begin: int, last: int) -> int | None:
    """Return the place of the first verb of saying that is not within a relative clause."""
    relative = False
    for place in range(begin, last):
        token = tokens[place]
        if token.kind == "relative":
            relative = True
        elif token.kind == "comma":
            relative = False
        elif token.kind in _VERBS and not relative and not _is_passive(tokens, place, begin):
            return place
    return None


def _is_passive(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Say whether the verb tells what was said to or of somebody: "was told", "is called"."""
    if place <= first or not tokens[place].word.endswith(("ed", "told")):
        return False
    return tokens[place - 1].kind == "be"


def _sureness(base: float, verb: Token | None, speaker: Speaker | None) -> float:
    """Return how sure a cue is: less for a verb of manner, and for two names that could be its subject."""
    if verb is not None and verb.kind == "manner":
        base -= 0.08
    if speaker is not None and not speaker.alone:
        base -= 0.15
    return round(base, 2)
