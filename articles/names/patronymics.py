"""Given name and patronymic: a polite form of address whose surname stands elsewhere in the story."""

from __future__ import annotations

import re
from collections import defaultdict

from articles.names.mentions import Mention

_AS_BEARER = 0.8  # a lone surname and a pair that can be nobody else's confirm each other
_SON = re.compile(r"(?:vich|vych|vič|вич|віч|ич)$")
_DAUGHTER = re.compile(r"(?:[vi]na|chna|вна|ічна|ична|ўна|ьна)$")
_WOMAN = re.compile(r"(?:ova|eva|ina|aya|skaya|ская|ова|ева|ёва|ина|цкая|ская)$")


def with_patronymics(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with each given name and patronymic under the full name of the one it can be.

    That is the one person of this given name whose surname the story gives; else, if the story knows
    only one person by the surname alone, of a form that fits, that person: nobody else is left.
    """
    if not any(_is_pair(mention) for mention in mentions):
        return mentions
    bearers = _bearers(mentions)
    lone = {bearer.text: pair for pair, bearer in bearers.items() if len(bearer.words) == 1}
    named = [_as_bearer(mention, bearers) for mention in mentions]
    return [
        mention._replace(
            name=f"{lone[mention.text][0]} {mention.text}",
            confidence=max(mention.confidence, _AS_BEARER),
        )
        if mention.text in lone and mention.sort == "person"
        else mention
        for mention in named
    ]


def _is_pair(mention: Mention) -> bool:
    words = mention.words
    return (
        len(words) == 2
        and mention.sort in ("person", "unknown", "other")
        and bool(_SON.search(words[1]) or _DAUGHTER.search(words[1]))
        and not words[0].isupper()
    )


def _bearers(mentions: list[Mention]) -> dict[tuple[str, ...], Mention]:
    """Return the one person of each pair; a lone surname that two could have is neither's."""
    pairs = {mention.words: mention.name for mention in mentions if _is_pair(mention)}
    bearers = {pair: bearer for pair in pairs if (bearer := _bearer(pair, mentions))}
    claims: dict[str, set[str]] = defaultdict(set)
    for pair, bearer in bearers.items():
        if len(bearer.words) == 1:
            claims[bearer.text].add(pairs[pair])
    return {pair: bearer for pair, bearer in bearers.items() if len(claims[bearer.text]) < 2}


def _bearer(pair: tuple[str, ...], mentions: list[Mention]) -> Mention | None:
    """Return a mention of the one person that a pair can be, None if there is none or more than one."""
    people = [m for m in mentions if m.sort == "person" and m.words != pair]
    full = {m.name: m for m in people if len(m.words) > 1 and m.words[0] == pair[0]}
    if full:
        return next(iter(full.values())) if len(full) == 1 else None
    woman = bool(_DAUGHTER.search(pair[1]))
    lone = {m.text: m for m in people if len(m.words) == 1 and m.name == m.text and not m.role}
    fitting = [m for text, m in lone.items() if woman == bool(_WOMAN.search(text))]
    return fitting[0] if len(fitting) == 1 else None


def _as_bearer(mention: Mention, bearers: dict[tuple[str, ...], Mention]) -> Mention:
    if not _is_pair(mention):
        return mention
    bearer = bearers.get(mention.words)
    if bearer is None:
        return mention.taken_for("person", 0.7, "given name and patronymic")
    name = bearer.name if len(bearer.words) > 1 else f"{mention.words[0]} {bearer.text}"
    sure = 0.85 if len(bearer.words) > 1 else _AS_BEARER
    return mention.taken_for("person", sure, "given name and patronymic", name)._replace(
        entity=bearer.entity
    )
