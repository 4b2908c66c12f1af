"""Does the order in which stories come in matter to who is in them? It must not.

    python -m tests.linking.graphs [--posts 200] [--orders 20]

imports the same posts in so many random orders, and one by one, and compares names, links, quotes, roles
and the queue of new names, row by row.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from rich.console import Console

from tests.benchmarks.generator import Archive

Graph = dict[str, list[tuple[Any, ...]]]

# How each table is told without ids, which follow the order.
COLUMNS = {
    "Entity": ["kind", "slug", "name", "first_day", "last_day", "made_by_import"],
    "Alias": ["entity__kind", "entity__slug", "name", "key", "links_by_itself"],
    "Mention": [
        *("article__slug", "start", "end", "entity__kind", "entity__slug", "surface"),
        *("found_by", "rule", "state", "confidence"),
    ],
    "Quote": [
        *("article__slug", "start", "end", "speaker__slug", "speaker_text"),
        *("rule", "state", "confidence"),
    ],
    "Role": ["article__slug", "person__slug", "title", "organization__slug", "found_by_rule"],
    "Sighting": ["article__slug", "kind", "key", "name", "confidence"],
    "NewName": ["kind", "key", "name", "story_count", "confidence", "rejected"],
}


def graph() -> Graph:
    """Return who is in which story, as the database has it now."""
    from articles import models  # once Django is set up

    return {
        name: sorted(getattr(models, name).objects.values_list(*columns), key=repr)
        for name, columns in COLUMNS.items()
    }


def bring_in(files: Sequence[Path]) -> None:
    """Import these documents in their order, in one run."""
    from articles.importing.manuscript import Options
    from articles.importing.run import import_archive
    from articles.readers import walk

    import_archive(walk(files), Options(), [str(file) for file in files])


def orders(files: Sequence[Path], count: int) -> Iterator[list[Path]]:
    """Yield so many random orders of the files, the same ones each time."""
    random = Random(1961)
    for _ in range(count):
        shuffled = list(files)
        random.shuffle(shuffled)
        yield shuffled


def differences(one: Graph, other: Graph) -> list[str]:
    """Return a line for each row that only one of the graphs has."""
    return [
        f"{sign} {table} {row}"
        for table in one
        for sign, rows in (
            ("-", set(one[table]) - set(other[table])),
            ("+", set(other[table]) - set(one[table])),
        )
        for row in sorted(rows, key=repr)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare the graphs of imports in many orders.")
    parser.add_argument("--posts", type=int, default=200)
    parser.add_argument("--orders", type=int, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "DATA_DIR": folder}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        _compare(Path(folder) / "posts", arguments.posts, arguments.orders)


def _compare(folder: Path, posts: int, count: int) -> None:
    from django.core.management import call_command

    Archive(posts).write(folder)
    files = sorted(folder.rglob("*.txt"))
    call_command("migrate", verbosity=0)
    bring_in(files)
    first = graph()
    console, wrong = Console(), 0
    for number, order in enumerate([*orders(files, count), files[::-1]], 1):
        call_command("flush", verbosity=0, interactive=False)
        for batch in [[file] for file in order] if number > count else [order]:
            bring_in(batch)
        lines = differences(first, graph())
        wrong += bool(lines)
        name = "one by one" if number > count else f"order {number}"
        said = "equal" if not lines else f"{len(lines)} rows differ"
        console.print(f"{name}: {said}", *lines[:5], sep="\n  ")
    raise SystemExit(wrong)


if __name__ == "__main__":
    main()
