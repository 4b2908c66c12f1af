"""What is known of an entity that was two: one's own facts, and the other's where it has none."""

from __future__ import annotations

from datetime import date
from typing import Any

from articles.models import Entity
from articles.models.entity import PROTECTIONS

WORDS = ("description", "place")


def facts_gained(kept: Entity, lost: Entity) -> dict[str, Any]:
    """Return the fields of `kept` that change when `lost` becomes one with it, with their new values."""
    gained = {name: getattr(lost, name) for name in WORDS if not getattr(kept, name)}
    gained |= _days(kept, lost) | _protection(kept, lost)
    gained |= {"parent_id": _parent(kept, lost), "made_by_import": False}
    return {name: value for name, value in gained.items() if value != getattr(kept, name)}


def _days(kept: Entity, lost: Entity) -> dict[str, date | None]:
    """Fill the days that `kept` lacks, unless its last would then lie before its first."""
    first, last = kept.first_day or lost.first_day, kept.last_day or lost.last_day
    if first and last and first > last:
        return {}
    return {"first_day": first, "last_day": last}


def _protection(kept: Entity, lost: Entity) -> dict[str, Any]:
    """Protect as much and as long as either of the two is, since both are the same now."""
    ends = [one.protected_until for one in (kept, lost) if is_protected(one)]
    if not is_protected(lost):
        return {}
    reasons = [one.protection_reason for one in (kept, lost) if one.protection_reason]
    return {
        **{name: getattr(kept, name) or getattr(lost, name) for name in PROTECTIONS},
        "protected_until": None if None in ends else max(filter(None, ends)),
        "protection_reason": "\n".join(dict.fromkeys(reasons)),
    }


def is_protected(entity: Entity) -> bool:
    """Tell whether anything is asked for the entity's protection, now or formerly."""
    return any(getattr(entity, name) for name in PROTECTIONS)


def _parent(kept: Entity, lost: Entity) -> int | None:
    """Return what the one is a part of; never itself, nor a part of its own."""
    parents = (kept.parent_id, lost.parent_id)
    return next((pk for pk in parents if pk and not _leads_to(pk, {kept.pk, lost.pk})), None)


def _leads_to(pk: int | None, ends: set[int]) -> bool:
    """Tell whether the entity, or what it is a part of, and so on, is one of `ends`."""
    seen: set[int] = set()
    while pk and pk not in seen:
        if pk in ends:
            return True
        seen.add(pk)
        pk = Entity.objects.filter(pk=pk).values_list("parent_id", flat=True).first()
    return False
