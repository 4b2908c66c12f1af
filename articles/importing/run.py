"""One import from end to end."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles.importing.manuscript import Options
from articles.importing.reading import read_all
from articles.importing.report import Result, Summary
from articles.importing.restore import restore
from articles.importing.settling import settle
from articles.importing.writing import WRITTEN, Writer, known_hashes
from articles.models import ImportBatch, ImportedDocument
from articles.processes import COLLECTED_RARELY
from articles.readers import Found


def import_archive(
    founds: Iterable[Found],
    options: Options,
    paths: list[str],
    on_result: Callable[[Result], None] = lambda result: None,
) -> Summary:
    """Bring the documents found into the newsroom, and return what became of them.

    `on_result` is called once a document, in their order, after its rows are safely written.
    `paths` is kept with the batch, as what the archivist asked for. A dry run walks the same road and
    leaves nothing.
    """
    summary = Summary()
    with _collected_rarely(), _kept_unless(options.dry_run):
        writer = Writer(paths, options)

        def done(result: Result) -> None:
            summary.add(result)
            on_result(result)

        with _asked_by_index():
            for kind, group in groupby(founds, key=lambda found: found.format):
                if kind == "newsroom_export":
                    for found in group:
                        restore(found, paths, done)
                    continue
                for readings in read_all(group, known_hashes, options):
                    for result in writer.write(readings):
                        done(result)
        _finish(writer.batch, summary)
    return summary


@contextmanager
def _collected_rarely() -> Iterator[None]:
    thresholds = gc.get_threshold()
    gc.set_threshold(*COLLECTED_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)


@contextmanager
def _kept_unless(dry_run: bool) -> Iterator[None]:
    """Undo everything written within, in a dry run."""
    if not dry_run:
        yield
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _asked_by_index() -> Iterator[None]:
    """Have PostgreSQL find a chunk's keys in its indexes.

    A table that grows as fast as in an import has not been counted yet, and is walked through instead.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        yield
        cursor.execute("RESET enable_seqscan")


def _stories_of(batches: QuerySet[ImportBatch]) -> list[int]:
    """Return the stories that these runs have brought or changed."""
    documents = ImportedDocument.objects.filter(batch__in=batches, outcome__in=WRITTEN)
    return list(documents.exclude(article=None).values_list("article_id", flat=True))


def _finish(batch: ImportBatch | None, summary: Summary) -> None:
    """Settle what this run, or one that was interrupted before it, has left unsettled."""
    unfinished = ImportBatch.objects.filter(finished_at=None)
    if batch is None and not unfinished.exists():
        return
    settle(_stories_of(unfinished))
    if batch is not None:
        batch.counts = {str(outcome): count for outcome, count in summary.counts.items()}
        batch.save(update_fields=["counts"])
    unfinished.update(finished_at=timezone.now())
