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
from articles.names.spoken import spoken_name
from articles.names.transliteration import romanised

LONGEST_KEY = 200
"""No key has more code points."""
_LONGEST_NAME = 1_000  # what is longer is no name; its digest tells it apart
_DIGEST = 16

_WORD = re.compile(r"[a-z]+|\d+")
_POINT_IN_ACRONYM = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")
_ROMAN_NUMBER = re.compile("[ivx]+")
_SCHEMES = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (("kh", "h"), ("[yi]+", "i"), ("x", "ks"))
]
_LONGEST_SHORT = 4  # letters of a form that is an abbreviation
_FORMS = Path(__file__).parent / "data" / "organizations" / "legal_forms.txt"


# A story says a name several times, and an archive the same names in thousands of stories.
@lru_cache(maxsize=20_000)
def name_key(name: str, kind: Kind) -> str:
    """Return the key of ``name``, a name of one ``kind``; keys of different kinds are not to be compared.

    The key has at most 200 code points and is "" only if ``name`` has no letter and no digit.
    """
    if len(name) > _LONGEST_NAME:
        return _shortened(name_key(name.upper()[:_LONGEST_NAME], kind), name)
    text = romanised(name)
    words = (
        _person(text)
        if kind == "person"
        else [_in_one_scheme(word) for word in thing_words(text, kind)]
    )
    key = " ".join(words) or _plain(name)
    return key if len(key) <= LONGEST_KEY else _shortened(key, name)


def _person(text: str) -> list[str]:
    """Return the words of a person's name, given names first, without titles and patronymics."""
    name = spoken_name(text)
    slavic_rules = any(map(slavic.sounds_slavic, name.words))
    words = [
        slavic.folded(word) if slavic_rules or slavic.is_given_name(word) else word
        for word in name.words
    ]
    return [*words, name.generation] if name.generation else words


def thing_words(text: str, kind: Kind) -> list[str]:
    """Return the words of a romanised name of an organization or event, without articles and legal forms."""
    text = _POINT_IN_ACRONYM.sub("", text)
    words = [word for word in _WORD.findall(text) if word not in ("the", "and")]
    if kind == "organization":
        words = _without_legal_forms(words)
    return words or _WORD.findall(text)


def _in_one_scheme(word: str) -> str:
    """Write one word alike whichever scheme brought it into Latin letters, as far as any word may be."""
    if _ROMAN_NUMBER.fullmatch(word):
        return word
    for pattern, replacement in _SCHEMES:
        word = pattern.sub(replacement, word)
    return word


def _without_legal_forms(words: list[str]) -> list[str]:
    forms, longest = _legal_forms()
    for length in range(min(longest, len(words) - 1), 0, -1):
        if _form(words[-length:]) in forms:
            return _without_legal_forms(words[:-length])
        if forms.get(_form(words[:length])):
            return _without_legal_forms(words[length:])
    return words


def _form(words: list[str]) -> str:
    """Return words as forms are compared: obschestvo is obshchestvo, but co is not ca."""
    return " ".join(slavic.folded(word) if len(word) > _LONGEST_SHORT else word for word in words)


@lru_cache(maxsize=1)
def _legal_forms() -> tuple[dict[str, bool], int]:
    """Return each legal form, and whether it may stand before a name; and how many words the longest has."""
    lines = _FORMS.read_text("utf-8").splitlines()
    forms = {
        _form(line.removeprefix("~").split()): not line.startswith("~")
        for line in lines
        if line and not line.startswith("#")
    }
    return forms, max(len(form.split()) for form in forms)


def _plain(name: str) -> str:
    """Return the letters and digits of a name in a script that has no table."""
    folded = normalize("NFKC", name.upper()).casefold()
    return "".join(character for character in folded if character.isalnum())


def _shortened(key: str, name: str) -> str:
    digest = blake2b(name.upper().encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
    return f"{key[: LONGEST_KEY - len(digest) - 1]} {digest}"
