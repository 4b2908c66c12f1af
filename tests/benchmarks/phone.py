"""Measure public pages on a phone: when they are first painted, what shifts, what they take over the wire.

    python -m tests.benchmarks.phone http://127.0.0.1:8000/ [more addresses …]

Chromium stands in for a phone of the middle range: a processor four times slower than this one, and a
network of 1.6 Mbit/s down, 0.75 up and 150 ms from a request to its answer, which is what Lighthouse calls
slow 4G (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md).
"""

from __future__ import annotations

import argparse
import shutil
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from tests.browser.conftest import ARGUMENTS, CHROMIUMS

SLOWER = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
# Lighthouse's phone, a Moto G Power.
SCREEN: dict[str, Any] = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
# What a page still does after it is loaded is waited for so long.
SETTLES_IN = 1_000

WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.shifted += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass
class Visit:
    """What a first visit to one page took; `first_paint` in milliseconds, `wire` in bytes with headers."""

    first_paint: float = 0
    shifted: float = 0
    wire: dict[str, int] = field(default_factory=dict)


def visit(browser: Browser, url: str) -> Visit:
    """Return what it takes to visit the page with nothing in the cache."""
    context = browser.new_context(**SCREEN)
    page = context.new_page()
    page.add_init_script(WATCH_SHIFTS)
    wire = _count_bytes(page)
    page.goto(url)
    page.wait_for_timeout(SETTLES_IN)
    taken = Visit(page.evaluate(FIRST_PAINT), page.evaluate("window.shifted"), wire)
    context.close()
    return taken


def _count_bytes(page: Page) -> dict[str, int]:
    """Slow the page down, and return what will be the bytes that came from each address."""
    wire: dict[str, int] = {}
    addresses: dict[str, str] = {}
    session = page.context.new_cdp_session(page)
    session.on(
        "Network.requestWillBeSent",
        lambda sent: addresses.update({sent["requestId"]: sent["request"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda come: wire.update({addresses[come["requestId"]]: int(come["encodedDataLength"])}),
    )
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return wire


def main() -> None:
    """Print what a visit to each of the addresses takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("addresses", nargs="+")
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    table = Table("page", "first paint, ms", "shifted", "requests", "bytes on the wire")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for url in parser.parse_args().addresses:
            taken = visit(browser, url)
            table.add_row(
                url,
                f"{taken.first_paint:.0f}",
                f"{taken.shifted:.3f}",
                str(len(taken.wire)),
                f"{sum(taken.wire.values()):,}",
            )
    Console().print(table)


if __name__ == "__main__":
    main()
