"""Queries whose SQL is made once and asked many times.

Django writes a query's SQL anew each time, which takes many times as long as SQLite takes to answer a
look-up by key. An article's page asks two that are long to write; prepared, it is served in a fraction of
the time. The words stay those of the querysets, `published()` first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

# Values that stand in for those that will be asked with; no real one is ever equal to them.
SOME_NUMBER = -(2**62) - 1957
SOME_TEXT = "\N{WHITE SQUARE} any text \N{WHITE SQUARE}"
SOME_MOMENT = datetime(1001, 1, 1, tzinfo=UTC)
SOME_DAY = date(1002, 2, 2)


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL for one kind of database, with a name for each value, and those values that never change."""

    sql: str
    constants: dict[str, Any]
    converters: Any
    compiler: Any


class Prepared:
    """A queryset of `values_list`, made by `build` from stand-ins; `ask` gives its rows for real values.

    `stand_ins` names the keyword arguments of `build`, each with one of the stand-ins above.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **stand_ins: Any) -> None:
        self.build = build
        self.stand_ins = stand_ins
        self.statements: dict[str, Statement] = {}

    def ask(self, **asked: Any) -> list[tuple[Any, ...]]:
        """Return the rows for the values asked, as the queryset itself would."""
        # `connection` looks for it anew each time it is named.
        database = connections[DEFAULT_DB_ALIAS]
        statement = self.statements.get(database.vendor)
        if statement is None:
            statement = self.statements[database.vendor] = self._statement()
        values = statement.constants | {name: _adapted(value) for name, value in asked.items()}
        with database.cursor() as cursor:
            cursor.execute(statement.sql, values)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        if statement.converters:
            rows = [
                tuple(row)
                for row in statement.compiler.apply_converters(rows, statement.converters)
            ]
        return rows

    def _statement(self) -> Statement:
        query = self.build(**self.stand_ins).query
        compiler = query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        # By name, and not by place: Django looks through SQLite's SQL for places letter by letter.
        names_of = {_typed(_adapted(value)): name for name, value in self.stand_ins.items()}
        # One name for each value, be it there eighty times: SQLite is given each by its name.
        names = [names_of.setdefault(_typed(value), f"c{len(names_of)}") for value in values]
        constants = {
            name: value
            for name, value in zip(names, values, strict=True)
            if name not in self.stand_ins
        }
        # Django rewrites `%(name)s` for SQLite at each question; what SQLite itself writes passes it by.
        form = ":%s" if connection.vendor == "sqlite" else "%%(%s)s"
        named = sql.replace("%%", "%%%%") % tuple(form % name for name in names)
        converters = compiler.get_converters([column[0] for column in compiler.select])
        return Statement(named, constants, converters, compiler)


def _adapted(value: Any) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def _typed(value: Any) -> tuple[type, Any]:
    """Tell 1 from True, which are equal and not the same to a database."""
    return type(value), value
