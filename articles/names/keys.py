"""The key under which the spellings of one name meet.

Equal keys mean the same name without any further comparison, so a key forgets only what never tells
two names apart: the script and the scheme that brought it into Latin letters, case, diacritics,
apostrophes and hyphens, honorifics, patronymics, the order of the words, the form of a company.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from unicodedata import normalize

from articles.names import slavic
from articles.names.found import Kind
from articles.names.transliteration import romanised

LONGEST_KEY = 200
"""No key has more code points."""
_LONGEST_NAME = 1_000  # what is longer is no name; its digest tells it apart
_DIGEST = 16

_WORD = re.compile(r"[a-z]+|\d+")
_POINT_IN_ACRONYM = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")
_SCHEMES = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (("kh", "h"), ("[yi]+", "i"), ("x", "ks"))
]
_GENERATIONS = {
    "jr": "jr", "junior": "jr", "ml": "jr", "mladshii": "jr",
    "sr": "sr", "senior": "sr", "st": "sr", "starshii": "sr",
    "ii": "ii", "iii": "iii", "iv": "iv",
}  # fmt: skip
_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam monsieur mme herr frau pan pani "
    "gospodin gospozha doktor spadar spadarynya".split()
)
_FORMS = Path(__file__).parent / "data" / "organizations" / "legal_forms.txt"


# A story says a name several times, and an archive the same names in thousands of stories.
@lru_cache(maxsize=100_000)
def name_key(name: str, kind: Kind) -> str:
    """Return the key of ``name``, a name of one ``kind``; keys of different kinds are not to be compared.

    The key has at most 200 code points and is "" only if ``name`` has no letter and no digit.
    """
    if len(name) > _LONGEST_NAME:
        return _shortened(name_key(name.upper()[:_LONGEST_NAME], kind), name)
    text = romanised(name)
    words = _person(text) if kind == "person" else _thing(text, kind)
    key = " ".join(words) or _plain(name)
    return key if len(key) <= LONGEST_KEY else _shortened(key, name)


def _person(text: str) -> list[str]:
    """Return the words of a person's name, given names first, without titles and patronymics."""
    words, generation = _in_order(text)
    words = _without_patronymic(words)
    if any(map(slavic.sounds_slavic, words)):
        words = [slavic.folded(word) for word in words]
    else:
        words = [slavic.folded(word) if slavic.is_given_name(word) else word for word in words]
    return words + generation


def _in_order(text: str) -> tuple[list[str], list[str]]:
    """Return the words as they are spoken, and "jr" or "iii" apart: "Shoigu, Sergei" is Sergei Shoigu."""
    parts = [_WORD.findall(part) for part in text.split(",")]
    parts = [part for part in parts if part]
    generation: list[str] = []
    if len(parts) > 1 and len(parts[-1]) == 1 and parts[-1][0] in _GENERATIONS:
        generation = [_GENERATIONS[parts.pop()[0]]]
    if len(parts) == 2:
        parts.reverse()
    words = [word for part in parts for word in part]
    if len(words) > 2 and words[-1] in _GENERATIONS:
        generation = [_GENERATIONS[words.pop()]]
    while len(words) > 1 and words[0] in _HONORIFICS:
        del words[0]
    return _given_name_first(words), generation


def _given_name_first(words: list[str]) -> list[str]:
    """Move a surname that comes first, as official papers in Eastern Europe have it, to the end."""
    match words:
        case [surname, given] if _is_surname_first(surname, given):
            return [given, surname]
        case [surname, given, patronymic] if slavic.is_patronymic(patronymic) and _is_surname_first(
            surname, given
        ):
            return [given, patronymic, surname]
        case _:
            return words


def _is_surname_first(one: str, other: str) -> bool:
    return slavic.is_given_name(other) and not slavic.is_given_name(one) and len(one) > 1


def _without_patronymic(words: list[str]) -> list[str]:
    if len(words) == 3 and slavic.is_patronymic(words[1]):
        return [words[0], words[2]]
    return words


def _thing(text: str, kind: Kind) -> list[str]:
    """Return the words of an organization's or event's name, without articles and legal forms."""
    text = _POINT_IN_ACRONYM.sub("", text)
    words = [word for word in _WORD.findall(text) if word not in ("the", "and")]
    if kind == "organization":
        words = _without_legal_forms(words)
    return [_in_one_scheme(word) for word in words or _WORD.findall(text)]


def _in_one_scheme(word: str) -> str:
    """Write one word alike whichever scheme brought it into Latin letters, as far as any word may be."""
    for pattern, replacement in _SCHEMES:
        word = pattern.sub(replacement, word)
    return word


def _without_legal_forms(words: list[str]) -> list[str]:
    forms, longest = _legal_forms()
    for length in range(min(longest, len(words) - 1), 0, -1):
        if " ".join(words[-length:]) in forms:
            return _without_legal_forms(words[:-length])
        if " ".join(words[:length]) in forms:
            return _without_legal_forms(words[length:])
    return words


@lru_cache(maxsize=1)
def _legal_forms() -> tuple[frozenset[str], int]:
    """Return the legal forms as words with one space between, and how many words the longest has."""
    lines = _FORMS.read_text("utf-8").splitlines()
    forms = frozenset(line for line in lines if line and not line.startswith("#"))
    return forms, max(len(form.split()) for form in forms)


def _plain(name: str) -> str:
    """Return the letters and digits of a name in a script that has no table."""
    folded = normalize("NFKC", name.upper()).casefold()
    return "".join(character for character in folded if character.isalnum())


def _shortened(key: str, name: str) -> str:
    digest = blake2b(name.upper().encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
    return f"{key[: LONGEST_KEY - len(digest) - 1]} {digest}"
