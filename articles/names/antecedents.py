"""Whom "he", "the minister" or "the ministry" stands for: the last person that fits, never one of two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from articles.names.cues import word_kinds
from articles.names.found import FoundName
from articles.names.genders import Gender, gender_of
from articles.names.heads import is_cyrillic

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# Other words for an office than those before its holder's name.
_OTHER_WORDS = {
    "head of state": "president",
    "head of government": "prime minister",
    "глава государства": "президент",
    "кіраўнік дзяржавы": "прэзідэнт",
}
# People whom news leaves without a name more often than not.
_UNNAMED = frozenset(
    {
        *("spoke", "offic", "analy", "exper", "sourc", "resid", "repor", "aide"),
        *(
            "пресс",
            "прэс-",
            "предс",
            "прадс",
            "источ",
            "крыні",
            "экспе",
            "собес",
            "сураз",
            "чинов",
            "чыноў",
        ),
    }
)
_INDEFINITE = ("a ", "an ", "one ", "another ", "some ", "several ")
_OWNED = ("his ", "her ", "its ", "their ", "our ", "my ", "your ")
# A name that begins its sentence, be there titles before it, is the subject more often than not.
_JOINING = "and |with |of |to |for |in |by |и |і |с |з "
# Where a sentence ends: not after "Mr." or an initial.
_STOP = r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\b[^\W\d_])[.!?…]"
_SUBJECT = re.compile(
    rf"(?:^|\n|(?:{_STOP}|[”\"»])\s+)(?:The |But |And )?(?:(?!{_JOINING})[^\W\d_][\w.’'-]* ){{0,4}}\Z"
)
_SENTENCE_END = re.compile(rf"(?:\n|{_STOP}[”\"»]?\s)")
_AND = re.compile(r"\s+(?:and|и|і|ды)\s+")


@dataclass(frozen=True, slots=True)
class Company:
    """The people named where a quotation stands, those named outside quotations alone.

    `here` are those before it in its paragraph, `before` those of the paragraph before that named any,
    `all` those of the whole story; `last` is who spoke last, `subject` who speaks or acts earlier in the
    sentence or in the one before, if that is told by name.
    """

    here: Sequence[FoundName]
    before: Sequence[FoundName]
    all: Sequence[FoundName]
    last: FoundName | None
    subject: FoundName | None = None


def of_pronoun(text: str, gender: Gender, company: Company) -> tuple[FoundName | None, float]:
    """Return the person whom "he" or "she" stands for, and how sure that is; None if two fit alike."""
    subject = company.subject
    if subject is not None and _may_be(text, subject, gender):
        # Most people of whom news does not tell it are men: a woman known as one is nearer to "she".
        known = {each.key for each in company.before if gender_of(text, each) == "female"}
        known |= {each.key for each in company.here if gender_of(text, each) == "female"}
        if gender == "male" or gender_of(text, subject) or known <= {subject.key}:
            return subject, 0.9
    elif subject is not None and not gender_of(text, subject):
        return subject, 0.7  # a lone surname: surely nobody else, be it a man or a house
    here = [each for each in company.here if _may_be(text, each, gender)]
    if here:
        return _one_of(text, here, company.last, 0.88)
    last = company.last
    if last is not None and _may_be(text, last, gender):
        others = {each.key for each in company.before if _may_be(text, each, gender)}
        return last, 0.85 if others <= {last.key} else 0.65
    before = [each for each in company.before if _may_be(text, each, gender)]
    fitting = {each.key: each for each in _known(text, before) or before}
    return (next(iter(fitting.values())), 0.75) if len(fitting) == 1 else (None, 0.0)


def _may_be(text: str, name: FoundName, gender: Gender) -> bool:
    """Say whether the name may be a man's, or a woman's: by its gender, else if it is surely a person's."""
    known = gender_of(text, name)
    if known:
        return known == gender
    return " " in name.name or bool(name.role)


def _one_of(
    text: str, fitting: Sequence[FoundName], last: FoundName | None, sure: float
) -> tuple[FoundName | None, float]:
    """Return the only person of those that fit, else the one who is the subject of the last sentence."""
    fitting = _known(text, fitting) or fitting
    if len({each.key for each in fitting}) == 1:
        led = any(_leads(text, each) for each in fitting)
        if led or last is None or last.key == fitting[-1].key:
            return fitting[-1], sure
        return None, 0.0
    subject = _leader(text, fitting)
    if subject is None or any(_AND.fullmatch(text, subject.end, each.start) for each in fitting):
        return None, 0.0
    if fitting[-1].key == subject.key or (last is not None and last.key == subject.key):
        return subject, 0.75
    return subject, 0.6


def _leader(text: str, names: Sequence[FoundName]) -> FoundName | None:
    """Return the subject of the last sentence that one of `names` leads: the first name in it."""
    leaders = [each for each in names if _leads(text, each)]
    for later, earlier in pairwise(reversed(leaders)):
        if _SENTENCE_END.search(text, earlier.end, later.start):
            return later
    return leaders[0] if leaders else None


def _known(text: str, names: Sequence[FoundName]) -> list[FoundName]:
    """Return those of `names` whose gender is known."""
    return [each for each in names if gender_of(text, each)]


def _leads(text: str, name: FoundName) -> bool:
    return bool(_SUBJECT.search(text[max(0, name.start - 60) : name.start])) or name.start == 0


def of_role(words: str, company: Company) -> tuple[FoundName | None, float]:
    """Return the person for whom words like "the Russian minister" stand, by what the story calls people.

    Somebody named before is preferred to somebody named later; of two who fit alike it is neither.
    """
    lower = words.lower()
    for other, office in _OTHER_WORDS.items():
        lower = lower.replace(other, office)
    if lower.startswith(_INDEFINITE):
        return None, 0.0
    wanted = _stems(lower)
    nouns = {_stem(word) for word in _WORD.findall(lower) if word_kinds().get(word) == "role"}
    near = [*company.before, *company.here]
    fitting = _best(company.all, wanted, nouns)
    keys = {each.key for each in near}
    nearer = [each for each in fitting if each.key in keys]
    if lower.startswith(_OWNED):
        fitting = nearer  # "his lawyer" is not every lawyer of the story
    if len(fitting) == 1 or len(nearer) == 1:
        return (fitting if len(fitting) == 1 else nearer)[0], 0.85
    definite = lower.startswith("the ") or is_cyrillic(lower)
    if fitting or not definite or nouns & _UNNAMED:
        return None, 0.0
    return _without_role(near, company)


def _without_role(near: Sequence[FoundName], company: Company) -> tuple[FoundName | None, float]:
    """Return the one person near whom the story calls nothing else, for a role that it gives to nobody."""
    called = {each.key for each in company.all if each.role}
    if company.last is not None and not company.here:
        # Who has just spoken is hardly called by another word in a paragraph that begins anew.
        called.add(company.last.key)
    if company.subject is not None and company.subject.key not in called:
        return company.subject, 0.7
    fitting = {each.key: each for each in near if each.key not in called}
    return (next(iter(fitting.values())), 0.6) if len(fitting) == 1 else (None, 0.0)


def of_surname(words: str, company: Company) -> tuple[FoundName | None, float]:
    """Return the only person, or the only one near, whose name ends in the last of `words`."""
    parts = words.split()
    if not parts or not all(part[0].isupper() for part in parts):
        return None, 0.0  # "an adviser to Smith" is not Smith
    last = parts[-1]
    fitting = {each.key: each for each in company.all if each.name.endswith(f" {last}")}
    near = {each.key for each in (*company.before, *company.here)}
    nearer = [each for key, each in fitting.items() if key in near]
    found = list(fitting.values()) if len(fitting) == 1 else nearer
    return (found[0], 0.8) if len(found) == 1 else (None, 0.0)


def _best(people: Sequence[FoundName], wanted: set[str], nouns: set[str]) -> list[FoundName]:
    """Return the last occurrence of each person with the role that shares the most with `wanted`.

    Of two who share as much it is the one called nothing more: of "vice president" and "president".
    """
    scores: dict[str, tuple[int, int]] = {}
    occurrences: dict[str, FoundName] = {}
    for each in people:
        role = _stems(each.role.lower())
        # "General Secretary" and "Secretary of State" share a noun, and are two offices.
        fits = nouns & role and not (wanted - role and role - wanted)
        score = (len(wanted & role), -len(role - wanted)) if fits else (0, 0)
        if score >= scores.get(each.key, (0, 0)):
            scores[each.key], occurrences[each.key] = score, each
    top = max(scores.values(), default=(0, 0))
    return [occurrences[key] for key, score in scores.items() if score == top] if top[0] else []


def with_role_before(text: str, name: FoundName) -> FoundName:
    """Return the name with the words before it as its role, if it has none: "министром обороны X".

    In Cyrillic alone: nouns for people stand there in any case, and share their beginning.
    """
    if name.role or not is_cyrillic(name.text):
        return name
    before = _WORD.findall(text[max(0, name.start - 40) : name.start].rpartition(",")[2])[-4:]
    for place, word in enumerate(before):
        if word[0].islower() and _stem(word) in _role_stems():
            return name._replace(role=" ".join(before[place:]))
    return name


@cache
def _role_stems() -> frozenset[str]:
    return frozenset(_stem(word) for word, kind in word_kinds().items() if kind == "role")


def _stems(words: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(words)} - {"the", "of", "a", "and", "for"}


def _stem(word: str) -> str:
    """Return the beginning that "Russian" and "Russia", "defence" and "defense" share."""
    return word[:5]
