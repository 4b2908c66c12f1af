"""In whatever order stories come in, the same people are in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from tests.benchmarks.generator import Archive
from tests.linking.graphs import bring_in, differences, graph, orders

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    Archive(30).write(tmp_path)
    return sorted(tmp_path.rglob("*.txt"))


def test_every_order_gives_the_same_graph(files: list[Path]) -> None:
    bring_in(files)
    first = graph()
    assert len(first["Mention"]) > 100
    for order in orders(files, 3):
        call_command("flush", verbosity=0, interactive=False)
        bring_in(order)
        assert differences(first, graph()) == []


def test_one_by_one_gives_the_same_graph(files: list[Path]) -> None:
    bring_in(files)
    first = graph()
    call_command("flush", verbosity=0, interactive=False)
    for file in reversed(files):
        bring_in([file])
    assert differences(first, graph()) == []
