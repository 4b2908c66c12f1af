"""Stories' names → mentions, speakers and roles, some hundred stories at a time.

Only the difference is written, so that linking twice writes once; what an editor decided or drew stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast

from articles.inserting import insert, update_each
from articles.linking.directory import Directory, NameKey
from articles.linking.resolving import Link
from articles.linking.story import Linked, Story, Stretch, link_each
from articles.models import Article, Mention, Quote, Role, Sighting, State
from articles.models.mention import is_undecided
from articles.processes import spread

STORIES_AT_ONCE = 500

SUGGESTED = State.SUGGESTED.value


class Told(NamedTuple):
    """What a story tells of one name beside its places."""

    kind: str
    key: str
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
    for stories in _asked(articles):
        _write(link_each(stories, known))


def link_many_stories(articles: Iterable[int], known: Directory) -> None:
    """Do what `link_stories` does with the help of other processes; for a command, not for a server."""
    for linked in spread(link_each, _asked(articles), known):
        _write(linked)


def _asked(articles: Iterable[int]) -> Iterator[list[Story]]:
    """Yield what the stories' links follow from, some hundred stories at a time."""
    remaining = iter(articles)
    while ids := list(islice(remaining, STORIES_AT_ONCE)):
        sightings: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
        for article, *sighting in (
            Sighting.objects.filter(article__in=ids)
            .order_by("article", "kind", "key")
            .values_list("article_id", "kind", "key", Cast("places", TextField()))
        ):
            sightings[article].append(tuple(sighting))
        confirmed, rejected = _decisions(ids)
        yield [
            Story(article, text, sightings[article], confirmed[article], rejected[article])
            for article, text in Article.objects.filter(pk__in=ids).values_list("pk", "body_text")
        ]


def _decisions(
    ids: list[int],
) -> tuple[dict[int, dict[Stretch, int]], dict[int, set[tuple[int, str]]]]:
    """Return what editors said of the mentions in some stories: who is meant, and who is not."""
    confirmed: dict[int, dict[Stretch, int]] = defaultdict(dict)
    rejected: dict[int, set[tuple[int, str]]] = defaultdict(set)
    decided = Mention.objects.filter(article__in=ids).decided()
    for article, start, end, entity, surface, state in decided.values_list(
        "article_id", "start", "end", "entity_id", "surface", "state"
    ):
        if state == State.REJECTED:
            rejected[article].add((entity, surface))
        else:
            confirmed[article][start, end] = entity
    return confirmed, rejected


def _write(linked: list[Linked]) -> None:
    whose = {story.article: story.whose for story in linked}
    _write_mentions(linked)
    _write_speakers(whose)
    _write_roles(whose)


# Mentions


def _write_mentions(linked: list[Linked]) -> None:
    """Make the undecided mentions those that are wanted."""
    rows = [(story.article, *mention) for story in linked for mention in story.mentions]
    undecided = Mention.objects.filter(article__in=[story.article for story in linked]).undecided()
    standing = {
        tuple(row): pk for pk, *row in undecided.values_list("pk", "article_id", *Link._fields)
    }
    if standing:
        rows = [row for row in rows if standing.pop(row, None) is None]
    Mention.objects.filter(pk__in=standing.values()).delete()
    insert(
        Mention,
        ["article", *Link._fields, "state"],
        ((*row, SUGGESTED) for row in rows),
    )


# Speakers


def _write_speakers(whose: dict[int, dict[NameKey, int]]) -> None:
    """Give each undecided quote the entity that its speaker's name leads to, or none."""
    changed = {}
    # Which are undecided is not asked: SQLite would look through all such quotes of the archive.
    for pk, article, kind, key, speaker, state, found_by in Quote.objects.filter(
        article__in=list(whose)
    ).values_list(
        *("pk", "article_id", "speaker_kind", "speaker_key", "speaker_id", "state", "found_by")
    ):
        right = whose[article].get((kind, key))
        # Without a key nobody could tell, or an export brought the speaker.
        if key and right != speaker and is_undecided(state, found_by):
            changed[pk] = right
    update_each(Quote, "speaker", changed)


# Roles


def _write_roles(whose: dict[int, dict[NameKey, int]]) -> None:
    """Make the roles that rules found those that the stories tell now."""
    wanted = {role for article, told in _told(list(whose)) for role in _roles(article, told, whose)}
    by_editors = set()
    stale = []
    for pk, by_rule, article, person, title, organization in Role.objects.filter(
        article__in=list(whose)
    ).values_list("pk", "found_by_rule", *Held._fields):
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


def _told(articles: list[int]) -> Iterator[tuple[int, list[Told]]]:
    """Yield what the names of each story that gives somebody a role tell."""
    rows = (
        Sighting.objects.filter(article__in=articles)
        .order_by("article", "kind", "key")
        .values_list("article_id", *Told._fields)
    )
    for article, its in groupby(rows, key=itemgetter(0)):
        told = [Told(*row) for _, *row in its]
        if any(one.role for one in told):
            yield article, told


def _roles(article: int, told: list[Told], whose: dict[int, dict[NameKey, int]]) -> Iterator[Held]:
    organizations = {
        one.name: whose[article].get((one.kind, one.key))
        for one in told
        if one.kind == "organization"
    }
    given = set()
    for one in told:
        person = whose[article].get((one.kind, one.key))
        if not one.role or person is None or one.kind != "person":
            continue
        if (person, one.role) not in given:  # two names of one person may tell the same
            given.add((person, one.role))
            named = [name for name in organizations if name in one.role]
            organization = organizations[max(named, key=len)] if named else None
            yield Held(article, person, one.role, organization)
