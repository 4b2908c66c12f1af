"""What programs read at /api/: published stories and names alone, page by page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from articles.models import State
from tests.cast import make_article, make_event, make_mention, make_newsroom, make_person

pytestmark = pytest.mark.django_db

FLIGHT = ["Yuri Gagarin flew on Vostok 1."]


@pytest.fixture(autouse=True)
def nobody_has_asked_yet() -> None:
    cache.clear()


def read(client: Client, address: str, status: int = 200) -> Any:
    response = client.get(address)
    assert response.status_code == status, response.content
    return response.json()


def slugs(answer: Any) -> list[str]:
    return [item["slug"] for item in answer["items"]]


def test_stories_are_listed_newest_first_page_by_page(client: Client) -> None:
    for day in range(1, 6):
        make_article(f"Day {day}", published_at=datetime(1961, 4, day, tzinfo=UTC))
    first = read(client, "/api/articles/?limit=3")
    assert slugs(first) == ["day-5", "day-4", "day-3"]
    second = read(client, first["next"].removeprefix("http://127.0.0.1:8000"))
    assert slugs(second) == ["day-2", "day-1"]
    assert second["next"] is None


def test_a_draft_and_a_scheduled_story_are_nowhere(client: Client) -> None:
    gagarin = make_person()
    draft = make_article("A draft", status="draft", paragraphs=FLIGHT)
    to_come = make_article(
        "To come", published_at=datetime(2999, 1, 1, tzinfo=UTC), paragraphs=FLIGHT
    )
    for article in (draft, to_come):
        make_mention(article, gagarin)
        read(client, f"/api/articles/{article.slug}/", 404)
    assert slugs(read(client, "/api/articles/")) == []
    assert slugs(read(client, "/api/people/")) == []
    read(client, f"/api/people/{gagarin.slug}/", 404)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("person=yuri-gagarin", ["he-flew"]),
        ("event=vostok-1", ["he-flew"]),
        ("tag=vostok", ["it-flew"]),
        ("language=ru", ["it-flew"]),
        ("since=1961-04-12", ["it-flew"]),
        ("until=1961-04-11", ["he-flew"]),
        ("since=1961-04-11&until=1961-04-12", ["it-flew", "he-flew"]),
    ],
)
def test_stories_are_asked_for_by_who_is_in_them_tag_language_and_day(
    client: Client, asked: str, found: list[str]
) -> None:
    he = make_article("He flew", published_at=datetime(1961, 4, 11, tzinfo=UTC), paragraphs=FLIGHT)
    it = make_article("It flew", published_at=datetime(1961, 4, 12, tzinfo=UTC), language="ru")
    it.tags.add("Vostok")
    make_mention(he, make_person())
    make_mention(he, make_event("Vostok 1"))
    assert slugs(read(client, f"/api/articles/?{asked}")) == found


def test_a_story_is_told_whole(client: Client) -> None:
    article = make_article(paragraphs=FLIGHT)
    make_mention(article, make_person())
    told = read(client, f"/api/articles/{article.slug}/")
    assert told["body_text"] == FLIGHT[0]
    (mention,) = told["mentions"]
    assert told["body_text"][mention["start"] : mention["end"]] == mention["text"]


def test_a_person_is_found_in_any_script(client: Client) -> None:
    make_mention(make_article(paragraphs=FLIGHT), make_person())
    assert slugs(read(client, "/api/people/?q=Гагарин")) == ["yuri-gagarin"]


def test_whoever_is_protected_is_told_of_by_initials_or_not_at_all(client: Client) -> None:
    article = make_article("Yuri Gagarin is back", paragraphs=["Yuri Gagarin waved."])
    person = make_person(initials_only=True, protection_reason="Asked for it.")
    make_mention(article, person)
    assert slugs(read(client, "/api/people/")) == []
    read(client, "/api/people/yuri-gagarin/", 404)
    for address in ("/api/articles/", f"/api/articles/{article.slug}/"):
        told = read(client, address)
        assert "Y. G." in str(told)
        assert "Gagarin" not in str(told)


def test_a_rejected_mention_is_told_of_nowhere(client: Client) -> None:
    article, person = make_article(paragraphs=FLIGHT), make_person()
    make_mention(article, person, state=State.REJECTED)
    assert read(client, f"/api/articles/{article.slug}/")["mentions"] == []
    assert slugs(read(client, "/api/people/")) == []


def test_who_asks_again_for_the_same_is_told_so(client: Client) -> None:
    make_newsroom()
    tag = client.get("/api/articles/").headers["ETag"]
    assert client.get("/api/articles/", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/api/articles/nothing/", 404, "There is no story at nothing."),
        ("/api/people/nobody/", 404, "There is no person at nobody."),
        ("/api/articles/?event=nothing", 404, "There is no event at nothing."),
        ("/api/articles/?limit=0", 422, "limit: Input should be greater than or equal to 1."),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(
    client: Client, address: str, status: int, sentence: str
) -> None:
    assert read(client, address, status) == {"detail": sentence}


def test_whoever_asks_too_often_is_told_when_to_come_back(client: Client) -> None:
    for _ in range(120):
        read(client, "/api/events/")
    response = client.get("/api/events/")
    assert response.status_code == 429
    assert 1 <= int(response.headers["Retry-After"]) <= 60
    assert "requests in a minute" in response.json()["detail"]


@pytest.mark.parametrize("kind", ["articles", "people", "organizations", "events"])
def test_a_list_asks_the_same_number_of_questions_however_long(
    client: Client, kind: str, django_assert_max_num_queries: Any
) -> None:
    make_newsroom()
    with django_assert_max_num_queries(4):
        read(client, f"/api/{kind}/?limit=100")


@override_settings(DEBUG=False)
def test_no_address_changes_anything(client: Client) -> None:
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/api/articles/").status_code == 405
