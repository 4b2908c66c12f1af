"""The index follows the stories, whoever writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from articles.models import Article, Status
from articles.search.finding import find
from articles.search.question import question
from tests.cast import make_article, make_editor
from tests.desk.rooms import change_address, save

pytestmark = pytest.mark.django_db


def found(typed: str) -> set[str]:
    stories = find(question(typed), Article.objects.published()).stories
    return set(Article.objects.filter(pk__in=stories).values_list("title", flat=True))


def indexed() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM articles_search")
        return int(cursor.fetchone()[0])


def seeds(folder: Path, **posts: str) -> None:
    for name, text in posts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    call_command("import_seeds", str(folder), verbosity=0)


def test_an_imported_story_is_found(tmp_path: Path) -> None:
    seeds(tmp_path, bridge="The bridge\n\nNikolai Rybakov crossed the frozen river on foot.\n")
    assert found("freezing") == set()
    assert found("rivers Rybakov") == {"The bridge"}


def test_a_story_imported_again_is_found_by_its_new_words_alone(tmp_path: Path) -> None:
    seeds(tmp_path, bridge="The bridge\n\nIt crossed the frozen river.\n")
    seeds(tmp_path, bridge="The bridge\n\nIt crossed the deep valley.\n")
    assert found("river") == set()
    assert found("valley") == {"The bridge"}
    assert indexed() == 1


def test_a_restored_story_is_found(tmp_path: Path) -> None:
    make_article("The bridge", paragraphs=["It crossed the river."], standfirst="Steel.")
    call_command("export_archive", output=str(tmp_path / "archive.jsonl"))
    Article.objects.all().delete()
    assert indexed() == 0
    call_command("import_seeds", str(tmp_path / "archive.jsonl"), verbosity=0)
    assert found("river steel") == {"The bridge"}


def test_a_story_saved_at_the_desk_is_found_by_its_new_words_alone(client: Client) -> None:
    client.force_login(make_editor())
    story = make_article("The bridge", paragraphs=["It crossed the river."])
    words = {"body_html": "<p>Nikolai Rybakov crossed the valley.</p>", "title": "A viaduct"}
    assert save(client, change_address(story), **words) == ""
    assert found("bridge") == found("river") == set()
    assert found("valley viaduct Rybakov") == {"A viaduct"}


def test_a_deleted_story_leaves_the_index() -> None:
    make_article("The bridge")
    make_article("The river").delete()
    Article.objects.filter(title="The bridge").delete()
    assert indexed() == 0


def test_a_withdrawn_story_is_found_no_longer_and_again_when_it_is_back() -> None:
    make_article("The bridge")
    Article.objects.update(status=Status.DRAFT)
    assert found("bridge") == set()
    Article.objects.update(status=Status.PUBLISHED)
    assert found("bridge") == {"The bridge"}


def test_what_is_undone_leaves_no_trace_in_the_index() -> None:
    with transaction.atomic():
        make_article("The bridge")
        assert indexed() == 1
        transaction.set_rollback(True)
    assert indexed() == 0


def test_the_index_can_be_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    make_article("The bridge", paragraphs=["It crossed the river."])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_search")
    assert found("bridge") == set()
    call_command("index_search")
    assert capsys.readouterr().out == "1 story is indexed.\n"
    assert found("bridge river") == {"The bridge"}
