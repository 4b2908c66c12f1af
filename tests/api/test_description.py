"""The API does what its OpenAPI description says, whatever a program asks it."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from pytest_django.live_server_helper import LiveServer

from tests.cast import make_newsroom

pytestmark = pytest.mark.django_db(transaction=True)

EXAMPLES_AN_ADDRESS = 25


def test_every_answer_is_as_described(live_server: LiveServer) -> None:
    make_newsroom()
    cache.clear()
    description = schemathesis.openapi.from_url(f"{live_server.url}/api/openapi.json")
    operations: list[Any] = [
        found.ok()  # type: ignore[union-attr]  # the description is whole, or the test fails
        for found in description.get_all_operations()
    ]
    assert len(operations) == 8
    for operation in operations:
        ask(operation)


def ask(operation: Any) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES_AN_ADDRESS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    def answers_as_described(case: Any) -> None:
        cache.clear()  # or the hundredth question would be one too many
        case.call_and_validate()

    answers_as_described()
