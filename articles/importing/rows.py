"""The rows of stories: written many at a time, children after their parents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple

from django.db.models import Count, Max, Min
from django.utils import timezone

from articles.importing.inserting import insert, insert_returning_ids
from articles.importing.manuscript import Manuscript
from articles.models import (
    Article,
    Byline,
    MadeBy,
    Neighbour,
    RelatedLink,
    Translation,
)
from articles.models.article import position_at

Pair = tuple[Article, Manuscript]

# Why the archive's own links are there, in a reader's words.
ARCHIVE_REASON = "named by the original post"

FROM_MANUSCRIPT = [
    *("title", "title_key", "body_html", "body_text", "lead", "word_count", "stated_minutes"),
    *("caption", "credit", "language", "published_at", "date_precision"),
]

ALL_FIELDS = [field.name for field in Article._meta.concrete_fields if not field.primary_key]


def write_created(pairs: list[Pair], status: str) -> None:
    """Write new stories, each in its place in the order as far as it is known yet."""
    if not pairs:
        return
    for article, manuscript in pairs:
        article.status = status
        _take(article, manuscript)
    _place([article for article, _ in pairs])
    ids = insert_returning_ids(
        Article,
        ALL_FIELDS,
        (tuple(getattr(article, name) for name in ALL_FIELDS) for article, _ in pairs),
        key="slug",
    )
    for article, _ in pairs:
        article.pk = ids[article.slug]
    _write_children(pairs)


def write_updated(pairs: list[Pair]) -> None:
    """Write what changed in stories that no editor has touched; their addresses stay."""
    if not pairs:
        return
    articles = [article for article, _ in pairs]
    for article, manuscript in pairs:
        _take(article, manuscript)
        article.updated_at = timezone.now()
    Article.objects.bulk_update(articles, [*FROM_MANUSCRIPT, "updated_at"], batch_size=100)
    for model in (Byline, Translation, Neighbour):
        model.objects.filter(article__in=articles).delete()
    RelatedLink.objects.filter(article__in=articles, made_by=MadeBy.ARCHIVE).delete()
    _write_children(pairs)


def _take(article: Article, manuscript: Manuscript) -> None:
    for name in FROM_MANUSCRIPT:
        setattr(article, name, getattr(manuscript, name))


def _place(articles: list[Article]) -> None:
    """Give dated stories the next place of their second, undated ones one outside the order.

    What is not their last place yet, settling mends when all documents are in.
    """
    dated = [article for article in articles if article.published_at]
    last = dict(
        Article.objects.filter(published_at__in={article.published_at for article in dated})
        .order_by()
        .values_list("published_at")
        .annotate(Max("position"))
    )
    unplaced = Article.objects.free_unplaced() if len(dated) < len(articles) else 0
    for article in articles:
        moment = article.published_at
        if moment is None:
            article.position = unplaced
            unplaced += 1
        else:
            article.position = last[moment] + 1 if moment in last else position_at(moment)
            last[moment] = article.position


def _write_children(pairs: list[Pair]) -> None:
    """Write what hangs on stories that are written."""
    stories = stories_titled(_keys_named(pairs))

    def other(key: str, article: Article) -> int | None:
        pk = stories.get(key)
        return None if pk == article.pk else pk

    insert(
        Byline,
        ["article", "rank", "name"],
        (
            (article.pk, rank, name)
            for article, manuscript in pairs
            for rank, name in enumerate(manuscript.authors)
        ),
    )
    insert(
        Translation,
        ["article", "rank", "language", "title", "title_key", "address", "other"],
        (
            (article.pk, rank, *astuple(version), other(version.key, article))
            for article, manuscript in pairs
            for rank, version in enumerate(manuscript.translations)
        ),
    )
    insert(
        Neighbour,
        ["article", "direction", "title", "title_key", "other"],
        (
            (article.pk, direction, named.title, named.key, other(named.key, article))
            for article, manuscript in pairs
            for direction, named in manuscript.neighbours()
        ),
    )
    insert(
        RelatedLink,
        ["article", "made_by", "rank", "title", "title_key", "other", "score", "reasons"],
        (
            (
                *(article.pk, MadeBy.ARCHIVE.value, rank, named.title, named.key),
                *(other(named.key, article), 0.0, [ARCHIVE_REASON]),
            )
            for article, manuscript in pairs
            for rank, named in enumerate(manuscript.related)
        ),
    )


def stories_titled(keys: Iterable[str]) -> dict[str, int]:
    """Return the id of the story with each title key, of those that exactly one story has."""
    rows = (
        Article.objects.filter(title_key__in=set(keys))
        .order_by()
        .values_list("title_key")
        .annotate(Min("pk"), Count("pk"))
    )
    return {key: pk for key, pk, count in rows if count == 1}


def _keys_named(pairs: list[Pair]) -> set[str]:
    keys: set[str] = set()
    for _, manuscript in pairs:
        keys.update(named.key for named in manuscript.related)
        keys.update(version.key for version in manuscript.translations if version.key)
        keys.update(named.key for _, named in manuscript.neighbours())
    return keys
