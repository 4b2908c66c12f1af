"""The names of those who are protected, taken out of a page: readers see the initials alone.

It is laid over the whole page, once it is made, so that no title, list or description can be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from html import escape, unescape
from typing import Any, NamedTuple

from django.utils import timezone

from articles.models import Alias, Entity, Kind, Mention, State
from articles.models.entity import initials
from articles.prepared import SOME_DAY, Prepared

# A script is a tag to the end of it: what it holds is data, made under its own veil.
TAG = re.compile(r"(<script\b[^>]*>[^<]*</script>|<[^>]*>)")
# The attributes that a reader, or a search engine, sees.
SEEN = re.compile(r'(?<= )((?:content|title|alt|value|aria-label)=")([^"]*)(")')
# What a name's last letters may give way to in another case: Троцк-ий, -ого; Гагарин, -ым.
ENDING = re.compile(r"[аеёиоуыэюяьйіїєў]{1,2}$", re.IGNORECASE)
SHORTEST_INFLECTED = 4
SHORTEST_NAME = 3


class Hidden(NamedTuple):
    """A name that readers may not see."""

    entity: int
    kind: str
    name: str


class Veil:
    """What readers may not see on one page.

    `names` are hidden wherever they stand. Whoever has one of the `surfaces`, which is what the page's
    stories call somebody, is named in the stories: there each part of a person's name is hidden by itself,
    too, be it somebody else's as well.
    """

    def __init__(self, names: Iterable[Hidden], surfaces: Iterable[Hidden] = ()) -> None:
        self.names = list(names)
        self.surfaces = list(surfaces)

    def over(self, html: str) -> str:
        """Return a page with initials for the names."""
        if not self.names and not self.surfaces:
            return html
        return "".join(
            self._over_tag(part) if place % 2 else self._over_text(part)
            for place, part in enumerate(TAG.split(html))
        )

    def over_data(self, data: Any) -> Any:
        """Return what JSON holds, with initials for the names in its texts."""
        if isinstance(data, str):
            return unescape(self.over(escape(data, quote=False))) if self.names else data
        if isinstance(data, list):
            return [self.over_data(item) for item in data]
        if isinstance(data, dict):
            return {key: self.over_data(value) for key, value in data.items()}
        return data

    def _over_text(self, text: str) -> str:
        return self._pattern.sub(lambda found: initials(found[0]), text)

    def _over_tag(self, tag: str) -> str:
        return SEEN.sub(lambda seen: seen[1] + self._over_text(seen[2]) + seen[3], tag)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        named_here = {surface.entity for surface in self.surfaces}
        phrases = {(hidden.kind, hidden.name) for hidden in self.names + self.surfaces}
        phrases |= {
            (hidden.kind, word)
            for hidden in self.names + self.surfaces
            if hidden.entity in named_here and hidden.kind == Kind.PERSON
            for word in hidden.name.split()
            if len(word) >= SHORTEST_NAME and word[0].isupper()
        }
        # The longest first: of two names that begin alike the fuller one is what stands there.
        longest_first = sorted(phrases, key=lambda phrase: -len(phrase[1]))
        # In headlines, names may stand in capitals; in small letters they are other words.
        alternatives = "|".join(
            _phrase(kind, written)
            for kind, name in longest_first
            for written in (name, name.upper())
        )
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _phrase(kind: str, name: str) -> str:
    """Return the pattern of a name, a person's in any case, as it may stand in HTML."""
    word: Callable[[str], str] = _inflected if kind == Kind.PERSON else _literal
    return r"\s+".join(map(word, name.split()))


def _inflected(word: str) -> str:
    if len(word) < SHORTEST_INFLECTED:
        return _literal(word)
    return _literal(ENDING.sub("", word)) + r"\w{0,3}"


def _literal(word: str) -> str:
    pattern = re.escape(escape(word, quote=False))
    return re.sub("['’]", "(?:['’]|&#(?:39|x27);)", pattern)


# Every page asks.
NAMES = Prepared(
    lambda on: Alias.objects.filter(entity__in=Entity.objects.veiled(on)).values_list(
        "entity_id", "entity__kind", "name"
    ),
    on=SOME_DAY,
)


def veiled_names() -> list[Hidden]:
    """Return the names that readers may see nowhere today."""
    return [Hidden(*row) for row in NAMES.ask(on=timezone.localdate())]


def veil_over(stories: Iterable[str]) -> Veil:
    """Return the veil of a page that shows something of the stories at these slugs."""
    return draw(veiled_names(), stories)


def draw(names: list[Hidden], stories: Iterable[str]) -> Veil:
    """Return the veil for `names`, with what the stories at these slugs call those who bear them."""
    if not names:
        return Veil([])
    found = Mention.objects.exclude(state=State.REJECTED).filter(
        article__slug__in=set(stories), entity__in={hidden.entity for hidden in names}
    )
    rows = found.values_list("entity_id", "entity__kind", "surface").distinct()
    return Veil(names, [Hidden(*row) for row in rows])
