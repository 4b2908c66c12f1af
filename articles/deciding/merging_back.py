"""One that was two before a merge is two again."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from articles.deciding.links import bring_up_to_date, doubtful_names_of, names_of
from articles.deciding.merging import pairs_of
from articles.deciding.problems import CannotUndo
from articles.deciding.rows import move_those, put_back, put_back_entity
from articles.models import Alias, Byline, Entity, FormerAddress, Mention, Quote, Role


def unmerge(before: dict[str, Any]) -> None:
    """Bring the lost one back, with all it had, and what has come under names that it alone has since."""
    kept = Entity.objects.select_for_update().filter(pk=before["kept"]).first()
    if kept is None:
        raise CannotUndo(_("What the two became has been deleted."))
    lost_pk = before["lost"][0]["pk"]
    _give_address_back(before)
    put_back_entity(before["lost"])
    _give_rows_back(kept, lost_pk, before)
    _take_facts_back(kept, before["facts"])
    both = Entity.objects.filter(pk__in=[kept.pk, lost_pk])
    came = _share_what_came_since(kept, lost_pk, before["newest"])
    bring_up_to_date(names_of(both) if came else doubtful_names_of(both))


def _give_address_back(before: dict[str, Any]) -> None:
    fields = before["lost"][0]["fields"]
    if Entity.objects.filter(kind=fields["kind"], slug=fields["slug"]).exists():
        raise CannotUndo(
            _("Another one has the address “%s” now. Change that first.") % fields["slug"]
        )
    FormerAddress.objects.filter(kind=fields["kind"], slug=fields["slug"]).delete()
    put_back(before["addresses"]["replaced"])


def _give_rows_back(kept: Entity, lost: int, before: dict[str, Any]) -> None:
    its = {
        "aliases": (Alias.objects.filter(entity=kept), "entity"),
        "mentions": (Mention.objects.filter(entity=kept), "entity"),
        "quotes": (Quote.objects.filter(speaker=kept), "speaker"),
        "roles": (Role.objects.filter(person=kept), "person"),
        "holders": (Role.objects.filter(organization=kept), "organization"),
        "bylines": (Byline.objects.filter(person=kept), "person"),
        "parts": (Entity.objects.filter(parent=kept), "parent"),
    }
    for name, (rows, field) in its.items():
        move_those(rows, field, before[name], lost)
    move_those(kept.former_addresses.all(), "entity", before["addresses"]["moved"], lost)
    pairs_of(kept.pk, lost).delete()
    for name in ("double_aliases", "double_mentions", "double_roles", "pairs"):
        put_back(before[name])


def _take_facts_back(kept: Entity, facts: dict[str, Any]) -> None:
    """Let each fact that the merge changed, and nobody since, be what it was."""
    for name, (was, now) in facts.items():
        Entity.objects.filter(pk=kept.pk, **{name: now}).update(**{name: was})


def _share_what_came_since(kept: Entity, lost: int, newest: int) -> bool:
    """Give the lost one what has come since under names that it alone has; tell if anything has."""
    ours = kept.aliases.values("name")
    its = Alias.objects.filter(entity=lost).exclude(name__in=ours)
    since = Mention.objects.filter(entity=kept, pk__gt=newest)
    came = since.exists()
    since.filter(surface__in=list(its.values_list("name", flat=True))).update(entity=lost)
    return came
