"""Measure public pages: requests a second beside a bare Django view and nginx, on the same bytes.

    python -m tests.benchmarks.page_speed [--posts 2000 100000] [--database sqlite|postgres]
                                          [--seconds 10] [--rounds 3]

The site, a bare Django view and nginx are served side by side and asked by turns, so that whatever
else the machine does befalls all alike. It needs wrk and nginx. Leave the machine alone meanwhile.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit
from urllib.request import urlopen

from rich.console import Console
from rich.table import Table

from articles.paging import ROWS_A_PAGE
from tests import databases
from tests.benchmarks import bare_insert, servers
from tests.benchmarks.generator import Archive
from tests.benchmarks.import_speed import migrate, run_import
from tests.commands import manage

SCRIPT = Path(__file__).with_name("paths.lua")
CONNECTIONS = 16
THREADS = 2
ARTICLES_ASKED_FOR = 500
SINGLE_REQUESTS = 100
DEEP_PAGE = 5000


@dataclass
class Target:
    """Some addresses of one server, and what was measured there."""

    name: str
    site: str
    paths: list[str]
    rates: list[float] = field(default_factory=list)
    latency: float = 0

    @property
    def rate(self) -> float:
        return median(self.rates)


def measure(posts: int, kind: str, seconds: int, rounds: int) -> list[Target]:
    """Return what the site, the bare view and nginx did, with so many posts in the database."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsroom-pages-")))
        url = stack.enter_context(newsroom(posts, kind, folder))
        site = stack.enter_context(servers.granian("newsroom.wsgi:application", DATABASE_URL=url))
        articles = article_paths(url)
        page = folder / "page"
        page.write_bytes(urlopen(site + articles[0]).read())
        bare = stack.enter_context(
            servers.granian("tests.benchmarks.bare_site:application", BARE_PAGE=str(page))
        )
        targets = [
            Target("bare Django view", bare, ["/"]),
            Target("nginx", stack.enter_context(servers.nginx(folder)), ["/"]),
            Target("article", site, articles),
            Target("home", site, ["/"]),
            Target("archive, page 1", site, ["/archive/"]),
            deep_page(site, posts),
        ]
        for target in targets:
            target.latency = single_latency(target)
        for _ in range(rounds):
            for target in targets:
                target.rates.append(ask(target, seconds, folder))
        return targets


@contextmanager
def newsroom(posts: int, kind: str, folder: Path) -> Iterator[str]:
    """Give the address of a database that holds so many generated posts."""
    with databases.start(kind, careless=False) as started, started.scratch() as url:
        migrate(url)
        Archive(posts).write(folder / "posts")
        run_import(folder / "posts", url)
        shutil.rmtree(folder / "posts")
        collected = manage("collectstatic", "--no-input", "--verbosity=0", DATABASE_URL=url)
        if collected.returncode:
            raise SystemExit(collected.stderr)
        yield url


def article_paths(url: str) -> list[str]:
    """Return the addresses of articles from all over the archive."""
    with closing(bare_insert.connect(url)) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("SELECT slug FROM articles_article ORDER BY position")
        slugs = [slug for (slug,) in cursor.fetchall()]
    step = max(1, len(slugs) // ARTICLES_ASKED_FOR)
    return [f"/articles/{slug}/" for slug in slugs[::step]]


def deep_page(site: str, posts: int) -> Target:
    number = min(DEEP_PAGE, -(-posts // ROWS_A_PAGE))
    return Target(f"archive, page {number:,}", site, [f"/archive/?page={number}"])


def ask(target: Target, seconds: int, folder: Path) -> float:
    """Return the requests a second that wrk makes there; every answer must be a page."""
    paths = folder / "paths"
    paths.write_text("\n".join(target.paths) + "\n")
    words = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(SCRIPT)]
    asked = subprocess.run(
        [*words, target.site],
        env=os.environ | {"PATHS": str(paths)},
        capture_output=True,
        text=True,
        check=True,
    )
    rate = re.search(r"Requests/sec: +([\d.]+)", asked.stdout)
    if rate is None or "Non-2xx" in asked.stdout or "Socket errors" in asked.stdout:
        raise SystemExit(f"{target.name} failed:\n{asked.stdout}{asked.stderr}")
    return float(rate[1])


def single_latency(target: Target) -> float:
    """Return the median seconds of one request when nobody else asks."""
    connection = HTTPConnection(urlsplit(target.site).netloc)
    times = []
    with closing(connection):
        for number in range(SINGLE_REQUESTS):
            begun = time.perf_counter()
            connection.request("GET", target.paths[number % len(target.paths)])
            connection.getresponse().read()
            times.append(time.perf_counter() - begun)
    return median(times)


def show(title: str, targets: list[Target]) -> Table:
    table = Table("", "requests a second", "of bare Django", "one request", title=title)
    bare = targets[0].rate
    for target in targets:
        table.add_row(
            target.name,
            f"{target.rate:,.0f}",
            f"{target.rate / bare:.3f}",
            f"{target.latency * 1000:.2f} ms",
        )
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure public pages against a bare view.")
    parser.add_argument("--posts", type=int, nargs="+", default=[2_000, 100_000])
    parser.add_argument("--database", choices=databases.KINDS, default="sqlite")
    parser.add_argument("--seconds", type=int, default=10, help="for each measurement")
    parser.add_argument("--rounds", type=int, default=3, help="the median of which is told")
    arguments = parser.parse_args()
    for missing in [name for name in ("wrk", "nginx") if shutil.which(name) is None]:
        parser.error(f"{missing} is not installed; on Debian: apt-get install {missing}")
    for posts in arguments.posts:
        targets = measure(posts, arguments.database, arguments.seconds, arguments.rounds)
        title = f"{posts:,} articles, {arguments.database}, {os.cpu_count()} processors"
        Console().print(show(title, targets))


if __name__ == "__main__":
    main()
