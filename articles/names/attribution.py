"""Which words next to a quotation tell who said it: the rules, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from articles.names.heads import (
    Speaker,
    is_cyrillic,
    is_person,
)
from articles.names.leaders import leading, main_subject
from articles.names.speakers import subject_after, subject_before
from articles.names.verbs import (
    PHRASE,
    VERBS,
    first_verb,
    is_infinitive,
    is_participle,
    is_verb_first,
    last_verb,
    verb_by_form,
)
from articles.names.wording import Token

# How far from a quotation, in tokens, a verb may stand that governs it.
_REACH = 45
# How far before a comma and a quotation its verb may stand: "told reporters in Minsk on Friday, “…”".
_NEAR = 12
_ACCORDING = {
    "according": "to",
    "по": "словам мнению данным утверждению",
    "паводле": "слоў",
    "на": "думку",
    "са": "слоў",
    "со": "слов",
}
# "По его словам": in his words.
_OWNERS: dict[str, Literal["he", "she"]] = {
    **dict.fromkeys(("его", "яго"), "he"),
    **dict.fromkeys(("её", "ее", "яе"), "she"),
}


# Words that begin a clause of their own after a quotation, unlike "as X said".
_NEXT_CLAUSE = frozenset({"and", "but", "while", "before", "after", "when", "because", "since"})


@dataclass(frozen=True, slots=True)
class Cue:
    """What gives a quotation its speaker: the rule that read it, how sure it is, whether it is next to it.

    `speaker` is None where a document speaks: "it says in the letter".
    """

    rule: str
    speaker: Speaker | None
    confidence: float
    beside: bool = False


def cue_of(tokens: Sequence[Token], quote: int) -> Cue | None:
    """Return the cue of the quotation `tokens[quote]` in its own sentence, None if there is none."""
    first, last = sentence(tokens, quote)
    return (
        introduced(tokens, quote, first)
        or followed(tokens, quote, last)
        or _within(tokens, quote, first)
        or according(tokens, quote, first, last)
        or _announced(tokens, quote, first)
    )


def sentence(tokens: Sequence[Token], quote: int) -> tuple[int, int]:
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


def introduced(tokens: Sequence[Token], quote: int, first: int) -> Cue | None:
    """Read `X said: "…"`, `X told reporters, "…"`, `X said "…"`: a verb, and a mark or nothing between."""
    before = quote - 1
    if before < first or tokens[before].kind not in {"colon", "comma", *VERBS}:
        return None
    verb = _governing(tokens, quote, first)
    if verb is None or any(token.kind == "quote" for token in tokens[verb + 1 : quote]):
        return None
    if tokens[before].kind == "comma" and tokens[before - 1].kind == "work":
        return None
    if tokens[before].kind == "comma" and before - verb > _NEAR:
        return None
    speaker = subject(tokens, verb, first, quote)
    if speaker is None:
        return None
    return Cue("introduced", speaker, sureness(0.92, tokens[verb], speaker), beside=True)


def _governing(tokens: Sequence[Token], quote: int, first: int) -> int | None:
    """Return the verb of saying before a quotation; whom it says "would continue" says nothing."""
    verb = last_verb(tokens, quote, first)
    while verb is not None and is_infinitive(tokens, verb, first):
        earlier = last_verb(tokens, verb, first)
        if earlier is None:
            break
        verb = earlier
    return verb


def followed(tokens: Sequence[Token], quote: int, last: int) -> Cue | None:
    """Read `"…," said X`, `"…," X said`, `«…», — сказал X` and `"…" — X`."""
    begin = quote + 1
    while begin < last and tokens[begin].kind in {"comma", "dash"}:
        begin += 1
    marked = begin > quote + 1 or tokens[quote].word in ",?!…—–"
    asked = any(token.kind == "question" for token in tokens[max(0, quote - 2) : quote])
    if begin >= last or asked:  # `To the question, "…?", X replied`
        return None
    if tokens[begin - 1].kind == "dash" and is_person(tokens[begin]) and last <= begin + 1:
        name = tokens[begin]
        return Cue("signed", Speaker("name", name.start, name.end, name.name), 0.8, beside=True)
    if tokens[begin].kind == "impersonal":
        return Cue("it says", None, 0.5, beside=True)
    if tokens[begin].word in _NEXT_CLAUSE or is_participle(tokens[begin]):
        return None
    if is_verb_first(tokens, begin, last, marked=marked):
        speaker = subject_after(tokens, begin, last)
        sure = 0.95 if marked else 0.85
        return _beside("said X", tokens[begin], speaker, sure)
    verb = first_verb(tokens, begin, last) or (
        verb_by_form(tokens, begin, last) if marked else None
    )
    if verb is None or not (marked or (tokens[quote].word == "." and _is_bare(tokens, verb))):
        return None
    speaker = subject_before(tokens, verb, begin) or subject_after(tokens, verb, last)
    return _beside("X said", tokens[verb], speaker, 0.95 if marked else 0.75)


def _beside(rule: str, verb: Token, speaker: Speaker | None, sure: float) -> Cue | None:
    if speaker is None:
        return None
    sure -= 0.1 * (verb.kind == "word")
    return Cue(rule, speaker, sureness(sure, verb, speaker), beside=True)


def _is_bare(tokens: Sequence[Token], verb: int) -> bool:
    """Say whether the sentence is no more than `X said.`, as after a quotation with its own full stop."""
    return all(token.kind == "stop" for token in tokens[verb + 1 : verb + 2])


def _within(tokens: Sequence[Token], quote: int, first: int) -> Cue | None:
    """Read `X said the plan was "…"`: the nearest verb of saying before it governs the quotation."""
    verb = _governing(tokens, quote, first)
    if verb is None or tokens[quote - 1].kind == "work":
        return None
    speaker = subject(tokens, verb, first, quote)
    if speaker is None:
        return None
    between = quote - verb
    sure = 0.85 if between <= _NEAR else 0.75
    return Cue("within", speaker, sureness(sure, tokens[verb], speaker), beside=between <= 3)


def according(tokens: Sequence[Token], quote: int, first: int, last: int) -> Cue | None:
    """Read `According to X, "…"` and `"…," according to X`."""
    for place in range(first, last - 1):
        second = _ACCORDING.get(tokens[place].word)
        owner = _OWNERS.get(tokens[place + 1].word)
        if second and owner and place + 2 < last and tokens[place + 2].word in second.split():
            words = Speaker(owner, tokens[place + 1].start, tokens[place + 1].end)
            return Cue("according to X", words, 0.85)
        if second and tokens[place + 1].word in second.split():
            end = quote if place < quote else last
            speaker = _named_after(tokens, place + 2, end) or subject_after(tokens, place + 1, end)
            if speaker is not None:
                return Cue("according to X", speaker, sureness(0.85, None, speaker))
    return None


def _named_after(tokens: Sequence[Token], begin: int, end: int) -> Speaker | None:
    """Return the first person before a comma, in whatever case the name stands: "по словам Путина"."""
    for place in range(begin, end):
        token = tokens[place]
        if token.kind in {"comma", "stop", "quote", "dash"}:
            return None
        if is_person(token):
            return Speaker("name", token.start, token.end, token.name)
    return None


def _announced(tokens: Sequence[Token], quote: int, first: int) -> Cue | None:
    """Read `X was blunt: "…"`: a colon, and the subject of its sentence."""
    if quote - 1 <= first or tokens[quote - 1].kind != "colon":
        return None
    leader = leading(tokens, first, quote - 1)
    return Cue("announced", leader, 0.7, beside=True) if leader else None


def subject(tokens: Sequence[Token], verb: int, first: int, quote: int) -> Speaker | None:
    """Return the subject of the verb before a quotation, wherever it stands in the sentence."""
    while tokens[verb].word.endswith(("ing", "в", "ўшы")):
        # "Smith said, adding": the participle shares the subject of the verb before it.
        earlier = last_verb(tokens, verb, first)
        if earlier is None:
            main = main_subject(tokens, first, verb)
            if main is not None:
                return main
            break
        verb = earlier
    if _is_inverted(tokens, verb, first):
        speaker = subject_after(tokens, verb, quote)
        if speaker is not None:
            return speaker
    return subject_before(tokens, verb, first) or subject_after(tokens, verb, quote)


def _is_inverted(tokens: Sequence[Token], verb: int, first: int) -> bool:
    """Say whether the subject follows its verb: `"…," said X, "…"`, "the plan, said X, was", «сказал X»."""
    before = verb - 1
    while before > first and tokens[before].kind in {"comma", "dash"}:
        before -= 1
    if before >= first and tokens[before].kind == "quote":
        return True
    after = tokens[verb + 1 : verb + 3]
    if not after or after[0].kind not in PHRASE:
        return False
    if is_cyrillic(tokens[verb].word):
        return True
    return verb > first and tokens[verb - 1].kind == "comma" and after[-1].kind == "comma"


def sureness(base: float, verb: Token | None, speaker: Speaker | None) -> float:
    """Return how sure a cue is: less for a verb of manner, and for two names that could be its subject."""
    if verb is not None and verb.kind == "manner":
        base -= 0.08
    if speaker is not None and not speaker.alone:
        base -= 0.15
    return round(base, 2)
