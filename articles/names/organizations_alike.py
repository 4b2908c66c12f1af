"""Whether two names of organizations, or of events, are one name."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from articles.names.acronyms import SMALL, as_parted
from articles.names.slavic import folded
from articles.names.sounds import likeness
from articles.names.transliteration import romanised

_DATA = Path(__file__).parent / "data" / "organizations"

_NUMERALS = [
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
]
_NUMBERS = {word: str(number) for row in _NUMERALS for number, word in enumerate(row, 1)}
_PHRASES = {
    "human rights": "human-rights", "railway road": "railway", "trade union": "trade-union",
    "anti corruption": "anti-corruption", "machine building": "machine", "trade industry": "commerce",
    "military sea": "fleet", "sea commerce port": "port", "commerce sea port": "port",
    "commerce seaport": "port", "sea port": "port", "seaport": "port", "telegraph": "news",
    "prosecutor general office": "prosecutor general", "prosecutor office": "prosecutor",
}  # fmt: skip
_CONTRACTIONS = {
    "min": "ministry",
    "gos": "state",
    "derzh": "state",
    "dziarzh": "state",
    "nats": "national",
}
_COMMON = 0.5  # the weight of a word that many organizations share
_FAINT = 0.25  # the weight of a word that says what kind of state it is, often left out
_FAINT_WORDS = {"republic", "federation", "company", "corporation"}
_KIND = 0.15  # the weight, beside a name of its own, of a word that says what the organization is, or whose
_SORTS = {
    "company", "corporation", "holding", "concern", "group", "party", "movement", "foundation",
    "center", "human-rights", "television", "newspaper", "association", "enterprise", "club",
    "state", "publishing", "agency", "front", "plant", "football",
    "organization", "production", "research", "science",
}  # fmt: skip
_COUNTRIES = {
    "belarus", "russia", "ukraine", "poland", "serbia", "bulgaria", "moldova", "lithuania", "latvia",
    "estonia", "germany", "czech", "slovakia", "croatia", "macedonia", "hungary", "romania", "crimea",
    "armenia", "georgia", "azerbaijan", "kazakhstan", "uzbekistan", "iran", "china", "korea", "syria",
    "iraq", "libya", "lebanon", "pakistan",
}  # fmt: skip
_KINDS = _SORTS | _COUNTRIES
_INFLECTION = re.compile(
    "[a-z]{0,2}|[aeiouy]{0,2}[^aeiouy]{0,4}[aeiouy]+(?:go|ho|ga|kh|m|mi)?|[aeiouy]{0,2}[^aeiouy]{0,2}"
)
_ADJECTIVE = re.compile("(?<=[a-z]{3})(?:(?:ou?|e)?sk[aeiouy]+(?:go|ho|ga)?|[aeiouy]+)$")
_MISSPELT = 0.9  # how near a common word with an ending of its own must be
_LEAST_STEM = 6
_ENGLISH_ENDING = re.compile("(?<=[a-z]{5})(?:ic|ical|ics|ies|al|s|y|ian|ing|ist|ism)$")
_ONE_STEM = 0.95
_SOUNDS_LIKE = 0.82
_OTHER_NUMBERS = 0.2
_BOTH_HAVE_MORE = 0.68
_CONFLICT = 0.5  # the Ministry of Defence is not that of Justice
_SAYS_MORE = 0.94  # a medical university is another one
_OF_ONE_WORD = 0.54  # Gazprom Neft is no Gazprom
_APART = 0.3


def organizations_likeness(one: list[str], other: list[str]) -> float:
    """Return from 0 to 1 how near two names are, given as romanised words without legal forms.

    What is above 0.47 is one name. Numbers must agree; words that many organizations share weigh
    less, and are known in several languages.
    """
    first, second = _known(one), _known(other)
    if first is not None and second is not None:
        return 1.0 if first == second else _APART
    if "".join(one) == "".join(other):
        return 1.0
    one, other = as_parted(one, other), as_parted(other, one)
    first_words, second_words = _in_english(one), _in_english(other)
    if _numbers(first_words) != _numbers(second_words):
        return _OTHER_NUMBERS
    return _overlap(first_words, second_words)


def is_common(word: str) -> bool:
    """Tell whether a romanised word stands in the names of many organizations, in any language."""
    return bool(_meaning(word))


def _in_english(words: list[str]) -> list[str]:
    """Return the words that carry meaning, common ones in English, numbers in figures."""
    meant = [word for word in words if word not in SMALL or len(words) == 1]
    english = " ".join(
        _NUMBERS.get(word) or _meaning(word) or _contraction(word) or word for word in meant
    )
    for phrase, word in _PHRASES.items():
        english = english.replace(phrase, word)
    return english.split()


def _contraction(word: str) -> str:
    """Return both meanings of a word like Минобороны, "" for any other."""
    for beginning, meaning in _CONTRACTIONS.items():
        if word.startswith(beginning) and (rest := _meaning(word.removeprefix(beginning))):
            return f"{meaning} {rest}"
    return ""


@lru_cache(maxsize=20_000)
def _meaning(word: str) -> str:
    """Return the English word for a common one in whatever spelling, "" for a name of its own."""
    skeleton = folded(word)
    return (
        _common_words().get(word)
        or _by_stem(word, _stems())
        or _folded_words().get(skeleton)
        or _by_stem(skeleton, _folded_stems())
    )


def _numbers(words: list[str]) -> list[str]:
    return sorted(word for word in words if word.isdigit())


def _overlap(one: list[str], other: list[str]) -> float:
    """Return the weight of the words that both have, as a share of the weight of all."""
    pairs, missing, left = _paired(one, other)
    own = {word for _, word, _ in pairs if word not in _meanings() and len(word) > 2}
    shared = sum(
        near * (_weight(word, bool(own)) + _weight(best, bool(own))) for near, word, best in pairs
    )
    total = sum(_weight(word, bool(own)) for word in (*one, *other))
    return shared / total * _worth_beside(missing, left, len(own)) if total else 0.0


def _paired(
    one: list[str], other: list[str]
) -> tuple[list[tuple[float, str, str]], list[str], list[str]]:
    """Return the words that are alike with how near they are, and the words of each that are left over."""
    pairs, missing = [], []
    left = list(other)
    for word in one:
        best = max(left, key=lambda against: _alike(word, against), default="")
        near = _alike(word, best) if best else 0.0
        if near >= _SOUNDS_LIKE:
            left.remove(best)
            pairs.append((near, word, best))
        else:
            missing.append(word)
    return pairs, missing, left


def _worth_beside(missing: list[str], left: list[str], own_words: int) -> float:
    """Return what the words that both names have are worth beside those that only one has."""
    if missing and left:
        told_apart = _tells(missing + left) if own_words < 2 else _tells(missing) and _tells(left)
        return _CONFLICT if told_apart else _BOTH_HAVE_MORE
    if all(word in _KINDS | _FAINT_WORDS for word in missing + left):
        return 1.0
    return _SAYS_MORE if own_words > 1 else _OF_ONE_WORD


def _tells(words: list[str]) -> bool:
    """Tell whether one of the words is known to say which organization of a sort it is."""
    return any(word in _meanings() and word not in _SORTS | _FAINT_WORDS for word in words)


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if _one_stem(one, other):
        return _ONE_STEM
    if one.isdigit() or other.isdigit() or (one in _meanings() and other in _meanings()):
        return 0.0
    near = max(
        likeness(one, other, _SOUNDS_LIKE),
        likeness(_of_place(one), _of_place(other), _SOUNDS_LIKE),
    )
    if (one in _meanings() or other in _meanings()) and (near < _MISSPELT or len(one) < 5):
        return 0.0
    return near


def _one_stem(one: str, other: str) -> bool:
    """Tell whether two words are of one stem: electronic and electronics, metallurgy and metallurgical."""
    return len(one) >= _LEAST_STEM <= len(other) and _ENGLISH_ENDING.sub("", one) == (
        _ENGLISH_ENDING.sub("", other)
    )


def _of_place(word: str) -> str:
    """Return the place of an adjective, without its last vowels: mozyrskii and mozyr are mozyr."""
    return _ADJECTIVE.sub("", word)


def _weight(word: str, has_own_name: bool) -> float:
    if word in _FAINT_WORDS:
        return _FAINT
    if has_own_name and word in _KINDS:
        return _KIND
    return _COMMON if word in _meanings() else 1.0


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


def _by_stem(word: str, stems: dict[str, str]) -> str:
    """Return the meaning of the longest stem that the word begins with, "" if what follows is no ending."""
    return next(
        (
            stems[word[:end]]
            for end in range(len(word), 2, -1)
            if word[:end] in stems and _INFLECTION.fullmatch(word[end:])
        ),
        "",
    )


@lru_cache(maxsize=1)
def _common_words() -> dict[str, str]:
    return {
        word: words[0]
        for words in map(str.split, _lines("words.txt"))
        for word in map(romanised, words)
        if not word.endswith("-")
    }


@lru_cache(maxsize=1)
def _folded_words() -> dict[str, str]:
    return {folded(word): meaning for word, meaning in _common_words().items() if len(word) > 3}


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    return {
        romanised(word[:-1]): words[0]
        for words in map(str.split, _lines("words.txt"))
        for word in words
        if word.endswith("-")
    }


@lru_cache(maxsize=1)
def _folded_stems() -> dict[str, str]:
    return {folded(stem): meaning for stem, meaning in _stems().items() if len(stem) > 4}


@lru_cache(maxsize=1)
def _meanings() -> frozenset[str]:
    return frozenset(_common_words().values())


def _lines(name: str) -> list[str]:
    return [line for line in (_DATA / name).read_text("utf-8").splitlines() if line[:1] != "#"]
