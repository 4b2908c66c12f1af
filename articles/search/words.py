"""Text → terms: what the index holds of a word, in which all its forms and spellings meet.

"Investigations" → "investig"; «Беларусі», «Беларусь» → "беларус"; "cafés" → "cafe"

A term follows from the word alone, so that whoever asks need not say in which language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from Stemmer import Stemmer

# A word: letters and digits of any script with their combining marks, apostrophes within.
WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:['’ʼ][^\W_][\w\u0300-\u036f]*)*")
# What is longer is no word; indexes hold its beginning.
LONGEST_WORD = 60

_ENGLISH = Stemmer("english", 0)  # 0: no cache of its own, since terms are remembered here
_RUSSIAN = Stemmer("russian", 0)
_CYRILLIC = re.compile("[а-я]")
# Snowball has no stemmer for Belarusian and Ukrainian. Most of their endings are Russian's once these
# letters are written as Russian writes them.
_AS_RUSSIAN = str.maketrans("ёіўїєґ", "еиуиег")
# Its genitive plural, which Russian's stemmer knows as -ов and -ев: моваў, законаў, краёў.
_GENITIVE = re.compile("(?:([ао])|[еёя])ў$")
# Snowball takes the end of these for that of a verb: берусь.
_NO_VERBS = {"беларусь": "беларуси", "русь": "руси"}
_APOSTROPHES = str.maketrans("’ʼ", "''")


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text, in Unicode's composed form, with their places."""
    return WORD.finditer(text)


def terms(text: str) -> list[str]:
    """Return the terms of a text's words, in their order."""
    return list(map(term, WORD.findall(composed(text))))


def composed(text: str) -> str:
    """Return the text with each letter and its marks as one character, where there is such a one."""
    return normalize("NFC", text)


# 350 words take 60 µs if all are known. An archive's commonest 100,000 words are nearly all of it.
@lru_cache(maxsize=100_000)
def term(word: str) -> str:
    """Return the term of one word: its stem, in small letters, without diacritics."""
    return folded(_stem(word))


def _stem(word: str) -> str:
    word = word[:LONGEST_WORD].casefold().translate(_APOSTROPHES)
    if _CYRILLIC.search(word):
        word = _GENITIVE.sub(lambda end: "ов" if end[1] else "ев", word).translate(_AS_RUSSIAN)
        stem: str = _RUSSIAN.stemWord(_NO_VERBS.get(word, word))
    else:
        # Its rules know letters without diacritics alone.
        stem = _ENGLISH.stemWord(_without_marks(word))
    return stem or word


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """Return a word as it is typed in haste: in small letters, without diacritics and apostrophes."""
    plain = _without_marks(word.casefold().translate(_AS_RUSSIAN))
    # Only letters and digits: what an index would split, or take for its own signs, is none of them.
    return "".join(filter(str.isalnum, plain))[:LONGEST_WORD] or word


def _without_marks(word: str) -> str:
    if word.isascii():
        return word
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
