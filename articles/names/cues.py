"""What the words around a quotation do: verbs of saying, nouns for persons, pronouns, small words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from articles.names.lists import entries

_DATA = Path(__file__).parent / "data"
_LANGUAGES = ("en", "ru", "be")
# The lists whose words are of one kind; a word that stands in two is of the kind that comes last.
_LISTS = {"person_words": "role", "manner_verbs": "manner", "speech_verbs": "speech"}


@cache
def word_kinds() -> dict[str, str]:
    """Return the kind of each word that tells of a saying, in small letters, for all languages at once.

    The languages need not be told apart: the same letters hardly ever make two of their words. The
    kinds are "speech", "manner" and "role" after the lists, and those named in small_words.txt.
    """
    kinds = dict.fromkeys(entries("en/roles.txt"), "role")
    for language in _LANGUAGES:
        for name, kind in _LISTS.items():
            for line in _lines(language, name):
                kinds.update(dict.fromkeys(line.split(), kind))
        for line in _lines(language, "small_words"):
            kind, _, words = line.partition(":")
            kinds.update(dict.fromkeys(words.split(), kind))
    return kinds


@cache
def abbreviations() -> frozenset[str]:
    """Return the words, in small letters, after which a full stop ends no sentence."""
    return entries("en/abbreviations.txt") | entries("ru/abbreviations.txt")


def _lines(language: str, name: str) -> list[str]:
    """Return the lines of a word list that a language has, without its comments."""
    path = _DATA / language / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line for line in lines if line and not line.startswith("#")]
