"""How surely two names are one, for the names whose keys do not meet."""

from __future__ import annotations

import re

from articles.names.found import Kind
from articles.names.keys import name_key, thing_words
from articles.names.organizations_alike import organizations_likeness
from articles.names.people_alike import people_likeness
from articles.names.transliteration import romanised

SAME = 0.5
"""Two names are the same if `same_name` returns this or more."""

_LONGEST = 300  # no name is longer; what follows does not tell two names apart
_PERSON, _THING = 0.9, 0.86  # the likeness that is worth SAME
_WITHOUT_VOWELS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def same_name(a: str, b: str, kind: Kind) -> float:
    """Return from 0 to 1 how surely two names of one ``kind`` are one name; `SAME` and above is yes.

    It is 1 if the keys are equal and 0 if one has neither letter nor digit; the order of the two
    does not matter. Only names are compared: two people of one name are the same here.
    """
    a, b = sorted((a[:_LONGEST], b[:_LONGEST]))
    first, second = name_key(a, kind), name_key(b, kind)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if kind == "person":
        vowels = bool(_WITHOUT_VOWELS.search(a)) or bool(_WITHOUT_VOWELS.search(b))
        nearness = people_likeness(romanised(a), romanised(b), without_vowels=vowels)
        return _scaled(nearness, _PERSON)
    nearness = organizations_likeness(
        thing_words(romanised(a), kind), thing_words(romanised(b), kind)
    )
    return _scaled(nearness, _THING)


def _scaled(nearness: float, worth_same: float) -> float:
    """Stretch the likeness so that ``worth_same`` becomes `SAME`, short of certainty."""
    if nearness < worth_same:
        return SAME * max(nearness, 0.0) / worth_same
    return min(0.99, SAME + (1 - SAME) * (nearness - worth_same) / (1 - worth_same))
