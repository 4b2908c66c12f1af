"""Names are found while one types, and without a script by the form alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article

pytestmark = pytest.mark.one_database


def test_names_are_found_while_one_types(page: Page, newsroom: Article) -> None:
    page.goto("/people/")
    field = page.get_by_role("searchbox", name="Find a name")
    field.press_sequentially("gag")
    expect(page.get_by_role("status")).to_have_text("1 name is like this")
    expect(page.get_by_role("link", name="Yuri Gagarin")).to_be_visible()
    expect(page.get_by_role("link", name="Sergei Korolev")).to_have_count(0)
    expect(field).to_be_focused()
    assert page.url.endswith("/people/?q=gag")
    field.fill("")
    expect(page.get_by_role("link", name="Sergei Korolev")).to_be_visible()


def test_names_are_found_without_a_script(
    browser: Browser, live_server: LiveServer, newsroom: Article
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/people/")
    page.get_by_role("searchbox", name="Find a name").fill("Гагарин")
    page.get_by_role("button", name="Find").click()
    assert page.get_by_role("link", name="Yuri Gagarin").is_visible()
    assert page.get_by_role("link", name="Sergei Korolev").count() == 0
    context.close()
