"""Every public page is valid HTML with nothing inline, under a policy that allows nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import pytest
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client, RequestFactory

from newsroom.policy import PolicyMiddleware
from newsroom.settings import BASE_DIR
from tests import cast
from tests.pages import EMPTY, MISSING, PAGES

POLICY = "default-src 'self'"


@pytest.fixture
def newsroom(db: None) -> None:
    cast.make_newsroom()


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_there(path: str, client: Client, newsroom: None) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [*PAGES, MISSING])
def test_the_html_is_valid(path: str, client: Client, newsroom: None) -> None:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document = parser.parse(client.get(path).content, transport_encoding="utf-8")
    ids = Counter(element.attrib["id"] for element in document.iter() if "id" in element.attrib)
    assert [name for name, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("path", EMPTY)
def test_the_html_of_an_empty_newsroom_is_valid(path: str, client: Client, db: None) -> None:
    html5lib.HTMLParser(strict=True).parse(client.get(path).content, transport_encoding="utf-8")


@pytest.mark.parametrize("path", [*PAGES, MISSING])
def test_nothing_is_inline(path: str, client: Client, newsroom: None) -> None:
    document = html5lib.parse(client.get(path).content, namespaceHTMLElements=False)
    for element in document.iter():
        assert element.tag != "style"
        # What is JSON-LD is data, which no browser runs.
        is_data = element.get("type") == "application/ld+json"
        assert element.tag != "script" or "src" in element.attrib or is_data
        inline = [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert inline == [], f"<{element.tag}> has {inline}"


@pytest.mark.parametrize("path", [*PAGES, MISSING, "/admin/login/"])
def test_the_policy_is_sent(path: str, client: Client, newsroom: None) -> None:
    policy = client.get(path).headers["Content-Security-Policy"]
    assert POLICY in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_view_may_still_ask_for_a_policy_of_its_own(rf: RequestFactory) -> None:
    @csp_update({"img-src": ["data:"]})
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.csp_nonce)  # type: ignore[attr-defined]  # django-csp's

    answer = PolicyMiddleware(page)(rf.get("/"))
    assert isinstance(answer, HttpResponse)
    assert "img-src data:" in answer.headers["Content-Security-Policy"]
    assert POLICY in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", sorted((BASE_DIR / "templates" / "articles").glob("*.html")))
def test_a_template_fills_only_places_that_the_page_has(path: Path) -> None:
    environment: Any = engines["jinja2"]
    if "{% extends" in path.read_text():
        template = environment.env.get_template(f"articles/{path.name}")
        assert set(template.blocks) <= set(environment.env.get_template("base.html").blocks)
