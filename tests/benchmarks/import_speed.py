"""Measure `import_seeds`: posts a second, memory, the second run, and how near the limit it comes.

    python -m tests.benchmarks.import_speed [--posts 100000] [--database sqlite|postgres|both]
                                            [--without-names]

The limit is measured in the same run: the very rows that the import wrote, put into another
migrated database by one process, 500 a transaction, with nothing read, parsed or checked.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests import databases
from tests.benchmarks import bare_insert, memory
from tests.benchmarks.generator import Archive
from tests.commands import command, manage, surroundings

EARLY = 10_000
SECONDS_BETWEEN_SAMPLES = 0.2


@dataclass
class Run:
    """One run of import_seeds: how long it took, and the memory held after how many documents."""

    seconds: float = 0
    samples: list[tuple[int, int]] = field(default_factory=list)

    def peak(self, documents: range) -> int:
        """Return the most bytes held while so many documents were in, 0 if nobody looked then."""
        return max((held for count, held in self.samples if count in documents), default=0)


def measure(kind: str, folder: Path, posts: int, **settings: str) -> Iterator[tuple[str, str]]:
    """Give what was measured on one kind of database, line by line."""
    with databases.start(kind, careless=False) as started, started.scratch() as url:
        migrate(url)
        first = run_import(folder, url, **settings)
        yield "first run", f"{first.seconds:.1f} s, {posts / first.seconds:,.0f} posts a second"
        early, late = first.peak(range(EARLY)), first.peak(range(EARLY, posts + 1))
        yield "resident memory", f"{_mb(early)} up to {EARLY:,} posts, {_mb(late)} after"
        with closing(bare_insert.connect(url)) as connection:
            before = bare_insert.count_writes(connection)
            second = run_import(folder, url, **settings)
            wrote = bare_insert.count_writes(connection) != before
        yield (
            "second run",
            f"{second.seconds:.1f} s, {first.seconds / second.seconds:.1f} times faster",
        )
        yield "it wrote", "something" if wrote else "nothing"
        if not settings:
            yield "a new name reached", reach(url)
        with started.scratch() as bare_url:
            migrate(bare_url)
            rows, seconds = bare_insert.copy(url, bare_url)
        yield "bare insert", f"{seconds:.1f} s for the same {rows:,} rows"
        yield "ratio", f"{seconds / first.seconds:.2f} of the bare insert's speed"


def migrate(url: str) -> None:
    migrated = manage("migrate", "--verbosity=0", DATABASE_URL=url)
    if migrated.returncode:
        raise SystemExit(migrated.stderr)


def reach(url: str) -> str:
    """Return what `alias_reach` says of the database."""
    words = [sys.executable, "-m", "tests.benchmarks.alias_reach"]
    said = subprocess.run(words, env=surroundings(DATABASE_URL=url), capture_output=True, text=True)
    return said.stdout.strip() or said.stderr


def run_import(folder: Path, url: str, **settings: str) -> Run:
    """Import the posts in `folder`, watching how far the import is and what memory it holds."""
    run = Run()
    words = command("import_seeds", str(folder), "--verbosity=0")
    begun = time.perf_counter()
    with (
        closing(bare_insert.connect(url)) as connection,
        subprocess.Popen(words, env=surroundings(DATABASE_URL=url, **settings)) as process,
    ):
        while process.poll() is None:
            run.samples.append((_documents(connection), memory.resident(process.pid)))
            with suppress(subprocess.TimeoutExpired):
                process.wait(SECONDS_BETWEEN_SAMPLES)
        run.seconds = time.perf_counter() - begun
    if process.returncode:
        raise SystemExit(f"import_seeds ended with status {process.returncode}.")
    return run


def _documents(connection: Any) -> int:
    with closing(connection.cursor()) as cursor:
        cursor.execute("SELECT COALESCE(MAX(id), 0) FROM articles_importeddocument")
        return int(cursor.fetchone()[0])


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure import_seeds against a bare insert.")
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--database", choices=[*databases.KINDS, "both"], default="both")
    parser.add_argument("--without-names", action="store_true", help="with FIND_NAMES=0")
    arguments = parser.parse_args()
    settings = {"FIND_NAMES": "0"} if arguments.without_names else {}
    kinds = databases.KINDS if arguments.database == "both" else [arguments.database]
    console = Console()
    with tempfile.TemporaryDirectory(prefix="newsroom-posts-") as folder:
        Archive(arguments.posts).write(Path(folder))
        for kind in kinds:
            title = f"{arguments.posts:,} posts, {kind}, {os.cpu_count()} processors"
            table = Table(title=title, show_header=False)
            for name, value in measure(kind, Path(folder), arguments.posts, **settings):
                table.add_row(name, value)
            console.print(table)


if __name__ == "__main__":
    main()
