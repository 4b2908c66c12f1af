"""Search engines and hubs are told of a story when readers may see it, and only if the settings name them."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article
from tests.cast import make_article, make_editor, make_mention, make_person
from tests.desk.rooms import change_address, new_story, save
from tests.test_feeds import read

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
KEY = "a-key-of-this-site-0001"


class Service(HTTPServer):
    """A search engine and a hub in one, which keeps what it is told, and answers as `status` says."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Listener)
        self.told: list[tuple[str, str]] = []
        self.status = 204

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Listener(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append((self.path, body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing on the console."""


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as service:
        listening = Thread(target=service.serve_forever, daemon=True)
        listening.start()
        yield service
        service.shutdown()
        listening.join()


@pytest.fixture
def told(service: Service, settings: Any) -> list[tuple[str, str]]:
    """Give what a search engine and a hub that the settings name are told."""
    settings.INDEXNOW_KEY = KEY
    settings.INDEXNOW_SERVER = f"{service.url}/indexnow"
    settings.WEBSUB_HUB = f"{service.url}/hub"
    return service.told


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_editor())
    return client


def publish(editor: Client, on_commit: Any, **typed: Any) -> Article:
    with on_commit(execute=True):
        errors, story = new_story(editor, slug="vostok", status="published", **typed)
    assert (errors, story is None) == ("", False)
    assert story
    return story


def test_a_published_story_is_told_to_search_engines(
    editor: Client, told: Any, django_capture_on_commit_callbacks: Any
) -> None:
    publish(editor, django_capture_on_commit_callbacks)
    path, body = told[0]
    assert path == "/indexnow"
    assert json.loads(body) == {
        "host": "127.0.0.1:8000",
        "key": KEY,
        "keyLocation": f"{SITE}/indexnow.txt",
        "urlList": [f"{SITE}/articles/vostok/"],
    }
    assert editor.get("/indexnow.txt").content.decode() == KEY


def test_a_hub_is_told_of_every_feed_in_which_the_story_stands(
    editor: Client, told: Any, django_capture_on_commit_callbacks: Any
) -> None:
    story = make_article("Vostok", slug="vostok", paragraphs=["Yuri Gagarin and Laika flew."])
    make_mention(story, make_person("Yuri Gagarin"))
    make_mention(story, make_person("Laika", not_indexed=True))
    story.tags.add("spaceflight")
    with django_capture_on_commit_callbacks(execute=True):
        assert save(editor, change_address(story), standfirst="They flew.") == ""
    path, body = told[1]
    fields = parse_qs(body)
    assert path == "/hub"
    assert fields["hub.mode"] == ["publish"]
    pages = ["/", "/tags/spaceflight/", "/people/yuri-gagarin/"]
    forms = ["feed/", "feed/atom/", "feed.json"]
    assert fields["hub.url"] == [SITE + page + form for page in pages for form in forms]


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_nobody_is_told_of_a_story_that_readers_may_not_see(
    editor: Client, told: Any, django_capture_on_commit_callbacks: Any, state: str
) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    story = make_article(
        "Vostok",
        status="draft" if state == "draft" else "published",
        published_at=tomorrow if state == "scheduled" else None,
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert save(editor, change_address(story), standfirst="A secret.") == ""
    assert Article.objects.get().standfirst == "A secret."
    assert told == []


def test_nobody_is_told_before_the_story_is_safely_written(
    editor: Client, told: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=False):
        new_story(editor, status="published")
    assert told == []


def test_nobody_is_told_unless_the_settings_name_them(
    editor: Client, service: Service, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    assert (settings.INDEXNOW_KEY, settings.WEBSUB_HUB) == ("", "")
    settings.INDEXNOW_SERVER = service.url
    publish(editor, django_capture_on_commit_callbacks)
    assert service.told == []
    assert editor.get("/indexnow.txt").status_code == 404


@pytest.mark.parametrize("status", [None, 500])
def test_what_fails_is_said_in_one_sentence_and_stops_nothing(
    editor: Client,
    service: Service,
    told: Any,
    status: int | None,
    django_capture_on_commit_callbacks: Any,
    caplog: pytest.LogCaptureFixture,
    settings: Any,
) -> None:
    service.status = status or 0
    if status is None:
        settings.INDEXNOW_SERVER = settings.WEBSUB_HUB = "http://127.0.0.1:9/"
    with caplog.at_level(logging.WARNING, "articles.announcing"):
        story = publish(editor, django_capture_on_commit_callbacks)
    said = [record.getMessage() for record in caplog.records if "announcing" in record.name]
    assert len(said) == 2
    assert all("was not told of a story: " in line and "\n" not in line for line in said)
    assert len(told) == (2 if status else 0)
    assert editor.get(story.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("form", ["feed/", "feed/atom/"])
def test_a_feed_names_the_hub_that_tells_of_it(client: Client, settings: Any, form: str) -> None:
    make_article("Sputnik")
    assert "hub" not in {link.rel for link in read(client, f"/{form}").feed.links}
    settings.WEBSUB_HUB = "https://hub.example.org/"
    links = {link.rel: link.href for link in read(client, f"/{form}").feed.links}
    assert links["hub"] == "https://hub.example.org/"
    assert links["self"] == f"{SITE}/{form}"
    feed = json.loads(client.get("/feed.json").content)
    assert feed["hubs"] == [{"type": "WebSub", "url": "https://hub.example.org/"}]
