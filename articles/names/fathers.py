"""Whose child a patronymic says somebody is, in whatever language and scheme it is written."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.names import slavic
from articles.names.sounds import likeness, readings

# On folded spellings: -ovich, -evich and -ich of sons; -ovna, -evna, -ivna and -ichna of daughters.
_ENDING = re.compile("(?:[aeiou]?v)?i?(?:c|ci)$|(?:[aeiou]?v|(?:in)?i?c)na$")
_WRITTEN_ENDING = re.compile(
    "(?:[aeiouy][vwu])?(?:[iy](?:t?s?ch|c[iz]?|ts?j)|(?:in)?(?:[iy]ch)?na)$"
)
_LAST_VOWELS = re.compile("[aeio]+$")
_CHANGING = re.compile("e(?=[lv]$)|(?<=v)l$")  # Pavel, Pavlovich; Lev, Lvovich; Yakov, Yakovlevich
_LEAST_STEM = 2
_SAME_FATHER = 0.85


def fathers_differ(one: str, other: str) -> bool:
    """Tell whether two romanised patronymics are of two fathers.

    Mykolayovych, Mikalaevich and Nikolaevich are of one: given names meet as in keys. Of a name that
    no list has, the sound decides.
    """
    first, second = _father(one), _father(other)
    if first and second:
        return first != second
    return likeness(_WRITTEN_ENDING.sub("", one), _WRITTEN_ENDING.sub("", other)) <= _SAME_FATHER


@lru_cache(maxsize=10_000)
def _father(patronymic: str) -> str:
    """Return the canonical spelling of the father's name, "" if no list has it."""
    stems = (_stem(_ENDING.sub("", reading)) for reading in sorted(readings(patronymic)))
    return next((_fathers()[stem] for stem in stems if stem in _fathers()), "")


def _stem(name: str) -> str:
    """Return a name without the vowels that it loses before a patronymic's ending."""
    return _CHANGING.sub("", _LAST_VOWELS.sub("", name))


@lru_cache(maxsize=1)
def _fathers() -> dict[str, str]:
    """Return the canonical spelling of each given name, by the stem of its patronymic."""
    stems: dict[str, str] = {}
    for folded, name in slavic.canonical_names().items():
        if len(stem := _stem(folded)) >= _LEAST_STEM:
            stems.setdefault(
                stem, name
            )  # the list begins with the names that are common in the east
    return stems
