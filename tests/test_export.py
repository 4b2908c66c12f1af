"""The newsroom as data: what an export tells, and that it can be brought back."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import (
    Alias,
    Article,
    Entity,
    FormerAddress,
    ImportBatch,
    ImportedDocument,
    LikelyDuplicate,
    MadeBy,
    Mention,
    NewName,
    Quote,
    RelatedLink,
    Role,
    State,
    Translation,
)
from tests.cast import (
    make_article,
    make_byline,
    make_event,
    make_mention,
    make_neighbour,
    make_organization,
    make_person,
    make_related,
)
from tests.importing.conftest import post

pytestmark = pytest.mark.django_db


def exported(*options: str) -> str:
    out = io.StringIO()
    call_command("export_archive", *options, stdout=out)
    return out.getvalue()


def objects(*options: str) -> dict[str, dict[str, Any]]:
    return {data["slug"]: data for data in map(json.loads, exported(*options).splitlines())}


def empty_the_newsroom() -> None:
    for model in (ImportedDocument, ImportBatch, Article, Entity):
        model._default_manager.all().delete()


def bring_back(text: str, folder: Path) -> str:
    file = folder / "export.jsonl"
    file.write_text(text, encoding="utf-8")
    out = io.StringIO()
    try:
        call_command("import_seeds", str(file), stdout=out)
    except SystemExit:
        out.write("\nexit status 1\n")
    return out.getvalue()


def make_everything() -> Article:
    """Make a story that has one of each thing a story can have."""
    before = make_article(
        "Laika flies",
        paragraphs=["A dog in space."],
        published_at=datetime(1957, 11, 3, tzinfo=UTC),
    )
    story = make_article(
        "A man in space",
        paragraphs=["Yuri Gagarin said: “Poyekhali!” – and NASA < Vostok & all heard it."],
        published_at=datetime(1961, 4, 12, tzinfo=UTC),
        date_precision="day",
        standfirst="One orbit.",
        stated_minutes=4,
        caption="The launch",
        credit="TASS",
    )
    make_names(story, before)
    make_byline(story, "TASS")
    story.tags.add("Space", "Космос")
    make_neighbour(story, "previous", "Laika flies")
    make_neighbour(story, "next", "A story that is lost")
    make_related(story, "Laika flies", made_by=MadeBy.ARCHIVE, score=0.1 + 0.2)
    Translation.objects.create(article=story, language="ru", title="Человек в космосе")
    RelatedLink.objects.create(article=before, other=story, score=1 / 3, reasons=["both on flight"])
    return story


def make_names(story: Article, before: Article) -> None:
    """Make names of every kind in the two stories, with all that a name can have."""
    gagarin = make_person(
        "Yuri Gagarin",
        first_day=datetime(1934, 3, 9).date(),
        place="Klushino",
        description="Pilot.",
    )
    space = make_event("space")
    flight = make_event("Vostok 1", parent=space)
    make_event("A name that no story has")
    Alias.of(gagarin, "Гагарин", language="ru").save()
    Role.objects.create(person=gagarin, title="cosmonaut", article=story)
    make_mention(story, gagarin)
    make_mention(story, make_organization("NASA"))
    make_mention(before, space)
    Mention.objects.create(
        article=story,
        entity=flight,
        start=45,
        end=51,
        surface="Vostok",
        found_by="alias",
        state=State.CONFIRMED,
    )
    start = story.body_text.index("Poyekhali!")
    Quote.objects.create(
        article=story,
        start=start,
        end=start + 10,
        speaker=gagarin,
        found_by="alias",
        state=State.CONFIRMED,
    )


def test_an_export_tells_everything_of_a_story() -> None:
    make_everything()
    data = objects()["a-man-in-space"]
    assert data["url"] == "http://127.0.0.1:8000/articles/a-man-in-space/"
    assert (data["published_at"], data["reading_minutes"]) == ("1961-04-12", 4)
    assert data["tags"] == ["Space", "Космос"]
    assert data["previous"] == {"title": "Laika flies", "slug": "laika-flies"}
    assert data["next"] == {"title": "A story that is lost", "slug": None}
    assert [mention["entity"] for mention in data["mentions"]] == [
        *("yuri-gagarin", "nasa", "vostok-1")
    ]
    for find in (*data["mentions"], *data["quotes"]):
        assert data["body_text"][find["start"] : find["end"]] == find["text"]


def test_an_export_brought_back_is_exported_byte_for_byte(tmp_path: Path) -> None:
    make_everything()
    before = exported()
    empty_the_newsroom()
    bring_back(before, tmp_path)
    assert exported() == before


def test_the_demo_archive_brought_back_is_exported_byte_for_byte(tmp_path: Path) -> None:
    call_command("import_seeds", stdout=io.StringIO())
    before = exported()
    empty_the_newsroom()
    bring_back(before, tmp_path)
    assert exported() == before
    stories = before.count('"type": "article"')
    assert stories == len(list(Path("seeds").iterdir()))


@pytest.mark.parametrize("precision", ["moment", "day", "month", "year"])
def test_a_story_of_the_year_1_comes_back(precision: str, tmp_path: Path) -> None:
    make_article("Early", published_at=datetime(1, 2, 3, tzinfo=UTC), date_precision=precision)
    before = exported()
    assert json.loads(before)["published_at"].startswith("0001")
    empty_the_newsroom()
    bring_back(before, tmp_path)
    assert exported() == before


def test_a_backup_brought_back_holds_drafts_and_what_was_rejected(tmp_path: Path) -> None:
    story = make_everything()
    make_article("A draft", status="draft", edited_at=timezone.now())
    story.mentions.all().reject()
    before = exported("--everything")
    empty_the_newsroom()
    bring_back(before, tmp_path)
    assert exported("--everything") == before
    assert Article.objects.get(slug="a-draft").status == "draft"


def test_a_backup_brought_back_holds_whatever_editors_decided_on_names(tmp_path: Path) -> None:
    korolev = make_person("Sergei Korolev", never_linked=True, protection_reason="He asked.")
    other = make_person("Sergei Korolev of Minsk")
    FormerAddress.objects.create(kind="person", slug="chief-designer", entity=korolev)
    NewName.objects.create(kind="person", key="old town", name="Old Town", rejected=True)
    LikelyDuplicate.objects.create(
        first=korolev, second=other, score=80, reason="They read alike.", different=True
    )
    before = exported("--everything")
    empty_the_newsroom()
    NewName.objects.all().delete()
    bring_back(before, tmp_path)
    assert exported("--everything") == before
    assert NewName.objects.get().rejected
    assert LikelyDuplicate.objects.get().different


def test_whoever_has_no_page_for_their_protection_is_in_no_public_export() -> None:
    korolev = make_person("Sergei Korolev", page_hidden=True, protection_reason="He asked.")
    story = make_article("The chief designer", paragraphs=["Sergei Korolev spoke."])
    make_mention(story, korolev)
    data = objects()
    assert list(data) == [story.slug]
    assert data[story.slug]["mentions"] == []
    assert "He asked" not in exported()


def test_no_draft_and_no_story_to_come_is_in_an_export() -> None:
    hidden = make_article("A draft", status="draft")
    make_article("Tomorrow", published_at=timezone.now() + timedelta(days=1))
    shown = make_article("Today", paragraphs=["NASA spoke."])
    her = make_person("Valentina Tereshkova")
    make_mention(make_article("On her", paragraphs=[her.name], status="draft"), her)
    make_related(shown, "", other=hidden, made_by=MadeBy.EDITOR)
    make_neighbour(shown, "next", "A draft")
    data = objects()
    assert list(data) == ["today"]
    assert data["today"]["related"] == []
    assert data["today"]["next"] == {"title": "A draft", "slug": None}


def test_what_is_in_the_newsroom_already_is_left_as_it_is(tmp_path: Path) -> None:
    story = make_everything()
    before = exported()
    assert "unchanged         6" in bring_back(before, tmp_path)
    story.write_title("Changed since")
    story.save()
    said = bring_back(before, tmp_path)
    assert "The newsroom has it already, with other words or facts" in said
    assert Article.objects.filter(title="Changed since").exists()


def test_a_line_that_is_no_object_is_refused_and_the_rest_comes_in(tmp_path: Path) -> None:
    make_article("Sputnik")
    before = exported()
    empty_the_newsroom()
    said = bring_back(f'not json\n{before}{{"type": "article", "slug": "x"}}\n', tmp_path)
    assert "export.jsonl, line 1: This is no object of an export." in said
    assert "created           1" in said
    assert "refused           2" in said


def test_stories_brought_to_others_find_their_place_among_them(tmp_path: Path) -> None:
    make_article("Sputnik", published_at=datetime(1957, 10, 4, tzinfo=UTC))
    before = exported()
    empty_the_newsroom()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(post("Luna") + "\n")
    make_article("Explorer", published_at=datetime(1958, 1, 31, tzinfo=UTC))
    bring_back(before, tmp_path)
    assert list(Article.objects.oldest_first().values_list("title", flat=True)) == [
        *("Sputnik", "Explorer")
    ]


def test_documents_brought_back_are_known_to_the_next_import(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(post("Luna") + "\n")
    call_command("import_seeds", str(tmp_path / "seeds"), stdout=io.StringIO())
    before = exported()
    empty_the_newsroom()
    bring_back(before, tmp_path)
    out = io.StringIO()
    call_command("import_seeds", str(tmp_path / "seeds"), stdout=out)
    assert "unchanged         1" in out.getvalue()


def test_an_export_to_a_file_says_how_much_it_wrote(tmp_path: Path) -> None:
    make_article("Sputnik")
    out = io.StringIO()
    call_command("export_archive", output=str(tmp_path / "all.jsonl"), stdout=out)
    assert out.getvalue() == f"1 lines in {tmp_path}/all.jsonl\n"
    assert (tmp_path / "all.jsonl").read_text() == exported()


def test_whoever_is_known_by_initials_has_no_name_in_a_public_export() -> None:
    korolev = make_person("Sergei Korolev", initials_only=True, protection_reason="He asked.")
    story = make_article(
        "Sergei Korolev speaks", slug="he-speaks", paragraphs=["Sergei Korolev spoke of stars."]
    )
    make_mention(story, korolev)
    assert "Korolev" not in exported()
    assert "S. K. spoke of stars." in exported()
    assert "Sergei Korolev" in exported("--everything")
