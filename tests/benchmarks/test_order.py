"""What the benchmark measures of the order holds for a small archive, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.models import Finding, Topic
from articles.readers import title_key
from articles.reporting import make_report
from tests.benchmarks.order import Shuffled, bring_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_shuffled_archive_is_in_order_again_and_its_lost_stories_are_known(
    tmp_path: Path,
) -> None:
    shuffled = Shuffled(400)
    shuffled.write(tmp_path)
    bring_in(tmp_path)
    assert shuffled.right_pairs() >= 0.995
    make_report()
    titles = Finding.objects.filter(topic=Topic.LOST).values_list("title", flat=True)
    keys = [title_key(title) for title in titles]
    assert len(keys) == len(set(keys))
    assert set(keys) >= shuffled.lost_keys()
    before = shuffled.positions()
    bring_in(shuffled.write_one(shuffled.missing[0], tmp_path))
    after = shuffled.positions()
    assert sum(after[number] != position for number, position in before.items()) <= 1
