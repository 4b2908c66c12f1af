"""How near two words sound, whatever scheme brought each into Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from articles.names import slavic
from articles.names.sound_costs import SoundCosts

Rules = list[tuple[re.Pattern[str], str]]


def _rules(*rules: tuple[str, str]) -> Rules:
    return [(re.compile(pattern), sound) for pattern, sound in rules]


# Readings that hold for most languages of Europe and for the usual ways to write Arabic, Persian,
# Chinese and Korean. A capital is a sound that has no letter of its own, the same as in slavic.py.
_READINGS = _rules(
    ("tsch|tch|ch|cz", "C"),
    ("sch|sh|sz", "S"),
    ("kh", "X"),
    ("gh", "g"),
    ("dzh|dj|dz|j", "J"),
    ("zh", "Z"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("t[sz]", "T"),
    ("c(?=[eiy])", "s"),
    ("ck|q|c", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("ou|oo", "u"),
    ("ee|y", "i"),
    ("e(?=[ou])", ""),
    ("(?<=[aeiou])h(?=[^aeiou]|$)", ""),
    (r"([a-zA-Z])\1+", r"\1"),
)
_READ_ALIKE = 0.98
_WITHOUT_VOWELS = 1.2  # fewer sounds have to say more: Hasan is no Hussein
_ROUNDING = 1e-9
_STRICTER = 5  # the schemes for Slavic names are folded already: Serov is no Sirov
_SURNAME_IN_IN = re.compile("[^aeiou][iy]na?$")
# How neighbours write Slavic names, turned into the English way.
_FRENCH = _rules(
    ("ou(?![aeou])|ou$", "u"),
    ("(?<![tks])ch", "sh"),
    ("tch", "ch"),
    ("dj", "dzh"),
    ("(?<!d)j", "zh"),
    ("gu(?=[eiy])", "g"),
    ("(?<=in|sk|ts|yn|nn)e$|(?<=[nv])e$", ""),
    ("ss", "s"),
)
_GERMAN = _rules(
    ("tsch", "ch#"),
    ("sch", "sh#"),
    ("(?<![cs])ch(?!#)", "kh"),
    ("z(?!h#)", "ts"),
    ("(?<![a-z])s(?=[aeiouj])|(?<=[aeiou])s(?=[aeiou])", "z"),
    ("ss", "s"),
    ("j", "y"),
    ("#", ""),
)
# Solschenizyn, Saluschnyj: German writes ж like ш.
_GERMAN_ZH = [*_rules(("(?<!t)sch", "zh#")), *_GERMAN]
_POLISH = _rules(
    ("rz", "zh"),
    ("cz", "q"),
    ("ch", "kh"),
    ("c", "ts"),
    ("q", "ch"),
    ("j", "y"),
    ("ie", "e"),
)
# Петрович is Petrovitj in Swedish and Petrovitsj in Norwegian and Dutch.
_NORTHERN = _rules(
    ("t?sjtj", "q"),
    ("ts?j", "q"),
    ("ch", "kh"),
    ("q", "ch"),
    ("sj", "sh"),
    ("zj", "zh"),
    ("oe", "u"),
    ("j", "y"),
)
_LATVIAN = _rules(("(?<=[oe]v)s$", ""), ("js$", "j"))
_NEIGHBOURLY = (_FRENCH, _GERMAN, _GERMAN_ZH, _POLISH, _NORTHERN, _LATVIAN)
_VOWELS = "aeiou"
_MISSING_VOWEL = 0.45
_MISSING = {**dict.fromkeys(_VOWELS, _MISSING_VOWEL), "i": 0.35, "h": 0.3, "X": 0.6, "J": 0.9}
# Sounds that one scheme or another writes alike, as groups of neighbours.
_NEIGHBOURS = {
    "ae": 0.35, "ei": 0.35, "ao": 0.3, "ou": 0.3, "eo": 0.5, "iu": 0.6, "ai": 1.1, "eu": 0.6,
    "au": 0.5, "gh": 0.3, "hX": 0.2, "gX": 0.9, "kX": 0.4, "kg": 0.4, "sz": 0.35, "sS": 0.35,
    "sT": 0.4, "sC": 0.6, "TC": 0.5, "cC": 0.1, "cT": 0.3, "cs": 0.5, "ck": 0.5, "cS": 0.5,
    "SC": 0.4, "CJ": 0.45, "CX": 0.4, "SX": 0.6, "JZ": 0.2, "zZ": 0.2, "zJ": 0.3, "iJ": 0.4,
    "bv": 0.6, "bp": 0.5, "vf": 0.35, "uv": 0.3, "pf": 0.6, "dt": 0.4, "dz": 0.5, "td": 0.4,
    "tT": 0.4, "lr": 0.8, "mn": 0.9, "ks": 0.9, "hC": 0.5, "dJ": 0.5, "kJ": 0.5, "ij": 0.1, "Tz": 0.5,
}  # fmt: skip
# What Arabic, Persian and Hebrew write alike, or English does. I and U are their letters for y and w,
# which stand for the long vowels, too.
_ABJADS = _rules(
    ("kh", "X"),
    ("sch|sh", "S"),
    ("tch|ch", "C"),
    ("dzh|zh|dj", "j"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("gh|[qgc]", "k"),
)
_LETTERS_FOR_VOWELS = _rules(("y+", "I"), ("w+", "U"), ("ll", "l"), ("(?<=.)h$", ""))
_VOWELS_BETWEEN = _rules(("ou|oo", "u"), ("ee", "i"), (r"(.)\1+", r"\1"), ("(?<=.)h$", ""))
_CONFUSED = {pair: cost for two, cost in _NEIGHBOURS.items() for pair in (two, two[::-1])}
_CONFUSED |= {
    one + other: 0.7 for one, other in product(_VOWELS, repeat=2) if one + other not in _CONFUSED
}
_COSTS = SoundCosts(_MISSING, _CONFUSED)

_MISSING_SHORT = {**dict.fromkeys(_VOWELS, 0.05), "y": 0.1, "I": 0.6, "U": 0.6, "h": 0.5}
_LETTERS = {"I": "iey", "U": "uowv", "f": "vp", "b": "pv", "d": "z", "s": "S", "k": "X", "j": "CIZ"}
_CONFUSED_LETTERS = _CONFUSED | {
    pair: 0.0 if letter.isupper() else 0.2
    for letter, sounds in _LETTERS.items()
    for sound in sounds
    for pair in (letter + sound, sound + letter)
}
_ABJAD_COSTS = SoundCosts(_MISSING_SHORT, _CONFUSED_LETTERS)


@lru_cache(maxsize=10_000)
def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Return from 0 to 1 how near two romanised words sound; a tenth less is about one vowel of four.

    Whoever does not care how much less than ``least`` it is may have 0 for it, much sooner.
    """
    if one == other:
        return 1.0
    longer = max(len(one), len(other))
    if longer > 2 * min(len(one), len(other)) + 1 or longer > 60:
        return 0.0
    if not readings(one).isdisjoint(readings(other)):
        return _READ_ALIKE
    near = max(
        _nearness(slavic.folded(one), slavic.folded(other), least),
        _nearness(_read(one), _read(other), least),
    )
    if _are_known(one, other):
        return max(0.0, 1 - _STRICTER * (1 - near))
    return near


def _are_known(one: str, other: str) -> bool:
    """Tell whether rules know all that schemes make of the words: Lapin is no Lapshin, Melnik no Melnikov."""
    return (
        slavic.sounds_slavic(one)
        or slavic.sounds_slavic(other)
        or all(map(_SURNAME_IN_IN.search, (one, other)))
    )


@lru_cache(maxsize=10_000)
def likeness_without_vowels(one: str, other: str, least: float = 0.0) -> float:
    """Return from 0 to 1 how near two words sound if one of them may come without its short vowels.

    ``least`` is that of `likeness`.
    """
    bare, full = sorted((one, other), key=_vowels)
    if one == other or _vowels(bare) or not _vowels(full):
        return likeness(one, other, least)
    bare = _by_rules(_by_rules(bare, _ABJADS), _LETTERS_FOR_VOWELS)
    full = _by_rules(_by_rules(full, _ABJADS), _VOWELS_BETWEEN)
    length = len(bare) + len(full) - _vowels(full)
    most = (1 - least) * length / (2 * _WITHOUT_VOWELS) + _ROUNDING
    return max(0.0, 1 - _WITHOUT_VOWELS * 2 * _ABJAD_COSTS.distance(bare, full, most) / length)


def _vowels(word: str) -> int:
    return sum(map(word.count, _VOWELS))


@lru_cache(maxsize=10_000)
def _read(word: str) -> str:
    return _by_rules(word, _READINGS)


@lru_cache(maxsize=10_000)
def readings(word: str) -> frozenset[str]:
    """Return the Slavic spellings that a word may have if a neighbour wrote it his own way."""
    readings = (
        word,
        *(_by_rules(word, rules) for rules in _NEIGHBOURLY),
    )
    return frozenset(map(slavic.folded, readings))


def _by_rules(word: str, rules: Rules) -> str:
    for pattern, sound in rules:
        word = pattern.sub(sound, word)
    return word


def _nearness(one: str, other: str, least: float) -> float:
    if one == other:
        return 1.0
    length = len(one) + len(other)
    most = (1 - least) * length / 2 + _ROUNDING
    return max(0.0, 1 - 2 * _COSTS.distance(one, other, most) / length)
