"""What every test stands on.

Tests that touch the database run once on SQLite and once on PostgreSQL, all others once, in one
session: `--database=sqlite` or `--database=postgres` keeps to one of the two. A test marked
one_database touches one, but what it promises has nothing to do with which, and it takes long.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS, connections
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests import databases
from tests.databases import Databases

# The fixtures that bring a database; a test marked django_db has one without naming a fixture.
BRING_DATABASE = {"database", "django_db_setup", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=[*databases.KINDS, "both"],
        default="both",
        help="the database that tests run on which touch one (default: both, one after the other)",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "one_database: run on one kind of database only")


# Which tests run on which database, and in which order


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marked = metafunc.definition.get_closest_marker("django_db") is not None
    if not marked and BRING_DATABASE.isdisjoint(metafunc.fixturenames):
        return
    if "database" not in metafunc.fixturenames:
        metafunc.fixturenames.insert(0, "database")
    chosen = metafunc.config.getoption("--database")
    kinds = list(databases.KINDS) if chosen == "both" else [chosen]
    if metafunc.definition.get_closest_marker("one_database"):
        kinds = kinds[:1]
    metafunc.parametrize("database", kinds, indirect=True, scope="session")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of one database together, whatever order was thrown or asked for."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    callspec = getattr(item, "callspec", None)
    kind = callspec.params.get("database") if callspec else None
    return databases.KINDS.index(kind) if kind else len(databases.KINDS)


# The database


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """Give the databases of the kind whose turn it is."""
    if not hasattr(request, "param"):
        pytest.fail("Name a fixture such as `db` in the test's arguments, or mark it django_db.")
    with databases.start(request.param) as started:
        yield started


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    database: Databases, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Point Django to the database whose turn it is, before pytest-django fills it with tables."""
    before = settings.DATABASES
    with django_db_blocker.unblock():
        _connect_to({DEFAULT_DB_ALIAS: database.settings()})
        yield
        _connect_to(before)


def _connect_to(described: dict[str, dict[str, Any]]) -> None:
    connections.close_all()
    settings.DATABASES = described
    connections.settings = connections.configure_settings(described)
    for alias in connections:
        connections[alias] = connections.create_connection(alias)


@pytest.fixture
def database_url(database: Databases) -> Iterator[str]:
    """Give the DATABASE_URL of an empty database of its own to a test that runs commands."""
    with database.scratch() as url:
        yield url


# The surroundings


@pytest.fixture(scope="session", autouse=True)
def surroundings() -> Iterator[None]:
    """Hash passwords quickly, and serve static files as they lie, without having them collected."""
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-static-") as static_root,
        override_settings(
            PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
            STATIC_ROOT=static_root,
            STORAGES={
                **settings.STORAGES,
                "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
            },
        ),
    ):
        yield


@pytest.fixture(autouse=True)
def empty_caches() -> Iterator[None]:
    """Let no test find what another one cached."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
