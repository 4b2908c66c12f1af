"""Writing a story: what is saved, what follows from it, and what its date does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.models import (
    Article,
    Neighbour,
    RelatedLink,
)
from tests import cast
from tests.desk.rooms import (
    change_address,
    make_everything,
    new_story,
    save,
)
from tests.importing.conftest import post

pytestmark = pytest.mark.django_db


def test_a_story_is_cleaned_and_what_follows_from_it_is_derived(editor: Client) -> None:
    body = "<p>He <b>flew</b>.</p><script>alert(1)</script><p onclick='x()'>Once.</p>"
    errors, story = new_story(editor, body_html=body)
    assert (errors, story is None) == ("", False)
    assert story
    assert story.body_html == "<p>He <b>flew</b>.</p><p>Once.</p>"
    assert story.body_text == "He flew.\n\nOnce."
    assert (story.lead, story.word_count) == ("He flew. Once.", 3)
    assert story.title_key == "a man in space"


def test_the_longest_story_that_is_imported_can_be_saved(editor: Client) -> None:
    errors, story = new_story(editor, body_html=f"<p>{'ж' * 2_000_000}</p>")
    assert errors == ""
    assert story
    assert len(story.body_text) == 2_000_000


def test_an_import_leaves_alone_what_an_editor_saved(editor: Client, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(post("Sputnik", "It beeps."))
    call_command("import_seeds", str(tmp_path), verbosity=0)
    story = Article.objects.get()
    assert save(editor, change_address(story), body_html="<p>It sings.</p>") == ""
    (tmp_path / "a.txt").write_text(post("Sputnik", "It beeps again."))
    call_command("import_seeds", str(tmp_path), verbosity=0)
    story.refresh_from_db()
    assert story.edited_at
    assert story.body_text == "It sings."


def test_saving_without_a_change_is_no_edit(editor: Client) -> None:
    story = make_everything()
    Article.objects.update(body_html="<p>One.</p>\n<p>Two.</p>", standfirst="One.\nTwo.")
    assert save(editor, change_address(story)) == ""
    story.refresh_from_db()
    assert story.edited_at is None
    assert story.standfirst == "One.\nTwo."


def test_a_changed_author_is_an_edit_of_the_story(editor: Client) -> None:
    story = make_everything()
    assert save(editor, change_address(story), **{"bylines-0-name": "Pravda"}) == ""
    story.refresh_from_db()
    assert story.edited_at is not None
    assert [byline.name for byline in story.bylines.all()] == ["Pravda"]


def test_a_new_address_is_where_the_story_is(editor: Client, client: Client) -> None:
    story = cast.make_article("Sputnik", slug="old")
    assert save(editor, change_address(story), slug="new") == ""
    assert client.get("/articles/new/").status_code == 200
    assert client.get("/articles/old/").headers["Location"] == "/articles/new/"


def test_a_title_that_the_archive_lacked_becomes_a_link(editor: Client) -> None:
    named = cast.make_article("Sputnik")
    cast.make_neighbour(named, "next", "A man in space")
    cast.make_related(named, "A man in space")
    _, story = new_story(editor)
    assert Neighbour.objects.get().other == RelatedLink.objects.get().other == story


def test_a_title_that_two_stories_have_leads_to_neither(editor: Client) -> None:
    cast.make_article("A man in space", slug="first")
    cast.make_neighbour(cast.make_article("Sputnik"), "next", "Something else")
    Neighbour.objects.update(title_key="a man in space")
    new_story(editor)
    assert Neighbour.objects.get().other is None


# Dates


def test_a_new_published_story_is_of_now_and_stands_first(editor: Client) -> None:
    cast.make_article("Older", published_at=timezone.now())
    before = timezone.now()
    _, story = new_story(editor, status="published")
    assert story
    assert story.published_at
    assert before <= story.published_at <= timezone.now()
    assert story.date_precision == "moment"
    assert Article.objects.newest_first()[0] == story


def test_a_draft_is_of_the_moment_it_is_published(editor: Client) -> None:
    _, draft = new_story(editor)
    assert draft
    assert draft.published_at is None
    newer = cast.make_article("Newer", published_at=timezone.now())
    save(editor, change_address(draft), status="published")
    assert [story.pk for story in Article.objects.newest_first()] == [draft.pk, newer.pk]
    draft.refresh_from_db()
    assert draft.published_at


def test_an_archive_s_undated_story_gets_no_date_by_being_published(editor: Client) -> None:
    story = make_everything()
    Article.objects.filter(pk=story.pk).update(status="draft")
    save(editor, change_address(story), status="published")
    story.refresh_from_db()
    assert (story.status, story.published_at) == ("published", None)


def test_a_date_without_precision_is_known_to_the_moment(editor: Client) -> None:
    typed = {"published_at_0": "1961-04-12", "published_at_1": "06:07:00", "date_precision": ""}
    errors, story = new_story(editor, **typed)
    assert errors == ""
    assert story
    assert story.published_at == datetime(1961, 4, 12, 6, 7, tzinfo=UTC)
    assert story.date_precision == "moment"


def test_another_date_moves_the_story(editor: Client) -> None:
    first = cast.make_article("First", published_at=datetime(1957, 10, 4, tzinfo=UTC))
    second = cast.make_article("Second", published_at=datetime(1961, 4, 12, tzinfo=UTC))
    assert save(editor, change_address(first), published_at_0="1969-07-20") == ""
    assert list(Article.objects.newest_first()) == [first, second]


def test_a_date_taken_away_takes_its_precision_along(editor: Client) -> None:
    story = cast.make_article("Dated", published_at=datetime(1957, 10, 4, tzinfo=UTC))
    assert save(editor, change_address(story), published_at_0="", published_at_1="") == ""
    story.refresh_from_db()
    assert (story.published_at, story.date_precision) == (None, "")
