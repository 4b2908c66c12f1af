"""New names → entities: those that stories bear often and surely enough, by the setting NAMES_MADE_FROM.

What is made so follows from all stories together, in whatever order they came: its name is the spelling
that most of them have, until an editor decides on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from django.conf import settings
from django.db.models import Max, Min

from articles.linking.counting import count
from articles.linking.directory import NameKey
from articles.models import Alias, Entity, FormerAddress, Kind, NewName, Sighting
from articles.slugs import numbered, slug_from

Days = tuple[date | None, date | None]

NO_DAYS: Days = (None, None)
ROWS_AT_ONCE = 500


def is_sure(story_count: int, confidence: int) -> bool:
    """Tell whether a name that so many stories bear, at best so surely, is made into an entity."""
    return any(
        story_count >= stories and confidence >= percent
        for stories, percent in settings.NAMES_MADE_FROM.items()
    )


def make_entities() -> set[NameKey]:
    """Make the new names that are sure enough into entities, and return their keys."""
    least = min(settings.NAMES_MADE_FROM.values(), default=None)
    if least is None:
        return set()
    surnames = _protected_surnames()
    sure = [
        row
        for row in NewName.objects.filter(rejected=False, confidence__gte=least)
        if is_sure(row.story_count, row.confidence)
        and _is_whole(row)
        and surnames.isdisjoint(row.key.split())
    ]
    several = _borne_by_several(row.key for row in sure if row.kind == Kind.PERSON)
    sure = [row for row in sure if row.kind != Kind.PERSON or row.key not in several]
    entities = list(_unsaved(sorted(sure, key=lambda row: (row.kind, row.name, row.key))))
    Entity.objects.bulk_create(entities, batch_size=ROWS_AT_ONCE)
    Alias.objects.bulk_create(
        [Alias.of(entity, entity.name) for entity in entities], batch_size=ROWS_AT_ONCE
    )
    for first in range(0, len(sure), ROWS_AT_ONCE):
        made = sure[first : first + ROWS_AT_ONCE]
        NewName.objects.filter(pk__in=[row.pk for row in made]).delete()
    return {(row.kind, row.key) for row in sure}


def make_entity(kind: str, key: str, name: str) -> Entity:
    """Make one name into an entity, as an editor says, and return it; its stories are not linked yet."""
    (entity,) = _unsaved([NewName(kind=kind, key=key, name=name)])
    entity.made_by_import = False
    entity.first_day, entity.last_day = _days([key]).get(key, NO_DAYS)
    entity.save()
    NewName.objects.filter(kind=kind, key=key).delete()
    return entity


def _protected_surnames() -> set[str]:
    """Return the keys of the surnames of those who are protected.

    Whoever shares one may be the same person by another name, and waits for an editor.
    """
    names = Alias.objects.filter(
        entity__in=Entity.objects.protected(), entity__kind=Kind.PERSON
    ).values_list("key", "name", "entity__name")
    # A first name alone that is one more name of theirs is half the world's.
    return {key.split()[-1] for key, name, own in names if key and (" " in key or name == own)}


def _borne_by_several(keys: Iterable[str]) -> set[str]:
    """Return the names of two words that several people bear who have other names between the two.

    "George Bush" may be George H. W. Bush or George W. Bush: whom it means an editor says, story by
    story. Robert F. and Robert Francis Kennedy may be one, and leave "Robert Kennedy" to them.
    """
    known = Alias.objects.filter(entity__kind=Kind.PERSON, key__regex=r"^[^ ]+ [^ ]+ [^ ]")
    between: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key in {*keys, *known.values_list("key", flat=True)}:
        first, *middle, last = key.split() if " " in key else (key, "")
        if middle:
            between[f"{first} {last}"].add(tuple(middle))
    return {
        key
        for key, middles in between.items()
        if any(not _may_be_one(*pair) for pair in combinations(sorted(middles), 2))
    }


def _may_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two rows of middle names may be the same, some of them written as initials."""
    return len(one) == len(other) and all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
        for a, b in zip(one, other, strict=True)
    )


def _is_whole(row: NewName) -> bool:
    """Tell whether the name is more than a surname or a first name, which many people bear."""
    return row.kind != Kind.PERSON or len(row.name.split()) > 1


def _unsaved(rows: Iterable[NewName]) -> Iterator[Entity]:
    """Yield an entity for each row, at an address that nothing has or had."""
    rows = list(rows)
    wanted = [slug_from(row.name, row.kind) for row in rows]
    taken = _taken(wanted)
    for row, slug in zip(rows, wanted, strict=True):
        number = 1
        while (row.kind, numbered(slug, number)) in taken:
            number += 1
            taken |= _taken([numbered(slug, number)])
        taken.add((row.kind, numbered(slug, number)))
        yield Entity(kind=row.kind, name=row.name, slug=numbered(slug, number), made_by_import=True)


def _taken(slugs: Iterable[str]) -> set[tuple[str, str]]:
    """Return those of these addresses, by kind, that an entity has or had."""
    slugs = set(slugs)
    return {
        row
        for model in (Entity, FormerAddress)
        for row in model._default_manager.filter(slug__among=slugs).values_list("kind", "slug")
    }


# What follows from all stories


def keep_names(keys: Iterable[NameKey] | None = None) -> set[NameKey]:
    """Give entities with these keys, all by default, the spellings and days that stories tell.

    Whatever no editor has decided on is called as most stories call it; a spelling with the patronymic
    of somebody else is none of its names. Return the names whose bearer is now somebody else.
    """
    keys = None if keys is None else set(keys)
    aliases = Alias.objects.filter(entity__made_by_import=True).select_related("entity")
    if keys is not None:
        aliases = aliases.filter(key__among={key for _, key in keys})
    entities = {(alias.entity.kind, alias.key): alias.entity for alias in aliases}
    spelled = {(alias.entity_id, alias.name) for alias in aliases}
    spellings, changed, strange = [], {}, set()
    for one in count(keys):
        entity = entities.get((one.kind, one.key))
        if entity is None:
            continue
        spellings += [
            Alias.of(entity, name)
            for name in sorted(one.own_spellings)
            if (entity.pk, name) not in spelled
        ]
        strange |= {(entity.pk, name) for name in one.spellings.keys() - one.own_spellings}
        if entity.name != one.name:
            entity.name = one.name
            changed[entity.pk] = entity
    forgotten = [alias for alias in aliases if (alias.entity_id, alias.name) in strange]
    Alias.objects.filter(pk__in=[alias.pk for alias in forgotten]).delete()
    Alias.objects.bulk_create(spellings, batch_size=ROWS_AT_ONCE)
    for entity in changed.values():
        _rename(entity)
    _keep_days([entity for (kind, _), entity in entities.items() if kind == Kind.EVENT])
    return {(alias.entity.kind, alias.key) for alias in forgotten}


def _rename(entity: Entity) -> None:
    """Save an entity's new name, and its page at the address that follows from it."""
    if slug_from(entity.name, entity.kind) != entity.slug:
        entity.former_addresses.filter(slug=slug_from(entity.name, entity.kind)).delete()
        (renamed,) = _unsaved([NewName(kind=entity.kind, name=entity.name)])
        FormerAddress.objects.create(kind=entity.kind, slug=entity.slug, entity=entity)
        entity.slug = renamed.slug
    entity.save(update_fields=["name", "slug"])


def _keep_days(events: list[Entity]) -> None:
    keys = dict(Alias.objects.filter(entity__in=events).values_list("entity_id", "key"))
    days = _days(keys.values())
    for event in events:
        first, last = days.get(keys[event.pk], NO_DAYS)
        if (event.first_day, event.last_day) != (first, last):
            event.first_day, event.last_day = first, last
            event.save(update_fields=["first_day", "last_day"])


def _days(keys: Iterable[str]) -> dict[str, Days]:
    """Return the first and the last day of events, by key, as far as stories tell them."""
    sightings = Sighting.objects.filter(kind=Kind.EVENT, key__among=set(keys))
    days = sightings.order_by().values_list("key").annotate(Min("first_day"), Max("last_day"))
    return {key: (first, last) for key, first, last in days if first and last and first <= last}
