"""The index is kept by whatever writes stories, in the same transaction.

A story that is saved or deleted one by one is indexed by Django's signals; those that are written many
at a time, by whoever writes them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models.signals import post_delete, post_save

from articles.models import Article, Sighting
from articles.search.engine import engine
from articles.search.entry import Entry, entry

STORIES_AT_ONCE = 500
# What the index holds something of.
INDEXED = {"title", "standfirst", "body_text"}
# Longer words are seldom typed, and never found by chance.
LONGEST_MEANT = 30
# How each database reads the rows out of a list in JSON.
ENTRIES_OF_JSON = {
    # `WHERE true`, or SQLite takes ON for a part of the SELECT: https://www.sqlite.org/lang_upsert.html
    "sqlite": "SELECT value FROM json_each(%s) WHERE true",
    "postgresql": "SELECT value FROM json_array_elements_text(%s)",
}


def write_entries(entries: Collection[tuple[int, Entry]]) -> None:
    """Write the entries of stories, by their ids, and the terms that are new."""
    engine().write(entries)
    _write_terms({term for _, one in entries for part in one for term in part.split()})


def _write_terms(terms: Iterable[str]) -> None:
    """Keep the terms that a mistyped word may have meant."""
    # In one order, so that two transactions never wait for each other.
    words = sorted(term for term in terms if len(term) <= LONGEST_MEANT and term.isalpha())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO articles_search_term (term) {ENTRIES_OF_JSON[connection.vendor]} "
            "ON CONFLICT DO NOTHING",
            [json.dumps(words)],
        )


def index_stories(stories: Iterable[int]) -> None:
    """Bring the entries of the stories with these ids up to date."""
    write_entries(_entries(list(stories)))


def rebuild(on_indexed: Callable[[int], None] = lambda count: None) -> int:
    """Write the entries of all stories anew, and return how many they are.

    `on_indexed` is told now and then how many there are so far.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            for table in ("articles_search", "articles_search_term"):
                cursor.execute(f"DELETE FROM {table}")
        remaining = Article.objects.order_by("pk").values_list("pk", flat=True).iterator()
        count = 0
        while some := list(islice(remaining, STORIES_AT_ONCE)):
            write_entries(_entries(some))
            count += len(some)
            on_indexed(count)
    return count


def keep_index() -> None:
    """Have stories that are saved or deleted one by one indexed with them."""
    post_save.connect(_on_save, Article, dispatch_uid="search")
    post_delete.connect(_on_delete, Article, dispatch_uid="search")


def _on_save(instance: Article, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    if update_fields is None or not INDEXED.isdisjoint(update_fields):
        index_stories([instance.pk])


def _on_delete(instance: Article, **kwargs: Any) -> None:
    engine().forget([instance.pk])


def _entries(stories: list[int]) -> list[tuple[int, Entry]]:
    keys: dict[int, list[str]] = defaultdict(list)
    sighted = Sighting.objects.filter(article__in=stories).order_by("kind", "key")
    for story, key in sighted.values_list("article_id", "key"):
        keys[story].append(key)
    rows = Article.objects.filter(pk__in=stories).order_by("pk")
    return [
        (pk, entry(title, keys[pk], standfirst, body))
        for pk, title, standfirst, body in rows.values_list(
            "pk", "title", "standfirst", "body_text"
        )
    ]
