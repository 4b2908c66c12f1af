"""The test ground keeps its own promises: two real databases, each test on the right ones."""

from __future__ import annotations

import os
import subprocess
import sys
from urllib.request import urlopen

import pytest
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from tests.databases import Databases

VENDORS = {"sqlite": "sqlite", "postgres": "postgresql"}


def test_django_talks_to_the_database_whose_turn_it_is(db: None, database: Databases) -> None:
    assert connection.vendor == VENDORS[database.kind]


@pytest.mark.django_db
def test_the_mark_alone_brings_both_databases(request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue("database").kind in request.node.name


def test_a_test_without_a_database_runs_once(request: pytest.FixtureRequest) -> None:
    assert request.node.name == "test_a_test_without_a_database_runs_once"


def test_a_live_server_reads_what_the_test_wrote(live_server: LiveServer) -> None:
    Article.objects.create(title="Sputnik is in orbit", slug="sputnik", status="published")
    with urlopen(f"{live_server.url}/articles/sputnik/") as answer:
        assert b"Sputnik is in orbit" in answer.read()


def test_a_command_fills_an_empty_database_of_the_same_kind(
    database: Databases, database_url: str
) -> None:
    assert database_url.startswith(database.kind)
    environment = os.environ | {"DATABASE_URL": database_url}
    migrate = [sys.executable, "manage.py", "migrate", "--no-color"]
    migrated = subprocess.run(migrate, env=environment, capture_output=True, text=True, check=True)
    assert "Applying articles.0001_initial... OK" in migrated.stdout
