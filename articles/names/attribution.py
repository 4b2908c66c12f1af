"""Which words next to a quotation tell who said it: the rules, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.names.speakers import Speaker, is_person, subject_after, subject_before
from articles.names.wording import Token

_VERBS = frozenset({"speech", "manner"})
_PHRASE = frozenset({"name", "role", "he", "she", "they", "plural"})
_BEGINS_PHRASE = _PHRASE | {"determiner", "owner", "indefinite", "title", "former", "proper"}
# How far from a quotation, in tokens, a verb may stand that governs it.
_REACH = 45
# How many sentences a pronoun may lie after the name that it stands for.
_SENTENCES = 3
# How far before a comma and a quotation its verb may stand: "told reporters in Minsk on Friday, “…”".
_NEAR = 12
# Verbs that have no subject after them: "…," told X is no English.
_NEVER_FIRST = frozenset({"told", "tells", "called", "calls", "asking", "saying", "adding"})
# How verbs in the past end, in the languages of the word lists: for those that no list has.
_PAST = ("ed", "л", "ла", "ли", "ў", "лі")
_ACCORDING = {
    "according": "to",
    "по": "словам мнению данным утверждению",
    "паводле": "слоў",
    "на": "думку",
    "са": "слоў",
    "со": "слов",
}


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
    first, last = _sentence(tokens, quote)
    return (
        _introduced(tokens, quote, first)
        or _followed(tokens, quote, last)
        or _within(tokens, quote, first)
        or _according(tokens, quote, first, last)
        or _announced(tokens, quote, first)
    )


def subject_before_sentence(tokens: Sequence[Token], place: int) -> Speaker | None:
    """Return who speaks or acts in the sentence before that of `tokens[place]`, if it is one by name.

    A sentence about "he" leads on to the one before it. The answer is whom a "he" at `place` means.
    """
    end = _sentence(tokens, place)[0]
    for _ in range(_SENTENCES):
        last = end - 1
        if last < 0:
            return None
        first = _sentence(tokens, last)[0]
        speaker = _speaks_in(tokens, first, last)
        if speaker is None or speaker.kind == "name":
            return speaker
        end = first
    return None


def _speaks_in(tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
    """Return who speaks in a sentence, by its quotation, by its verb, or as its only person."""
    for place in range(last, first - 1, -1):
        if tokens[place].kind == "quote":
            cue = _introduced(tokens, place, first) or _followed(tokens, place, last)
            return cue.speaker if cue else None
    verb = _last_verb(tokens, last, first)
    speaker = subject_before(tokens, verb, first) if verb is not None else None
    if speaker is not None and speaker.kind in {"name", "he", "she"} and speaker.alone:
        return speaker
    return _leading(tokens, first, last)


def cue_before(tokens: Sequence[Token], quote: int) -> Cue | None:
    """Return what the sentence before that of `tokens[quote]` tells: `Smith was angry. "…"`."""
    last = quote - 1
    if last < 0 or tokens[last].kind != "stop":
        return _introduced(tokens, quote, max(0, quote - _REACH)) if last >= 0 else None
    first = last
    while first > max(0, quote - _REACH) and not _is_end(tokens, first - 1):
        first -= 1
    if any(token.kind == "quote" for token in tokens[first:last]):
        return None
    verb = _last_verb(tokens, last, first)
    speaker = subject_before(tokens, verb, first) if verb is not None else None
    if verb is not None and speaker is not None and speaker.kind not in {"other", "they"}:
        return Cue("sentence before", speaker, _sureness(0.8, tokens[verb], speaker))
    subject = _leading(tokens, first, last)
    return Cue("sentence before", subject, 0.65) if subject else None


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
    verb = _last_verb(tokens, quote, first)
    if verb is None or any(token.kind == "quote" for token in tokens[verb + 1 : quote]):
        return None
    if tokens[before].kind == "comma" and tokens[before - 1].kind == "work":
        return None
    if tokens[before].kind == "comma" and before - verb > _NEAR:
        return None
    speaker = _subject(tokens, verb, first, quote)
    if speaker is None:
        return None
    return Cue("introduced", speaker, _sureness(0.92, tokens[verb], speaker), beside=True)


def _followed(tokens: Sequence[Token], quote: int, last: int) -> Cue | None:
    """Read `"…," said X`, `"…," X said`, `«…», — сказал X` and `"…" — X`."""
    begin = quote + 1
    while begin < last and tokens[begin].kind in {"comma", "dash"}:
        begin += 1
    marked = begin > quote + 1 or tokens[quote].word in ",?!…—–"
    if begin >= last:
        return None
    if tokens[begin - 1].kind == "dash" and is_person(tokens[begin]) and last <= begin + 1:
        name = tokens[begin]
        return Cue("signed", Speaker("name", name.start, name.end, name.name), 0.8, beside=True)
    if tokens[begin].kind == "impersonal":
        return Cue("it says", None, 0.5, beside=True)
    if _is_verb_first(tokens, begin, last, marked=marked):
        speaker = subject_after(tokens, begin, last)
        sure = 0.95 if marked else 0.85
        return _beside("said X", tokens[begin], speaker, sure)
    verb = _first_verb(tokens, begin, last) or (
        _verb_by_form(tokens, begin, last) if marked else None
    )
    if verb is None or not (marked or (tokens[quote].word == "." and _is_bare(tokens, verb))):
        return None
    speaker = subject_before(tokens, verb, begin) or subject_after(tokens, verb, last)
    return _beside("X said", tokens[verb], speaker, 0.95 if marked else 0.75)


def _beside(rule: str, verb: Token, speaker: Speaker | None, sure: float) -> Cue | None:
    if speaker is None:
        return None
    sure -= 0.1 * (verb.kind == "word")
    return Cue(rule, speaker, _sureness(sure, verb, speaker), beside=True)


def _is_verb_first(tokens: Sequence[Token], begin: int, last: int, *, marked: bool) -> bool:
    """Say whether a verb of saying comes right after the quotation, from a list or by its form."""
    token = tokens[begin]
    if token.kind in _VERBS:
        return token.word not in _NEVER_FIRST
    following = tokens[begin + 1 : begin + 2]
    return (
        marked
        and token.kind == "word"
        and token.word.endswith(_PAST)
        and begin + 1 < last
        and following[0].kind in _BEGINS_PHRASE
    )


def _verb_by_form(tokens: Sequence[Token], begin: int, last: int) -> int | None:
    """Return the place of the verb in `"…," X growled`, which no list has: right after X, in the past."""
    if tokens[begin].kind not in _BEGINS_PHRASE:
        return None
    for place in range(begin + 1, min(last, begin + 6)):
        token = tokens[place]
        if token.kind == "word" and token.word.endswith(_PAST):
            return place if tokens[place - 1].kind in {*_PHRASE, "adverb", "proper"} else None
    return None


def _is_bare(tokens: Sequence[Token], verb: int) -> bool:
    """Say whether the sentence is no more than `X said.`, as after a quotation with its own full stop."""
    return all(token.kind == "stop" for token in tokens[verb + 1 : verb + 2])


def _within(tokens: Sequence[Token], quote: int, first: int) -> Cue | None:
    """Read `X said the plan was "…"`: the nearest verb of saying before it governs the quotation."""
    verb = _last_verb(tokens, quote, first)
    if verb is None or tokens[quote - 1].kind == "work":
        return None
    speaker = _subject(tokens, verb, first, quote)
    if speaker is None:
        return None
    between = quote - verb
    sure = 0.85 if between <= _NEAR else 0.75
    return Cue("within", speaker, _sureness(sure, tokens[verb], speaker), beside=between <= 3)


def _according(tokens: Sequence[Token], quote: int, first: int, last: int) -> Cue | None:
    """Read `According to X, "…"` and `"…," according to X`."""
    for place in range(first, last - 1):
        second = _ACCORDING.get(tokens[place].word)
        if second and tokens[place + 1].word in second.split():
            end = quote if place < quote else last
            speaker = _named_after(tokens, place + 2, end) or subject_after(tokens, place + 1, end)
            if speaker is not None:
                return Cue("according to X", speaker, _sureness(0.85, None, speaker))
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
    subject = _leading(tokens, first, quote - 1)
    return Cue("announced", subject, 0.7, beside=True) if subject else None


def _leading(tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
    """Return the person with whom a sentence begins, if it names no other."""
    people = [place for place in range(first, last) if is_person(tokens[place])]
    pronouns = [place for place in range(first, last) if tokens[place].kind in {"he", "she"}]
    if pronouns and (not people or pronouns[0] < people[0]):
        token = tokens[pronouns[0]]
        return Speaker("he" if token.kind == "he" else "she", token.start, token.end)
    if len({tokens[place].name for place in people}) != 1:
        return None
    return (
        subject_before(tokens, people[0] + 1, first) if _begins(tokens, first, people[0]) else None
    )


def _begins(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Say whether only words that belong to the name at `place` stand before it in its sentence."""
    if tokens[place + 1 : place + 2] and tokens[place + 1].kind == "possessive":
        return False
    return all(
        token.kind in {"determiner", "role", "title", "former", "proper", "clause"}
        for token in tokens[first:place]
    )


def _subject(tokens: Sequence[Token], verb: int, first: int, quote: int) -> Speaker | None:
    """Return the subject of the verb before a quotation, wherever it stands in the sentence."""
    while tokens[verb].word.endswith(("ing", "в", "ўшы")):
        # "Smith said, adding": the participle shares the subject of the verb before it.
        earlier = _last_verb(tokens, verb, first)
        if earlier is None:
            break
        verb = earlier
    after = tokens[verb + 1 : verb + 2]
    inverted = bool(after) and after[0].kind in _PHRASE and "а" <= tokens[verb].word[:1] <= "ў"
    quoted_before = any(token.kind == "quote" for token in tokens[max(first, verb - 2) : verb])
    if inverted or quoted_before:
        speaker = subject_after(tokens, verb, quote)
        if speaker is not None:
            return speaker
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
        kind = tokens[place].kind
        if kind == "relative":
            relative = True
        elif kind == "comma":
            relative = False
        elif kind in _VERBS and not relative and not _is_passive(tokens, place, begin):
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
