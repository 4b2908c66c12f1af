"""The archive report at the desk: who may see it, what it costs, what stands there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.admin.report import ROWS_A_PAGE, SORTS
from articles.models import Article, ImportBatch, ImportedDocument, Topic
from articles.reporting import make_report
from tests import cast
from tests.desk.rooms import document
from tests.desk.test_every_page import assert_nothing_inline

pytestmark = pytest.mark.django_db

REPORT = "/admin/report/"
MOST_QUERIES = 5  # the session, the editor, the findings, those who name them, one more to spare


def text_of(client: Client, url: str) -> str:
    return " ".join("".join(document(client.get(url)).itertext()).split())


def make_lost(count: int) -> None:
    for number in range(count):
        cast.make_neighbour(cast.make_article(f"Story {number}"), "next", f"Lost {number}")
    Article.objects.update(body_text="")
    make_report()


def refuse(key: str) -> None:
    ImportedDocument.objects.create(
        source_key=key,
        batch=ImportBatch.objects.create(),
        outcome="refused",
        problem=f"{key}: It is empty. Save the post again.",
        format="text",
    )


def test_without_a_report_the_page_says_how_to_make_one(editor: Client) -> None:
    assert "manage.py archive_report" in text_of(editor, REPORT)


def test_it_counts_each_sort_and_leads_to_its_findings(editor: Client) -> None:
    make_lost(3)
    page = document(editor.get(REPORT))
    assert "Lost articles 3" in " ".join("".join(page.itertext()).split())
    assert [link.attrib["href"] for link in page.iterfind(".//table//a")][
        -1
    ] == "/admin/report/lost/"
    assert "“Lost 1”, after “Story 1”" in text_of(editor, "/admin/report/lost/")


def test_a_finding_leads_to_its_stories(editor: Client) -> None:
    make_lost(1)
    page = document(editor.get("/admin/report/lost/"))
    urls = [link.attrib["href"] for link in page.iterfind(".//div[@id='content-main']//a")]
    assert urls == [f"/admin/articles/article/{Article.objects.get().pk}/change/"]


def test_a_story_deleted_since_is_left_out(editor: Client) -> None:
    make_lost(1)
    Article.objects.all().delete()
    assert "“Lost 0”, named by 1 story" in text_of(editor, "/admin/report/lost/")


def test_refused_documents_are_listed_with_their_mend(editor: Client) -> None:
    refuse("bad.txt")
    assert "Refused documents 1" in text_of(editor, REPORT)
    assert "It is empty. Save the post again." in text_of(editor, "/admin/report/refused/")


def test_pages_follow_one_another_and_cost_few_queries(editor: Client) -> None:
    make_lost(ROWS_A_PAGE + 2)
    with CaptureQueriesContext(connection) as queries:
        first = text_of(editor, "/admin/report/lost/")
    assert len(queries) <= MOST_QUERIES
    assert "Further down" in first
    second = text_of(editor, "/admin/report/lost/?page=2")
    assert f"“Lost {ROWS_A_PAGE}”" in second
    assert "Further down" not in second


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_has_a_page_with_nothing_inline(sort: str, editor: Client) -> None:
    make_lost(1)
    assert_nothing_inline(document(editor.get(f"/admin/report/{sort}/")))


def test_every_topic_of_the_report_is_at_the_desk() -> None:
    assert set(Topic.values) < set(SORTS)


@pytest.mark.parametrize(
    "query", ["?page=0", f"?page={'9' * 18}", f"?page={'9' * 30}", "?page=x", "?page="]
)
def test_any_page_number_is_answered(query: str, editor: Client) -> None:
    assert editor.get(f"/admin/report/lost/{query}").status_code == 200
    assert editor.get("/admin/report/nonsense/").status_code == 404


def test_the_desk_s_front_page_leads_to_it(editor: Client) -> None:
    links = {link.attrib.get("href") for link in document(editor.get("/admin/")).iter("a")}
    assert REPORT in links


def test_who_may_see_stories_may_see_it_and_nobody_else(client: Client) -> None:
    assert client.get(REPORT).status_code == 302
    reader = User.objects.create_user("reader", is_staff=True)
    client.force_login(reader)
    assert client.get(REPORT).status_code == 403
    reader.user_permissions.set(Permission.objects.filter(codename="view_article"))
    assert client.get(REPORT).status_code == 200
