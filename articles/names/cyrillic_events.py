"""Events in Russian and Belarusian: a capitalised adjective and a noun, "на Парижской мирной конференции"."""

from __future__ import annotations

import re
from functools import cache

from articles.names.declension import forms
from articles.names.lists import groups
from articles.names.mentions import Mention

# An adjective from a place or a people, or one that names wars and games: "Великая Отечественная война".
_GENERAL_STEMS = "Втор|Перв|Трет|Перш|Друг|Велик|Вялік|Зимн|Зімов|Летн"
_ADJECTIVE = (
    r"[А-ЯЁІЎ][а-яёіў]{0,40}(?:[сц]к|ійск|ейск)[а-яёіў]{1,3}"
    rf"|(?:{_GENERAL_STEMS}|Гражданск|Грамадзянск|Холодн|Халодн)[а-яёі]{{1,3}}"
    r"|[XVI]{1,6}"
)
# What else stands between it and the noun.
_MORE = (
    r"[А-ЯЁІЎа-яёіў-]{1,40}(?:[аоеыия]я|[оыи]й|[аоея]й|ую|юю|[оеа]го|[яа]га|[оеая]му|[оеыиі]м|[ое]е"
    r"|[ыиі]х|[ыи]ми|[ыі]мі|ае|[ыі])"
)
# A numeral or an adjective that names nothing by itself needs another: "Вторая мировая война".
_GENERAL = re.compile(_GENERAL_STEMS)
_SURE, _AT_START = 0.7, 0.5
_ENDINGS = (
    *("ыми", "ими", "ого", "его", "ому", "ему", "ымі", "імі", "ага", "яга", "аму", "яму"),
    *("ая", "яя", "ой", "ей", "ую", "юю", "ый", "ий", "ым", "им", "ом", "ем", "ое", "ее"),
    *("ые", "ие", "ых", "их", "ай", "яй", "ім", "ае", "яе", "ыя", "ія", "іх", "ы", "і"),
)
# The nominative's endings: after most stems, after к, г and х, after a soft stem; Russian, then Belarusian.
_NOMINATIVE = {
    "f": (("ая", "ая", "яя"), ("ая", "ая", "яя")),
    "m": (("ый", "ий", "ий"), ("ы", "і", "і")),
    "n": (("ое", "ое", "ее"), ("ае", "ае", "яе")),
    "plural": (("ые", "ие", "ие"), ("ыя", "ія", "ія")),
}


def cyrillic_events(text: str, language: str) -> list[Mention]:
    """Return the events of a text in Russian or Belarusian, each under its nominative."""
    nouns = _nouns()
    found = []
    for match in _pattern().finditer(text):
        *adjectives, noun = match.group().split()
        if len(adjectives) == 1 and _GENERAL.match(adjectives[0]):
            continue
        nominative, gender = nouns[noun.lower()]
        opens = text[: match.start()].rstrip(" «“„—–-")[-1:] in (*".!?…\n", "")
        found.append(
            Mention(
                match.start(),
                match.end(),
                match.group(),
                "event",
                _AT_START if opens else _SURE,
                "event word",
                " ".join([*(_agreeing(word, gender, language) for word in adjectives), nominative]),
                words=tuple(match.group().split()),
            )
        )
    return found


def _agreeing(word: str, gender: str, language: str) -> str:
    """Return an adjective in the nominative of a gender; a numeral as it is."""
    ending = next((end for end in _ENDINGS if word.endswith(end)), "")
    stem = word[: -len(ending)]
    if not ending or len(stem) < 3:
        return word
    way = 1 if stem[-1] in "кгх" else 2 if ending[0] in "еюяиіё" else 0
    return stem + _NOMINATIVE[gender][language == "be"][way]


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    """Return every form of every noun with its nominative and gender."""
    found = {}
    for group, words in groups("ru/event_nouns.txt").items():
        gender, _, plural = group.partition(" ")
        for word in words | ({plural} if plural else set()):
            for form in (word,) if plural else forms(word):
                found[form] = (plural or word, gender)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, _nouns()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{_ADJECTIVE})(?: {_MORE}){{0,2}} (?:{nouns})\b")
