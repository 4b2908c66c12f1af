"""The generated archive is the one that benchmarks say they measure."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from articles.readers import Document, Post, read_seed_text
from tests.benchmarks.generator import Archive, organization, person


@pytest.fixture(scope="module")
def posts() -> list[Post]:
    archive = Archive(500)
    return [read_seed_text(Document(path, text.encode(), path)) for path, text in archive]


def test_the_same_seed_makes_the_same_posts() -> None:
    assert list(Archive(20, seed=3)) == list(Archive(20, seed=3))
    assert Archive(20, seed=3).text(7) != Archive(20, seed=4).text(7)


def test_no_two_titles_or_names_are_the_same() -> None:
    archive = Archive(120_000)
    assert len({archive.title(number) for number in range(120_000)}) == 120_000
    assert len({person(rank) for rank in range(100_000)}) == 100_000
    assert len({organization(rank) for rank in range(50_000)}) == 50_000


def test_each_post_names_the_ones_before_and_after_it(posts: list[Post]) -> None:
    titles = [post.title for post in posts]
    assert [post.previous for post in posts] == [None, *titles[:-1]]
    assert [post.next for post in posts] == [*titles[1:], None]
    assert all(len(post.related) <= 3 for post in posts)


def test_a_few_in_a_hundred_are_undated_and_the_others_in_order(posts: list[Post]) -> None:
    dates = [post.published for post in posts if post.published]
    days = [date(known.year, known.month or 0, known.day or 0) for known in dates]
    assert 0.9 < len(days) / len(posts) < 0.99
    assert days == sorted(days)
    assert (days[0].year, days[-1].year) == (2002, 2021)


def test_posts_have_about_350_words(posts: list[Post]) -> None:
    lines = [line for post in posts for block in post.blocks for line in block.lines]
    assert 320 < len(" ".join(lines).split()) / len(posts) < 380


def test_a_few_people_stand_in_very_many_posts() -> None:
    texts = [text for _, text in Archive(500)]
    stories = Counter({rank: sum(person(rank) in text for text in texts) for rank in range(100)})
    assert stories[0] > 5 * stories[20] > 0


def test_posts_are_saved_a_thousand_a_folder(tmp_path: Path) -> None:
    Archive(1001).write(tmp_path)
    assert len(list((tmp_path / "000").iterdir())) == 1000
    assert [file.name for file in (tmp_path / "001").iterdir()] == ["001000.txt"]
