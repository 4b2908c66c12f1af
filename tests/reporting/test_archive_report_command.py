"""`manage.py archive_report`, as an archivist meets it."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import ImportBatch, ImportedDocument
from tests.cast import make_article, make_neighbour
from tests.commands import manage

pytestmark = pytest.mark.django_db


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def said(*words: str, terminal: bool = False) -> str:
    out = Terminal() if terminal else StringIO()
    call_command("archive_report", *words, stdout=out)
    return out.getvalue()


def make_findings() -> None:
    for number in range(3):
        make_neighbour(make_article(f"Story {number}"), "next", f"Lost {number}")
    ImportedDocument.objects.create(
        source_key="bad.txt",
        batch=ImportBatch.objects.create(),
        outcome="refused",
        problem="bad.txt: It is empty. Save the post again.",
        format="text",
    )


@pytest.mark.parametrize("terminal", [False, True])
def test_it_counts_and_lists_what_it_found(terminal: bool) -> None:
    make_findings()
    text = said(terminal=terminal)
    for words in ("“Lost 1”, after “Story 1”", "lost article: 3", "It is empty."):
        assert words in text


def test_a_limit_keeps_to_the_first_lines() -> None:
    make_findings()
    text = said("--limit=1")
    assert "Lost 0" in text
    assert "Lost 1" not in text


def test_as_json_it_is_one_object_with_everything_in_it() -> None:
    make_findings()
    data = json.loads(said("--format=json", "--limit=1"))
    assert data["counts"]["lost"] == len(data["lost"]) == 3
    assert data["lost"][0] == {
        "title": "Lost 0",
        "between": [{"title": "Story 0", "slug": "story-0"}, None],
        "not_before": None,
        "not_after": None,
        "named_by": [{"side": "next", "title": "Story 0", "slug": "story-0"}],
        "names": 1,
        "namesake": False,
    }
    assert data["refused"] == [
        {"key": "bad.txt", "problem": "bad.txt: It is empty. Save the post again."}
    ]


def test_of_an_empty_newsroom_it_reports_nothing() -> None:
    assert json.loads(said("--format=json"))["lost"] == []
    assert "stories" in said()


def test_an_interrupted_report_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("articles.management.commands.archive_report.make_report", interrupted)
    with pytest.raises(CommandError, match="Interrupted") as raised:
        said()
    assert raised.value.returncode == 130


def test_without_tables_it_says_how_to_make_them(database_url: str) -> None:
    done = manage("archive_report", DATABASE_URL=database_url)
    assert done.returncode == 2
    assert "manage.py migrate" in done.stderr
