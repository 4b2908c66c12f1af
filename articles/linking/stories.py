"""Stories' names → mentions, speakers and roles, some hundred stories at a time.

Only the difference is written, so that linking twice writes once; what an editor decided or drew stays.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast

from articles.inserting import insert, update_each
from articles.linking.directory import Directory, NameKey
from articles.linking.resolving import Link, Named, links, resolve, with_known
from articles.models import Article, Mention, Quote, Role, Sighting, State
from articles.models.mention import is_undecided
from articles.names import Place

STORIES_AT_ONCE = 500


class Told(NamedTuple):
    """One name in one story, as its sighting has it."""

    named: Named
    name: str
    role: str


class Held(NamedTuple):
    """A role that a story gives a person; the names of the fields are those of Role."""

    article: int
    person: int
    title: str
    organization: int | None


def link_stories(articles: Iterable[int], known: Directory) -> None:
    """Bring the mentions, speakers and roles of these stories up to date with the names in `known`."""
    remaining = iter(articles)
    while ids := list(islice(remaining, STORIES_AT_ONCE)):
        _link_some(ids, known)


def _link_some(ids: list[int], known: Directory) -> None:
    told = _told(ids)
    decisions = _Decisions(Mention.objects.filter(article__in=ids))
    texts = Article.objects.filter(pk__in=ids).values_list("pk", "body_text")
    wanted: list[tuple[int, Link]] = []
    whose: dict[int, dict[NameKey, int]] = {}
    for article, text in texts:
        names = with_known(text, (one.named for one in told[article]), known)
        resolved = resolve(text, names, known)
        whose[article] = resolved | decisions.chosen(article, names)
        wanted += [(article, link) for link in links(text, names, resolved, known)]
    _write_mentions(ids, wanted, decisions)
    _write_speakers(ids, whose)
    _write_roles(ids, told, whose)


def _told(ids: list[int]) -> dict[int, list[Told]]:
    rows = list(
        Sighting.objects.filter(article__in=ids)
        .order_by("article", "kind", "key")
        .values_list("article_id", "kind", "key", "name", "role", Cast("places", TextField()))
    )
    # All read at once: one by one, JSON takes longer to read than the rest of the row.
    places = json.loads(f"[{','.join(row[-1] for row in rows)}]")
    told: dict[int, list[Told]] = defaultdict(list)
    for (article, kind, key, name, role, _), its in zip(rows, places, strict=True):
        told[article].append(Told(Named(kind, key, list(map(Place._make, its))), name, role))
    return told


# Mentions


def _write_mentions(ids: list[int], wanted: list[tuple[int, Link]], decisions: _Decisions) -> None:
    """Make the undecided mentions those that are wanted."""
    undecided = Mention.objects.filter(article__in=ids).undecided()
    standing = {
        (article, Link(*fields)): pk
        for pk, article, *fields in undecided.values_list("pk", "article_id", *Link._fields)
    }
    rows = [row for row in wanted if not decisions.forbid(*row)]
    if standing:
        rows = [row for row in rows if standing.pop(row, None) is None]
    Mention.objects.filter(pk__in=standing.values()).delete()
    suggested = State.SUGGESTED.value
    insert(
        Mention,
        ["article", *Link._fields, "state"],
        ((article, *link, suggested) for article, link in rows),
    )


class _Decisions:
    """What editors said of the mentions in some stories."""

    def __init__(self, mentions: Any) -> None:
        self.confirmed: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
        self.rejected: set[tuple[int, int, str]] = set()
        decided = mentions.decided()
        for article, start, end, entity, surface, state in decided.values_list(
            "article_id", "start", "end", "entity_id", "surface", "state"
        ):
            if state == State.REJECTED:
                self.rejected.add((article, entity, surface))
            else:
                self.confirmed[article][start, end] = entity

    def chosen(self, article: int, names: list[Named]) -> dict[NameKey, int]:
        """Return whose names in a story are by an editor's word, for whatever follows from them."""
        said = self.confirmed.get(article, {})
        return {
            (name.kind, name.key): said[place[:2]]
            for name in names
            for place in name.places
            if place[:2] in said
        }

    def forbid(self, article: int, link: Link) -> bool:
        """Tell whether an editor said that this is somebody else, or not this one."""
        if not self.rejected and article not in self.confirmed:
            return False
        if (article, link.entity, link.surface) in self.rejected:
            return True
        return any(start < link.end and link.start < end for start, end in self.confirmed[article])


# Speakers


def _write_speakers(ids: list[int], whose: dict[int, dict[NameKey, int]]) -> None:
    """Give each undecided quote the entity that its speaker's name leads to, or none."""
    changed = {}
    # Which are undecided is not asked: SQLite would look through all such quotes of the archive.
    for pk, article, kind, key, speaker, state, found_by in Quote.objects.filter(
        article__in=ids
    ).values_list(
        *("pk", "article_id", "speaker_kind", "speaker_key", "speaker_id", "state", "found_by")
    ):
        right = whose.get(article, {}).get((kind, key))
        # Without a key nobody could tell, or an export brought the speaker.
        if key and right != speaker and is_undecided(state, found_by):
            changed[pk] = right
    update_each(Quote, "speaker", changed)


# Roles


def _write_roles(
    ids: list[int], told: dict[int, list[Told]], whose: dict[int, dict[NameKey, int]]
) -> None:
    """Make the roles that rules found those that the stories tell now."""
    wanted = set(_roles(told, whose))
    by_editors = set()
    stale = []
    for pk, by_rule, article, person, title, organization in Role.objects.filter(
        article__in=ids
    ).values_list("pk", "found_by_rule", "article_id", "person_id", "title", "organization_id"):
        role = Held(article, person, title, organization)
        if not by_rule:
            by_editors.add(role[:3])
        elif role in wanted:
            wanted.discard(role)
        else:
            stale.append(pk)
    Role.objects.filter(pk__in=stale).delete()
    new = sorted((role for role in wanted if role[:3] not in by_editors), key=lambda role: role[:3])
    insert(Role, [*Held._fields, "found_by_rule"], ((*role, True) for role in new))


def _roles(told: dict[int, list[Told]], whose: dict[int, dict[NameKey, int]]) -> Iterator[Held]:
    for article, ones in told.items():
        organizations = {
            one.name: whose[article].get((one.named.kind, one.named.key))
            for one in ones
            if one.named.kind == "organization"
        }
        given = set()
        for one in ones:
            person = whose[article].get((one.named.kind, one.named.key))
            if not one.role or person is None or one.named.kind != "person":
                continue
            if (person, one.role) not in given:  # two names of one person may tell the same
                given.add((person, one.role))
                named = [name for name in organizations if name in one.role]
                organization = organizations[max(named, key=len)] if named else None
                yield Held(article, person, one.role, organization)
