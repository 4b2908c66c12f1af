"""What the database refuses is a sentence on the form."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from articles.models import (
    Article,
    Entity,
    Event,
    Mention,
    Neighbour,
    Organization,
    Person,
)
from tests import cast
from tests.desk.rooms import (
    address,
    change_address,
    make_everything,
    new_story,
    save,
)

pytestmark = pytest.mark.django_db


def test_a_story_s_taken_address_is_refused_with_a_sentence(editor: Client) -> None:
    cast.make_article("Sputnik", slug="story")
    errors, _ = new_story(editor)
    assert errors == "Another story has this address already."


@pytest.mark.parametrize("model", [Person, Organization, Event, Entity])
def test_a_name_s_taken_address_is_refused_with_a_sentence(
    model: type[Model], editor: Client
) -> None:
    for make in (cast.make_person, cast.make_organization, cast.make_event):
        make("Vostok", slug="vostok")
    typed = {"name": "Vostok", "slug": "vostok"} | ({"kind": "event"} if model is Entity else {})
    errors = save(editor, address(model, "add"), **typed)
    kind = "event" if model is Entity else model._meta.verbose_name
    assert errors == f"Another {kind} has this address already."


def test_another_kind_may_have_the_same_address(editor: Client) -> None:
    cast.make_person("Vostok", slug="vostok")
    assert save(editor, address(Event, "add"), name="Vostok", slug="vostok") == ""
    assert Event.objects.get().kind == "event"


def test_days_in_the_wrong_order_are_refused_with_a_sentence(editor: Client) -> None:
    days = {"first_day": "1968-03-27", "last_day": "1934-03-09"}
    errors = save(editor, address(Person, "add"), name="Gagarin", slug="gagarin", **days)
    assert errors == "The last day lies before the first."


def test_nothing_is_a_part_of_itself(editor: Client) -> None:
    person = cast.make_person()
    assert save(editor, change_address(person), parent=person.pk) == "Nothing is a part of itself."


def test_a_language_is_a_code(editor: Client) -> None:
    errors, _ = new_story(editor, language="русский")
    assert errors == "“русский” is not a language's code. Such are en, ru, be and kk."
    assert new_story(editor, language="sr-Latn")[0] == ""


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"start": 5, "end": 5}, "The end lies before the start."),
        ({"start": 0, "end": 900}, "The story's text has 39 characters."),
        ({"start": 1, "end": 4}, "There the story reads “uri”."),
    ],
    ids=["empty", "outside", "other words"],
)
def test_a_mention_lies_where_its_words_stand(
    typed: dict[str, Any], error: str, editor: Client
) -> None:
    make_everything()
    assert save(editor, change_address(Mention.objects.get()), **typed) == error


def test_a_mention_that_lost_its_place_can_be_rejected(editor: Client) -> None:
    make_everything()
    Article.objects.update(body_text="")
    assert save(editor, change_address(Mention.objects.get()), state="rejected") == ""
    assert Mention.objects.get().state == "rejected"


def test_a_neighbour_s_title_is_found_by_its_key(editor: Client) -> None:
    make_everything()
    assert save(editor, change_address(Neighbour.objects.get()), title="«Laika» flies!") == ""
    assert Neighbour.objects.get().title_key == "laika flies"
