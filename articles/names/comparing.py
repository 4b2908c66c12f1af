"""How surely two names are one, for the names whose keys do not meet."""

from __future__ import annotations

import re

from articles.names.acronyms import acronym_likeness
from articles.names.found import Kind
from articles.names.keys import name_key, thing_words
from articles.names.organizations_alike import is_common, organizations_likeness
from articles.names.people_alike import patronymics_differ, people_likeness
from articles.names.transliteration import romanised

SAME = 0.5
"""Two names are the same if `same_name` returns this or more."""

_LONGEST = 300  # no name is longer; what follows does not tell two names apart
_PERSON, _THING = 0.82, 0.47  # the likeness that is worth SAME
_LEAST_SPACES = 2  # given name, patronymic and surname
_OTHER_FATHER = 0.2
_QUOTED = re.compile('[«„“"]([^«»„“”"]{3,})[»“”"]')
_BRACKETED = re.compile(r"\(([^()]{2,10})\)")
_WITHOUT_VOWELS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def same_name(a: str, b: str, kind: Kind) -> float:
    """Return from 0 to 1 how surely two names of one ``kind`` are one name; `SAME` and above is yes.

    It is 1 if the keys are equal, unless two patronymics differ, which keys forget, and 0 if one has
    neither letter nor digit; the order of the two does not matter. Only names are compared: two
    people of one name are the same here.
    """
    a, b = sorted((a[:_LONGEST], b[:_LONGEST]))
    first, second = name_key(a, kind), name_key(b, kind)
    if not first or not second:
        return 0.0
    if kind == "person" and patronymics_differ(romanised(a), romanised(b)):
        return _OTHER_FATHER
    if first == second:
        return 1.0
    if kind == "person":
        vowels = bool(_WITHOUT_VOWELS.search(a)) or bool(_WITHOUT_VOWELS.search(b))
        nearness = people_likeness(romanised(a), romanised(b), without_vowels=vowels)
        return _scaled(nearness, _PERSON)
    return _scaled(_things_likeness(a, b, kind), _THING)


def of_two_fathers(one: str, other: str) -> bool:
    """Tell whether two names of people both have a patronymic, and not the same.

    Under one key that says that they are two people: keys forget patronymics.
    """
    if one.count(" ") < _LEAST_SPACES or other.count(" ") < _LEAST_SPACES:
        return False  # what most names are is told at once
    return patronymics_differ(romanised(one), romanised(other))


def _things_likeness(a: str, b: str, kind: Kind) -> float:
    """Compare two whole names, and what one has in quotation marks with the whole other name."""
    a, b = _without_own_acronym(a), _without_own_acronym(b)
    first, second = thing_words(romanised(a), kind), thing_words(romanised(b), kind)
    nearness = max(
        organizations_likeness(first, second),
        acronym_likeness(*(thing_words(romanised(name), "event") for name in (a, b))),
    )
    if quoted := _QUOTED.search(a):
        nearness = max(nearness, _quoted_likeness(quoted[1], second, kind))
    if quoted := _QUOTED.search(b):
        nearness = max(nearness, _quoted_likeness(quoted[1], first, kind))
    return nearness


def _without_own_acronym(name: str) -> str:
    """Return a name without the acronym that stands after it: Organisation of Islamic Cooperation (OIC)."""
    if (found := _BRACKETED.search(name)) is None:
        return name
    rest = name.replace(found[0], " ")
    acronym, words = (thing_words(romanised(part), "event") for part in (found[1], rest))
    return rest if acronym_likeness(acronym, words) else name


def _quoted_likeness(quoted: str, whole: list[str], kind: Kind) -> float:
    """Compare a name that its sort stands before, as ЧВК «Вагнер», with another name."""
    words = thing_words(romanised(quoted), kind)
    if len(words) == 1 and is_common(words[0]):
        return 0.0
    return organizations_likeness(words, whole)


def _scaled(nearness: float, worth_same: float) -> float:
    """Stretch the likeness so that ``worth_same`` becomes `SAME`, short of certainty."""
    if nearness < worth_same:
        return SAME * max(nearness, 0.0) / worth_same
    return min(0.99, SAME + (1 - SAME) * (nearness - worth_same) / (1 - worth_same))
