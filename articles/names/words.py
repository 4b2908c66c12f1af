"""What a language's words say about names: its lists, and where each word belongs in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from articles.names.declension import all_forms, by_form, forms
from articles.names.lists import entries, groups

CYRILLIC = frozenset({"ru", "be", "uk", "bg"})


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of one language; all in the nominative, capitalised where a text capitalises them."""

    common: frozenset[str]  # everyday words, in small letters
    small: frozenset[str]  # words that begin sentences and never names, capitalised
    articles: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    place_last: frozenset[str]
    place_first: frozenset[str]
    nationalities: frozenset[str]
    calendar: frozenset[str]
    things: frozenset[str]  # ships, products and the like
    honorifics: frozenset[str]
    roles: frozenset[str]  # in small letters
    modifiers: frozenset[str]
    organizations: frozenset[str]
    organization_last: frozenset[str]
    organization_first: frozenset[str]
    forms: frozenset[str]
    clubs: frozenset[str]
    teams: frozenset[str]  # the last words of an American club's name
    counties: frozenset[str]  # places whose team bears their name
    events: frozenset[str]
    event_last: frozenset[str]
    countries: frozenset[str]
    shouted: dict[str, str]  # listed organizations by their name in capitals


# Months that people are named after, and would be missed as given names.
NAMED_AFTER = frozenset({"April", "May", "June", "August"})


def words_of(language: str) -> Words:
    """Return the word lists of a language: a code like "en", "ru", "be"."""
    return cyrillic() if language[:2] in CYRILLIC else english()


def language_of(text: str, language: str) -> str:
    """Return the language whose lists to read a text with: the one given if it has any, else by script."""
    if language[:2] in CYRILLIC or language[:2] == "en":
        return language[:2]
    letters = text[:2_000]
    return "ru" if sum("а" <= sign <= "я" for sign in letters) * 4 > len(letters) else "en"


@cache
def english() -> Words:
    """Return the word lists of English."""
    organization = groups("en/organization_words.txt")
    place = groups("en/place_words.txt")
    club = groups("en/clubs.txt")
    return Words(
        common=entries("en/common_words.txt"),
        small=_capitalised(entries("en/sentence_words.txt")),
        articles=frozenset({"The", "A", "An"}),
        # "In January Tokayev signed": the other names that a month has are nobody's in the news.
        given=(entries("given_names.txt") | entries("given_names_more.txt"))
        - (entries("en/calendar.txt") - NAMED_AFTER)
        - entries("en/not_given_names.txt"),
        surnames=entries("surnames.txt"),
        places=entries("en/places.txt") | entries("cities.txt") | entries("en/countries.txt"),
        place_last=place["last"],
        place_first=place["first"],
        nationalities=_with_plurals(entries("en/demonyms.txt")),
        calendar=entries("en/calendar.txt"),
        things=entries("en/things.txt"),
        honorifics=entries("en/honorifics.txt"),
        roles=entries("en/roles.txt"),
        modifiers=entries("en/role_modifiers.txt"),
        organizations=entries("en/organizations.txt"),
        organization_last=organization["last"],
        organization_first=organization["first"],
        forms=organization["form"],
        clubs=club["club"],
        teams=club["team"],
        counties=club["county"],
        events=entries("en/events.txt"),
        event_last=entries("en/event_words.txt"),
        countries=entries("en/countries.txt"),
        shouted=_shouted(entries("en/organizations.txt") | club["club"]),
    )


@cache
def cyrillic() -> Words:
    """Return the word lists of Russian and Belarusian; all words in all their cases."""
    words = groups("ru/name_words.txt")
    none: frozenset[str] = frozenset()
    latin = english()
    organizations = all_forms(words["organization"])
    return Words(
        common=entries("ru/common_words.txt"),
        small=_capitalised(entries("ru/sentence_words.txt")),
        articles=none,
        given=frozenset(given_by_form()) | latin.given,
        surnames=latin.surnames,
        places=all_forms(words["place"] | entries("cities_cyrillic.txt")) | latin.places,
        place_last=none,
        place_first=none,
        nationalities=none,
        calendar=all_forms(words["nothing"]),
        things=none,
        honorifics=none,
        roles=frozenset(form for role in words["role"] for form in forms(role)),
        modifiers=none,
        organizations=organizations | latin.organizations,
        organization_last=none,
        organization_first=all_forms(words["first"]),
        forms=frozenset({"ООО", "ОАО", "ЗАО", "ПАО", "ТАА", "ААТ", "ЗАТ", "ИП"}),
        clubs=latin.clubs,
        teams=none,
        counties=none,
        events=none,
        event_last=none,
        countries=all_forms(words["place"]),
        shouted={name.upper(): name for name in words["organization"]},
    )


@cache
def given_by_form() -> dict[str, str]:
    """Return the Cyrillic given names by all their forms."""
    names = entries("given_names_cyrillic.txt") | entries("be/given_names.txt")
    return by_form(names - entries("ru/not_given_names.txt"))


def _capitalised(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:1].upper() + word[1:] for word in words)


def _with_plurals(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word + "s"))


def _shouted(names: Iterable[str]) -> dict[str, str]:
    """Return names by their capitals; a lone everyday word is none in a headline of capitals."""
    common = entries("en/common_words.txt")
    return {name.upper(): name for name in names if " " in name or name.lower() not in common}
