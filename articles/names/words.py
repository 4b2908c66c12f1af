"""What a language's words say about names: its lists, and where each word belongs in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from articles.names.lists import entries, groups


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
    event_last: frozenset[str]
    countries: frozenset[str]
    shouted: dict[str, str]  # listed organizations by their name in capitals


def words_of(language: str) -> Words:
    """Return the word lists of a language."""
    return english()


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
        given=entries("given_names.txt") | entries("given_names_more.txt"),
        surnames=entries("surnames.txt"),
        places=entries("en/places.txt") | entries("cities.txt"),
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
        event_last=entries("en/event_words.txt"),
        countries=entries("en/countries.txt"),
        shouted=_shouted(entries("en/organizations.txt") | club["club"]),
    )


def _capitalised(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:1].upper() + word[1:] for word in words)


def _with_plurals(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word + "s"))


def _shouted(names: Iterable[str]) -> dict[str, str]:
    """Return names by their capitals; a lone everyday word is none in a headline of capitals."""
    common = entries("en/common_words.txt")
    return {name.upper(): name for name in names if " " in name or name.lower() not in common}
