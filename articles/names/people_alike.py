"""Whether two names of people are one name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from articles.names import slavic
from articles.names.fathers import fathers_differ
from articles.names.sounds import likeness, likeness_without_vowels
from articles.names.spoken import spoken_name

_SAME_NAMES = Path(__file__).parent / "data" / "people" / "same_names.txt"

_PARTICLES = {
    "al", "el", "ul", "ud", "ad", "ur", "as", "az", "bin", "ibn", "ben", "bint", "ould", "de",
    "da", "di", "du", "del", "della", "la", "le", "van", "von", "der", "den", "ter", "of", "the",
    "e", "y", "i", "dos", "das",
}  # fmt: skip
_ABD = re.compile(r"^abd[aeiou]+(?:l|r|s|z|n)?(?=[a-z]{3})|^abd[aeou]l$|^bdl?(?=[a-z]{2})|^bd$")
_BEFORE_A_NAME = {"abd", "abu", "abou", "abo", "umm"}  # Abu Ali has one name, no surname
_MASCULINE = re.compile(r"(?:[aeo]v|in)$")

_WITHOUT_VOWELS = re.compile("[^aeiou]*")

_APART = 0.4
_INITIAL = 0.95
_MORE_WORDS = 0.02  # what each word costs that only the longer name has
_JOINED = 0.95  # in a whole name a short given name is few letters
_OTHER_GIVEN_NAME = 0.2

Alike = Callable[..., float]


def people_likeness(one: str, other: str, *, without_vowels: bool) -> float:
    """Return from 0 to 1 how near two romanised names of people are; what is above 0.82 is one name.

    ``without_vowels`` says that one of them comes from a script that writes no short vowels.
    """
    first, second = spoken_name(one), spoken_name(other)
    if first.generation != second.generation:
        return _APART
    sounds = likeness_without_vowels if without_vowels else likeness
    return max(
        _aligned(_core(first.words), _core(second.words), sounds),
        _joined(first.words, second.words, sounds),
    )


def patronymics_differ(one: str, other: str) -> bool:
    """Tell whether two romanised names both have a patronymic, and not the same."""
    first, second = spoken_name(one).patronymic, spoken_name(other).patronymic
    return bool(first and second) and fathers_differ(first, second)


def _core(words: tuple[str, ...]) -> list[str]:
    """Return the words without particles, with the Arabic Abd before its name apart from it."""
    core = []
    for word in words:
        if word in _PARTICLES:
            continue
        if (abd := _ABD.match(word)) and (rest := word[abd.end() :]):
            core.append("abd")
            word = rest
        core.append("abd" if abd and not rest else word)
    return core or list(words)


def _joined(one: tuple[str, ...], other: tuple[str, ...], sounds: Alike) -> float:
    """Compare names as one word, for those who part or order their words in another way."""
    if len(one) == len(other) or not one or not other or 1 in map(len, (*one, *other)):
        return 0.0
    straight = sounds("".join(one), "".join(other), _JOINED)
    turned = sounds("".join((*one[1:], one[0])), "".join(other), _JOINED)
    near = max(straight, turned)
    return near if near >= _JOINED else 0.0


def _aligned(one: list[str], other: list[str], sounds: Alike) -> float:
    """Compare the words each with its nearest, and weigh what is left over."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return 0.0
    if len(shorter) < len(longer) and sum(word not in _BEFORE_A_NAME for word in shorter) < 2:
        return _APART
    pairs = _nearest(shorter, longer, sounds)
    if max(pairs)[0] == _INITIAL or _is_child(shorter, pairs):
        return _APART
    found = sorted(near for near, *_ in pairs)
    worst = min(pairs)
    if len(found) >= 4 and 0 not in worst[1:]:  # of many words one may be another, not the first
        found[0] = max(found[0], 0.8)
    extra = len(longer) - len(shorter)
    return 0.5 * found[0] + 0.5 * sum(found) / len(found) - _MORE_WORDS * min(extra, 3)


def _is_child(shorter: list[str], pairs: list[tuple[float, int, int]]) -> bool:
    """Tell whether the longer name has a given name before the whole shorter one, its father's."""
    return len(shorter) > 2 and all(column for *_, column in pairs)


def _nearest(shorter: list[str], longer: list[str], sounds: Alike) -> list[tuple[float, int, int]]:
    """Return for each word of the shorter name how near its best partner is, the best chosen first."""
    every = sorted(
        (
            (_word_likeness(word, against, sounds), -row, -column)
            for row, word in enumerate(shorter)
            for column, against in enumerate(longer)
        ),
        reverse=True,
    )
    taken: list[tuple[float, int, int]] = []
    rows, columns = set(), set()
    for pair in every:
        if pair[1] not in rows and pair[2] not in columns:
            taken.append(pair)
            rows.add(pair[1])
            columns.add(pair[2])
    return taken


def _word_likeness(one: str, other: str, sounds: Alike) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if _initials_agree(one, other) else 0.0
    first, second = _given_name(one), _given_name(other)
    if first & second:
        return 0.99
    near = sounds(one, other)
    if (first and second) or _of_man_and_woman(one, other):
        return min(near, _OTHER_GIVEN_NAME)
    return near


def _initials_agree(one: str, other: str) -> bool:
    return slavic.folded(one)[:1] == slavic.folded(other)[:1] or one[0] == other[0]


def _of_man_and_woman(one: str, other: str) -> bool:
    """Tell Lukin from Lukina, Petrov from Petrova and Tsikhanouski from Tsikhanouskaya."""
    man, woman = sorted((slavic.folded(one), slavic.folded(other)), key=len)
    if woman.endswith(("skaia", "Tkaia")) != man.endswith(("skaia", "Tkaia")):
        return man.endswith(("ski", "Tki"))
    return (
        woman.endswith("a")
        and _MASCULINE.search(man) is not None
        and (_MASCULINE.search(woman[:-1]) is not None)
    )


@lru_cache(maxsize=10_000)
def _given_name(word: str) -> frozenset[int]:
    """Return which given names a word may be, by the lines of the list."""
    if _WITHOUT_VOWELS.fullmatch(word):
        return frozenset()
    names = _same_names()
    return names.get(word, frozenset()) | names.get(slavic.folded(word), frozenset())


@lru_cache(maxsize=1)
def _same_names() -> dict[str, frozenset[int]]:
    lines = [
        line.split() for line in _SAME_NAMES.read_text("utf-8").splitlines() if line[:1] != "#"
    ]
    known = {word for words in lines for word in (words[0], slavic.folded(words[0]))}
    lines += [[name] for name in {*slavic.canonical_names().values()} if name not in known]
    numbers: dict[str, set[int]] = {}
    for number, words in enumerate(lines):
        for word in words:
            numbers.setdefault(word, set()).add(number)
    return {word: frozenset(found) for word, found in numbers.items()}
