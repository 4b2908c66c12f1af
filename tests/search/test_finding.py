"""Stories are found by their words, on both databases alike, and only those that readers may see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from articles.search.finding import find
from articles.search.question import question
from tests.cast import make_article

pytestmark = pytest.mark.django_db


def titles(typed: str, by_date: bool = False) -> list[str]:
    found = find(question(typed), Article.objects.published(), by_date)
    rows = Article.objects.in_bulk(found.stories)
    return [rows[pk].title for pk in found.stories]


def test_a_story_is_found_by_a_word_of_each_of_its_parts() -> None:
    make_article("Sputnik", paragraphs=["It beeped."], standfirst="From Tyuratam.")
    for word in ("sputnik", "BEEPED", "tyuratam"):
        assert titles(word) == ["Sputnik"]
    assert titles("laika") == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The commission investigated the floods.", "investigations flood"),
        ("В Беларуси прошли протесты.", "протест Беларусь"),
        ("Пратэсты ў Мінску.", "Мінск"),
        ("Собрание прошло в Минске.", "Мінск"),
        ("The café of Saint-Exupéry.", "cafe saint exupery"),
        ("Ёлку поставили на площади.", "елка площадь"),
        ("Сям’я жыла ў вёсцы.", "сям'я"),
    ],
)
def test_a_word_is_found_in_all_its_forms(text: str, asked: str) -> None:
    make_article("A story", paragraphs=[text])
    assert titles(asked) == ["A story"]


def test_a_phrase_stands_as_it_is_asked_for() -> None:
    make_article("One", paragraphs=["The water level rose."])
    make_article("Two", paragraphs=["The level of the water rose."])
    assert titles('"water level"') == ["One"]
    assert titles("«water level»") == ["One"]
    assert titles("water-level") == ["One"]
    assert set(titles("water level")) == {"One", "Two"}


def test_a_phrase_does_not_run_from_one_part_into_another() -> None:
    make_article("The water", paragraphs=["Level and calm it lay."], standfirst="")
    assert titles('"water level"') == []


def test_words_with_a_minus_are_left_out() -> None:
    make_article("One", paragraphs=["The river in Minsk."])
    make_article("Two", paragraphs=["The river in Pinsk, the old town."])
    assert titles("river -Pinsk") == ["One"]
    assert titles('river -"old town"') == ["One"]
    assert titles("-Pinsk") == []


def test_a_word_with_a_star_is_found_by_its_beginning() -> None:
    make_article("One", paragraphs=["The hydrographers came."])
    assert titles("hydrog*") == ["One"]
    assert titles("hydrographers*") == ["One"]
    assert titles("ydrog*") == []


def test_the_title_counts_more_than_the_standfirst_and_that_more_than_the_body() -> None:
    rest = "It lies at the end of the street beside the mill, and nobody goes there in winter."
    make_article("A walk", paragraphs=[f"A bridge. {rest}"], standfirst="A day out.")
    make_article("A talk", paragraphs=[f"A house. {rest}"], standfirst="The bridge again.")
    make_article("The bridge", paragraphs=[f"A house. {rest}"], standfirst="A day out.")
    assert titles("bridge") == ["The bridge", "A talk", "A walk"]


def test_the_newest_comes_first_if_that_is_asked_for() -> None:
    now = timezone.now()
    make_article("The bridge", published_at=now - timedelta(days=9))
    make_article("A walk", paragraphs=["A bridge."], published_at=now - timedelta(days=1))
    assert titles("bridge") == ["The bridge", "A walk"]
    assert titles("bridge", by_date=True) == ["A walk", "The bridge"]


def test_what_readers_may_not_see_is_not_found() -> None:
    make_article("A draft", paragraphs=["A bridge."], status="draft")
    later = timezone.now() + timedelta(hours=1)
    make_article("Scheduled", paragraphs=["A bridge."], published_at=later)
    assert titles("bridge") == []
    assert titles("bri*") == []


def test_a_word_that_very_many_stories_hold_is_found_in_titles_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("articles.search.finding.MOST_RANKED", 2)
    monkeypatch.setattr("articles.search.finding.MOST", 3)
    now = timezone.now()
    for days, title in enumerate(["One", "Two", "Three", "The bridge", "Four"]):
        moment = now - timedelta(days=days + 1)
        make_article(title, paragraphs=["A bridge there."], published_at=moment)
    assert titles("bridge") == ["The bridge", "One", "Two"]
    assert titles("bridge", by_date=True) == ["One", "Two", "Three"]
    assert titles("bridge -there") == []
    assert not find(question("bridge"), Article.objects.published()).are_all
