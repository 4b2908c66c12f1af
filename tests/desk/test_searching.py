"""What an editor looks for is found, in any case and script, however many rows there are."""

from __future__ import annotations

import pytest
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from taggit.models import Tag

from articles.admin.lists import MOST_ROWS_COUNTED
from articles.models import (
    Alias,
    Article,
    Entity,
    ImportBatch,
    ImportedDocument,
    Mention,
    Person,
)
from tests import cast
from tests.desk.rooms import (
    address,
    document,
    make_everything,
    names_in_list,
    save,
    values_in,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("search", ["ПАЕХАЛІ", "паехалі", "КОСМАСЕ паехалі", "«космасе»"])
def test_a_story_is_found_in_any_case_and_order(search: str, editor: Client) -> None:
    cast.make_article("Паехалі: чалавек у космасе", slug="be")
    cast.make_article("Космас без людзей", slug="other")
    assert names_in_list(editor, Article, search) == ["Паехалі: чалавек у космасе"]


@pytest.mark.parametrize(
    "search", ["гагарин", "ГАГАРИН", "гАгАрИн", "Gagarin", "Юрий гагарин", "гарин", "кедр", "Kedr"]
)
def test_a_person_is_found_in_any_case_script_and_by_an_alias(search: str, editor: Client) -> None:
    gagarin = cast.make_person("Юрий Гагарин", slug="yuri-gagarin")
    for name in ("Кедр", "Kedr"):
        save(editor, address(Alias, "add"), entity=gagarin.pk, name=name)
    cast.make_person("Герман Титов")
    for model in (Person, Entity):
        assert names_in_list(editor, model, search) == ["Юрий Гагарин"]


def test_a_search_that_finds_nothing_says_so(editor: Client) -> None:
    cast.make_person()
    assert names_in_list(editor, Person, "Komarov") == []
    assert names_in_list(editor, Person, "«") == []
    assert editor.get(address(ImportBatch, "changelist"), {"q": "x"}).status_code == 200


@pytest.mark.parametrize(
    ("model", "search"),
    [(Tag, "КОСМОС"), (Mention, "gagarin"), (Alias, "ГАГАРИН"), (ImportedDocument, "0.TXT")],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_other_rows_are_found_in_any_case(model: type[Model], search: str, editor: Client) -> None:
    make_everything()
    assert len(names_in_list(editor, model, search)) == 1
    assert names_in_list(editor, model, f"{search} нет") == []


def test_a_field_completes_names_as_the_list_finds_them(editor: Client) -> None:
    gagarin = cast.make_person("Юрий Гагарин", slug="gagarin")
    asked = {"app_label": "articles", "model_name": "mention", "field_name": "entity"}
    answer = editor.get("/admin/autocomplete/", asked | {"term": "гагарин"}).json()
    assert answer["results"] == [{"id": str(gagarin.pk), "text": "Юрий Гагарин"}]


def test_undated_stories_can_be_listed(editor: Client) -> None:
    cast.make_article("Dated", published_at=timezone.now())
    cast.make_article("Undated")
    assert names_in_list(editor, Article, date="unknown") == ["Undated"]
    assert names_in_list(editor, Article, date="known") == ["Dated"]


# More rows than anybody pages through


def make_many_people() -> None:
    Entity.objects.bulk_create(
        Entity(kind="person", name=f"Person {n}", slug=f"person-{n:04}")
        for n in range(MOST_ROWS_COUNTED + 50)
    )


@pytest.mark.parametrize("search", ["", "person"])
def test_a_long_list_says_that_it_was_not_counted_to_its_end(search: str, editor: Client) -> None:
    make_many_people()
    page = document(editor.get(address(Person, "changelist"), {"q": search}))
    text = " ".join("".join(page.itertext()).split())
    assert f"{MOST_ROWS_COUNTED}+ people" in text
    assert names_in_list(editor, Person, search)[0] == "Person 0"


def test_select_all_takes_no_more_than_were_counted(editor: Client) -> None:
    make_many_people()
    url = address(Person, "changelist")
    chosen = {"action": "delete_selected", "select_across": "1", "_selected_action": ["1"]}
    asked = editor.post(url, chosen)
    rows = [value for name, value in values_in(document(asked)) if name == "_selected_action"]
    assert len(rows) == MOST_ROWS_COUNTED
    editor.post(url, {"action": "delete_selected", "_selected_action": rows, "post": "yes"})
    assert Person.objects.order_by("slug")[0].name == f"Person {MOST_ROWS_COUNTED}"
