"""What hangs on a story: tags, authors, related stories."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from taggit.models import Tag

from articles.models import (
    Article,
    MadeBy,
)
from tests import cast
from tests.desk.rooms import (
    change_address,
    new_story,
    save,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Yuri Gagarin", ["Yuri Gagarin"]),
        ("Vostok, Yuri Gagarin, ", ["Vostok", "Yuri Gagarin"]),
        ("космос, КОСМОС", ["Космос"]),
        ('"Moscow, 1961"', ["Moscow, 1961"]),
        ("", []),
    ],
)
def test_tags_are_typed_with_commas(typed: str, names: list[str], editor: Client) -> None:
    Tag.objects.create(name="Космос")
    errors, story = new_story(editor, tags=typed)
    assert errors == ""
    assert story
    assert sorted(story.tags.names()) == names
    assert save(editor, change_address(story)) == ""
    assert sorted(story.tags.names()) == names


@pytest.mark.parametrize(
    ("typed", "error"),
    [("!!!", "“!!!” has no letter or digit"), ("a" * 101, "at most 100 characters")],
    ids=["no letter", "long"],
)
def test_a_tag_without_an_address_is_refused(typed: str, error: str, editor: Client) -> None:
    errors, story = new_story(editor, tags=f"Vostok, {typed}")
    assert error in errors
    assert story is None


# Authors and related stories


def byline(number: int, place: str | None, name: str) -> dict[str, Any]:
    return {
        "bylines-TOTAL_FORMS": number + 1,
        f"bylines-{number}-place": place,
        f"bylines-{number}-name": name,
    }


def authors(story: Article) -> list[str]:
    return [one.name for one in story.bylines.order_by("rank")]


def test_authors_without_a_place_stand_as_they_were_typed(editor: Client) -> None:
    typed = byline(0, "", "Anna") | byline(1, "", "Boris") | byline(2, "1", "Vera")
    errors, story = new_story(editor, **typed)
    assert errors == ""
    assert story
    assert authors(story) == ["Vera", "Anna", "Boris"]


@pytest.mark.parametrize(
    ("places", "order"),
    [
        (["2", "1", "3"], ["Boris", "Anna", "Vera"]),
        (["3", "2", "3"], ["Boris", "Vera", "Anna"]),
        (["1", "2", "1"], ["Vera", "Anna", "Boris"]),
        (["1", "2", "3"], ["Anna", "Boris", "Vera"]),
    ],
    ids=["swapped", "first to the end", "last to the front", "left"],
)
def test_authors_change_places(places: list[str], order: list[str], editor: Client) -> None:
    story = cast.make_article("Sputnik")
    for name in ("Anna", "Boris", "Vera"):
        cast.make_byline(story, name)
    typed = {f"bylines-{number}-place": place for number, place in enumerate(places)}
    assert save(editor, change_address(story), **typed) == ""
    assert authors(story) == order


def test_several_related_stories_are_chosen_at_once(editor: Client) -> None:
    others = [cast.make_article(f"Luna {number}") for number in range(3)]
    typed = {f"related_links-{n}-other": other.pk for n, other in enumerate(others)}
    errors, story = new_story(editor, **{"related_links-TOTAL_FORMS": 3}, **typed)
    assert errors == ""
    assert story
    assert [link.other for link in story.related_links.order_by("rank")] == others
    assert {link.made_by for link in story.related_links.all()} == {MadeBy.EDITOR}


def test_a_story_is_not_related_to_itself(editor: Client) -> None:
    story = cast.make_article("Sputnik")
    typed = {"related_links-TOTAL_FORMS": 1, "related_links-0-other": story.pk}
    errors = save(editor, change_address(story), **typed)
    assert errors == "A story does not stand beside itself."
