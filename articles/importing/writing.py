"""Readings → rows: what each document's outcome is, and the rows that follow from it.

One transaction writes a chunk wholly or not at all, its `ImportedDocument`s with it, so that an import
killed at any moment goes on where it was.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.importing.addresses import Addresses
from articles.importing.manuscript import Manuscript, Options
from articles.importing.reading import Reading
from articles.importing.report import Result
from articles.importing.rows import NewStory, write_created, write_updated
from articles.inserting import insert
from articles.models import Article, ImportBatch, ImportedDocument, Outcome
from articles.models.source import path_of

LONGEST_KEY = 500
WRITTEN = {Outcome.CREATED, Outcome.UPDATED}

DELETED = "An editor deleted its story since it was imported, so it was not made again."
CHANGED = "An editor changed its story since it was imported, so it was left as it is."


@dataclass(slots=True)
class Decision:
    """One reading, what is to become of it, and the document and story it concerns, if known."""

    reading: Reading
    outcome: Outcome
    key: str
    text: str = ""
    document: ImportedDocument | None = None
    article: Article | NewStory | None = None
    diff: str = ""
    note: str = ""


class Writer:
    """Write chunk after chunk of one import; it knows the run's batch and the addresses given so far."""

    def __init__(self, paths: list[str], options: Options) -> None:
        self.paths = paths
        self.options = options
        self.batch: ImportBatch | None = None
        self.addresses = Addresses()
        self.claimed: dict[str, str] = {}  # outside address → key of the document that bears it

    def write(self, readings: list[Reading]) -> list[Result]:
        """Write the rows of one chunk, and return what became of each document, in their order."""
        if all(self._says_nothing_new(reading) for reading in readings):
            return [_result(decision) for decision in map(_unread, readings)]
        with transaction.atomic():
            decisions = self._decide(readings)
            self._write_stories(decisions)
            self._write_documents(decisions)
        return [_result(decision) for decision in decisions]

    def _says_nothing_new(self, reading: Reading) -> bool:
        unchanged = reading.manuscript is None and reading.refusal is None
        return unchanged or not reading.sha256

    def _decide(self, readings: list[Reading]) -> list[Decision]:
        """Return a decision for each reading, from what the newsroom knows of its key and its text."""
        keys = {one.address for one in readings} | {
            one.found.key for one in readings if one.is_known
        }
        known = _documents(keys)
        originals = self._originals(readings)
        decisions = []
        for reading in readings:
            decision = self._decide_one(reading, known, originals)
            if decision.outcome == Outcome.CREATED:
                originals.setdefault(reading.sha256, decision)
            decisions.append(decision)
        return decisions

    def _originals(self, readings: list[Reading]) -> dict[str, ImportedDocument | Decision]:
        """Return the documents that brought a story with the same bytes, by their hash."""
        hashes = {reading.sha256 for reading in readings if reading.manuscript}
        rows = ImportedDocument.objects.filter(
            sha256__among=hashes, outcome__in=[Outcome.CREATED, Outcome.UPDATED]
        ).select_related("article")
        return {document.sha256: document for document in rows.order_by("-pk")}

    def _decide_one(
        self,
        reading: Reading,
        known: dict[str, ImportedDocument],
        originals: dict[str, ImportedDocument | Decision],
    ) -> Decision:
        problem = self._problem(reading)
        key = reading.found.key if problem else reading.address or reading.found.key
        document = known.get(key)
        decision = Decision(reading, Outcome.UNCHANGED, key, document=document)
        decision.article = document.article if document else None
        if problem:
            decision.outcome, decision.text = Outcome.REFUSED, problem
        elif reading.manuscript is None:
            pass
        elif document is None or document.outcome in {Outcome.REFUSED, Outcome.DUPLICATE}:
            _decide_new(decision, originals)
        elif document.sha256 != reading.sha256:
            _decide_known(decision, reading.manuscript)
        return decision

    def _problem(self, reading: Reading) -> str:
        """Return the sentence that refuses the document, or ""."""
        if reading.refusal is not None:
            return str(reading.refusal)
        where = reading.found.where
        longest = max(len(reading.found.key), len(reading.address))
        if longest > LONGEST_KEY:
            return (
                f"{where}: Its path or address has {longest} characters, but {LONGEST_KEY} is the "
                "most. Give its folders shorter names."
            )
        if reading.address:
            first = self.claimed.setdefault(reading.address, reading.found.key)
            if first != reading.found.key:
                return (
                    f"{where}: It bears the address {reading.address}, as {first} does. "
                    "Take the address out of the one to which it does not belong."
                )
        return ""

    def _write_stories(self, decisions: list[Decision]) -> None:
        created: list[tuple[NewStory, Manuscript]] = []
        updated: list[tuple[Article, Manuscript]] = []
        for decision in decisions:
            story, manuscript = decision.article, decision.reading.manuscript
            if manuscript is None:
                continue
            if decision.outcome == Outcome.CREATED and isinstance(story, NewStory):
                created.append((story, manuscript))
            elif decision.outcome == Outcome.UPDATED and isinstance(story, Article):
                updated.append((story, manuscript))
        self.addresses.give([story for story, _ in created], [text.slug for _, text in created])
        alone = write_created(created, self.options.status) if created else {}
        alone |= write_updated(updated) if updated else {}
        for decision in decisions:
            if decision.outcome in WRITTEN:
                _note_shared_title(decision, alone)

    def _write_documents(self, decisions: list[Decision]) -> None:
        """Keep what was read of each document whose outcome is new."""
        changed = [
            decision
            for decision in decisions
            if decision.outcome in {*WRITTEN, Outcome.DUPLICATE} or _is_new_refusal(decision)
        ]
        if not changed:
            return
        if self.batch is None:
            self.batch = ImportBatch.objects.create(paths=self.paths)
        now = timezone.now()
        known = [decision.document.pk for decision in changed if decision.document]
        ImportedDocument.objects.filter(pk__in=known).delete()
        # What was refused under its path may now be known by its address.
        paths = [one.reading.found.key for one in changed if one.key != one.reading.found.key]
        ImportedDocument.objects.filter(source_key__among=paths, outcome=Outcome.REFUSED).delete()
        insert(
            ImportedDocument,
            DOCUMENT_FIELDS,
            (_document_row(decision, self.batch.pk, now) for decision in changed),
        )


def _documents(keys: set[str]) -> dict[str, ImportedDocument]:
    """Return the known documents with these keys, their stories held until they are written.

    An editor who saves one of them in the meantime waits, and one who has just saved is seen.
    """
    documents = {
        row.source_key: row for row in ImportedDocument.objects.filter(source_key__among=keys)
    }
    stories = (
        Article.objects.select_for_update()
        .order_by("pk")
        .in_bulk([row.article_id for row in documents.values() if row.article_id])
    )
    for document in documents.values():
        document.article = stories.get(document.article_id or 0)
    return documents


DOCUMENT_FIELDS = [
    *("source_key", "batch", "article", "outcome", "problem", "format", "encoding"),
    *("sha256", "address", "path", "imported_at"),
]


def _document_row(decision: Decision, batch_pk: int, now: datetime) -> tuple[Any, ...]:
    reading = decision.reading
    return (
        decision.key,
        batch_pk,
        decision.article.pk if decision.article else None,
        decision.outcome.value,
        decision.text if decision.outcome == Outcome.REFUSED else "",
        reading.found.format,
        reading.encoding,
        reading.sha256,
        reading.address,
        path_of(reading.address),
        now,
    )


def _unread(reading: Reading) -> Decision:
    """Return the decision on a document that has its old hash, or could not be read at all."""
    if reading.refusal is not None:
        return Decision(reading, Outcome.REFUSED, reading.found.key, str(reading.refusal))
    return Decision(reading, Outcome.UNCHANGED, reading.found.key)


def _decide_new(decision: Decision, originals: dict[str, ImportedDocument | Decision]) -> None:
    original = originals.get(decision.reading.sha256)
    if original is None:
        decision.outcome = Outcome.CREATED
        decision.article = NewStory()
        return
    decision.outcome = Outcome.DUPLICATE
    decision.article = original.article
    name = original.key if isinstance(original, Decision) else original.source_key
    decision.text = f"{decision.reading.found.where}: It has the same text as {name}."


def _decide_known(decision: Decision, manuscript: Manuscript) -> None:
    article, where = decision.article, decision.reading.found.where
    if article is None:
        decision.outcome, decision.text = Outcome.KEPT, f"{where}: {DELETED}"
    elif isinstance(article, Article) and article.edited_at is not None:
        decision.outcome, decision.text = Outcome.KEPT, f"{where}: {CHANGED}"
        decision.diff = _difference(article, manuscript)
    else:
        decision.outcome = Outcome.UPDATED


def _difference(article: Article, manuscript: Manuscript) -> str:
    """Return the lines that differ between the newsroom's story and the document's."""
    return "\n".join(
        difflib.unified_diff(
            [article.title, *article.body_text.splitlines()],
            [manuscript.title, *manuscript.body_text.splitlines()],
            "in the newsroom",
            "in the document",
            lineterm="",
        )
    )


def _is_new_refusal(decision: Decision) -> bool:
    """Tell whether a refusal is worth a row: of a document that was read and never brought a story."""
    if decision.outcome != Outcome.REFUSED or not decision.reading.sha256:
        return False
    known = decision.document
    if len(decision.key) > LONGEST_KEY:
        return False
    if known is None:
        return True
    return known.outcome == Outcome.REFUSED and (
        known.sha256 != decision.reading.sha256 or known.problem != decision.text
    )


def _note_shared_title(decision: Decision, alone: dict[str, int]) -> None:
    """Say of a story that another has its title, if so: then no footer is led to either."""
    manuscript = decision.reading.manuscript
    if manuscript is not None and manuscript.title_key not in alone:
        decision.note = (
            f"Another story has the title “{manuscript.title}”, so footers that name it are not "
            "linked to either. Give one of the two another title."
        )


def _result(decision: Decision) -> Result:
    article = decision.article
    notices = [(notice.line, notice.text) for notice in decision.reading.notices]
    if decision.note:
        notices.append((1, decision.note))
    return Result(
        key=decision.key,
        where=decision.reading.found.where,
        outcome=decision.outcome,
        slug=article.slug if article is not None else "",
        text=decision.text,
        encoding=decision.reading.encoding,
        notices=tuple(notices),
        diff=decision.diff,
    )


def known_hashes(keys: Iterable[str]) -> dict[str, str]:
    """Return the hashes under which the known documents with these keys last brought a story.

    A document that was refused has none, so that it is read again.
    """
    rows = ImportedDocument.objects.filter(source_key__among=keys)
    return {
        key: "" if outcome == Outcome.REFUSED else sha256
        for key, sha256, outcome in rows.values_list("source_key", "sha256", "outcome")
    }
