"""Insert many rows at once.

`bulk_create` makes an object of every row and asks every field about every value, which takes longer
than the database takes to store them. Here rows are tuples. SQLite takes as many as a statement may
hold; PostgreSQL copies them, which spares it the reading of long statements.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import Any

from django.db import connection
from django.db.models import CharField, DateField, DateTimeField, Field, JSONField, Model

from articles.among import Among

CharField.register_lookup(Among)

# SQLite's limit since 3.32: https://www.sqlite.org/limits.html
MOST_VALUES_A_STATEMENT = 32_766

UPDATES_A_STATEMENT = 500

# What COPY's text format escapes, the backslash before all that are escaped with it:
# https://www.postgresql.org/docs/current/sql-copy.html
ESCAPED = (("\\", r"\\"), ("\n", r"\n"), ("\t", r"\t"), ("\r", r"\r"))

# Some 100,000 bytes of stories.
LINES_AT_ONCE = 20

Row = tuple[Any, ...]
Columns = list["Field[Any, Any]"]


def insert(model: type[Model], fields: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert `rows`, which hold values of `fields` in their order."""
    adapted = [list(row) for row in rows]
    if not adapted:
        return
    columns = _columns(model, fields)
    _adapt(columns, adapted)
    into = f"{_quoted(model._meta.db_table)} ({', '.join(_quoted(one.column) for one in columns)})"
    if connection.vendor == "postgresql":
        _copy(into, adapted)
    else:
        _insert(into, adapted)


def insert_returning_ids(
    model: type[Model], fields: Sequence[str], rows: Iterable[Row], key: str
) -> dict[str, int]:
    """Insert `rows` as `insert` does, and return the id of each by its value of the field `key`."""
    all_rows = list(rows)
    place = fields.index(key)
    keys = [row[place] for row in all_rows]
    if connection.vendor == "postgresql":
        ids = _ids_taken(model, len(keys))
        insert(model, ["id", *fields], ((pk, *row) for pk, row in zip(ids, all_rows, strict=True)))
        return dict(zip(keys, ids, strict=True))
    insert(model, fields, all_rows)
    return dict(model._default_manager.filter(**{f"{key}__among": keys}).values_list(key, "pk"))


def update_each(model: type[Model], field: str, values: dict[int, int | None]) -> None:
    """Set a column of whole numbers or keys, in the rows with these ids, to the value of each."""
    column = _quoted(_columns(model, [field])[0].column)
    table = _quoted(model._meta.db_table)
    remaining = iter(values.items())
    with connection.cursor() as cursor:
        while batch := list(islice(remaining, UPDATES_A_STATEMENT)):
            rows = ", ".join(["(%s, %s)"] * len(batch))
            # Both databases name the columns of VALUES so.
            cursor.execute(
                f"UPDATE {table} SET {column} = CAST(given.column2 AS bigint) "
                f"FROM (VALUES {rows}) AS given WHERE {table}.id = given.column1",
                list(chain.from_iterable(batch)),
            )


def _ids_taken(model: type[Model], count: int) -> list[int]:
    """Return the next ids of PostgreSQL's sequence, which it gives to nobody else."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _columns(model: type[Model], fields: Sequence[str]) -> Columns:
    by_name = {field.name: field for field in model._meta.concrete_fields}
    return [by_name[name] for name in fields]


def _adapt(columns: Columns, rows: list[list[Any]]) -> None:
    """Make values such as the drivers take of those in columns of dates and of JSON."""
    for place, field in enumerate(columns):
        adapt = _adapter(field)
        if adapt is None:
            continue
        # Many rows share one moment, or one reason.
        adapted: dict[Any, Any] = {}
        for row in rows:
            value = row[place]
            if value not in adapted:
                adapted[value] = adapt(value)
            row[place] = adapted[value]


def _adapter(field: Field[Any, Any]) -> Callable[[Any], Any] | None:
    if isinstance(field, DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, DateField):
        return connection.ops.adapt_datefield_value
    return json.dumps if isinstance(field, JSONField) else None


def _insert(into: str, rows: list[list[Any]]) -> None:
    one = f"({', '.join('?' * len(rows[0]))})"
    remaining = iter(rows)
    # SQLite's own `execute`, since Django's looks through the statement for places letter by letter.
    with connection.cursor(), connection.wrap_database_errors:
        while batch := list(islice(remaining, MOST_VALUES_A_STATEMENT // len(rows[0]))):
            values = ", ".join([one] * len(batch))
            connection.connection.execute(
                f"INSERT INTO {into} VALUES {values}", list(chain.from_iterable(batch))
            )


def _copy(into: str, rows: list[list[Any]]) -> None:
    columns = [_copied(values) for values in zip(*rows, strict=True)]
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {into} FROM STDIN", _Lines(columns))


class _Lines:
    """A file of lines for COPY, a few of which are put together whenever it is read."""

    def __init__(self, columns: list[list[str]]) -> None:
        self.lines = map("\t".join, zip(*columns, strict=True))

    def read(self, size: int) -> bytes:
        lines = list(islice(self.lines, LINES_AT_ONCE))
        return ("\n".join(lines) + "\n").encode() if lines else b""


def _copied(values: Sequence[Any]) -> list[str]:
    r"""Return a column's values in COPY's text format, where \N is null and a backslash escapes."""
    texts = list(map(str, values))
    # One look through the whole column: few columns hold any of these.
    whole = "".join(texts)
    for character, escaped in ESCAPED:
        if character in whole:
            texts = [text.replace(character, escaped) for text in texts]
    if None in values:
        return [r"\N" if value is None else text for value, text in zip(values, texts, strict=True)]
    return texts


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
