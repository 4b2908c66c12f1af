"""Whatever can be pressed on a page is reached by the Tab key, and one sees where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from articles.models import Article
from tests.pages import PAGES

pytestmark = pytest.mark.one_database

# How many elements take the focus, save those that are out of sight.
PRESSABLE = """
[...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((element) => !element.disabled && element.checkVisibility()).length
"""
FOCUSED = """
(() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const isInView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return isInView && getComputedStyle(element).outlineStyle !== "none";
})()
"""


@pytest.mark.parametrize("path", PAGES)
def test_tab_goes_to_everything_that_can_be_pressed(
    path: str, page: Page, newsroom: Article
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(path)
    pressable = page.evaluate(PRESSABLE)
    seen: list[bool] = []
    for _ in range(pressable):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
    assert seen == [True] * pressable
