"""Old links go on leading to their stories: after a change of address, and from the old site."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article, FormerSlug, ImportBatch, ImportedDocument
from articles.models.source import path_of
from tests.cast import make_article, make_editor
from tests.desk.rooms import change_address, new_story, save

pytestmark = pytest.mark.django_db

OLD = "https://old.example.org"


@pytest.fixture
def editor() -> Client:
    editor = Client()
    editor.force_login(make_editor())
    return editor


def led_to(client: Client, address: str) -> str:
    """Return where an address leads for good: to another, to itself if a page is there, else nowhere."""
    response: Any = client.get(address)
    assert response.status_code in {200, 301, 404}
    found: str = response.get("Location", "" if response.status_code == 404 else address)
    return found


def rename(editor: Client, story: Article, slug: str) -> None:
    assert save(editor, change_address(story), slug=slug) == ""


def make_document(address: str, article: Article, key: str = "") -> ImportedDocument:
    return ImportedDocument.objects.create(
        source_key=key or address,
        batch=ImportBatch.objects.create(),
        article=article,
        outcome="created",
        address=address,
        path=path_of(address),
    )


# A change of address


def test_every_former_address_leads_to_the_story_for_ever(client: Client, editor: Client) -> None:
    story = make_article("Sputnik", slug="a")
    for slug in ("b", "c"):
        rename(editor, story, slug)
    for former in ("a", "b"):
        assert led_to(client, f"/articles/{former}/") == "/articles/c/"
    assert led_to(client, "/articles/c/") == "/articles/c/"


def test_a_story_that_comes_back_to_its_old_address_goes_in_no_circle(
    client: Client, editor: Client
) -> None:
    story = make_article("Sputnik", slug="a")
    for slug in ("b", "a"):
        rename(editor, story, slug)
    assert led_to(client, "/articles/a/") == "/articles/a/"
    assert led_to(client, "/articles/b/") == "/articles/a/"


def test_two_stories_that_change_places_each_stand_where_they_say(
    client: Client, editor: Client
) -> None:
    first, second = make_article("First", slug="a"), make_article("Second", slug="b")
    for story, slug in ((first, "c"), (second, "a"), (first, "b")):
        rename(editor, story, slug)
    assert led_to(client, "/articles/a/") == "/articles/a/"
    assert led_to(client, "/articles/b/") == "/articles/b/"
    assert led_to(client, "/articles/c/") == "/articles/b/"
    assert "Second" in client.get("/articles/a/").content.decode()


def test_a_new_story_may_have_an_address_that_another_left(client: Client, editor: Client) -> None:
    rename(editor, make_article("Old", slug="a"), "b")
    errors, story = new_story(editor, slug="a")
    assert (errors, story and story.slug) == ("", "a")
    assert not FormerSlug.objects.exists()


def test_an_import_gives_no_story_an_address_that_leads_to_another(
    client: Client, editor: Client, tmp_path: Path
) -> None:
    rename(editor, make_article("Sputnik", slug="sputnik"), "the-first-one")
    (tmp_path / "a.txt").write_text("Sputnik\n\nIt beeps.\n")
    call_command("import_seeds", str(tmp_path), stdout=io.StringIO())
    assert led_to(client, "/articles/sputnik/") == "/articles/the-first-one/"
    assert led_to(client, "/articles/sputnik-2/") == "/articles/sputnik-2/"


@pytest.mark.parametrize("who", ["reader", "editor"])
def test_a_former_address_tells_nothing_of_a_story_that_is_withdrawn(
    client: Client, editor: Client, who: str
) -> None:
    story = make_article("Sputnik", slug="a")
    rename(editor, story, "a-secret-in-the-title")
    Article.objects.update(status="draft")
    visitor = {"reader": client, "editor": editor}[who]
    assert led_to(visitor, "/articles/a/") == ""


def test_a_backup_brings_former_addresses_back(editor: Client, tmp_path: Path) -> None:
    rename(editor, make_article("Sputnik", slug="a"), "b")
    file = tmp_path / "backup.jsonl"
    call_command("export_archive", "--everything", "--output", str(file), stdout=io.StringIO())
    Article.objects.all().delete()
    call_command("import_seeds", str(file), stdout=io.StringIO())
    former = FormerSlug.objects.get()
    assert (former.slug, former.article.slug) == ("a", "b")


def test_open_data_tell_no_former_address(editor: Client) -> None:
    rename(editor, make_article("Sputnik", slug="a-name-that-went"), "b")
    out = io.StringIO()
    call_command("export_archive", stdout=out)
    assert "a-name-that-went" not in out.getvalue()


# The old site


@pytest.mark.parametrize(
    "asked",
    [
        *("/2022/01/vote.html", "/2022/01/vote.html/", "/2022/01/vote.html?utm_source=x"),
        *("/2022/01/vote.html/?a=1&b=2",),
    ],
)
def test_an_address_of_the_old_site_leads_to_the_story(client: Client, asked: str) -> None:
    make_document(f"{OLD}/2022/01/vote.html", make_article("Vote"))
    assert led_to(client, asked) == "/articles/vote/"


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://old.example.org/news.php?id=7", "/news.php?id=7"),
        ("https://old.example.org/навіны/выбары/", "/%D0%BD%D0%B0%D0%B2%D1%96%D0%BD%D1%8B/выбары"),
        ("https://old.example.org/%D0%B2%D1%8B%D0%B1%D0%B0%D1%80%D1%8B", "/выбары"),
        ("http://old.example.org:8080/articles/an-old-one/", "/articles/an-old-one/"),
    ],
)
def test_queries_other_letters_and_alike_paths_are_understood(
    client: Client, address: str, asked: str
) -> None:
    make_document(address, make_article("Vote"))
    assert led_to(client, asked) == "/articles/vote/"


def test_another_query_is_another_story(client: Client) -> None:
    make_document(f"{OLD}/news.php?id=7", make_article("Seven"))
    assert led_to(client, "/news.php?id=8") == ""
    assert led_to(client, "/news.php") == ""


def test_an_import_notes_where_its_stories_stood(client: Client, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Vote\nURL: {OLD}/2022/vote\n\nThe count goes on.\n")
    call_command("import_seeds", str(tmp_path), stdout=io.StringIO())
    assert led_to(client, "/2022/vote/") == "/articles/vote/"


def test_a_path_that_two_stories_had_leads_to_neither(client: Client) -> None:
    make_document(f"{OLD}/vote", make_article("Vote"))
    make_document(f"{OLD}/vote/", make_article("Vote", slug="again"), key="another")
    assert led_to(client, "/vote") == ""


def test_two_documents_of_one_story_lead_to_it(client: Client) -> None:
    story = make_article("Vote")
    make_document(f"{OLD}/vote", story)
    make_document("http://older.example.org/vote", story)
    assert led_to(client, "/vote") == "/articles/vote/"


def test_an_old_address_tells_nothing_of_a_story_that_is_not_published(client: Client) -> None:
    make_document(f"{OLD}/vote", make_article("A secret", status="draft"))
    assert led_to(client, "/vote") == ""


@pytest.mark.parametrize(
    "asked", ["/nothing", "/%00", f"/{'x' * 2000}", "/a?%00", "/articles/nothing/", "/%ff"]
)
def test_an_address_that_nothing_ever_had_is_not_found(client: Client, asked: str) -> None:
    make_document("", make_article("Vote"), key="a.txt")
    response = client.get(asked)
    assert response.status_code == 404
    assert "This page is not here" in response.content.decode()


@given(st.text() | st.from_regex(r"https?://[^/]*/.*"))
def test_any_address_at_all_has_a_path_or_none(address: str) -> None:
    path = path_of(address)
    assert len(path) <= len(address) + 1
    assert "\0" not in path
    assert "?" in path or not path.endswith("/")
