"""The index is kept by whatever writes stories, in the same transaction.

A story that is saved or deleted one by one is indexed by Django's signals; those that are written many
at a time, by whoever writes them.
"""

from __future__ import annotations

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


def write_entries(entries: Collection[tuple[int, Entry]]) -> None:
    """Write the entries of stories, by their ids."""
    engine().write(entries)


def index_stories(stories: Iterable[int]) -> None:
    """Bring the entries of the stories with these ids up to date."""
    write_entries(_entries(list(stories)))


def rebuild(on_indexed: Callable[[int], None] = lambda count: None) -> int:
    """Write the entries of all stories anew, and return how many they are.

    `on_indexed` is told now and then how many there are so far.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM articles_search")
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
    names: dict[int, list[str]] = defaultdict(list)
    sighted = Sighting.objects.filter(article__in=stories).order_by("kind", "key")
    for story, name in sighted.values_list("article_id", "name"):
        names[story].append(name)
    rows = Article.objects.filter(pk__in=stories).order_by("pk")
    return [
        (pk, entry(title, names[pk], standfirst, body))
        for pk, title, standfirst, body in rows.values_list(
            "pk", "title", "standfirst", "body_text"
        )
    ]
