"""Which of a story's names lead to whom: the rules of care, without a database.

A name leads to the one entity that bears it. If several do, it leads to the one whom the story also
calls by a fuller name, else to nobody: an editor is asked. A name that does not lead by itself leads
only beside a fuller one, and nobody is meant who has another patronymic than the story says. A surname
that a title makes somebody else's, "President Clinton" beside Hillary Clinton, leads to nobody whom the
story names fully, nor to who is left of two. So a wrong link takes two names that are wrong in the same
way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from articles.linking.directory import Bearer, Directory, NameKey
from articles.names import OF_ANOTHER, KnownMatch, Place, name_key, of_two_fathers

# How sure a name is that an entity bears letter by letter, in percent: as sure as a full name with its
# office. What rules call it in this one story, like a surname alone, keeps the confidence of the rule.
KNOWN = 90


class Named(NamedTuple):
    """One name of a story, with the places where it stands."""

    kind: str
    key: str
    places: Sequence[Place]


class Link(NamedTuple):
    """A stretch of a story, and whom it names; the names of the fields are those of Mention."""

    start: int
    end: int
    entity: int
    surface: str
    confidence: int
    rule: str
    found_by: str


LONGEST_SURFACE = 200


def with_known(text: str, names: Iterable[Named], known: Directory) -> list[Named]:
    """Return a story's names with those of entities that stand in its text and no rule found in it."""
    names = list(names)
    # Most of what stands there is what a rule found, too, and leads to the same.
    found = {place[:2] for name in names if known.bearers_of(*name[:2]) for place in name.places}
    matches = [one for one in known.known.matches(text) if (one.start, one.end) not in found]
    if not matches:
        return names
    places = {(name.kind, name.key): list(name.places) for name in names}
    stretches = [place[:2] for them in places.values() for place in them]
    for match in _longest(matches, stretches):
        for alias in match.aliases:
            its = places.setdefault((alias.kind, name_key(alias.name, alias.kind)), [])
            if all(place[:2] != (match.start, match.end) for place in its):
                its.append(Place(match.start, match.end, KNOWN, "known alias"))
    return [Named(*key, sorted(them)) for key, them in sorted(places.items())]


def _longest(
    matches: list[KnownMatch], stretches: Iterable[tuple[int, int]]
) -> Iterator[KnownMatch]:
    """Leave out matches that lie within a longer match, or within a longer one of `stretches`."""
    spans = sorted(
        {*stretches, *((match.start, match.end) for match in matches)},
        key=lambda span: (span[0], -span[1]),
    )
    outer: dict[tuple[int, int], bool] = {}
    furthest = -1
    for start, end in spans:
        outer[start, end] = end > furthest
        furthest = max(furthest, end)
    return (match for match in matches if outer[match.start, match.end])


def resolve(text: str, names: Sequence[Named], known: Directory) -> dict[NameKey, int]:
    """Return whom each of a story's names leads to; names that lead to nobody are left out."""
    bearers = {(name.kind, name.key): _bearers(text, name, known) for name in names}
    resolved = {
        key: them[0].entity
        for key, them in bearers.items()
        if len(them) == 1 and them[0].links_by_itself
    }
    of_others = {(name.kind, name.key) for name in names if _is_of_another(name)}
    named_fully = {entity for key, entity in resolved.items() if key not in of_others}
    for key in of_others & resolved.keys():
        if resolved[key] in named_fully:
            del resolved[key]
    for key in bearers.keys() - resolved.keys() - of_others:
        beside = [one.entity for one in bearers[key] if one.entity in named_fully]
        if len(beside) == 1:
            resolved[key] = beside[0]
    return resolved


def _is_of_another(name: Named) -> bool:
    """Tell whether a title makes the name somebody else's than the full name's in the story."""
    return any(place.rule == OF_ANOTHER for place in name.places)


def _bearers(text: str, name: Named, known: Directory) -> list[Bearer]:
    """Return who bears a name, without whoever has another father than the story says."""
    bearers = known.bearers_of(name.kind, name.key)
    if name.kind != "person" or not any(one.fuller for one in bearers):
        return bearers
    told = {text[start:end] for start, end, *_ in name.places}
    return [
        one
        for one in bearers
        if not any(of_two_fathers(surface, its) for surface in told for its in one.fuller)
    ]


def links(
    text: str, names: Iterable[Named], resolved: dict[NameKey, int], known: Directory
) -> list[Link]:
    """Return the links of a story's names, which `resolved` leads to their bearers.

    They stand in the order of the text, none over another.
    """
    found = [
        _link(text, resolved[name.kind, name.key], place, known)
        for name in names
        if (name.kind, name.key) in resolved
        for place in name.places
    ]
    return _apart(found)


def _link(text: str, entity: int, place: Place, known: Directory) -> Link:
    start, end, confidence, rule = place
    surface = text[start:end]
    is_known = known.is_spelling(entity, surface)
    return Link(
        start=start,
        end=end,
        entity=entity,
        surface=surface[:LONGEST_SURFACE],
        confidence=max(confidence, KNOWN) if is_known else confidence,
        rule=rule,
        found_by="alias" if is_known else "discovery",
    )


def _apart(found: list[Link]) -> list[Link]:
    """Leave out links that lie over a longer one beside them, or over an earlier one as long."""
    kept: list[Link] = []
    for link in sorted(found):
        if not kept or kept[-1].end <= link.start:
            kept.append(link)
        elif link.end - link.start > kept[-1].end - kept[-1].start:
            kept[-1] = link
    return kept
