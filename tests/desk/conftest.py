"""Who sits at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests import cast


@pytest.fixture
def editor(client: Client) -> Client:
    """Give a browser in which an editor has signed in."""
    client.force_login(cast.make_editor())
    return client


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what waits for a commit without one, since a test's own transaction never commits."""

    def do(work: Callable[[], Any], **_options: Any) -> None:
        work()

    monkeypatch.setattr(transaction, "on_commit", do)
