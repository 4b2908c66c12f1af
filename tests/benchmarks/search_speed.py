"""Measure how long a page of search results takes, from address to HTML, in one process.

    python -m tests.benchmarks.search_speed [--rounds 20]

works on the newsroom that DATABASE_URL or DATA_DIR names, which posts made by the generator have filled,
and prints the median and the 95th percentile in milliseconds of each kind of search.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
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


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure pages of search results.")
    parser.add_argument("--rounds", type=int, default=40, help="searches of each kind")
    rounds = parser.parse_args().rounds
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django

    django.setup()
    from django.test import Client

    from django.conf import settings

    # Static files have not been collected for a measurement.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    client = Client()
    for kind in KINDS:
        taken = []
        asked = searches(kind, Random(SEED))
        for _ in range(rounds):
            address = f"/search/?{urlencode(next(asked))}"
            begun = time.perf_counter()
            response = client.get(address, headers={"host": "127.0.0.1"})
            taken.append(1_000 * (time.perf_counter() - begun))
            if response.status_code != 200:
                raise SystemExit(f"{address} answered {response.status_code}.")
        sys.stdout.write(f"{kind:22} {median(taken):6.1f} {quantiles(taken, n=20)[-1]:6.1f} ms\n")


if __name__ == "__main__":
    main()
