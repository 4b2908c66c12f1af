"""The names of those who are protected, taken out of a page: readers see the initials alone.

It is laid over the whole page, once it is made, so that no title, list or description can be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache, reduce
from html import escape, unescape
from itertools import chain
from operator import or_
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.utils import timezone

from articles.calendar import SECONDS_REMEMBERED
from articles.models import Alias, Article, Entity, Kind, Mention, State
from articles.models.entity import initials
from articles.names import SAME, name_key, same_name
from articles.names.declension import nominatives
from articles.names.linking_known import is_doubtful
from articles.names.words import words_of
from articles.prepared import SOME_DAY, Prepared
from articles.readers import title_key

# A script is a tag to the end of it: what it holds is data, made under its own veil.
TAG = re.compile(r"(<script\b[^>]*>[^<]*</script>|<[^>]*>)")
# The attributes that a reader, or a search engine, sees.
SEEN = re.compile(r'(?<= )((?:content|title|alt|value|aria-label)=")([^"]*)(")')
# What a name's last letters may give way to in another case: Троцк-ий, -ого; Гагарин, -ым.
ENDING = re.compile(r"[аеёиоуыэюяьйіїєў]{1,2}$", re.IGNORECASE)
# A word that may be a part of a name.
CAPITALISED = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}")
# With the full stop of a sentence that it ends, for initials have one of their own.
IN_SENTENCE = re.compile(rf"({CAPITALISED.pattern})\.?")
SHORTEST_INFLECTED = 4
SHORTEST_NAME = 3


class Hidden(NamedTuple):
    """A name that readers may not see."""

    entity: int
    kind: str
    name: str


class Veil:
    """What readers may not see on one page.

    `names` are hidden wherever they stand. Whoever has one of the `surfaces` is named in the page's
    stories: there each part of a person's name is hidden by itself, too, be it somebody else's as well.
    `telling` are the keys of those parts that nobody else is known by: they are hidden on every page, in
    any spelling and script.
    """

    def __init__(
        self,
        names: Iterable[Hidden],
        surfaces: Iterable[Hidden] = (),
        telling: Iterable[str] = (),
    ) -> None:
        self.names = list(names)
        self.surfaces = list(surfaces)
        self.telling = frozenset(telling)

    def tells(self, word: str) -> bool:
        """Tell whether a word is a part of a hidden name that nobody else is known by."""
        return not self.telling.isdisjoint(_keys_of(word))

    def over(self, html: str) -> str:
        """Return a page with initials for the names."""
        if not self.names:
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
        text = self._pattern.sub(lambda found: initials(found[0]), text)
        return IN_SENTENCE.sub(self._over_word, text) if self.telling else text

    def _over_word(self, found: re.Match[str]) -> str:
        return initials(found[1]) if self.tells(found[1]) else found[0]

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
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)\.?")


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
    slugs = set(stories)
    found = Mention.objects.exclude(state=State.REJECTED).filter(
        article__slug__in=slugs, entity__in={hidden.entity for hidden in names}
    )
    rows = found.values_list("entity_id", "entity__kind", "surface").distinct()
    surfaces = [Hidden(*row) for row in rows] + _written_out(names, slugs)
    return Veil(names, surfaces, _telling(names))


def _written_out(names: list[Hidden], slugs: set[str]) -> list[Hidden]:
    """Return those of the names that stand in the stories, whether a mention says so or not."""
    texts = Article.objects.filter(slug__in=slugs).values_list("title", "standfirst", "body_text")
    whole = title_key("\n".join(chain.from_iterable(texts)))
    return [hidden for hidden in names if " " in hidden.name and title_key(hidden.name) in whole]


# The parts of names that tell who it is


def _telling(names: list[Hidden]) -> frozenset[str]:
    """Return the keys of the words that only those have in their names who bear these names.

    Whoever reads like one of them may be the same person, and does not count as somebody else. What
    others are called is at most a minute old.
    """
    people = [hidden.name for hidden in names if hidden.kind == Kind.PERSON]
    words = {word for name in people for word in CAPITALISED.findall(name)}
    keys = {part_key(word) for word in words if not is_doubtful(word, words_of("en"))} - {""}
    if not keys:
        return frozenset()
    remembered = f"telling:{hash((frozenset(people), frozenset(keys)))}"
    telling: frozenset[str] | None = cache.get(remembered)
    if telling is None:
        others = _borne_by_others(people, {name.entity for name in names}, keys)
        telling = frozenset(map(_loose, keys - others))
        cache.set(remembered, telling, SECONDS_REMEMBERED)
    return telling


def _borne_by_others(people: list[str], entities: set[int], keys: set[str]) -> set[str]:
    spaced = Alias.objects.annotate(keys=Concat(Value(" "), "key", Value(" ")))
    bearing = reduce(or_, (Q(keys__contains=f" {key} ") for key in sorted(keys)))
    others = spaced.filter(bearing, entity__kind=Kind.PERSON).exclude(entity__in=entities)
    return {
        word
        for name, key in others.values_list("name", "key")
        if not any(same_name(name, one, "person") >= SAME for one in people)
        for word in key.split()
    }


def part_key(word: str) -> str:
    """Return the key of a word as it stands in that of a whole name: alone it would be read otherwise."""
    _, *key = name_key(f"Anna {word}", "person").split()
    return key[-1] if key else ""


def _loose(key: str) -> str:
    """Return a key in which the two ways that Cyrillic writes a foreign h are one."""
    return key.replace("kh", "h")


@lru_cache(20_000)
def _keys_of(word: str) -> frozenset[str]:
    """Return the keys of the words that a word may be a case of; none of a word in small letters."""
    if not word[0].isupper():
        return frozenset()
    return frozenset(_loose(part_key(form)) for form in nominatives(word))
