"""The stories that hold a new name are found by the index, and no other."""

from __future__ import annotations

import pytest

from articles.linking.searching import MOST_BY_INDEX, stories_holding
from articles.search.entry import MOST_LETTERS
from tests.cast import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Marfa Zhilina", "Then Marfa Zhilina spoke."),
        ("Ames", "It was Ames's idea."),
        ("Zhilina", "The Marfa-Zhilina prize."),
        ("毛泽东", "1949年毛泽东宣布。"),
        ("Zhilina", f"{'so ' * (MOST_LETTERS // 3)} Zhilina."),
    ],
)
def test_a_story_is_found_that_holds_the_name(name: str, text: str) -> None:
    story = make_article("One", paragraphs=[text])
    make_article("Two", paragraphs=["Nobody was there."])
    assert stories_holding([name]) == {story.pk}


def test_a_story_with_the_words_in_other_letters_or_places_is_not() -> None:
    make_article("One", paragraphs=["The harbour's ice, and ice in the Harbour."])
    assert stories_holding(["harbour ice"]) == set()


def test_many_names_are_found_as_one_is() -> None:
    story = make_article("One", paragraphs=["Then Marfa Zhilina spoke."])
    names = ["Marfa Zhilina", *(f"Nobody {number}" for number in range(MOST_BY_INDEX))]
    assert stories_holding(names) == stories_holding(names[:1]) == {story.pk}
