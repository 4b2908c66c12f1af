"""Every public page in a real browser, on a phone, a tablet and a desk, by day and by night."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from articles.models import Article
from tests.pages import EMPTY, MISSING, PAGES

pytestmark = pytest.mark.one_database

WIDTHS = [360, 768, 1440]
SCHEMES = ["light", "dark"]
NARROWEST = 320

# axe would read style sheets itself, to see whether they turn with the screen, and takes what they import
# to lie beside the page. What it judges is what the browser shows.
OPTIONS = {"preload": False}

OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", [*PAGES, MISSING])
def test_axe_finds_nothing(
    path: str, scheme: Literal["light", "dark"], page: Page, newsroom: Article
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(page, options=OPTIONS)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", [*PAGES, MISSING])
def test_nothing_scrolls_sideways(path: str, page: Page, newsroom: Article) -> None:
    page.goto(path)
    for width in [NARROWEST, *WIDTHS]:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERHANG) == 0, f"at {width} pixels"


@pytest.mark.parametrize("path", EMPTY)
def test_axe_finds_nothing_on_an_empty_page(path: str, page: Page) -> None:
    page.goto(path)
    results = Axe().run(page, options=OPTIONS)
    assert results.violations_count == 0, results.generate_report()
