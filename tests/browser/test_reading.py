"""What a reader can do with a story where scripts run, and that nothing of it shows where none do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from tests.cast import make_article

pytestmark = pytest.mark.one_database

STORY = "/articles/yuri-gagarin-is-the-first-man-in-space/"
LONG = "/articles/a-long-flight/"
PLACE = "document.querySelector('.story-body').children[30].getBoundingClientRect().top"


@pytest.fixture
def long_story(newsroom: Article) -> Article:
    return make_article("A long flight", paragraphs=[f"Orbit {n}. " * 60 for n in range(60)])


def text_size(page: Page) -> float:
    size = page.locator(".story-body").evaluate("text => getComputedStyle(text).fontSize")
    return float(size.removesuffix("px"))


@pytest.mark.parametrize(("key", "leads_to"), [("k", "the-far-side-of-the-moon"), ("j", "laika")])
def test_a_key_leads_to_the_story_beside(
    key: str, leads_to: str, page: Page, newsroom: Article
) -> None:
    page.goto("/articles/sputnik-is-in-orbit/" if key == "j" else STORY)
    page.keyboard.press(key)
    page.wait_for_url(f"**/articles/*{leads_to}*/")


def test_an_arrow_leads_on_along_the_script_of_the_site(page: Page, newsroom: Article) -> None:
    page.goto(STORY)
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/the-far-side-of-the-moon/")


def test_a_key_turns_the_pages_of_a_list(page: Page, newsroom: Article) -> None:
    page.goto("/archive/")
    page.keyboard.press("j")
    page.wait_for_url("**/archive/?page=2")


def test_a_stroke_leads_to_the_search_and_typing_there_is_typing(
    page: Page, newsroom: Article
) -> None:
    page.goto("/people/")
    page.keyboard.press("/")
    page.keyboard.type("jk/")
    expect(page.locator("input[type=search]:focus")).to_have_value("jk/")


def test_keys_that_were_turned_off_stay_off(page: Page, newsroom: Article) -> None:
    page.goto(STORY)
    page.get_by_text("Keys", exact=True).click()
    page.get_by_label("Read by these keys").uncheck()
    page.reload()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("k")
    page.wait_for_timeout(200)
    assert page.url.endswith(STORY)


def test_the_text_grows_by_steps_and_stays_so_on_other_pages(page: Page, newsroom: Article) -> None:
    page.goto(STORY)
    first = text_size(page)
    for _ in range(3):
        page.get_by_role("button", name="Larger text").click()
    assert text_size(page) == pytest.approx(1.5 * first)
    page.goto("/articles/long-words/")
    assert text_size(page) == pytest.approx(1.5 * first)
    page.get_by_role("button", name="Smaller text").click()
    assert text_size(page) == pytest.approx(1.3 * first)


def test_the_link_is_copied(browser: Browser, live_server: LiveServer, newsroom: Article) -> None:
    context = browser.new_context(
        base_url=live_server.url, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(STORY)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")
    context.close()


def test_a_story_is_shared_by_what_the_device_shares_with(page: Page, newsroom: Article) -> None:
    page.add_init_script("navigator.share = async (given) => (window.shared = given)")
    page.goto(STORY)
    page.get_by_role("button", name="Share").click()
    shared = page.evaluate("window.shared")
    assert shared["title"] == "Yuri Gagarin is the first man in space"
    assert shared["url"].endswith(STORY)


def test_a_device_that_does_not_share_is_offered_nothing(page: Page, newsroom: Article) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(STORY)
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.get_by_role("button", name="Share")).to_have_count(0)


def test_a_story_left_half_read_opens_where_it_was_left(page: Page, long_story: Article) -> None:
    page.goto(LONG)
    page.evaluate(
        "document.querySelector('.story-body').children[30].scrollIntoView({behavior: 'instant'})"
    )
    page.goto("/")
    page.goto(LONG)
    assert page.evaluate(PLACE) == pytest.approx(16, abs=2)  # the page's own scroll padding
    page.get_by_role("link", name="To the top").click()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.get_by_role("link", name="To the top")).to_have_count(0)


def test_a_story_that_was_read_to_its_end_opens_at_its_top(page: Page, long_story: Article) -> None:
    page.goto(LONG)
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    page.goto("/")
    page.goto(LONG)
    assert page.evaluate("scrollY") == 0


def test_a_link_that_the_pointer_rests_on_is_fetched_once(page: Page, newsroom: Article) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/archive/")
    link = page.get_by_role("link", name="Zarya begins the ISS")
    for _ in range(2):
        link.hover()
        page.wait_for_timeout(300)
        page.get_by_role("heading", level=1).hover()
    assert len([url for url in asked if url.endswith("/articles/zarya-begins-the-iss/")]) == 1


def test_on_paper_stands_nothing_that_can_be_pressed(page: Page, newsroom: Article) -> None:
    page.goto(STORY)
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_count(0)


def test_without_scripts_nothing_is_shown_that_needs_them(
    browser: Browser, live_server: LiveServer, newsroom: Article
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(STORY)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("Keys", exact=True)).to_be_hidden()
    context.close()
