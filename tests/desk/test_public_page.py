"""The public page is one click away, for those who may see it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from taggit.models import Tag

from articles.models import (
    Event,
    Organization,
    Person,
)
from tests import cast
from tests.desk.rooms import (
    address,
    change_address,
    document,
)

pytestmark = pytest.mark.django_db


def public_links(editor: Client, row: Model) -> list[str]:
    """Return where the form, and the list of that one row, send an editor who wants to see the page."""
    form = document(editor.get(change_address(row)))
    links = [link for link in form.iter("a") if "viewsitelink" in link.attrib.get("class", "")]
    rows = document(editor.get(address(type(row), "changelist"), {"q": str(row)}))
    cells = [cell for cell in rows.iter("td") if "field-page_link" in cell.attrib.get("class", "")]
    assert len(cells) == 1
    return [link.attrib["href"] for link in (*links, *cells[0].iter("a"))]


def test_what_readers_see_is_one_click_away(editor: Client) -> None:
    story = cast.make_newsroom()
    person = Person.objects.get(slug="yuri-gagarin")
    for row in (story, person, Organization.objects.get(), Event.objects.get()):
        url = row.get_absolute_url()
        assert public_links(editor, row) == [url, url]
        assert editor.get(url).status_code == 200
    assert public_links(editor, Tag.objects.get(name="Vostok")) == ["/tags/vostok/"] * 2


def test_a_draft_s_link_leads_to_its_preview_and_is_no_page_to_others(editor: Client) -> None:
    draft = cast.make_article("Not yet", status="draft")
    url, in_list = public_links(editor, draft)
    assert url == in_list
    assert b"Not yet" in editor.get(url).content
    assert Client().get(url).status_code == 404
    stranger = Client()
    stranger.force_login(User.objects.create_user("stranger"))
    assert stranger.get(url).status_code == 404


def test_a_name_that_no_published_story_has_offers_no_page(editor: Client) -> None:
    person = cast.make_person()
    cast.make_mention(cast.make_article(paragraphs=[person.name], status="draft"), person)
    published = cast.make_article("Vostok", paragraphs=[person.name])
    cast.make_mention(published, person, state="suggested")
    assert public_links(editor, person) == []
