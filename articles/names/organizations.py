"""Organizations in a run of capitals: by lists, by the words that end or begin them, by their legal form."""

from __future__ import annotations

from articles.names.row import Row
from articles.names.titles import title_end

_OF = frozenset({"of", "for", "on", "in"})
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


def organization_end(row: Row, at: int) -> int:
    """Return where an organization ends that begins here by the words it has; 0 if none does.

    "Agriculture Ministry", "Santa Fe Pacific Gold Corp", "Bank of Japan", "Department of Trade and Industry".
    """
    end = _last_word_end(row, at)
    place = row.listed(at, row.words.places)
    if place > at + 1 and place >= end:
        return 0  # the Soviet Union is a state
    head = end or (at + 1 if row.text(at) in row.words.organization_first else 0)
    if head and row.text(head) in _OF:
        end = _of_phrase_end(row, head) or end
    return end


def _last_word_end(row: Row, at: int) -> int:
    """Return where the last word that ends an organization's name stands in this stretch, with it."""
    words = row.words
    ends = [
        index + 1
        for index in range(at + 1, row.stretch(at))
        if row.text(index) in words.organization_last or row.text(index) in words.forms
    ]
    if not ends or _is_title(row, at, ends[-1]):
        return 0
    end = ends[-1]
    last = row.text(end - 1)
    if (
        end == at + 2
        and row.text(at) in words.given
        and last in words.surnames
        and last not in words.forms
    ):
        return 0  # "John Post" is a man
    return end


def _is_title(row: Row, at: int, end: int) -> bool:
    """Tell whether the words before the last one hold a title: "Defence Minister Sergei Bank"."""
    return title_end(row, at) > at and any(
        row.text(index).lower() in row.words.roles
        and row.text(index) not in row.words.organization_last
        for index in range(at, end - 1)
    )


def _of_phrase_end(row: Row, at: int) -> int:
    """Return where "of Trade and Industry of the Russian Federation" ends; 0 if no capitals follow."""
    words, end = row.words, at
    while row.text(end) in _OF or (end > at and row.text(end) in {"and", "&"}):
        after = end + 2 if row.text(end + 1) == "the" else end + 1
        if not row.capital(after) or row.text(after) in words.organizations:
            break
        if row.text(end) == "on" and row.text(after) in _DAYS:
            return end  # "the World Trade Center on Tuesday", "the Commission on Tuesday"
        if row.text(end) == "and" and (
            title_end(row, after) > after or row.text(after) in words.given
        ):
            break
        stop = row.stretch(after)
        place = row.listed(after, words.places)
        if place and place < stop:
            return place
        end = stop
    return end if end > at else 0


def listed_organization(row: Row, at: int) -> tuple[int, float, str]:
    """Return where a listed organization that begins here ends, 0 for none; how sure that is; the rule."""
    words = row.words
    for names, confidence, rule in (
        (words.clubs, 0.85, "known club"),
        (words.organizations, 0.9, "known organization"),
    ):
        end = row.listed(at, names)
        if not end or organization_end(row, at) > end:
            continue
        if end == at + 1:
            confidence = min(confidence, _single(row, at))
        if confidence:
            return end, confidence, rule
    return 0, 0.0, ""


def _single(row: Row, at: int) -> float:
    """Return how sure a listed organization of one word is; one that may be another name needs evidence."""
    text, words = row.text(at), row.words
    also_name = text in words.given or text in words.surnames or text in words.places
    if not also_name and not row.common(at):
        return 1.0
    if row.capital(at + 1) and title_end(row, at) == at:
        return 0.0
    if not also_name and not row.first_word(at):
        return 0.7  # "Congress" within a sentence
    return 0.3 if row.common(at) else 0.45
