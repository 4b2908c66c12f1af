"""How many of the source's own related stories the newsroom finds, measured without the source."""

from __future__ import annotations

import pytest

from articles.models import Article
from articles.reporting.recall import Recall, measure_recall
from tests.cast import make_related
from tests.related.newsroom import make_archive

pytestmark = pytest.mark.django_db


def rocket(number: int) -> Article:
    return Article.objects.filter(slug__startswith="rocket").order_by("pk")[number]


def test_where_sources_named_nothing_there_is_nothing_to_measure() -> None:
    make_archive()
    assert measure_recall() is None


def test_what_was_named_and_is_alike_is_found() -> None:
    make_archive()
    make_related(rocket(0), rocket(1).title)
    assert measure_recall() is not None
    make_related(rocket(0), rocket(2).title)
    measured = measure_recall()
    assert measured == Recall(stories=1, recall=1.0, mrr=1.0)


def test_what_only_the_source_ties_together_is_not_found() -> None:
    make_archive()
    other = Article.objects.exclude(slug__startswith="rocket").order_by("pk")[0]
    make_related(rocket(0), rocket(1).title)
    make_related(rocket(0), other.title)
    measured = measure_recall()
    assert measured is not None
    assert measured.recall == 0.5


def test_drafts_are_neither_asked_nor_wanted() -> None:
    make_archive()
    make_related(rocket(0), rocket(1).title)
    Article.objects.filter(pk=rocket(1).pk).update(status="draft")
    assert measure_recall() is None
