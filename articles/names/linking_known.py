"""Known names among what a story says: which entity each is, and whether the story gives evidence enough."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

from articles.names.declension import nominatives
from articles.names.known import KnownMatch, KnownNames
from articles.names.mentions import Mention
from articles.names.words import Words

_MOST_DECLINED = 3  # words


def link(text: str, found: list[Mention], known: KnownNames, words: Words) -> list[Mention]:
    """Return what was found together with the known names, longer ones before shorter ones."""
    if not len(known):
        return found
    matches = _longest_matches(list(known.matches(text)) + _declined(found, known), found)
    fuller = _fuller_names(matches, words)
    by_place = {(mention.start, mention.end): mention for mention in found}
    linked: dict[tuple[int, int], Mention] = {}
    for match in matches:
        place = match.start, match.end
        mention = _linked(text, match, by_place.get(place), fuller, words)
        if mention is not None:
            linked[place] = mention
    return [mention for mention in found if (mention.start, mention.end) not in linked] + list(
        linked.values()
    )


def _declined(found: list[Mention], known: KnownNames) -> list[KnownMatch]:
    """Return the Cyrillic names that are a known name in another case: "Лукашенку", "Уладзіміра Пуціна"."""
    matches = []
    for mention in found:
        if mention.text[:1] >= "А" and len(mention.words) <= _MOST_DECLINED:
            ways = product(*(nominatives(word) for word in mention.words))
            aliases = next(
                (known.named(name) for way in ways if known.named(name := " ".join(way))), ()
            )
            if aliases and aliases[0].name != mention.text:
                matches.append(KnownMatch(mention.start, mention.end, aliases))
    return matches


def _longest_matches(matches: list[KnownMatch], found: list[Mention]) -> list[KnownMatch]:
    """Leave out matches within a longer match or within a longer name that the story gives."""
    spans = [
        (m.start, m.end)
        for m in found
        if m.sort in ("person", "organization", "event", "place") and m.confidence >= 0.55
    ]
    spans += [(match.start, match.end) for match in matches]
    spans.sort(key=lambda span: (span[0], -span[1]))
    kept = []
    at, furthest, wide = 0, -1, (0, 0)
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        while at < len(spans) and spans[at][0] <= match.start:
            if spans[at][1] > furthest:
                furthest, wide = spans[at][1], spans[at]
            at += 1
        if furthest <= match.end or wide == (match.start, match.end):
            kept.append(match)
    return kept


def _fuller_names(matches: list[KnownMatch], words: Words) -> dict[int, set[str]]:
    """Return the aliases of each entity that stand in the story and need no evidence of their own."""
    fuller: dict[int, set[str]] = defaultdict(set)
    for match in matches:
        for alias in match.aliases:
            if alias.links_by_itself and not is_doubtful(alias.name, words):
                fuller[alias.entity].add(alias.name)
    return fuller


def is_doubtful(name: str, words: Words) -> bool:
    """Tell whether an alias reads like an everyday word, a given name, a day, a place, or is one letter."""
    return len(name) < 2 or (
        " " not in name
        and (
            name.lower() in words.common
            or name in words.calendar
            or name in words.given
            or name in words.places
        )
    )


def _linked(
    text: str, match: KnownMatch, mention: Mention | None, fuller: dict[int, set[str]], words: Words
) -> Mention | None:
    name = match.aliases[0].name
    entities = {alias.entity for alias in match.aliases}
    supported = {
        entity
        for entity in entities
        if any(len(other) > len(name) for other in fuller.get(entity, ()))
    }
    if not supported and not any(alias.links_by_itself for alias in match.aliases):
        return None
    if (
        not supported
        and is_doubtful(name, words)
        and not _has_evidence(name, match, mention, words)
    ):
        return None
    aliases = [alias for alias in match.aliases if alias.entity in supported] or list(match.aliases)
    alias = aliases[0]
    base = mention or Mention(
        match.start,
        match.end,
        text[match.start : match.end],
        alias.kind,
        0.9,
        "known alias",
        name,
        words=tuple(name.split()),
    )
    if len({other.entity for other in aliases}) > 1:
        return base.taken_for(alias.kind, 0.4, "shared", name)
    return base.taken_for(
        alias.kind, 0.95 if supported or " " in name else 0.9, "known alias", name
    )._replace(entity=alias.entity)


def _has_evidence(name: str, match: KnownMatch, mention: Mention | None, words: Words) -> bool:
    """Tell whether a doubtful alias is a name here.

    Its surroundings say so, or it is an everyday word that stands in capitals within a sentence, alone.
    """
    if mention is None or len(name) < 2:
        return False
    if any(alias.kind == mention.sort for alias in match.aliases) and mention.confidence >= 0.55:
        return True
    otherwise_named = name in words.calendar or name in words.given or name in words.places
    return (
        mention.sort in ("other", "unknown")
        and mention.rule != "opening word"
        and not otherwise_named
    )
