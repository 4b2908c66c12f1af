"""The limit an import is held against: the same rows, inserted by a plain loop."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any
from urllib.parse import urlsplit

import psycopg2
from psycopg2.extras import execute_values, register_default_jsonb

from newsroom import environment

ROWS_A_TRANSACTION = 500

# Parents before children, as foreign keys want them.
TABLES = [
    *("articles_importbatch", "articles_article", "articles_entity", "articles_alias"),
    *("articles_byline", "articles_translation", "articles_neighbour", "articles_relatedlink"),
    *("articles_role", "articles_mention", "articles_quote", "articles_importeddocument"),
]

Row = tuple[object, ...]


def copy(from_url: str, to_url: str) -> tuple[int, float]:
    """Insert the rows of one newsroom into an empty one; return how many, and the seconds it took.

    Only inserting and committing count, not reading the rows.
    """
    rows, seconds = 0, 0.0
    with closing(connect(from_url)) as source, closing(connect(to_url)) as target:
        for table in TABLES:
            for columns, batch in _batches(source, table):
                begun = time.perf_counter()
                _insert(target, table, columns, batch)
                seconds += time.perf_counter() - begun
                rows += len(batch)
    return rows, seconds


def connect(url: str) -> Any:
    """Return a DB-API connection, tuned as the site's own are, that commits every statement."""
    if urlsplit(url).scheme == "sqlite":
        file = urlsplit(url).path[1:]
        files = sqlite3.connect(file, isolation_level=None, timeout=20)
        files.executescript(environment.sqlite(file)["OPTIONS"]["init_command"])
        files.execute("PRAGMA foreign_keys = ON")
        return files
    server = psycopg2.connect(url)
    server.autocommit = True
    register_default_jsonb(server, loads=lambda text: text)  # put back as it was read
    return server


def count_writes(connection: Any) -> int:
    """Return a number that another connection's writing to the newsroom's tables changes."""
    statement = (
        "PRAGMA data_version"
        if isinstance(connection, sqlite3.Connection)
        else "SELECT SUM(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables"
    )
    with closing(connection.cursor()) as cursor:
        cursor.execute(statement)
        return int(cursor.fetchone()[0])


def _batches(source: Any, table: str) -> Iterator[tuple[str, list[Row]]]:
    # PostgreSQL streams the rows of a named cursor, SQLite those of any.
    name = {} if isinstance(source, sqlite3.Connection) else {"name": "rows", "withhold": True}
    with closing(source.cursor(**name)) as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        while batch := cursor.fetchmany(ROWS_A_TRANSACTION):
            yield ", ".join(f'"{column[0]}"' for column in cursor.description), batch


def _insert(target: Any, table: str, columns: str, batch: list[Row]) -> None:
    with closing(target.cursor()) as cursor:
        if isinstance(target, sqlite3.Connection):
            holes = ", ".join("?" * len(batch[0]))
            cursor.execute("BEGIN IMMEDIATE")
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({holes})", batch)
            cursor.execute("COMMIT")
        else:
            statement = f"INSERT INTO {table} ({columns}) VALUES %s"
            execute_values(cursor, statement, batch, page_size=ROWS_A_TRANSACTION)
