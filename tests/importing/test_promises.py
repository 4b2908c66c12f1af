"""What an import promises an archivist."""

from __future__ import annotations

import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, ImportBatch, ImportedDocument, MadeBy, Neighbour, RelatedLink
from tests.commands import manage
from tests.importing.conftest import Archive, Import, post

WRITES = ("INSERT", "UPDATE", "DELETE")


def test_twice_is_once(archive: Archive, import_seeds: Import) -> None:
    folder = archive(
        {"a.txt": post("Sputnik", next="Laika"), "b.txt": post("Laika", "A dog flew.")}
    )
    import_seeds(folder)
    with CaptureQueriesContext(connection) as queries:
        status, said = import_seeds(folder)
    assert status == 0
    assert "unchanged         2" in said
    assert not [query for query in queries if query["sql"].lstrip().startswith(WRITES)]


def test_a_changed_document_updates_its_story_at_the_same_address(
    archive: Archive, import_seeds: Import
) -> None:
    import_seeds(archive({"a.txt": post("Sputnik", "It beeps.", next="Laika")}))
    _, said = import_seeds(archive({"a.txt": post("Sputnik 1", "It beeped.", next="Luna")}))
    article = Article.objects.get()
    assert "updated           1" in said
    assert (article.title, article.slug) == ("Sputnik 1", "sputnik")
    assert article.body_html == "<p>It beeped.</p>"
    assert [neighbour.title for neighbour in article.neighbours.all()] == ["Luna"]


def test_what_an_editor_changed_is_kept_and_the_difference_shown(
    archive: Archive, import_seeds: Import, tmp_path: Path
) -> None:
    import_seeds(archive({"a.txt": post("Sputnik", "It beeps.")}))
    article = Article.objects.get()
    article.write_body("<p>It beeps, says the editor.</p>")
    article.edited_at = timezone.now()
    article.save()
    report = tmp_path / "report.jsonl"
    status, said = import_seeds(
        archive({"a.txt": post("Sputnik", "It beeped.")}), "--report", report
    )
    article.refresh_from_db()
    assert (status, article.body_text) == (0, "It beeps, says the editor.")
    assert "kept: " in said
    assert "An editor changed its story" in said
    line = json.loads(report.read_text())
    assert line["outcome"] == "kept"
    assert "-It beeps, says the editor.\n+It beeped." in line["diff"]


def test_the_stories_an_import_writes_are_held_against_editors(
    archive: Archive, import_seeds: Import
) -> None:
    import_seeds(archive({"a.txt": post("Sputnik", "It beeps.")}))
    with CaptureQueriesContext(connection) as queries:
        import_seeds(archive({"a.txt": post("Sputnik", "It beeped.")}))
    held = [query for query in queries if "FOR UPDATE" in query["sql"]]
    assert len(held) == connection.features.has_select_for_update


def test_what_an_editor_deleted_is_not_made_again(archive: Archive, import_seeds: Import) -> None:
    import_seeds(archive({"a.txt": post("Sputnik", "It beeps.")}))
    Article.objects.all().delete()
    _, said = import_seeds(archive({"a.txt": post("Sputnik", "It beeped.")}))
    assert not Article.objects.exists()
    assert "An editor deleted its story" in said


def test_one_bad_document_stops_nothing(archive: Archive, import_seeds: Import) -> None:
    folder = archive(
        {"a.txt": post("Sputnik"), "b.txt": b"\x00\x01", "c.txt": post("Luna", "Moon.")}
    )
    status, said = import_seeds(folder)
    assert status == 1
    assert "created           2" in said
    assert "refused           1" in said
    assert f"refused: {folder}/b.txt" in said


def test_a_refused_document_comes_in_once_it_is_mended(
    archive: Archive, import_seeds: Import
) -> None:
    assert import_seeds(archive({"a.txt": ""}))[0] == 1
    assert import_seeds(archive({"a.txt": ""}))[0] == 1
    assert ImportedDocument.objects.count() == 1
    assert import_seeds(archive({"a.txt": post("Sputnik")}))[0] == 0
    assert Article.objects.get().documents.get().outcome == "created"


def test_a_dry_run_says_the_same_and_saves_nothing(archive: Archive, import_seeds: Import) -> None:
    folder = archive({"a.txt": post("Sputnik"), "b.txt": ""})
    status, said = import_seeds(folder, "--dry-run")
    assert status == 1
    assert "created           1" in said
    assert "This was a dry run: nothing was saved." in said
    assert not Article.objects.exists()
    assert not ImportBatch.objects.exists()


def test_the_same_text_under_another_name_is_a_duplicate(
    archive: Archive, import_seeds: Import
) -> None:
    folder = archive({"a.txt": post("Sputnik"), "sub/b.txt": post("Sputnik")})
    status, said = import_seeds(folder)
    assert status == 0
    assert "duplicate         1" in said
    assert "It has the same text as a.txt." in said
    assert Article.objects.count() == 1
    assert "unchanged         2" in import_seeds(folder)[1]


def test_a_document_with_an_address_of_its_own_is_known_by_it_wherever_it_lies(
    archive: Archive, import_seeds: Import, tmp_path: Path
) -> None:
    text = "Sputnik\nURL: https://example.org/sputnik\n\nIt {}.\n"
    import_seeds(archive({"a.txt": text.format("beeps")}))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "moved.txt").write_text(text.format("beeped"))
    assert "updated           1" in import_seeds(elsewhere)[1]
    assert Article.objects.get().body_text == "It beeped."


def test_two_documents_with_one_address_are_not_mixed_up(
    archive: Archive, import_seeds: Import
) -> None:
    text = "Sputnik\nURL: https://example.org/sputnik\n\nIt {}.\n"
    folder = archive({"a.txt": text.format("beeps"), "b.txt": text.format("beeped")})
    status, said = import_seeds(folder)
    assert status == 1
    assert "It bears the address https://example.org/sputnik, as a.txt does." in said


def test_drafts_are_imported_as_drafts(archive: Archive, import_seeds: Import) -> None:
    _, said = import_seeds(archive({"a.txt": post("Sputnik")}), "--status", "draft")
    assert "Drafts, which only the newsroom's staff can see:" in said
    assert not Article.objects.published().exists()
    assert Article.objects.get().status == "draft"


def test_dates_without_an_offset_are_those_of_the_time_zone_given(
    archive: Archive, import_seeds: Import
) -> None:
    folder = archive({"a.txt": "Sputnik\nJanuary 18, 2022, 14:05\n\nIt beeps.\n"})
    import_seeds(folder, "--timezone", "Asia/Almaty")
    article = Article.objects.get()
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2022-01-18T08:05:00+00:00"


def test_an_unknown_time_zone_is_refused_before_anything_is_read(import_seeds: Import) -> None:
    with pytest.raises(CommandError, match="'Mars/Base' is no time zone's name. Give one like UTC"):
        import_seeds("--timezone", "Mars/Base")


def test_a_report_that_cannot_be_written_could_not_run(
    archive: Archive, import_seeds: Import, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="cannot be written") as raised:
        import_seeds(archive({"a.txt": post("Sputnik")}), "--report", tmp_path / "no" / "report")
    assert raised.value.returncode == 2
    assert not Article.objects.exists()


def test_zip_tar_and_folder_give_the_same_keys(
    archive: Archive, import_seeds: Import, tmp_path: Path
) -> None:
    folder = archive({"2022/a.txt": post("Sputnik"), "b.txt": post("Luna", "Moon.")})
    import_seeds(folder)
    with zipfile.ZipFile(tmp_path / "posts.zip", "w") as zipped:
        zipped.write(folder / "2022/a.txt", "2022/a.txt")
        zipped.write(folder / "b.txt", "b.txt")
    with tarfile.open(tmp_path / "posts.tar.gz", "w:gz") as tarred:
        tarred.add(folder / "2022/a.txt", "2022/a.txt")
        tarred.add(folder / "b.txt", "b.txt")
    assert "unchanged         2" in import_seeds(tmp_path / "posts.zip")[1]
    assert "unchanged         2" in import_seeds(tmp_path / "posts.tar.gz")[1]


def test_two_posts_of_one_title_get_addresses_of_their_own_and_no_link_by_guess(
    archive: Archive, import_seeds: Import
) -> None:
    folder = archive(
        {
            "a.txt": post("Launch", "The first."),
            "b.txt": post("Launch", "The second."),
            "c.txt": post("Landing", "After it.", previous="Launch", related="Launch"),
        }
    )
    _, said = import_seeds(folder)
    assert sorted(Article.objects.values_list("slug", flat=True)) == [
        *("landing", "launch", "launch-2")
    ]
    assert Neighbour.objects.get().other is None
    assert RelatedLink.objects.get(made_by=MadeBy.ARCHIVE).other is None
    assert "Another story has the title “Launch”" in said


def test_numbered_addresses_go_on_where_they_were(archive: Archive, import_seeds: Import) -> None:
    import_seeds(archive({f"{n}.txt": post("Launch", f"Number {n}.") for n in range(3)}))
    import_seeds(archive({"4.txt": post("Launch", "One more."), "5.txt": post("Launch 2", "Two.")}))
    assert sorted(Article.objects.values_list("slug", flat=True)) == [
        *("launch", "launch-2", "launch-2-2", "launch-3", "launch-4")
    ]


def test_titles_are_tied_whatever_the_order_of_import(
    archive: Archive, import_seeds: Import
) -> None:
    import_seeds(archive({"b.txt": post("Laika", previous="Sputnik", related="Luna|Sputnik")}))
    assert not Neighbour.objects.exclude(other=None).exists()
    import_seeds(archive({"a.txt": post("SPUTNIK", "It beeps.")}))
    sputnik = Article.objects.get(slug="sputnik")
    assert Neighbour.objects.get().other == sputnik
    named = RelatedLink.objects.filter(made_by=MadeBy.ARCHIVE).order_by("rank")
    assert list(named.values_list("title", "other__slug")) == [
        *(("Luna", None), ("Sputnik", "sputnik"))
    ]


def test_a_path_that_is_not_there_is_said_and_the_rest_comes_in(
    archive: Archive, import_seeds: Import, tmp_path: Path
) -> None:
    status, said = import_seeds(tmp_path / "nowhere", archive({"a.txt": post("Sputnik")}))
    assert status == 1
    assert f"refused: {tmp_path}/nowhere" in said
    assert "created           1" in said


def test_it_ends_with_the_addresses_of_what_it_made(archive: Archive, import_seeds: Import) -> None:
    folder = archive({f"{n}.txt": post(f"Launch number {n}", f"Text {n}.") for n in range(7)})
    _, said = import_seeds(folder)
    assert "http://127.0.0.1:8000/articles/launch-number-0/" in said
    assert "… and 2 more: http://127.0.0.1:8000/archive/" in said


def test_verbosity_0_says_nothing(archive: Archive, import_seeds: Import) -> None:
    assert import_seeds(archive({"a.txt": post("Sputnik")}), "--verbosity", "0") == (0, "")


def test_without_tables_it_says_how_to_make_them(database_url: str, tmp_path: Path) -> None:
    done = manage("import_seeds", DATABASE_URL=database_url, DATA_DIR=str(tmp_path))
    assert done.returncode == 2
    assert "run manage.py migrate if its tables are not there yet" in done.stderr
