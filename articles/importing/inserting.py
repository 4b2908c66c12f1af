"""Insert many rows with few statements.

`bulk_create` makes an object of every row and asks every field about every value, which takes longer
than the database takes to store them. Here rows are tuples, and a statement carries as many of them as
both databases accept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from django.db import connection
from django.db.models import DateField, DateTimeField, Field, JSONField, Model

# SQLite's limit since 3.32 (https://www.sqlite.org/limits.html); PostgreSQL has none here, since
# psycopg2 writes the values into the statement.
MOST_VALUES_A_STATEMENT = 32_766

Row = tuple[Any, ...]


def insert(model: type[Model], fields: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert `rows`, which hold values of `fields` in their order."""
    for statement, values in _statements(model, fields, rows):
        with connection.cursor() as cursor:
            cursor.execute(statement, values)


def insert_returning_ids(
    model: type[Model], fields: Sequence[str], rows: Iterable[Row], key: str
) -> dict[str, int]:
    """Insert `rows` as `insert` does, and return the id of each by its value of the field `key`."""
    ids: dict[str, int] = {}
    for statement, values in _statements(model, fields, rows):
        with connection.cursor() as cursor:
            cursor.execute(f"{statement} RETURNING {_quoted(key)}, id", values)
            ids.update(cursor.fetchall())
    return ids


def _statements(
    model: type[Model], fields: Sequence[str], rows: Iterable[Row]
) -> Iterator[tuple[str, list[Any]]]:
    by_name = {field.name: field for field in model._meta.concrete_fields}
    found = [by_name[name] for name in fields]
    columns = ", ".join(_quoted(field.column) for field in found)
    adapters = [(place, adapt) for place, field in enumerate(found) if (adapt := _adapter(field))]
    into = f"INSERT INTO {_quoted(model._meta.db_table)} ({columns}) VALUES "
    one = f"({', '.join(['%s'] * len(found))})"
    remaining = iter(rows)
    while batch := list(islice(remaining, MOST_VALUES_A_STATEMENT // len(found))):
        values = list(chain.from_iterable(batch))
        for place, adapt in adapters:
            column = values[place :: len(found)]
            values[place :: len(found)] = map(_each_once(adapt), column)
        yield into + ", ".join([one] * len(batch)), values


def _each_once(adapt: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return `adapt`, remembering what it gave: many rows share one moment, or one reason."""
    adapted: dict[Any, Any] = {}

    def remembered(value: Any) -> Any:
        if value not in adapted:
            adapted[value] = adapt(value)
        return adapted[value]

    return remembered


def _adapter(field: Field[Any, Any]) -> Callable[[Any], Any] | None:
    """Return what makes a field's value one that the driver takes, if it is not so already."""
    if isinstance(field, DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, DateField):
        return connection.ops.adapt_datefield_value
    return json.dumps if isinstance(field, JSONField) else None


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
