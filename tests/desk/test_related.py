"""What an editor says of related stories wins, for ever."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from articles.models import Article, MadeBy, RelatedLink
from articles.story_page import published_page
from tests import cast
from tests.desk.rooms import address, change_address, save
from tests.related.newsroom import beside, make_archive, settle

pytestmark = pytest.mark.django_db

ROCKET = "rocket-1-the-booster"


def rocket() -> Article:
    return Article.objects.get(slug=ROCKET)


def on_page() -> list[str]:
    page = published_page(ROCKET)
    assert page
    return [row.slug for row in page.related]


def act(editor: Client, action: str, link: RelatedLink) -> None:
    typed: dict[str, Any] = {"action": action, "_selected_action": [link.pk]}
    assert editor.post(address(RelatedLink, "changelist"), typed).status_code == 302


@pytest.mark.usefixtures("at_once")
def test_a_story_left_out_never_comes_back(editor: Client) -> None:
    make_archive()
    out = rocket().related_links.get(rank=0)
    assert out.other
    cast.make_related(rocket(), out.other.title)
    act(editor, "leave_out", out)
    settle()
    assert out.other.slug not in beside(rocket())
    assert out.other.slug not in on_page()
    assert len(on_page()) == 2


@pytest.mark.usefixtures("at_once")
def test_a_story_put_first_stays_first(editor: Client) -> None:
    make_archive()
    last = rocket().related_links.get(rank=2)
    assert last.other
    act(editor, "put_first", last)
    settle()
    assert on_page()[0] == last.other.slug
    assert len(set(on_page())) == len(on_page()) == 3


@pytest.mark.usefixtures("at_once")
def test_who_is_left_out_is_typed_beside_the_story(editor: Client) -> None:
    make_archive()
    other = Article.objects.get(slug="rocket-2-the-capsule-hatch")
    typed = {"related_links-2-TOTAL_FORMS": 1, "related_links-2-0-other": other.pk}
    assert save(editor, change_address(rocket()), **typed) == ""
    assert rocket().related_links.get(other=other).made_by == MadeBy.REFUSED
    assert other.slug not in on_page()


@pytest.mark.usefixtures("at_once")
def test_what_is_published_at_the_desk_gets_its_stories_at_once(editor: Client) -> None:
    make_archive()
    draft = cast.make_article(
        "Rocket 9: the tower", status="draft", paragraphs=["A rocket of Baikonur."]
    )
    assert save(editor, change_address(draft), status="published") == ""
    assert beside(draft)
    assert save(editor, change_address(draft), status="draft") == ""
    assert beside(draft) == []
    assert not RelatedLink.objects.filter(other=draft).exists()
