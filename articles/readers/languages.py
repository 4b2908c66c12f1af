"""Guess the language of a text by letters that only one language has."""

from __future__ import annotations

_SAMPLE = 4000


def guess_language(text: str) -> str:
    """Return "ru", "be", "uk", "kk", "he", "ar" or "fa" for ``text``, or "" when its letters do not tell.

    Latin letters never tell: English, French and Polish share too many. Bulgarian, Serbian and the
    Turkic languages other than Kazakh come out as "" too.
    """
    if text.isascii():
        return ""
    text = text[:_SAMPLE]
    latin, cyrillic = _count(text, "aoeints"), _count(text, "аоеинтс")
    if _count(text, "אוילהמתר") > max(latin, cyrillic):
        return "he"
    if _count(text, "الونمرت") > max(latin, cyrillic):
        return _of_arabic_letters(text)
    if cyrillic <= latin:
        return ""
    # A Russian story may quote a Belarusian title or a Kazakh name, so letters are counted, not
    # only found.
    turkic = _count(text, "қғұәңөү")
    if turkic * 8 > cyrillic:
        return "kk" if _count(text, "ұі") else ""
    if _count(text, "їєґ") > _count(text, "ыэёў"):
        return "uk"
    belarusian, russian = _count(text, "іў"), _count(text, "ищ")
    if belarusian > russian:
        return "be"
    foreign = _count(text, "јѓќљњћђџ") > 0 or (_count(text, "ъ") > _count(text, "ы") + 1)
    return "ru" if russian > belarusian and not foreign else ""


def _of_arabic_letters(text: str) -> str:
    """Tell Arabic from Persian; Urdu, Kurdish and others have more letters of their own."""
    if _count(text, "ٹڈڑںےڵێۆەڕۇۈۋې"):
        return ""
    return "fa" if _count(text, "پچژگک") else "ar"


def _count(text: str, letters: str) -> int:
    return sum(map(text.count, letters))
