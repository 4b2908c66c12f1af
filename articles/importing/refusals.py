"""What an export says that editors refused: no names, and not the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articles.models import Entity, LikelyDuplicate, NewName

Data = dict[str, Any]

TYPES = {"no_name", "not_the_same"}


def restore_refusals(objects: list[Data], entities: Mapping[tuple[str, str], Entity]) -> None:
    """Bring back what editors refused; `entities` are those that the objects name, by kind and slug."""
    for data in objects:
        if data["type"] == "no_name":
            refused = {"rejected": True}
            NewName.objects.update_or_create(
                kind=data["kind"],
                key=data["key"],
                defaults=refused,
                create_defaults={"name": data["name"]} | refused,
            )
        elif data["type"] == "not_the_same":
            pair = [entities.get((one["kind"], one["slug"])) for one in _both(data)]
            first, second = sorted(one.pk for one in pair if one) if all(pair) else (0, 0)
            if first != second:
                LikelyDuplicate.objects.update_or_create(
                    first_id=first,
                    second_id=second,
                    defaults={"different": True},
                    create_defaults={"different": True, "score": 0, "reason": ""},
                )


def named_in(data: Data) -> list[tuple[str, str]]:
    """Return the kinds and slugs of the entities that a refusal names."""
    if data["type"] == "no_name":
        hash((data["kind"], data["key"], data["name"]))
        return []
    return [(one["kind"], one["slug"]) for one in _both(data)]


def _both(data: Data) -> tuple[Data, Data]:
    return data["first"], data["second"]
