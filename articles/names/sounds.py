"""How near two words sound, whatever scheme brought each into Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from articles.names import slavic

# Readings that hold for most languages of Europe and for the usual ways to write Arabic, Persian,
# Chinese and Korean. A capital is a sound that has no letter of its own, the same as in slavic.py.
_READINGS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tsch|tch|ch|cz", "C"),
        ("sch|sh|sz", "S"),
        ("kh|gh", "X"),
        ("zh", "Z"),
        ("ph", "f"),
        ("th", "t"),
        ("dzh|dj|dz|j", "J"),
        ("t[sz]", "T"),
        ("c(?=[eiy])", "s"),
        ("ck|q|c", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("ou|oo", "u"),
        ("ee|y", "i"),
        ("(?<=[aeiou])h(?=[^aeiou]|$)", ""),
        (r"([a-zA-Z])\1+", r"\1"),
    )
]
_VOWELS = "aeiou"
_MISSING_VOWEL = 0.45
_MISSING = {**dict.fromkeys(_VOWELS, _MISSING_VOWEL), "i": 0.35, "h": 0.3, "J": 0.9}
_MISSING_CONSONANT = 1.1
# Sounds that one scheme or another writes alike, as groups of neighbours.
_NEIGHBOURS = {
    "ae": 0.35, "ei": 0.35, "ao": 0.3, "ou": 0.3, "eo": 0.5, "iu": 0.6, "ai": 0.6, "eu": 0.6,
    "au": 0.5, "gh": 0.3, "hX": 0.2, "gX": 0.4, "kX": 0.4, "kg": 0.4, "sz": 0.35, "sS": 0.35,
    "sT": 0.4, "sC": 0.6, "TC": 0.5, "cC": 0.1, "cT": 0.3, "cs": 0.5, "ck": 0.5, "cS": 0.5,
    "SC": 0.4, "CJ": 0.45, "CX": 0.4, "SX": 0.6, "JZ": 0.2, "zZ": 0.2, "zJ": 0.3, "iJ": 0.4,
    "bv": 0.6, "bp": 0.5, "vf": 0.35, "uv": 0.3, "pf": 0.6, "dt": 0.4, "dz": 0.5, "td": 0.4,
    "tT": 0.4, "lr": 0.8, "mn": 0.9, "ks": 0.9, "ij": 0.1, "Tz": 0.5,
}  # fmt: skip
_COSTS = {pair: cost for two, cost in _NEIGHBOURS.items() for pair in (two, two[::-1])}
_COSTS |= {
    one + other: 0.7 for one, other in product(_VOWELS, repeat=2) if one + other not in _COSTS
}


@lru_cache(maxsize=50_000)
def likeness(one: str, other: str) -> float:
    """Return from 0 to 1 how near two romanised words sound; a tenth less is about one vowel of four."""
    if one == other:
        return 1.0
    longer = max(len(one), len(other))
    if longer > 2 * min(len(one), len(other)) + 1 or longer > 60:
        return 0.0
    return max(
        _nearness(slavic.folded(one), slavic.folded(other)),
        _nearness(_read(one), _read(other)),
    )


@lru_cache(maxsize=50_000)
def likeness_without_vowels(one: str, other: str) -> float:
    """Return from 0 to 1 how near the consonants of two words sound, for scripts that write no vowels."""
    first, second = (_consonants(word) for word in (one, other))
    if len(first) < 2 or len(second) < 2:
        return 0.0
    return _nearness(first, second)


@lru_cache(maxsize=50_000)
def _read(word: str) -> str:
    for pattern, sound in _READINGS:
        word = pattern.sub(sound, word)
    return word


def _consonants(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouv]", "", _read(word)).replace("J", "C"))


def _nearness(one: str, other: str) -> float:
    return (
        1.0 if one == other else max(0.0, 1 - 2 * _distance(one, other) / (len(one) + len(other)))
    )


def _distance(one: str, other: str) -> float:
    """Return what it costs to turn one row of sounds into the other (Wagner and Fischer's table)."""
    above = [0.0]
    for sound in other:
        above.append(above[-1] + _MISSING.get(sound, _MISSING_CONSONANT))
    for sound in one:
        gone = _MISSING.get(sound, _MISSING_CONSONANT)
        row = [above[0] + gone]
        for column, against in enumerate(other):
            best = above[column]
            if sound != against:
                best += _COSTS.get(sound + against, _MISSING_CONSONANT)
                best = min(
                    best,
                    above[column + 1] + gone,
                    row[column] + _MISSING.get(against, _MISSING_CONSONANT),
                )
            row.append(best)
        above = row
    return above[-1]
