"""Names in a story, put there by hand: what `find_quotes` is asked with, without `find_names`."""

from __future__ import annotations

import re

from articles.names import FoundName, FoundQuote, Kind, find_quotes


def person(name: str, *forms: str, role: str = "") -> list[tuple[str, str, Kind, str]]:
    """Return a person whom a story names by `name`, by its last word and by other `forms`."""
    return [(form, name, "person", role) for form in (name, name.split()[-1], *forms)]


def organization(name: str) -> list[tuple[str, str, Kind, str]]:
    return [(name, name, "organization", "")]


def event(name: str) -> list[tuple[str, str, Kind, str]]:
    return [(name, name, "event", "")]


def names_in(text: str, *named: list[tuple[str, str, Kind, str]]) -> list[FoundName]:
    """Return each occurrence of the names in `text`, the longest where two overlap."""
    found: list[FoundName] = []
    for form, name, kind, role in (form for forms in named for form in forms):
        found += [
            FoundName(m.start(), m.end(), form, kind, name, name.lower(), "by hand", 1, role=role)
            for m in re.finditer(rf"\b{re.escape(form)}\b", text)
        ]
    found.sort(key=lambda each: (each.start, -each.end))
    longest: list[FoundName] = []
    for each in found:
        if not longest or each.start >= longest[-1].end:
            longest.append(each)
    return longest


def quotes_in(text: str, *named: list[tuple[str, str, Kind, str]]) -> list[FoundQuote]:
    return find_quotes(text, names_in(text, *named))


def said_by(text: str, *named: list[tuple[str, str, Kind, str]]) -> list[tuple[str, str | None]]:
    """Return the quotes of `text`, each with its speaker's name."""
    return [
        (quote.text, quote.speaker.name if quote.speaker else None)
        for quote in quotes_in(text, *named)
    ]
