"""A name that stories bear and nobody has: whose it is, or that it is none."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.deciding.links import Name, bring_up_to_date, make_entity
from articles.deciding.problems import CannotUndo, DecidedAlready
from articles.deciding.record import Editor, entity_mark, name_mark, remember
from articles.deciding.rows import Taken, put_back, taken
from articles.models import Alias, Decision, Entity, FoundBy, Kind, Mention, NewName, Quote, State
from articles.names.keys import name_key


@transaction.atomic
def accept_name(name_id: int, by: Editor, kind: str = "") -> Decision:
    """Make an entity of the name, of another kind than the stories suggest if `kind` says so."""
    name = _waiting(name_id)
    before = taken([name])
    of_kind = Kind(kind or name.kind)
    entity = make_entity(of_kind, name_key(name.name, of_kind.value), name.name)
    _leave_queue(name, of_kind)
    bring_up_to_date(_names(name, entity))
    return remember(
        Decision.Verb.ACCEPT,
        _("“%(name)s” is a new %(kind)s") % {"name": name.name, "kind": of_kind.label},
        by,
        holds=[name_mark(name.kind, name.key), entity_mark(entity.pk)],
        name=before,
        entity=entity.pk,
    )


def unaccept(before: dict[str, Any]) -> None:
    entity = Entity.objects.select_for_update().filter(pk=before["entity"]).first()
    if entity is None:
        raise CannotUndo(_("What was made of it has been deleted."))
    if _has_grown(entity):
        raise CannotUndo(
            _("Editors have worked on “%s” since. Delete it, or split a name off.") % entity.name
        )
    names, former = _borne_by(entity)
    entity.delete()
    _wait_again(before["name"], names, former)


@transaction.atomic
def assign_name(name_id: int, entity_id: int, by: Editor) -> Decision:
    """Let the name be one more name of the entity."""
    name = _waiting(name_id)
    entity = Entity.objects.select_for_update().filter(pk=entity_id).first()
    if entity is None:
        raise DecidedAlready
    before = taken([name])
    alias = entity.aliases.filter(name=name.name).first()
    made = None if alias else Alias.of(entity, name.name)
    if made:
        made.save()
    was_made_by_import = entity.made_by_import
    Entity.objects.filter(pk=entity.pk).update(made_by_import=False)
    _leave_queue(name, Kind(entity.kind))
    bring_up_to_date(_names(name, entity))
    return remember(
        Decision.Verb.ASSIGN,
        _("“%(name)s” is a name of %(entity)s") % {"name": name.name, "entity": entity.name},
        by,
        holds=[name_mark(name.kind, name.key)],
        stands_on=[entity_mark(entity.pk)],
        name=before,
        entity=entity.pk,
        alias=made.pk if made else None,
        made_by_import=was_made_by_import,
    )


def unassign(before: dict[str, Any]) -> None:
    entity = Entity.objects.filter(pk=before["entity"]).first()
    if entity is None:
        raise CannotUndo(_("Whose name it became has been deleted."))
    names, former = _borne_by(entity)
    entity.aliases.filter(pk=before["alias"]).delete()
    Entity.objects.filter(pk=entity.pk).update(made_by_import=before["made_by_import"])
    _wait_again(before["name"], names, former)


@transaction.atomic
def reject_name(name_id: int, by: Editor) -> Decision:
    """Remember for ever that the name is none."""
    name = _waiting(name_id)
    before = taken([name])
    NewName.objects.filter(pk=name.pk).update(rejected=True)
    return remember(
        Decision.Verb.REJECT,
        _("“%(name)s” is no %(kind)s") % {"name": name.name, "kind": Kind(name.kind).label},
        by,
        holds=[name_mark(name.kind, name.key)],
        name=before,
    )


def unreject(before: dict[str, Any]) -> None:
    _wait_again(before["name"], set(), set())


def _waiting(name_id: int) -> NewName:
    """Return the name if it still waits, and hold it until the decision is made."""
    rows = NewName.objects.select_for_update().filter(pk=name_id, rejected=False)
    name = rows.first()
    if name is None:
        raise DecidedAlready
    return name


def _leave_queue(name: NewName, kind: Kind) -> None:
    """Take the name out of the queue: it is somebody's, or none of the kind that the stories suggest."""
    row = NewName.objects.filter(pk=name.pk)
    if kind == name.kind:
        row.delete()
    else:
        row.update(rejected=True)


def _names(name: NewName, entity: Entity) -> set[Name]:
    kind = Kind(entity.kind)
    return {(name.kind, name.key), (kind.value, name_key(name.name, kind.value))}


def _borne_by(entity: Entity) -> tuple[set[Name], set[str]]:
    """Return what the entity's names are found by, and how they are written."""
    aliases = entity.aliases.values_list("entity__kind", "key", "name")
    return {(kind, key) for kind, key, _name in aliases}, {name for *_key, name in aliases}


def _wait_again(name: Taken, names: set[Name], former: set[str]) -> None:
    """Put the name back into the queue as it was, with the stories that bear it now."""
    kind, key = name[0]["fields"]["kind"], name[0]["fields"]["key"]
    NewName.objects.filter(kind=kind, key=key).delete()
    put_back(name)
    if names:
        bring_up_to_date(names | {(kind, key)}, former)


def _has_grown(entity: Entity) -> bool:
    """Tell whether editors have said more of the entity than that it is one."""
    mentions = Mention.objects.filter(entity=entity)
    quotes = Quote.objects.filter(speaker=entity)
    decided = any(
        rows.exclude(state=State.SUGGESTED).exists()
        or rows.filter(found_by=FoundBy.EDITOR).exists()
        for rows in (mentions, quotes)
    )
    return (
        decided
        or entity.aliases.count() > 1
        or entity.bylines.exists()
        or entity.parts.exists()
        or entity.roles.filter(found_by_rule=False).exists()
    )
