"""Whether a name is a woman's or a man's, as far as a text or the name itself tells it."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from articles.names.cues import word_kinds
from articles.names.found import FoundName

Gender = Literal["female", "male", ""]

_DATA = Path(__file__).parent / "data" / "genders"
_TITLES: dict[str, Gender] = {
    "mr": "male", "mrs": "female", "ms": "female", "miss": "female", "sir": "male", "lady": "female",
    "lord": "male", "king": "male", "queen": "female", "prince": "male", "princess": "female",
    "mme": "female", "madame": "female", "mlle": "female", "dame": "female", "monsieur": "male",
    "frau": "female", "herr": "male",
}  # fmt: skip
_ROLE_ENDINGS: dict[str, Gender] = {"woman": "female", "ress": "female", "man": "male"}
# How Slavic surnames and patronymics end, in both scripts.
_FEMALE_ENDINGS = ("ova", "eva", "skaya", "kaya", "ska", "ова", "ева", "ина", "ская", "аўна", "уна")
_MALE_ENDINGS = (
    *("ov", "ev", "sky", "ski", "skiy"),
    *("ов", "ев", "ский", "скі", "аў", "еў", "ич", "іч"),
)


def gender_of(text: str, name: FoundName) -> Gender:
    """Return "female", "male" or "" if neither the words before the name nor the name tells it."""
    before = text[max(0, name.start - 12) : name.start].split()
    title = title_gender(before[-1]) if before else ""
    return title or _of_name(name.name) or _of_role(name.role)


def title_gender(title: str) -> Gender:
    """Return whose title it is: "Mrs" a woman's, "Mr." a man's, "Dr" anybody's."""
    return _TITLES.get(title.strip(".").lower(), "")


def given_name_gender(given: str) -> Gender:
    """Return whose given name it is, "" if it is both women's and men's or not known."""
    return _given_names().get(given.lower(), "")


@lru_cache(maxsize=10_000)
def _of_name(name: str) -> Gender:
    parts = name.lower().split()
    # The first word that is no initial and no "Sen." may be a given name.
    first = next((part for part in parts[:-1] if not part.endswith(".")), "")
    given = _given_names().get(first)
    if given:
        return given
    last = parts[-1] if parts else ""
    if last.endswith(_FEMALE_ENDINGS):
        return "female"
    return "male" if last.endswith(_MALE_ENDINGS) else ""


def _of_role(role: str) -> Gender:
    nouns = [word for word in role.lower().split() if word_kinds().get(word) == "role"]
    for ending, gender in _ROLE_ENDINGS.items():
        if any(word.endswith(ending) for word in nouns):
            return gender
    return ""


@cache
def _given_names() -> dict[str, Gender]:
    genders: tuple[Gender, ...] = ("female", "male")
    return {
        name: gender
        for gender in genders
        for name in (_DATA / f"{gender}.txt").read_text(encoding="utf-8").split("\n")
        if name and not name.startswith("#")
    }
