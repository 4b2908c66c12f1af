"""Who sits at the desk."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import cast


@pytest.fixture
def editor(client: Client) -> Client:
    """Give a browser in which an editor has signed in."""
    client.force_login(cast.make_editor())
    return client
