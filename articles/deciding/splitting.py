"""One that is two: a name split off becomes an entity of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from articles.deciding.links import bring_up_to_date, make_entity
from articles.deciding.moving import move_everything
from articles.deciding.problems import CannotDecide, CannotUndo, DecidedAlready
from articles.deciding.record import Editor, entity_mark, remember
from articles.deciding.rows import move_those
from articles.models import Alias, Decision, Entity, Mention, Quote, Role, Sighting, State


@dataclass(frozen=True)
class Parting:
    """What goes along with a name that is split off: the ids of rows."""

    names: list[Alias]
    confirmed: list[int]
    undecided: list[int]
    quotes: list[int]


@transaction.atomic
def split(alias_id: int, by: Editor) -> Decision:
    """Make an entity of the name, with every mention and quote under it that no editor rejected."""
    alias = Alias.objects.select_related("entity").filter(pk=alias_id).first()
    if alias is None:
        raise DecidedAlready
    parted = Entity.objects.select_for_update().get(pk=alias.entity_id)
    parting = what_parts(alias)
    made = make_entity(parted.kind, alias.key, alias.name)
    made.aliases.all().delete()  # the name brings its own, with its language and its id
    mentions = parting.confirmed + parting.undecided
    was_made_by_import = parted.made_by_import
    Entity.objects.filter(pk=parted.pk).update(made_by_import=False)
    move_those(Alias.objects.all(), "entity", [one.pk for one in parting.names], made.pk)
    move_those(Mention.objects.all(), "entity", mentions, made.pk)
    move_those(Quote.objects.all(), "speaker", parting.quotes, made.pk)
    move_those(Role.objects.all(), "person", _lost_roles(parted, made), made.pk)
    bring_up_to_date({(parted.kind, alias.key)})
    return remember(
        Decision.Verb.SPLIT,
        _("“%(name)s” is not %(entity)s") % {"name": alias.name, "entity": parted.name},
        by,
        holds=[entity_mark(parted.pk), entity_mark(made.pk)],
        parted=parted.pk,
        made=made.pk,
        made_by_import=was_made_by_import,
    )


def unsplit(before: dict[str, Any]) -> None:
    """Make one of the two again, with all that has come to the new one since."""
    parted = Entity.objects.select_for_update().filter(pk=before["parted"]).first()
    made = Entity.objects.select_for_update().filter(pk=before["made"]).first()
    if parted is None or made is None:
        raise CannotUndo(_("One of the two has been deleted."))
    names = {(made.kind, key) for key in made.aliases.values_list("key", flat=True)}
    move_everything(parted, made)
    made.delete()
    Entity.objects.filter(pk=parted.pk).update(made_by_import=before["made_by_import"])
    bring_up_to_date(names)


def what_parts(alias: Alias) -> Parting:
    """Return what goes along with the name; raise `CannotDecide` for an entity's own name.

    Other spellings with the same key go along, since stories do not tell them apart. If the entity's
    own name has that key too, the name goes alone, with what is written exactly as it is.
    """
    entity = alias.entity
    if alias.name == entity.name:
        raise CannotDecide(_("This is its own name. Give it another one first."))
    names = list(entity.aliases.filter(key=alias.key).order_by("pk"))
    if any(one.name == entity.name for one in names):
        names = [alias]
        mentions = _written_so(alias)
        quotes = Quote.objects.filter(speaker=entity, speaker_text=alias.name)
    else:
        mentions = _under_key(alias, {one.name for one in names})
        its = Q(speaker_kind=entity.kind, speaker_key=alias.key)
        quotes = Quote.objects.filter(its | Q(speaker_text__in=names), speaker=entity)
    return Parting(
        names,
        [pk for pk, state in mentions if state == State.CONFIRMED],
        [pk for pk, state in mentions if state == State.SUGGESTED],
        list(quotes.exclude(state=State.REJECTED).order_by("pk").values_list("pk", flat=True)),
    )


def _written_so(alias: Alias) -> list[tuple[int, str]]:
    rows = Mention.objects.filter(entity=alias.entity, surface=alias.name)
    return list(rows.order_by("pk").values_list("pk", "state"))


def _under_key(alias: Alias, names: set[str]) -> list[tuple[int, str]]:
    """Return the mentions at the places where stories bear the key, or written as one of the names."""
    places = {
        (article, start, end)
        for article, stretches in _sightings(alias)
        for start, end, *_rule in stretches
    }
    rows = Mention.objects.filter(entity=alias.entity).order_by("pk")
    fields = rows.values_list("pk", "state", "surface", "article_id", "start", "end")
    return [
        (pk, state)
        for pk, state, surface, *place in fields.iterator()
        if tuple(place) in places or surface in names
    ]


def _sightings(alias: Alias) -> Iterator[tuple[int, list[list[Any]]]]:
    rows = Sighting.objects.filter(key=alias.key, kind=alias.entity.kind)
    return rows.values_list("article_id", "places").iterator()


def _lost_roles(parted: Entity, made: Entity) -> list[int]:
    """Return the roles that rules found in stories which do not mention `parted` any more."""
    mentioned = Mention.objects.exclude(state=State.REJECTED).filter(article=OuterRef("article"))
    rows = Role.objects.filter(
        ~Exists(mentioned.filter(entity=parted)),
        Exists(mentioned.filter(entity=made)),
        person=parted,
        found_by_rule=True,
    )
    return list(rows.order_by("pk").values_list("pk", flat=True))
