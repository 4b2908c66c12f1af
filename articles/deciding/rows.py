"""Rows taken away and put back as they were, ids included; rows moved from one entity to another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.core import serializers
from django.db.models import Model, QuerySet

from articles.models import Article, Entity

# Rows as Django's serializer for Python writes them, their days and moments as text.
Taken = list[dict[str, Any]]

# SQLite takes 32,766 values in one statement: https://www.sqlite.org/limits.html#max_variable_number
ROWS_AT_ONCE = 10_000


def taken(rows: Iterable[Model]) -> Taken:
    """Return the rows as JSON values; they stay in the database."""
    written: Taken = json.loads(json.dumps(serializers.serialize("python", rows), default=plain))
    return written


def plain(value: Any) -> Any:
    """Return a day or a moment as text, to the microsecond, which Django's own JSON cuts off."""
    return value.isoformat() if isinstance(value, date) else value


def put_back(rows: Taken) -> None:
    """Make the rows again, but those whose story is gone and those that are there again already."""
    made = [one.object for one in serializers.deserialize("python", rows)]
    for model, group in groupby(made, key=_model):
        model._default_manager.bulk_create(
            _whose_story_is_there(list(group)), batch_size=ROWS_AT_ONCE, ignore_conflicts=True
        )


def _model(row: Model) -> type[Model]:
    return type(row)


def _whose_story_is_there(rows: list[Model]) -> list[Model]:
    stories = {article for row in rows if (article := getattr(row, "article_id", None))}
    there = {
        pk
        for some in in_batches(sorted(stories))
        for pk in Article.objects.filter(pk__in=some).values_list("pk", flat=True)
    }
    return [row for row in rows if getattr(row, "article_id", None) in there or not stories]


def put_back_entity(rows: Taken) -> None:
    """Make an entity again, its moments included, which a save would set to now."""
    for one in serializers.deserialize("python", rows):
        one.object.save_base(raw=True, force_insert=True)


def move(rows: QuerySet[Any, Any], field: str, to: Entity) -> list[int]:
    """Let `field` of all rows be `to`, and return their ids."""
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    rows.order_by().update(**{field: to})
    return ids


def move_those(rows: QuerySet[Any, Any], field: str, ids: Sequence[int], to: int) -> None:
    """Let `field` of those of the rows that have one of the `ids` be the entity `to`."""
    for some in in_batches(ids):
        rows.filter(pk__in=some).update(**{field: to})


def in_batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), ROWS_AT_ONCE):
        yield ids[start : start + ROWS_AT_ONCE]
