"""Measure how soon a new name reaches the stories that have borne it all along.

    python -m tests.benchmarks.alias_reach

works on the newsroom that DATABASE_URL or DATA_DIR names, which posts made by the generator have filled:
it gives somebody a name that stands in many of its stories and that no rule finds, prints in how many
stories it is linked after how many seconds, and takes it back.
"""

from __future__ import annotations

import os
import sys
import time

# Stands in some four in a hundred generated posts, and in no list of names.
NAME = "harbour ice"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django

    django.setup()
    from articles.linking.linking import link_names
    from articles.models import Alias, Entity, Mention

    entity = Entity.objects.order_by("pk").first()
    if entity is None:
        raise SystemExit("Nobody is in this newsroom. Import posts of the generator first.")
    alias = Alias.of(entity, NAME)
    alias.save()
    key = (entity.kind, alias.key)
    begun = time.perf_counter()
    link_names([key])
    seconds = time.perf_counter() - begun
    reached = Mention.objects.filter(entity=entity, surface=NAME).values("article").distinct()
    sys.stdout.write(f"{seconds:.1f} s to {reached.count():,} stories\n")
    alias.delete()
    link_names([key], former=[NAME])


if __name__ == "__main__":
    main()
