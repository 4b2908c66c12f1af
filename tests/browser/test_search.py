"""Stories and names are suggested while one types, and found without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article

pytestmark = pytest.mark.one_database


def test_names_and_stories_are_suggested_while_one_types(page: Page, newsroom: Article) -> None:
    page.goto("/archive/")
    field = page.get_by_role("searchbox")
    field.press_sequentially("gagarin")
    lines = page.locator(".suggestions a")
    expect(lines).to_have_text(["Yuri Gagarin person", "Yuri Gagarin is the first man in space"])
    field.press("ArrowDown")
    expect(lines.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/yuri-gagarin-is-the-first-man-in-space/")


def test_suggestions_go_away_when_they_are_not_wanted(page: Page, newsroom: Article) -> None:
    page.goto("/search/")
    field = page.get_by_role("searchbox")
    field.press_sequentially("moon")
    expect(page.locator(".suggestions a").first).to_be_visible()
    field.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()
    field.press("Enter")
    page.wait_for_url("**/search/?q=moon")


def test_stories_are_found_without_a_script(
    browser: Browser, live_server: LiveServer, newsroom: Article
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill("moon -apollo")
    page.get_by_role("button", name="Search").click()
    assert page.get_by_role("link", name="Luna 2 reaches the Moon").is_visible()
    assert page.get_by_role("link", name="Apollo 8 goes around the Moon").count() == 0
    context.close()
