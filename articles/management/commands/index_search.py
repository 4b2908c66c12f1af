"""`manage.py index_search`: the search index made anew from the stories."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.management.database import require_tables
from articles.search.indexing import rebuild


class Command(BaseCommand):
    """Index every story anew, which only a change of the rules for words asks for."""

    help = "Make the search index anew from the stories. It is kept with them otherwise."

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        count = rebuild()
        self.stdout.write(f"{count:,} {'story is' if count == 1 else 'stories are'} indexed.")
