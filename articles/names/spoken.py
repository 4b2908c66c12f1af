"""The words of a person's name in the order they are spoken, without what does not tell who it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.names import slavic

_WORD = re.compile(r"[a-z]+|\d+")
_VOWEL = re.compile("[aeiou]")
_GENERATIONS = {
    "jr": "jr", "junior": "jr", "ml": "jr", "mladshii": "jr", "malodshy": "jr",
    "sr": "sr", "senior": "sr", "starshii": "sr", "starshy": "sr",
    "ii": "ii", "iii": "iii", "iv": "iv",
}  # fmt: skip
_HONORIFICS = frozenset(
    {
        *(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "lord",
            "lady",
        ),
        *("monsieur", "mme", "herr", "frau", "pan", "pani", "gospodin", "gospozha", "doktor"),
        *("spadar", "spadarynya", "shaikh", "sheikh", "sayyid", "hajji", "haji", "mullah"),
        *("alhaj", "alhaji", "hajj", "hadji", "qari", "mawlawi", "maulavi", "mawlana", "maulana"),
        *(
            "hojatoleslam",
            "hojjatoleslam",
            "ayatollah",
            "ustad",
            "general",
            "gen",
            "colonel",
            "col",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class SpokenName:
    """A romanised name: given names, then the surname; "" for no patronymic, no "jr" or "iii"."""

    words: tuple[str, ...]
    patronymic: str = ""
    generation: str = ""


@lru_cache(maxsize=2_000)  # one comparison asks several times
def spoken_name(text: str) -> SpokenName:
    """Return the parts of a romanised name: "shoigu, sergei kuzhugetovich" is sergei shoigu.

    A surname before the given name is moved to the end if a comma follows it, or if only its
    neighbour is a given name of Eastern Europe. A patronymic is set apart only between a given name
    and a surname, since it can be a surname, too.
    """
    words, generation = _in_order(text)
    words = _given_name_first(words)
    if len(words) == 3 and slavic.is_patronymic(words[1]):
        return SpokenName((words[0], words[2]), words[1], generation)
    return SpokenName(tuple(words), "", generation)


def _in_order(text: str) -> tuple[list[str], str]:
    """Return the words with what follows a comma first, and the generation apart."""
    parts = [words for part in text.split(",") if (words := _WORD.findall(part))]
    generation = ""
    if len(parts) > 1 and len(parts[-1]) == 1 and parts[-1][0] in _GENERATIONS:
        generation = _GENERATIONS[parts.pop()[0]]
    if len(parts) == 2:
        parts.reverse()
    words = [word for part in parts for word in part]
    if not any(word != "al" and _VOWEL.search(word) for word in words):
        return words, generation  # of a script without vowels, in which mr is Amr and ml is Mulla
    if len(words) > 1 and words[-1] in _GENERATIONS:
        generation = _GENERATIONS[words.pop()]
    while len(words) > 1 and words[0] in _HONORIFICS:
        del words[0]
    return words, generation


def _given_name_first(words: list[str]) -> list[str]:
    match words:
        case [surname, given] if _is_surname_first(surname, given):
            return [given, surname]
        case [surname, given, patronymic] if _is_surname_first(surname, given) and (
            slavic.is_patronymic(patronymic)
        ):
            return [given, patronymic, surname]
        case _:
            return words


def _is_surname_first(one: str, other: str) -> bool:
    return len(one) > 1 and slavic.is_given_name(other) and not slavic.is_given_name(one)
