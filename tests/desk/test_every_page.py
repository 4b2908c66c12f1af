"""Every page of the desk is there, asks little, and holds nothing inline."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import cast
from tests.desk.rooms import (
    MODELS,
    MOST_QUERIES_A_LIST,
    READ_ONLY,
    address,
    change_address,
    document,
    every_model,
    make_everything,
)

pytestmark = pytest.mark.django_db


@every_model
def test_a_list_and_its_forms_are_there(model: type[Model], editor: Client) -> None:
    make_everything()
    row = model._default_manager.order_by("pk")[0]
    for url in (address(model, "changelist"), change_address(row)):
        assert editor.get(url).status_code == 200
    added = editor.get(address(model, "add")).status_code
    assert added == (403 if model in READ_ONLY else 200)


def test_every_model_of_the_newsroom_is_at_the_desk() -> None:
    registered = {model for model in admin.site._registry if model._meta.app_label != "auth"}
    assert registered == set(MODELS)


@every_model
def test_a_list_asks_as_much_of_many_rows_as_of_few(model: type[Model], editor: Client) -> None:
    asked = []
    for first in (0, 2):
        for number in range(first, first * 10 + 2):
            make_everything(number)
        with CaptureQueriesContext(connection) as queries:
            editor.get(address(model, "changelist"))
        asked.append(len(queries))
    assert asked[0] == asked[1] < MOST_QUERIES_A_LIST


@every_model
@pytest.mark.parametrize("query", ["", "?q=space", "?_facets=True"])
def test_no_list_counts_a_whole_table(model: type[Model], query: str, editor: Client) -> None:
    make_everything()
    with CaptureQueriesContext(connection) as queries:
        assert editor.get(address(model, "changelist") + query).status_code in {200, 302}
    counts = [one["sql"] for one in queries if "COUNT(" in one["sql"].upper()]
    assert [sql for sql in counts if "LIMIT" not in sql] == []


@every_model
def test_no_list_reads_the_stories_whole(model: type[Model], editor: Client) -> None:
    make_everything()
    asked = {"app_label": "articles", "model_name": "mention", "field_name": "article"}
    with CaptureQueriesContext(connection) as queries:
        editor.get(address(model, "changelist"))
        editor.get("/admin/autocomplete/", asked)
    assert [one["sql"] for one in queries if "body_text" in one["sql"]] == []


@every_model
def test_no_page_offers_a_choice_of_all_rows(model: type[Model], editor: Client) -> None:
    make_everything()
    for number in range(3):
        cast.make_person(f"Somebody {number}")
    row = model._default_manager.order_by("pk")[0]
    urls = [change_address(row)] + ([] if model in READ_ONLY else [address(model, "add")])
    for url in urls:
        for select in document(editor.get(url)).iter("select"):
            offered = {"".join(option.itertext()) for option in select.iter("option")}
            assert not any("Somebody" in one for one in offered)
            if "admin-autocomplete" not in select.attrib.get("class", ""):
                assert not any("in space" in one or "Gagarin" in one for one in offered)


@every_model
def test_nothing_on_the_desk_is_inline(model: type[Model], editor: Client) -> None:
    make_everything()
    row = model._default_manager.order_by("pk")[0]
    for url in ("/admin/", address(model, "changelist"), change_address(row)):
        assert_nothing_inline(document(editor.get(url)))


def test_the_sign_in_page_works_without_anything_inline(client: Client) -> None:
    answer = client.get("/admin/login/")
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert_nothing_inline(document(answer))
    cast.make_editor("galina")
    signed_in = {"username": "galina", "password": "a quiet word among friends"}
    assert client.post("/admin/login/?next=/admin/", signed_in).headers["Location"] == "/admin/"


def assert_nothing_inline(page: Element) -> None:
    for element in page.iter():
        assert element.tag != "style"
        assert element.tag != "script" or "src" in element.attrib
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


def test_somebody_who_may_only_look_sees_every_page(client: Client) -> None:
    make_everything()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(reader)
    for model in MODELS:
        row = model._default_manager.order_by("pk")[0]
        assert client.get(address(model, "changelist")).status_code == 200
        assert client.get(change_address(row)).status_code == 200
