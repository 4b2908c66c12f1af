"""What need not be done before an editor's page is answered.

By default it is done at once. With TASKS=database it waits in the database for `manage.py db_worker`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial

from django.db import transaction
from django_tasks import task

from articles.announcing import announce, is_anybody_told
from articles.linking import linking
from articles.linking.directory import NameKey
from articles.models import Article
from articles.related.writing import relate


def link_names_later(keys: Iterable[NameKey], former: Collection[str] = ()) -> None:
    """Have the stories that bear these names linked anew once what has been written is safe."""
    wanted = sorted(set(keys))
    if wanted:
        # As lists: tasks take what JSON holds.
        enqueue = partial(link_names.enqueue, [list(key) for key in wanted], sorted(former))
        transaction.on_commit(enqueue)


@task()
def link_names(keys: list[list[str]], former: list[str]) -> None:
    """Link the stories that bear these names, each a kind and a key."""
    linking.link_names([(kind, key) for kind, key in keys], former)


def relate_later(article: Article) -> None:
    """Have what stands beside a story chosen anew once what has been written is safe."""
    transaction.on_commit(partial(relate_article.enqueue, article.pk))


@task()
def relate_article(pk: int) -> None:
    """Choose anew what stands beside the story, if it is still there."""
    for article in Article.objects.filter(pk=pk):
        relate(article)


def announce_later(article: Article) -> None:
    """Have whom the settings name told of a story once what has been written is safe."""
    if is_anybody_told():
        transaction.on_commit(partial(announce_article.enqueue, article.pk))


@task()
def announce_article(pk: int) -> None:
    """Tell others of the story, if readers may see it."""
    for article in Article.objects.published().filter(pk=pk):
        announce(article)
