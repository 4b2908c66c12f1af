"""East Slavic names in one spelling, whatever language they came through.

Belarusian, Ukrainian and Russian write one name differently by rules (Ковалёв and Кавалёў, Гончар
and Ганчар), and each has several ways into Latin letters. The folded spelling keeps what tells
names apart and forgets what only tells languages and schemes apart.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from articles.names.transliteration import romanised

_DATA = Path(__file__).parent / "data" / "slavic"

# In this order, on lower-case ASCII. A capital is a sound that has no letter of its own.
_RULES = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # Spellings of one sound. The h of sh, zh and ch goes, for diacritics go, too (Milošević).
        ("ck(?=[iy])", "Tk"),
        ("q|ck", "k"),
        ("shch|stsch", "sc"),
        ("kh", "X"),
        ("t(?:sch|ch)", "c"),
        ("sch", "s"),
        ("(?<=[szc])[hz]", ""),
        ("t[sz](?=.)|t[sz]$", "T"),
        ("w|(?<=[aeo])ff?$", "v"),
        ("ph", "f"),
        ("x", "ks"),
        ("[yj]", "i"),
        ("h", "g"),
        # -sky, -ski, -skyi, -skij; -skaya, -skaja, -ska.
        ("(?<=[sTc]k)i+$", "i"),
        ("(?<=[sTc]k)a(?:ia|a)$", "a"),
        # Ў is u or w, and stands for в and, at the end of a syllable, for л only in common words.
        ("(?<=[aeio])u(?=[^aeiou]|$)", "v"),
        # Тихановская and Ціханоўская, Дмитрий and Дзмітрый: t and d are softened before i and e.
        ("T(?=[ie])|(?<=.)T(?=iu)", "t"),
        ("dz(?=v?[ie])", "d"),
        # A soft consonant before e, ё and Belarusian я; ю; the glide between vowels.
        ("(?<=[^aeiou])i[ao](?=.)", "e"),
        ("i+(?=[eiu])", ""),
        ("(?<=[szcT])e(?=v)", "o"),
        # Belarusian writes the unstressed o as a. Khitrovo is no Khitrova.
        ("o(?!$)|(?<!v)o$", "a"),
        (r"([a-zX])\1+", r"\1"),
    )
]
_SURNAME = re.compile(
    r"..(?:[oe](?:v|ff?|w)a?|[^aeiou]i?[aeo]u|[ae]va|enk[oa]|sk(?:i|y|ii|iy|yi|yy|ij|yj|aya|aia|aja|a)"
    r"|[aeiouy](?:v|w|ch?)i(?:c|ch|cz|tch|tsch)|(?:ch|cz|c)uk|[iy]uk|[td]ze|shvili)$"
)
_PATRONYMIC = re.compile(
    r"^ill?[iy]+ch$|..(?:[oeiay][vw][iy](?:t?s?ch|c[iz]?|ts?j)|(?:ly|li|mi|my|ki|ti)ch"
    r"|(?:[oeiay][vuw]|[iy]nich|[kmt][iy]ch)na)$"
)


def folded(word: str) -> str:
    """Return one romanised word of an East Slavic name in the spelling that all languages share."""
    return canonical_names().get(skeleton := _skeleton(word), skeleton)


def sounds_slavic(word: str) -> bool:
    """Tell whether a romanised word can only be a name of Eastern Europe, by its ending or by itself."""
    return _SURNAME.search(word) is not None or _skeleton(word) in _native_names()


def is_given_name(word: str) -> bool:
    """Tell whether a romanised word is a given name of Eastern Europe."""
    return _skeleton(word) in canonical_names()


def is_patronymic(word: str) -> bool:
    """Tell whether a romanised word has the ending of a patronymic, which some surnames have, too."""
    return _PATRONYMIC.search(word) is not None


@lru_cache(maxsize=10_000)
def _skeleton(word: str) -> str:
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1)
def canonical_names() -> dict[str, str]:
    """Return the spelling that keys have of each given name of Eastern Europe, by its folded spellings."""
    return {_skeleton(name): names[0] for _, names in _given_names() for name in names}


@lru_cache(maxsize=1)
def _native_names() -> frozenset[str]:
    """Return the skeletons of the given names that are not at home in the West, too."""
    return frozenset(
        _skeleton(name) for shared, names in _given_names() if not shared for name in names
    )


@lru_cache(maxsize=1)
def _given_names() -> list[tuple[bool, list[str]]]:
    lines = (_DATA / "given_names.txt").read_text("utf-8").splitlines()
    return [
        (line.startswith("~"), [romanised(name) for name in line.removeprefix("~").split()])
        for line in lines
        if line and not line.startswith("#")
    ]
