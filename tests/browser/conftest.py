"""A real Chromium that looks at the site as readers do, and lets no page ask another host.

Tests here are skipped where no Chromium is found, unless REQUIRE_BROWSER is set: then they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from tests import cast

CHROMIUMS = ["chromium", "chromium-browser", "google-chrome"]
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-quic"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the machine's Chromium once for all tests."""
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        reason = f"No Chromium is on the PATH under any of the names {', '.join(CHROMIUMS)}."
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)  # CI sets REQUIRE_BROWSER; README promises tests without one, too
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright runs an event loop in this thread, in which Django would refuse to ask its
        # database although nothing here is asynchronous.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@dataclass
class Watch:
    """What a page did that no page of this site may do."""

    host: str
    problems: list[str] = field(default_factory=list)

    def on_request(self, route: Route) -> None:
        if urlsplit(route.request.url).netloc == self.host:
            route.continue_()
        else:
            self.problems.append(f"asked another host: {route.request.url}")
            route.abort()

    def on_console(self, message: ConsoleMessage) -> None:
        # Breaches of the content security policy are told here, too.
        if message.type in {"error", "warning"} and not self._is_the_missing_page(message):
            self.problems.append(f"said on the console: {message.text}")

    def on_page_error(self, error: Exception) -> None:
        self.problems.append(f"broke: {error}")

    def _is_the_missing_page(self, message: ConsoleMessage) -> bool:
        """Tell whether the message is that the page itself answers 404, as it should."""
        address = message.page.url if message.page else None
        return "404" in message.text and message.location["url"] == address


@pytest.fixture
def watch(live_server: LiveServer) -> Iterator[Watch]:
    """Fail the test afterwards if its page did what no page may do."""
    watch = Watch(urlsplit(live_server.url).netloc)
    yield watch
    assert watch.problems == []


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, watch: Watch) -> Iterator[Page]:
    """Open an empty window whose addresses begin at the site."""
    context = browser.new_context(base_url=live_server.url)
    context.route("**/*", watch.on_request)
    page = context.new_page()
    page.on("console", watch.on_console)
    page.on("pageerror", watch.on_page_error)
    yield page
    context.close()


@pytest.fixture
def newsroom(live_server: LiveServer) -> Article:
    """Fill the site with a story of every sort, and give the one that has everything."""
    return cast.make_newsroom()
