"""The whole report: looked for first, then kept in one short transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from articles.chronology.rows import read_arranged
from articles.models import ArchiveReport, Finding
from articles.reporting.found import Found
from articles.reporting.links import count_firm, find_links
from articles.reporting.lost import find_lost
from articles.reporting.near_duplicates import find_alike
from articles.reporting.reading_time import find_unfit, words_a_minute
from articles.reporting.recall import measure_recall


def make_report() -> ArchiveReport:
    """Look through the archive, keep what was found in place of what was found before, and return it."""
    arranged = read_arranged()
    rates = words_a_minute()
    counts: dict[str, Any] = {
        "stories": arranged.archive.stories,
        "firm": count_firm(arranged),
        "words_a_minute": rates,
    }
    found = [*find_links(arranged), *find_lost(arranged), *find_unfit(rates), *find_alike()]
    if recall := measure_recall():
        counts["related"] = recall._asdict()
    counts |= Counter(str(one.topic) for one in found)
    with transaction.atomic():
        _keep(found)
        ArchiveReport.objects.all().delete()
        return ArchiveReport.objects.create(counts=counts)


def _keep(found: Iterable[Found]) -> None:
    Finding.objects.all().delete()
    ranks: Counter[str] = Counter()
    rows = []
    for topic, article, other, title, facts in found:
        ranks[topic] += 1
        stories = {"article_id": article, "other_id": other}
        rows.append(Finding(topic=topic, rank=ranks[topic], title=title, facts=facts, **stories))
    Finding.objects.bulk_create(rows, batch_size=1000)
