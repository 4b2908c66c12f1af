"""Which stories stand beside a story, and which never do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from articles.models import Article, MadeBy, State
from articles.related.writing import relate, relate_all
from articles.story_page import published_page
from tests import cast
from tests.related.newsroom import ROCKET, beside, computed, make_archive, rows, settle, story

pytestmark = pytest.mark.django_db


def test_stories_on_one_subject_stand_beside_each_other() -> None:
    make_archive()
    rocket = Article.objects.get(slug="rocket-1-the-booster")
    assert len(beside(rocket)) == 3
    assert all(slug.startswith("rocket") for slug in beside(rocket))


def test_five_at_most_are_chosen() -> None:
    for number in range(9):
        story(f"Rocket {number}", f"{ROCKET} Part {number} {'abcdefghi'[number] * 4}.")
    settle()
    assert len(beside(Article.objects.get(slug="rocket-4"))) == 5


def test_a_draft_is_never_chosen_and_has_nothing_beside_it() -> None:
    make_archive()
    draft = story("A secret rocket", status="draft")
    relate(draft)
    relate_all()
    assert beside(draft) == []
    assert not any("secret" in row[2] for row in rows())


def test_a_story_taken_back_is_beside_nothing_any_more() -> None:
    make_archive()
    gone = Article.objects.get(slug="rocket-2-the-capsule-hatch")
    first = Article.objects.get(slug="rocket-1-the-booster")
    assert gone.slug in beside(first)
    gone.status = "draft"
    gone.save()
    relate(gone)
    assert gone.slug not in {row[2] for row in rows()}
    assert beside(gone) == []
    assert len(beside(first)) == 2


def test_what_is_published_later_comes_to_stand_beside_what_is_there() -> None:
    make_archive()
    new = story("Rocket 5: the escape tower", f"{ROCKET} Engineers test the escape tower.")
    relate(new)
    assert new.slug in beside(Article.objects.get(slug="rocket-1-the-booster"))


def test_the_same_text_is_not_offered_twice() -> None:
    make_archive()
    for slug in ("once", "twice"):
        story("The rocket flies", f"{ROCKET} Cameras show the nozzle and the flame.", slug=slug)
    settle()
    first = beside(Article.objects.get(slug="rocket-1-the-booster"))
    assert len({"once", "twice"} & {*first}) == 1
    assert "twice" not in beside(Article.objects.get(slug="once"))


def test_what_the_source_named_counts() -> None:
    make_archive()
    bread = Article.objects.get(slug="bread-1-the-oven")
    cast.make_related(bread, "Rocket 3: the parachute")
    settle()
    parachute = Article.objects.get(slug="rocket-3-the-parachute")
    assert "bread-1-the-oven" in beside(parachute)
    assert "rocket-3-the-parachute" not in beside(bread)  # there it stands already


def test_what_is_near_in_time_comes_first() -> None:
    start = datetime(2022, 1, 5, tzinfo=UTC)
    for number, days in enumerate((0, 400, 2, 800)):
        text = f"{ROCKET} Part {'abcd'[number] * 4}."
        story(f"Rocket {'abcd'[number]}", text, published_at=start + timedelta(days))
    settle()
    assert beside(Article.objects.get(slug="rocket-a")) == ["rocket-c", "rocket-b", "rocket-d"]


def test_a_name_that_no_reader_sees_counts_for_nothing() -> None:
    make_archive()
    before = rows()
    baker = cast.make_person("Rye Baker")
    for slug, surface in (("rocket-1-the-booster", "rocket"), ("bread-1-the-oven", "bakery")):
        article = Article.objects.get(slug=slug)
        cast.make_mention(article, baker, surface, State.SUGGESTED, confidence=10)
    settle()
    assert rows() == before


# Whatever way it is chosen


def test_one_by_one_and_all_at_once_are_equal() -> None:
    make_archive()
    korolev = cast.make_person("Sergei Korolev")
    for slug in ("rocket-1-the-booster", "rocket-4-the-telemetry"):
        cast.make_mention(Article.objects.get(slug=slug), korolev, "rocket")
    for slug in ("rocket-1-the-booster", "bread-1-the-oven"):
        Article.objects.get(slug=slug).tags.add("Industry")
    cast.make_related(Article.objects.get(slug="bread-2-the-dough"), "Bread 3: the queue")
    relate_all()
    at_once = rows()
    for article in Article.objects.all():
        article.related_links.filter(made_by=MadeBy.COMPUTED).delete()
    for article in Article.objects.all():
        relate(article)
    assert rows() == at_once


def test_choosing_again_writes_nothing() -> None:
    make_archive()
    before = [link.pk for article in Article.objects.all() for link in computed(article)]
    relate_all()
    assert before == [link.pk for article in Article.objects.all() for link in computed(article)]


# Whoever says it


def test_an_editors_word_stands_first_and_stays() -> None:
    make_archive()
    rocket = Article.objects.get(slug="rocket-1-the-booster")
    bread = Article.objects.get(slug="bread-1-the-oven")
    hatch = Article.objects.get(slug="rocket-2-the-capsule-hatch")
    for rank, other in enumerate((bread, hatch)):
        cast.make_related(rocket, "", other=other, made_by=MadeBy.EDITOR, rank=rank)
    cast.make_related(rocket, "Rocket 3: the parachute", rank=0)
    settle()
    page = published_page(rocket.slug)
    assert page
    assert [row.slug for row in page.related] == [
        *("bread-1-the-oven", "rocket-2-the-capsule-hatch"),
        *("rocket-3-the-parachute", "rocket-4-the-telemetry"),
    ]
