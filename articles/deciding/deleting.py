"""Entities that an editor deletes: their names are rejected, or the next import would make them again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction

from articles.deciding.links import bring_up_to_date
from articles.deciding.names import reject_name
from articles.models import Alias, Decision, Entity, NewName

# Of whom nothing is seen in any story, an editor need not hear again.
NOWHERE: dict[str, Any] = {"story_count": 0, "confidence": 0}


@transaction.atomic
def forget(entities: Collection[int], by: Any) -> list[Decision]:
    """Delete entities and return what was decided on their names: each that nobody else bears is rejected.

    To undo that lets the name wait in the queue again; the entity stays deleted.
    """
    names = list(
        Alias.objects.filter(entity__in=entities)
        .order_by("entity", "pk")
        .values_list("entity__kind", "key", "name")
    )
    Entity.objects.filter(pk__in=entities).delete()
    decisions = []
    for kind, key, name in names:
        if Alias.objects.filter(entity__kind=kind, key=key).exists():
            continue
        row, _ = NewName.objects.get_or_create(
            kind=kind, key=key, defaults={"name": name, **NOWHERE}
        )
        if not row.rejected:
            decisions.append(reject_name(row.pk, by))
    bring_up_to_date({(kind, key) for kind, key, _ in names}, {name for *_, name in names})
    return decisions
