"""The rows of stories: written many at a time, children after their parents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Count, Max, Min
from django.utils import timezone

from articles.importing.manuscript import Manuscript
from articles.inserting import insert, insert_returning_ids
from articles.linking.sightings import Read, rewrite_read, write_read
from articles.models import (
    Article,
    Byline,
    MadeBy,
    Neighbour,
    RelatedLink,
    Status,
    Translation,
)
from articles.models.article import position_at
from articles.related.writing import rewrite_terms, write_terms
from articles.search.indexing import index_stories, write_entries


@dataclass(slots=True)
class NewStory:
    """A story on its way in: what its row gets beside what its manuscript says."""

    pk: int = 0
    slug: str = ""
    position: int = 0


Pair = tuple[Article | NewStory, Manuscript]

# Why the archive's own links are there, in a reader's words.
ARCHIVE_REASONS = ("named by the original post",)

FROM_MANUSCRIPT = [
    *("title", "title_key", "body_html", "body_text", "lead", "word_count", "stated_minutes"),
    *("caption", "credit", "language", "published_at", "date_precision"),
]


def write_created(pairs: list[tuple[NewStory, Manuscript]], status: str) -> dict[str, int]:
    """Write new stories, each in its place in the order as far as it is known yet.

    Return the ids of the stories that alone have a title which these bear or name, by its key.
    """
    _place(pairs)
    now = timezone.now()
    of_all = {"status": status, "standfirst": "", "created_at": now, "updated_at": now}
    ids = insert_returning_ids(
        Article,
        ["slug", "position", *FROM_MANUSCRIPT, *of_all],
        (
            (story.slug, story.position, *_from(manuscript), *of_all.values())
            for story, manuscript in pairs
        ),
        key="slug",
    )
    for story, _ in pairs:
        story.pk = ids[story.slug]
    write_read(_read(pairs))
    write_entries([(story.pk, manuscript.entry) for story, manuscript in pairs])
    if status == Status.PUBLISHED:
        write_terms((story.pk, manuscript.terms) for story, manuscript in pairs)
    return _write_children(pairs)


_from = attrgetter(*FROM_MANUSCRIPT)


def write_updated(pairs: list[tuple[Article, Manuscript]]) -> dict[str, int]:
    """Write what changed in stories that no editor has touched; their addresses stay.

    Return what `write_created` returns.
    """
    articles = [article for article, _ in pairs]
    for article, manuscript in pairs:
        for name, value in zip(FROM_MANUSCRIPT, _from(manuscript), strict=True):
            setattr(article, name, value)
        article.updated_at = timezone.now()
    Article.objects.bulk_update(articles, [*FROM_MANUSCRIPT, "updated_at"], batch_size=100)
    for model in (Byline, Translation, Neighbour):
        model.objects.filter(article__in=articles).delete()
    RelatedLink.objects.filter(article__in=articles, made_by=MadeBy.ARCHIVE).delete()
    rewrite_read(_read(pairs))
    index_stories(article.pk for article in articles)
    rewrite_terms(
        (article.pk, manuscript.terms if article.status == Status.PUBLISHED else ())
        for article, manuscript in pairs
    )
    return _write_children(pairs)


def _read(pairs: Sequence[Pair]) -> list[Read]:
    return [Read(story.pk, manuscript.names, manuscript.quotes) for story, manuscript in pairs]


def _place(pairs: list[tuple[NewStory, Manuscript]]) -> None:
    """Give dated stories the next place of their second, undated ones one outside the order.

    What is not their last place yet, settling mends when all documents are in.
    """
    moments = {manuscript.published_at for _, manuscript in pairs} - {None}
    last = dict(
        Article.objects.filter(published_at__in=moments)
        .order_by()
        .values_list("published_at")
        .annotate(Max("position"))
    )
    unplaced = Article.objects.free_unplaced()
    for story, manuscript in pairs:
        moment = manuscript.published_at
        if moment is None:
            story.position = unplaced
            unplaced += 1
        else:
            story.position = last[moment] + 1 if moment in last else position_at(moment)
            last[moment] = story.position


def _write_children(pairs: Sequence[Pair]) -> dict[str, int]:
    """Write what hangs on stories that are written."""
    stories = stories_titled(_keys_in(pairs))

    def other(key: str, article: Article | NewStory) -> int | None:
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
            (article.pk, rank, *version, other(version.key, article))
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
                *(other(named.key, article), 0.0, ARCHIVE_REASONS),
            )
            for article, manuscript in pairs
            for rank, named in enumerate(manuscript.related)
        ),
    )
    return stories


def stories_titled(keys: Iterable[str]) -> dict[str, int]:
    """Return the id of the story with each title key, of those that exactly one story has."""
    rows = (
        Article.objects.filter(title_key__among=set(keys))
        .order_by()
        .values_list("title_key")
        .annotate(Min("pk"), Count("pk"))
    )
    return {key: pk for key, pk, count in rows if count == 1}


def _keys_in(pairs: Sequence[Pair]) -> set[str]:
    """Return the keys of all titles that manuscripts bear or name."""
    keys = {manuscript.title_key for _, manuscript in pairs}
    for _, manuscript in pairs:
        keys.update(named.key for named in manuscript.related)
        keys.update(version.key for version in manuscript.translations if version.key)
        keys.update(named.key for _, named in manuscript.neighbours())
    return keys
