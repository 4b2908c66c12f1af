"""The rows of stories: written many at a time, children after their parents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Max, Min
from django.utils import timezone

from articles.importing.manuscript import Manuscript, Named
from articles.models import (
    Article,
    Byline,
    Direction,
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


def write_created(pairs: list[Pair], status: str) -> None:
    """Write new stories, each in its place in the order as far as it is known yet."""
    if not pairs:
        return
    for article, manuscript in pairs:
        article.status = status
        _take(article, manuscript)
    _place([article for article, _ in pairs])
    Article.objects.bulk_create([article for article, _ in pairs])
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


@dataclass(slots=True)
class Children:
    """The rows that hang on stories."""

    bylines: list[Byline] = field(default_factory=list)
    translations: list[Translation] = field(default_factory=list)
    neighbours: list[Neighbour] = field(default_factory=list)
    related: list[RelatedLink] = field(default_factory=list)


def _write_children(pairs: list[Pair]) -> None:
    stories = stories_titled(_keys_named(pairs))
    children = Children()
    for article, manuscript in pairs:
        _gather(children, article, manuscript, stories)
    Byline.objects.bulk_create(children.bylines)
    Translation.objects.bulk_create(children.translations)
    Neighbour.objects.bulk_create(children.neighbours)
    RelatedLink.objects.bulk_create(children.related)


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
        keys.update(side.key for side in (manuscript.previous, manuscript.next) if side)
    return keys


def _gather(
    children: Children, article: Article, manuscript: Manuscript, stories: dict[str, int]
) -> None:
    def other(key: str) -> int | None:
        pk = stories.get(key)
        return None if pk == article.pk else pk

    def neighbour(direction: Direction, named: Named) -> Neighbour:
        return Neighbour(
            article_id=article.pk,
            direction=direction,
            title=named.title,
            title_key=named.key,
            other_id=other(named.key),
        )

    for rank, name in enumerate(manuscript.authors):
        children.bylines.append(Byline(article_id=article.pk, rank=rank, name=name))
    for rank, version in enumerate(manuscript.translations):
        children.translations.append(
            Translation(
                article_id=article.pk,
                rank=rank,
                language=version.language,
                title=version.title,
                title_key=version.key,
                address=version.address,
                other_id=other(version.key),
            )
        )
    if manuscript.previous:
        children.neighbours.append(neighbour(Direction.PREVIOUS, manuscript.previous))
    if manuscript.next:
        children.neighbours.append(neighbour(Direction.NEXT, manuscript.next))
    for rank, named in enumerate(manuscript.related):
        children.related.append(
            RelatedLink(
                article_id=article.pk,
                made_by=MadeBy.ARCHIVE,
                rank=rank,
                title=named.title,
                title_key=named.key,
                other_id=other(named.key),
                reasons=[ARCHIVE_REASON],
            )
        )
