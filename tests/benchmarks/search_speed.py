"""Measure how long a page of search results takes, from address to HTML, in one process.

    python -m tests.benchmarks.search_speed [--rounds 20]

works on the newsroom that DATABASE_URL or DATA_DIR names, which posts made by the generator have filled,
and prints the median and the 95th percentile in milliseconds of each kind of search: on the clock, and of
the processor's time, with that of a PostgreSQL on the same machine. The clock runs on while others work.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median, quantiles
from urllib.parse import urlencode

from tests.benchmarks import words

SEED = 1957


def searches(kind: str, random: Random) -> Iterator[dict[str, str]]:
    """Yield questions of a kind without end, as the parameters of an address."""
    from articles.models import Entity

    subjects = [subject.partition(" ")[2] for subject in words.SUBJECTS]
    slugs = list(Entity.objects.filter(kind="person").order_by("pk").values_list("slug", flat=True))
    if not slugs:
        raise SystemExit("Nobody is in this newsroom. Import posts of the generator first.")
    rare = list(Entity.objects.filter(kind="person").order_by("-pk").values_list("name", flat=True))
    make: dict[str, Callable[[], dict[str, str]]] = {
        "one word": lambda: {"q": random.choice([*words.PLACES, *" ".join(subjects).split()])},
        "a phrase": lambda: {"q": f'"{random.choice(subjects)}"'},
        "two words": lambda: {"q": f"{random.choice(words.PLACES)} {random.choice(subjects)}"},
        "narrowed to a person": lambda: {
            "q": random.choice(words.PLACES),
            "person": random.choice(slugs[:200]),
        },
        "a frequent name": lambda: {"q": random.choice(words.LAST_NAMES)},
        "a rare name": lambda: {"q": random.choice(rare[:500])},
        "by date": lambda: {"q": random.choice(words.PLACES), "sort": "date"},
        "a mistyped word": lambda: {"q": _mistyped(random.choice(words.PLACES), random)},
    }
    while True:
        yield make[kind]()


KINDS = [
    *("one word", "a phrase", "two words", "narrowed to a person", "a frequent name"),
    *("a rare name", "by date", "a mistyped word"),
]


def _mistyped(word: str, random: Random) -> str:
    place = random.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def processor_time() -> float:
    """Return the seconds that this process has worked, and the server that works for it, if there is one."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return time.process_time()
    connection.ensure_connection()
    server = connection.connection.get_backend_pid()
    # The first figure is in nanoseconds: https://docs.kernel.org/scheduler/sched-stats.html
    worked = int(Path(f"/proc/{server}/schedstat").read_text().split()[0])
    return time.process_time() + worked / 1e9


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure pages of search results.")
    parser.add_argument("--rounds", type=int, default=40, help="searches of each kind")
    rounds = parser.parse_args().rounds
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    # Static files have not been collected for a measurement.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    client = Client()
    client.get(
        "/search/?q=water", headers={"host": "127.0.0.1"}
    )  # the first one compiles the template
    for kind in KINDS:
        clock, processor = [], []
        asked = searches(kind, Random(SEED))
        for _ in range(rounds):
            address = f"/search/?{urlencode(next(asked))}"
            begun, worked = time.perf_counter(), processor_time()
            response = client.get(address, headers={"host": "127.0.0.1"})
            clock.append(1_000 * (time.perf_counter() - begun))
            processor.append(1_000 * (processor_time() - worked))
            if response.status_code != 200:
                raise SystemExit(f"{address} answered {response.status_code}.")
        said = (
            f"{median(taken):6.1f} {quantiles(taken, n=20)[-1]:6.1f}"
            for taken in (clock, processor)
        )
        sys.stdout.write(f"{kind:22} {'   '.join(said)} ms\n")


if __name__ == "__main__":
    main()
