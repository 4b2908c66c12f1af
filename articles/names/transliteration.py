"""Any script in plain Latin letters: Cyrillic by a table of its own, the others by anyascii."""

from __future__ import annotations

import re
from unicodedata import normalize

from anyascii import anyascii

# The letters that Belarusian, Ukrainian, Russian, Bulgarian, Serbian, Macedonian and Kazakh share
# mostly stand for one sound; they follow BGN/PCGN, which English newspapers follow. "ё" is written
# like "е", as Russian itself mostly does. The hard sign, a vowel only in Bulgarian, is left out at
# the end of a word and before a vowel.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ѓ": "gj", "д": "d", "ђ": "dj", "ѕ": "dz",
    "е": "e", "ё": "e", "є": "ye", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "i",
    "ј": "j", "к": "k", "ќ": "kj", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ў": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "џ": "dz", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u",
    "һ": "h",
}  # fmt: skip
# Marks that stand for no sound, or for a softness that English does not write.
_SILENT = "'`´‘’‛ʹʺʻʼʽˈ′＇\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# In Hebrew these letters stand for b and p at the start of a word, and for the vowels u and o.
_HEBREW = {"ב": "b", "ו": "w", "פ": "p", "ף": "f"}
_ROMAN = {
    **{ord(letter): latin for letter, latin in (_CYRILLIC | _HEBREW).items()},
    **dict.fromkeys(map(ord, _SILENT), ""),
}
# The article apart from its word, which anyascii would begin with l; God's name at the end of another.
_SEMITIC_PARTS = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r" (?=الله\b)", ""),
        (r"(?<!\w)ال(?!له\b)(?=\w\w)", "al-"),
        (r"(?<!\w)אל-", "al-"),
    )
]


def romanised(text: str) -> str:
    """Return ``text`` in lower-case ASCII: no diacritics, no apostrophes, no soft signs.

    Punctuation and digits stay. A letter of a script that nobody has a table for is left out.
    """
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    # Upper case first: some capitals are more than one letter, and both cases must end alike.
    folded = normalize("NFKC", normalize("NFKC", text.upper()).casefold())
    folded = folded.replace("ьо", "йо")  # Ukrainian and Bulgarian for ё
    for pattern, replacement in _SEMITIC_PARTS:
        folded = pattern.sub(replacement, folded)
    return anyascii(folded.translate(_ROMAN)).lower().replace("'", "").replace("`", "")
