"""Tell windows-1251, windows-1252 and KOI8-R apart by what the bytes of a text would spell.

In windows-1252 an accented letter stands among plain ones; in the two Cyrillic encodings it stands
among its own kind. Of those two, the likelier is the one in which the letters are as frequent as in
Russian and Belarusian, capitals do not follow small letters, and the text is not all in capitals. A
cost is ten times the bits that a frequency is worth, so that costs add up and the lowest sum is
likeliest.
"""

from __future__ import annotations

from math import log2

# Per ten thousand letters of running Russian text, with і and ў as Belarusian adds them.
_FREQUENCIES = {
    "о": 1097, "е": 845, "а": 900, "и": 735, "н": 670, "т": 626, "с": 547, "р": 473, "в": 454,
    "л": 440, "к": 349, "м": 321, "д": 298, "п": 281, "у": 290, "я": 230, "ы": 210, "ь": 174,
    "г": 170, "з": 175, "б": 159, "ч": 144, "й": 121, "х": 97, "ж": 94, "ш": 73, "ю": 64, "ц": 80,
    "щ": 36, "э": 40, "ф": 26, "ъ": 4, "ё": 20, "і": 300, "ў": 120,
}  # fmt: skip
_USUAL_MARKS = "«»–—“”„’‘…№\u00a0·•©°"

_USUAL_MARK = 45
_UNUSUAL = 130
_CAPITAL_AFTER_SMALL = 80
_MOSTLY_CAPITALS = 80

# Russian, Belarusian and Ukrainian texts cost 41 to 54 a letter; most other languages and
# encodings, read as if they were these, cost 60 to 95. A few words alone may be as unlikely as a
# wrong reading.
_FEW_LETTERS = 60
_MOST_A_LETTER, _MOST_A_LETTER_OF_FEW = 62, 80

# Bytes that tell as surely as more would, where most are no ASCII.
_ENOUGH = 2000

_CYRILLIC = ("windows-1251", "koi8-r")
_ASCII = bytes(range(0x80))


def likeliest_encoding(data: bytes) -> str | None:
    """Return the encoding that ``data``, which is not UTF-8, was most likely written in, or None.

    None means that no reading looks like text. The encoding may still not have every byte of
    ``data``.
    """
    kinds = data.translate(_KINDS)
    if kinds.count(b"hh") <= kinds.count(b"ah") + kinds.count(b"ha"):
        return "windows-1252"
    sample = data[:_ENOUGH] if len(data.translate(None, delete=_ASCII)) > len(data) // 2 else data
    cost, encoding = min((_cost(sample, encoding), encoding) for encoding in _CYRILLIC)
    letters = len(sample.translate(None, delete=_ASCII))
    most = _MOST_A_LETTER if letters > _FEW_LETTERS else _MOST_A_LETTER_OF_FEW
    return encoding if cost <= letters * most else None


def _cost(data: bytes, encoding: str) -> int:
    letters = sum(data.translate(_COSTS[encoding], delete=_ASCII))
    cases = data.translate(_CASES[encoding])
    mostly_capitals = cases.count(b"u") > cases.count(b"s")
    return (
        letters
        + cases.count(b"su") * _CAPITAL_AFTER_SMALL
        + (_MOSTLY_CAPITALS if mostly_capitals else 0)
    )


def _kind_of(byte: int) -> str:
    """Return "a" for a plain letter, "h" for what all three encodings have letters at, else a
    space."""
    if byte >= 0xC0:
        return "h"
    return "a" if byte < 0x80 and chr(byte).isalpha() else " "


def _cost_of(character: str) -> int:
    small = character.lower()
    if small in _FREQUENCIES:
        return round(-10 * log2(_FREQUENCIES[small] / 10_000))
    return _USUAL_MARK if character in _USUAL_MARKS else _UNUSUAL


def _case_of(character: str) -> str:
    if character.lower() not in _FREQUENCIES:
        return " "
    return "s" if character.islower() else "u"


# Tables for bytes.translate, which looks at a whole text in a microsecond or two.
_KINDS = bytes(ord(_kind_of(byte)) for byte in range(256))
_SPELT = {
    encoding: [bytes([byte]).decode(encoding, "replace") for byte in range(256)]
    for encoding in _CYRILLIC
}
_COSTS = {encoding: bytes(map(_cost_of, spelt)) for encoding, spelt in _SPELT.items()}
_CASES = {
    encoding: bytes(ord(_case_of(character)) for character in spelt)
    for encoding, spelt in _SPELT.items()
}
