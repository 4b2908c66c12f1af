"""Whoever is shown by initials alone is found by no name, and named in no answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from articles.models import Article
from tests.cast import make_article, make_mention, make_person
from tests.pages import page_of

pytestmark = pytest.mark.django_db

NAME = "Marfa Zhilina"


@pytest.fixture
def story() -> Article:
    """Make a story of a protected witness, and one of somebody else with her surname."""
    story = make_article("A witness speaks", paragraphs=[f"{NAME} saw the harbour burn."])
    make_mention(story, make_person(NAME, initials_only=True))
    other = make_article("A painter", paragraphs=["Olga Zhilina painted the harbour."])
    make_mention(other, make_person("Olga Zhilina"))
    return story


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    "asked",
    ["Zhilina", "zhilina", "Zhil*", "Жилина", '"Marfa Zhilina"', "harbour Zhilina", "Marfa"],
)
def test_a_hidden_name_finds_none_of_its_stories(client: Client, asked: str) -> None:
    page = page_of(client, f"/search/?q={asked}").partition("<h1>")[2]
    assert "witness" not in page


@pytest.mark.usefixtures("story")
def test_others_of_that_name_are_found(client: Client) -> None:
    assert "painter" in page_of(client, "/search/?q=Olga Zhilina").partition("<h1>")[2]


@pytest.mark.usefixtures("story")
def test_other_words_find_the_story_without_the_name(client: Client) -> None:
    page = page_of(client, "/search/?q=harbour saw")
    assert "A witness" in page
    assert "M. Z. <mark>saw</mark> the <mark>harbour</mark> burn." in page
    assert "Marfa" not in page
    assert "marfa" not in page


@pytest.mark.usefixtures("story")
def test_leaving_the_name_out_changes_nothing(client: Client) -> None:
    page = page_of(client, "/search/?q=harbour -Zhilina").partition("<h1>")[2]
    assert "witness" in page


@pytest.mark.usefixtures("story")
def test_a_hidden_name_is_in_no_suggestion(client: Client) -> None:
    for typed in ("Marf", "Zhil", "harb"):
        answer = client.get("/search/suggestions/", {"q": typed}).content.decode()
        assert "Marfa" not in answer
        assert "marfa" not in answer
    assert "witness" not in client.get("/search/suggestions/", {"q": "Marf"}).content.decode()
    assert "witness" in client.get("/search/suggestions/", {"q": "harb"}).content.decode()


@pytest.mark.usefixtures("story")
def test_a_hidden_name_is_never_meant(client: Client) -> None:
    page = page_of(client, "/search/?q=Marfaa").partition("<h1>")[2]
    assert "Did you mean" not in page


def test_a_story_with_the_name_unlinked_is_not_found_by_it(client: Client, story: Article) -> None:
    story.mentions.all().delete()
    assert "witness" not in page_of(client, f"/search/?q={NAME}").partition("<h1>")[2]


@pytest.mark.parametrize(
    "state", [{"status": "draft"}, {"published_at": datetime(2999, 1, 1, tzinfo=UTC)}]
)
def test_what_is_not_published_is_in_no_suggestion_facet_or_name(
    client: Client, state: dict[str, Any]
) -> None:
    story = make_article("Zyx one", paragraphs=["Boris Zyxov met Zyxov."], **state)
    make_mention(story, make_person("Boris Zyxov"))
    story.tags.add("zyxology")
    make_article("A painter", paragraphs=["The harbour."])
    for typed in ("zyx", "Zyxov", "Boris", "zyxology", "harbour", "zyxvo"):
        page = page_of(client, f"/search/?q={typed}").partition("</form>")[2].partition("<main")[2]
        assert "Zyx one" not in page
        assert "boris-zyxov" not in page
        assert "Did you mean" not in page
        assert "zyxology</a>" not in page
        answer = client.get("/search/suggestions/", {"q": typed}).json()
        assert "zyx" not in str(answer).lower()
