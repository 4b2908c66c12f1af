"""Whether two names of organizations, or of events, are one name."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from articles.names.sounds import likeness
from articles.names.transliteration import romanised

_DATA = Path(__file__).parent / "data" / "organizations"

_SMALL = frozenset(
    "of for in on at the and a an to by i v na po u o za z zh da de del des la le les du et un und der "
    "die das fur y e ob ab pry pri".split()  # noqa: SIM905
)
_NUMBERS = {
    **{
        word: str(number)
        for number, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)
    },
    **{
        word: str(number)
        for number, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
        )
    },
    **{
        word: str(number)
        for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
    },
}
_COMMON = 0.5  # the weight of a word that many organizations share
_FAINT = 0.25  # the weight of a word that says what kind of state it is, often left out
_FAINT_WORDS = frozenset({"republic", "federation"})
_SOUNDS_LIKE = 0.86
_OTHER_NUMBERS = 0.2
_BOTH_HAVE_MORE = 0.75
_ACRONYM = 0.95
_APART = 0.3


def organizations_likeness(one: list[str], other: list[str]) -> float:
    """Return from 0 to 1 how near two names are, given as romanised words without legal forms.

    What is above 0.9 is one name. Numbers must agree; words that many organizations share weigh
    less, and are known in several languages.
    """
    if (first := _known(one)) and (second := _known(other)):
        return 1.0 if first == second else _APART
    if _is_acronym(one, other) or _is_acronym(other, one):
        return _ACRONYM
    if "".join(one) == "".join(other):
        return 1.0
    first_words, second_words = _in_english(one), _in_english(other)
    if _numbers(first_words) != _numbers(second_words):
        return _OTHER_NUMBERS
    return _overlap(first_words, second_words)


def _in_english(words: list[str]) -> list[str]:
    """Return the words that carry meaning, common ones in English, numbers in figures."""
    meant = [word for word in words if word not in _SMALL or len(words) == 1]
    return [
        _NUMBERS.get(word, _common_words().get(word) or _by_stem(word) or word) for word in meant
    ]


def _numbers(words: list[str]) -> list[str]:
    return sorted(word for word in words if word.isdigit())


def _overlap(one: list[str], other: list[str]) -> float:
    """Return the weight of the words that both have, as a share of the weight of all."""
    left, shared, total = list(other), 0.0, 0.0
    missing = 0.0
    for word in one:
        best = max(left, key=lambda against: _alike(word, against), default="")
        near = _alike(word, best) if best else 0.0
        total += _weight(word)
        if near >= _SOUNDS_LIKE:
            left.remove(best)
            shared += near * (_weight(word) + _weight(best))
        else:
            missing += _weight(word)
    total += sum(map(_weight, other))
    added = sum(map(_weight, left))
    nearness = shared / total if total else 0.0
    return nearness * _BOTH_HAVE_MORE if min(missing, added) > _FAINT else nearness


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one in _meanings() or other in _meanings() or one.isdigit() or other.isdigit():
        return 0.0
    return likeness(one, other)


def _weight(word: str) -> float:
    if word in _FAINT_WORDS:
        return _FAINT
    return _COMMON if word in _meanings() else 1.0


def _is_acronym(short: list[str], words: list[str]) -> bool:
    """Tell whether one word of two to eight letters is made of the beginnings of the other's words."""
    if len(short) != 1 or len(words) < 2 or not 2 <= len(short[0]) <= 8:
        return False
    return _spells(short[0], tuple(words))


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    """Take from each word its first letter, or two that stand for one of another script."""
    if not words:
        return not letters
    first, rest = words[0], words[1:]
    if first in _SMALL and _spells(letters, rest):
        return True
    return any(
        first.startswith(letters[:length]) and _spells(letters[length:], rest)
        for length in (
            (1, 2) if letters[:2] in ("ch", "sh", "zh", "kh", "ts", "ye", "yu", "ya") else (1,)
        )
        if len(letters) >= length
    )


def _known(words: list[str]) -> int | None:
    return _acronyms().get(" ".join(words))


@lru_cache(maxsize=1)
def _acronyms() -> dict[str, int]:
    """Return the line of each well-known organization's names, written as romanised words."""
    return {
        " ".join(re.findall("[a-z0-9]+", romanised(name))): number
        for number, line in enumerate(_lines("acronyms.txt"))
        for name in line.split("|")
    }


@lru_cache(maxsize=20_000)
def _by_stem(word: str) -> str:
    stems = _stems()
    return next((stems[word[:end]] for end in range(len(word), 3, -1) if word[:end] in stems), "")


@lru_cache(maxsize=1)
def _common_words() -> dict[str, str]:
    return {
        word: words[0]
        for words in map(str.split, _lines("words.txt"))
        for word in map(romanised, words)
        if not word.endswith("-")
    }


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    return {
        romanised(word[:-1]): words[0]
        for words in map(str.split, _lines("words.txt"))
        for word in words
        if word.endswith("-")
    }


@lru_cache(maxsize=1)
def _meanings() -> frozenset[str]:
    return frozenset(_common_words().values())


def _lines(name: str) -> list[str]:
    return [line for line in (_DATA / name).read_text("utf-8").splitlines() if line[:1] != "#"]
