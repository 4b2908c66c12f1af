"""Every row that the importer writes, as lines that two databases can be compared by.

Ids and the moments of writing are left out, and stories are named by their slugs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from articles import models
from articles.models import (
    Article,
    Byline,
    ImportBatch,
    ImportedDocument,
    Neighbour,
    RelatedLink,
    Translation,
)
from tests.linking import graphs

OF_THE_MOMENT = {"id", "created_at", "updated_at"}


def rows() -> Iterator[str]:
    """Yield one line for each row, in an order that does not depend on ids."""
    columns = [field.name for field in Article._meta.concrete_fields]
    yield from _lines("article", Article.objects.order_by("slug"), *columns)
    of_article = ("article__slug", "rank")
    yield from _lines("byline", Byline.objects.order_by(*of_article), *of_article, "name")
    yield from _lines(
        "translation",
        Translation.objects.order_by(*of_article),
        *(*of_article, "language", "title", "title_key", "address", "other__slug"),
    )
    sides = ("article__slug", "direction")
    yield from _lines(
        "neighbour",
        Neighbour.objects.order_by(*sides),
        *(*sides, "title", "title_key", "other__slug"),
    )
    yield from _lines(
        "related",
        RelatedLink.objects.order_by(*of_article),
        *(*of_article, "made_by", "title", "title_key", "other__slug", "score", "reasons"),
    )
    yield from _lines(
        "document",
        ImportedDocument.objects.order_by("source_key"),
        *("source_key", "article__slug", "outcome", "problem", "format", "encoding"),
        *("sha256", "address"),
    )
    for name, columns in graphs.COLUMNS.items():
        model = getattr(models, name)
        yield from _lines(name.lower(), model.objects.order_by(*columns), *columns)
    yield f"unfinished {ImportBatch.objects.filter(finished_at=None).count()}"


def _lines(kind: str, rows: QuerySet[Any], *columns: str) -> Iterator[str]:
    kept = [column for column in columns if column not in OF_THE_MOMENT]
    for row in rows.values_list(*kept).iterator(chunk_size=1000):
        yield f"{kind} {json.dumps(row, default=str, ensure_ascii=False)}"
