"""Each story beside another says why it is there, and what it says is true."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from articles.models import Article, Entity
from tests import cast
from tests.related.newsroom import computed, make_archive, settle

pytestmark = pytest.mark.django_db

BOOSTER, HATCH = "rocket-1-the-booster", "rocket-2-the-capsule-hatch"


def mention_in_both(entity: Entity) -> None:
    for slug in (BOOSTER, HATCH):
        cast.make_mention(Article.objects.get(slug=slug), entity, "rocket")


def why(slug: str, other: str) -> list[str]:
    links = computed(Article.objects.get(slug=slug))
    return next(link.reasons for link in links if link.other and link.other.slug == other)


def test_whom_both_mention_is_named() -> None:
    make_archive()
    mention_in_both(cast.make_person("Sergei Korolev"))
    mention_in_both(cast.make_organization("OKB-1"))
    settle()
    assert why(BOOSTER, HATCH) == ["Both mention OKB-1 and Sergei Korolev"]


def test_an_event_that_both_are_of_is_named_first() -> None:
    make_archive()
    mention_in_both(cast.make_person("Sergei Korolev"))
    mention_in_both(cast.make_event("Union Resolve – 2022"))
    settle()
    assert why(BOOSTER, HATCH) == [
        "Part of the same event: Union Resolve – 2022",
        "Both mention Sergei Korolev",
    ]


@pytest.mark.parametrize("protection", ["page_hidden", "initials_only"])
def test_who_is_protected_is_in_no_reason(protection: str) -> None:
    make_archive()
    mention_in_both(cast.make_person("Sergei Korolev", **{protection: True}))
    settle()
    assert why(BOOSTER, HATCH) == ["On the same subject"]


def test_an_earlier_report_and_a_later_one_are_told_apart() -> None:
    make_archive()
    for slug, day in ((BOOSTER, 5), (HATCH, 9)):
        Article.objects.filter(slug=slug).update(
            published_at=datetime(2022, 1, day, tzinfo=UTC), date_precision="day"
        )
    settle()
    assert why(BOOSTER, HATCH) == ["On the same subject", "A later report"]
    assert why(HATCH, BOOSTER) == ["On the same subject", "An earlier report"]


def test_tags_that_both_bear_are_named() -> None:
    make_archive()
    for slug in (BOOSTER, HATCH):
        Article.objects.get(slug=slug).tags.add("Vostok", "Baikonur")
    settle()
    assert why(BOOSTER, HATCH) == ["Both are tagged Baikonur and Vostok"]


def test_that_the_source_named_one_is_said() -> None:
    make_archive()
    cast.make_related(Article.objects.get(slug=HATCH), "Rocket 1: the booster")
    settle()
    assert why(BOOSTER, HATCH) == ["The original posts name them together"]
