"""What can be said only when all documents are in: which titles are which stories, and the order."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import Count, F, OuterRef, Subquery

from articles import chronology
from articles.linking.linking import link_new
from articles.models import Article, MadeBy, RelatedLink, Translation
from articles.related.writing import relate_new


def settle(articles: Collection[int]) -> None:
    """Settle what follows when these stories have come in or changed.

    The titles that documents name are tied to their stories, every story gets its place, and the names
    in them lead to whom they name. What stands beside each is chosen last, since it follows from all of it.
    """
    with transaction.atomic():
        tie_titles()
        chronology.arrange()
        link_new(articles)
        relate_new(articles)


def tie_titles() -> None:
    """Tie every title of a related story or a translation to the one story that has it.

    A title that two stories share points to neither: a wrong link is worse than a missing one. What
    stands before and after a story is tied with the order, since there both sides say something.
    """
    shared = (
        Article.objects.order_by()
        .values("title_key")
        .annotate(count=Count("pk"))
        .filter(count__gt=1)
        .values("title_key")
    )
    only_story = Subquery(
        Article.objects.filter(title_key=OuterRef("title_key")).order_by().values("pk")[:1]
    )
    for rows in (
        RelatedLink.objects.filter(made_by=MadeBy.ARCHIVE),
        Translation.objects.exclude(title_key=""),
    ):
        rows.filter(title_key__in=shared).exclude(other=None).update(other=None)
        open_rows = rows.filter(other=None).exclude(title_key__in=shared)
        found = open_rows.filter(title_key__in=Article.objects.order_by().values("title_key"))
        found.exclude(article__title_key=F("title_key")).update(other_id=only_story)
