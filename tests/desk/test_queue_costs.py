"""What the queue costs: as many questions for many rows as for few, each from an index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.admin.queue import ROWS_A_PAGE
from articles.admin.waiting import likely_duplicates, new_names
from articles.models import (
    Article,
)
from tests.desk.archive import make_new_name, make_story
from tests.desk.rooms import document
from tests.desk.test_queue import MOST_QUERIES, QUEUE, make_waiting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


def test_the_queue_asks_as_much_of_many_as_of_few(editor: Client) -> None:
    asked = []
    for first, last in ((0, 8), (8, 40)):
        for number in range(first, last):
            make_waiting(number)
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(QUEUE).status_code == 200
        asked.append(len(queries))
    assert asked[1] <= asked[0] + 8  # one more for each name that several have
    assert asked[0] < MOST_QUERIES + 8


def test_a_page_on_which_all_is_decided_leads_to_the_first(editor: Client) -> None:
    make_new_name("Anna Ivanova", make_story("Anna Ivanova came."))
    answer = editor.get(f"{QUEUE}names/", {"page": 2})
    assert answer.headers["Location"] == f"{QUEUE}names/"


@pytest.mark.parametrize("section", ["names", "choices", "pairs", "quotes"])
def test_a_page_of_one_section_is_full(section: str, editor: Client) -> None:
    for number in range(ROWS_A_PAGE + 2):
        make_waiting(number)
    with CaptureQueriesContext(connection) as queries:
        page = document(editor.get(f"{QUEUE}{section}/"))
    assert len([row for row in page.iter("li") if "data-item" in row.attrib]) == ROWS_A_PAGE
    assert len(queries) < MOST_QUERIES + ROWS_A_PAGE
    rest = document(editor.get(f"{QUEUE}{section}/?page=2"))
    assert len([row for row in rest.iter("li") if "data-item" in row.attrib]) == 2


@pytest.mark.parametrize(
    ("rows", "index"),
    [(new_names, "new_name_order"), (likely_duplicates, "likely_duplicate_order")],
)
def test_what_waits_is_read_in_the_order_of_an_index(
    rows: Callable[[], QuerySet[Any, Any]], index: str, db: None
) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # else it reads so few rows one by one
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert index in rows()[:ROWS_A_PAGE].explain()


def test_the_queue_never_reads_a_story_whole(editor: Client) -> None:
    make_waiting(1)
    Article.objects.update(body_text="Anna Ivanova1 x " + "x" * 100_000)
    with CaptureQueriesContext(connection) as queries:
        answer = editor.get(QUEUE)
    assert len(answer.content) < 60_000
    read = [one["sql"] for one in queries if "body_text" in one["sql"]]
    assert all("SUBSTR" in sql.upper() for sql in read)


def test_nothing_in_the_queue_is_inline(editor: Client) -> None:
    make_waiting(1)
    for element in document(editor.get(QUEUE)).iter():
        assert element.tag != "style"
        assert element.tag != "script" or "src" in element.attrib
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
