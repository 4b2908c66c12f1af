"""Measure the order of an archive that has lost its dates: how right it is, and how long it takes.

    python -m tests.benchmarks.order [--posts 20000] [--database sqlite|postgres|both]

Of a chain of generated posts 5 in 100 are missing, 1 in 100 bear the title of another, 60 in 100 are
undated; the rest are imported in a random order. Then one of the missing comes in.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from articles.readers import title_key
from tests import databases
from tests.benchmarks.generator import Archive

MISSING = 0.05
UNDATED = 0.60
NAMESAKES = 0.01


class Shuffled:
    """A chain of posts of which some are missing, saved under random names."""

    def __init__(self, posts: int, seed: int = 1957) -> None:
        self.archive = Archive(posts, seed, dated=1 - UNDATED, namesakes=NAMESAKES)
        random = Random(seed)
        self.missing = random.sample(range(posts), round(posts * MISSING))
        self.present = sorted(set(range(posts)) - set(self.missing))
        self.names = random.sample(range(posts), posts)

    def write(self, folder: Path) -> None:
        """Save all posts but the missing ones in `folder`."""
        for number in self.present:
            self.write_one(number, folder)

    def write_one(self, number: int, folder: Path) -> Path:
        """Save one post in `folder`, and return its file."""
        file = folder / f"{self.names[number]:06}.txt"
        file.write_text(self.archive.text(number), encoding="utf-8")
        return file

    def positions(self) -> dict[int, int]:
        """Return the position of each post in the newsroom, by its number."""
        from articles.models import ImportedDocument

        numbers = {f"{name:06}.txt": number for number, name in enumerate(self.names)}
        rows = ImportedDocument.objects.values_list("source_key", "article__position")
        return {numbers[Path(key).name]: position for key, position in rows}

    def right_pairs(self) -> float:
        """Return the part of neighbouring posts that stand in the right order in the newsroom."""
        positions = self.positions()
        pairs = [positions[one] < positions[other] for one, other in pairwise(self.present)]
        return sum(pairs) / len(pairs)

    def lost_keys(self) -> set[str]:
        """Return the keys of the missing titles that no story here has, and that one beside it names."""
        present = set(self.present)
        beside = [one for one in self.missing if {one - 1, one + 1} & present]
        return self._keys(beside) - self._keys(self.present)

    def _keys(self, numbers: list[int]) -> set[str]:
        return {title_key(self.archive.title(number)) for number in numbers}


def measure(shuffled: Shuffled, folder: Path) -> Iterator[tuple[str, str]]:
    """Give what was measured in the newsroom that DATABASE_URL names, line by line."""
    from django.db.models import F

    from articles import chronology
    from articles.models import Article, Finding, Topic
    from articles.models.article import UNPLACED_END
    from articles.reporting import make_report

    shuffled.write(folder)
    yield "import", f"{bring_in(folder):.1f} s"
    Article.objects.update(position=UNPLACED_END - F("pk"), not_before=None, not_after=None)
    yield "the order from nothing", seconds(chronology.arrange)
    yield "the order again", seconds(chronology.arrange)
    yield "pairs in the right order", f"{shuffled.right_pairs():.4%}"
    yield "report", seconds(make_report)
    titles = Finding.objects.filter(topic=Topic.LOST).values_list("title", flat=True)
    found, wanted = [title_key(title) for title in titles], shuffled.lost_keys()
    yield "missing, named beside", f"{len(wanted):,}"
    yield "of them found", f"{len(wanted.intersection(found)):,}"
    yield "listed, twice", f"{len(found):,}, {len(found) - len(set(found)):,}"
    before = shuffled.positions()
    one_more = shuffled.write_one(shuffled.missing[0], folder)
    yield "one more post", f"{bring_in(one_more):.2f} s"
    after = shuffled.positions()
    yield "others that it moved", str(sum(after[one] != place for one, place in before.items()))


def seconds(work: Callable[[], object]) -> str:
    """Return how many seconds of a clock and of this process a piece of work takes."""
    begun = time.perf_counter(), time.process_time()
    work()
    clock, process = time.perf_counter() - begun[0], time.process_time() - begun[1]
    return f"{clock:.2f} s, of which {process:.2f} s in Python"


def bring_in(path: Path) -> float:
    """Import a file or folder, and return the seconds that it took."""
    from articles.importing.manuscript import Options
    from articles.importing.run import import_archive
    from articles.readers import walk

    begun = time.perf_counter()
    import_archive(walk([path]), Options(finds_names=False), [str(path)])
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the order of a shuffled archive.")
    parser.add_argument("--posts", type=int, default=20_000)
    parser.add_argument("--database", choices=[*databases.KINDS, "both"], default="both")
    arguments = parser.parse_args()
    if arguments.database == "both":
        for kind in databases.KINDS:  # a process has one database
            words = [sys.executable, "-m", "tests.benchmarks.order", f"--posts={arguments.posts}"]
            subprocess.run([*words, f"--database={kind}"], check=True)
        return
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-order-") as folder,
        databases.start(arguments.database, careless=False) as started,
        started.scratch() as url,
    ):
        os.environ |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "DATABASE_URL": url}
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        title = f"{arguments.posts:,} posts, {arguments.database}"
        table = Table(title=title, show_header=False)
        for name, value in measure(Shuffled(arguments.posts), Path(folder)):
            table.add_row(name, value)
        Console().print(table)


if __name__ == "__main__":
    main()
