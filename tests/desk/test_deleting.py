"""Deleting, and what is only read."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.deciding import undo
from articles.linking.linking import link_article, link_new
from articles.models import (
    Article,
    Decision,
    ImportBatch,
    ImportedDocument,
    Mention,
    Neighbour,
    NewName,
    Person,
)
from tests import cast
from tests.desk.rooms import (
    address,
    change_address,
    document,
    make_everything,
    save,
    values_in,
)

pytestmark = pytest.mark.django_db


def test_a_story_with_a_thousand_rows_is_deleted(editor: Client) -> None:
    story = cast.make_article("Sputnik")
    person = cast.make_person()
    Mention.objects.bulk_create(
        Mention(article=story, entity=person, start=n, end=n + 1, surface="S", found_by="alias")
        for n in range(1000)
    )
    cast.make_neighbour(cast.make_article("Laika"), "previous", "Sputnik")
    url = address(Article, "delete", story.pk)
    with CaptureQueriesContext(connection) as queries:
        asked = editor.get(url)
    assert "Mentions: 1000" in "".join(document(asked).itertext())
    assert len(queries) < 15
    assert len(asked.content) < 30_000  # the number of the rows, not each of them
    assert editor.post(url, {"post": "yes"}).status_code == 302
    assert not Mention.objects.exists()
    assert Neighbour.objects.get().other is None


def test_whom_an_editor_deleted_no_import_makes_again(editor: Client) -> None:
    person = cast.make_person("Victor Verster")
    for number in range(3):
        link_article(cast.make_article(f"Day {number}", paragraphs=["Mr Victor Verster was free."]))
    asked = editor.post(address(Person, "delete", person.pk), {"post": "yes"}, follow=True)
    assert "no import makes it again" in asked.content.decode()
    link_new(list(Article.objects.values_list("pk", flat=True)))
    assert not Person.objects.exists()
    decision = Decision.objects.get()
    undo(decision.pk)
    assert NewName.objects.filter(rejected=False, name="Victor Verster").exists()


def test_whoever_is_protected_is_not_deleted(editor: Client) -> None:
    person = cast.make_person(initials_only=True, protection_reason="He asked.")
    url = address(Person, "delete", person.pk)
    assert editor.post(url, {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [person.pk], "post": "yes"}
    editor.post(address(Person, "changelist"), chosen)
    assert Person.objects.filter(pk=person.pk).exists()


def test_nobody_deletes_more_than_they_may(client: Client) -> None:
    make_everything()
    cautious = User.objects.create_user("cautious", is_staff=True)
    allowed = Permission.objects.filter(codename__in=["view_person", "delete_person"])
    cautious.user_permissions.set(allowed)
    client.force_login(cautious)
    url = address(Person, "delete", Person.objects.get().pk)
    assert "mention" in "".join(document(client.get(url)).itertext())
    assert client.post(url, {"post": "yes"}).status_code == 403
    assert Person.objects.exists()


@pytest.mark.parametrize("model", [ImportBatch, ImportedDocument])
def test_imports_are_only_read(model: type[Model], editor: Client) -> None:
    make_everything()
    row = model._default_manager.get()
    assert "_save" not in dict(values_in(document(editor.get(change_address(row)))))
    for url in (change_address(row), address(model, "delete", row.pk), address(model, "add")):
        assert editor.post(url, {"post": "yes"}).status_code == 403
    assert model._default_manager.get() == row


def test_the_days_of_a_life_are_saved(editor: Client) -> None:
    days = {"first_day": "1934-03-09", "last_day": "1968-03-27"}
    assert save(editor, address(Person, "add"), name="Gagarin", slug="gagarin", **days) == ""
    assert Person.objects.get().last_day == date(1968, 3, 27)
