"""The cases of Russian and Belarusian names: which forms a name takes, and which name a form is of.

Endings by the schools' tables of declension; six cases, of which a story needs the singular alone.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

# A nominative's ending, and the endings that stand for it in the other cases; the first rule that fits holds.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ский", ("ского", "скому", "ским", "ском")),
    ("цкий", ("цкого", "цкому", "цким", "цком")),
    ("ский", ("скага", "скаму", "скім")),
    ("скі", ("скага", "скаму", "скім")),
    ("цкі", ("цкага", "цкаму", "цкім")),
    ("ская", ("ской", "скую", "скай")),
    ("цкая", ("цкой", "цкую", "цкай")),
    ("ый", ("ого", "ому", "ым", "ом")),
    ("ий", ("ия", "ию", "ием", "ии")),
    ("ы", ("ага", "аму", "ым")),
    ("ая", ("ой", "ую", "ай")),
    ("ое", ("ого", "ому", "ым", "ом")),
    ("ие", ("ия", "ию", "ием", "ии")),
    ("ова", ("овой", "ову", "овай")),
    ("ева", ("евой", "еву", "евай")),
    ("ёва", ("ёвой", "ёву")),
    ("ина", ("иной", "ину", "ины", "ине")),
    ("ов", ("ова", "ову", "овым", "ове")),
    ("ев", ("ева", "еву", "евым", "еве")),
    ("ёв", ("ёва", "ёву", "ёвым", "ёве")),
    ("оў", ("ова", "ову", "овым", "ове")),
    ("аў", ("ава", "аву", "авым", "аве")),
    ("еў", ("ева", "еву", "евым", "еве")),
    ("ёў", ("ёва", "ёву", "ёвым", "ёве")),
    ("ин", ("ина", "ину", "иным", "ине", "ином")),
    ("ын", ("ына", "ыну", "ыным", "ыне", "ыном")),
    ("ін", ("іна", "іну", "іным", "іне")),
    ("ия", ("ии", "ию", "ией")),
    ("ія", ("іі", "ію", "іяй")),
    ("ыя", ("ыі", "ыю", "ыяй")),
    ("ка", ("ки", "ке", "ку", "кой", "кі", "цы", "кай")),
    ("га", ("ги", "ге", "гу", "гой", "гі", "зе", "гай")),
    ("ха", ("хи", "хе", "ху", "хой", "хі", "се", "хай")),
    ("ша", ("ши", "ше", "шу", "шей", "шы", "шай")),
    ("а", ("ы", "е", "у", "ой", "ай", "и")),
    ("я", ("и", "е", "ю", "ей", "і", "яй", "ёй")),
    ("енко", ("енкі", "енку")),
    ("о", ("а", "у", "ом", "е")),
    ("ець", ("ца", "цу", "цом")),
    ("ец", ("ца", "цу", "цом", "це")),
    ("ок", ("ка", "ку", "ком", "ке")),
    ("ел", ("ла", "лу", "лом", "ле")),
    ("й", ("я", "ю", "ем", "е", "і", "ём")),
    ("ь", ("я", "ю", "ем", "е", "и", "ём", "ью")),
)  # fmt: skip
_CONSONANTS = "бвгджзклмнпрстфхцчшщў"
_AFTER_CONSONANT = ("а", "у", "ом", "е", "ем", "ам")


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """Return all forms that a name of one word may take, its nominative first."""
    if "-" in word:
        first, _, last = word.partition("-")
        return tuple(dict.fromkeys((word, *(f"{first}-{form}" for form in forms(last)))))
    found = [word]
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            found += [word[: -len(ending)] + other for other in others]
            break
    else:
        if word[-1:].lower() in _CONSONANTS:
            found += [word + other for other in _AFTER_CONSONANT]
    return tuple(found)


@lru_cache(maxsize=20_000)
def nominatives(form: str) -> tuple[str, ...]:
    """Return the words that a form may be of, itself first."""
    found = [form]
    for ending, others in _ENDINGS:
        for other in others:
            if form.endswith(other) and len(form) > len(other) + 2:
                found.append(form[: -len(other)] + ending)
    for other in _AFTER_CONSONANT:
        stem = form[: -len(other)]
        if form.endswith(other) and len(stem) > 2 and stem[-1].lower() in _CONSONANTS:
            found.append(stem)
    return tuple(dict.fromkeys(word for word in found if form in forms(word)))


def by_form(names: frozenset[str]) -> dict[str, str]:
    """Return every form of every name with the nominative it is of; a nominative is of itself."""
    found: dict[str, str] = {}
    for name in sorted(names):
        for form in forms(name):
            found.setdefault(form, name)
    return found | {name: name for name in names}


def all_forms(names: frozenset[str]) -> frozenset[str]:
    """Return all forms of the names; of a name of several words each word in any of its forms."""
    return frozenset(" ".join(way) for name in names for way in product(*map(forms, name.split())))
