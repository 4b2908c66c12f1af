"""Where stories came from: runs of the importer, and the documents they read."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Outcome(models.TextChoices):
    """What became of one document."""

    CREATED = "created", _("created")
    UPDATED = "updated", _("updated")
    UNCHANGED = "unchanged", _("unchanged")
    KEPT = "kept", _("kept")
    DUPLICATE = "duplicate", _("duplicate")
    REFUSED = "refused", _("refused")


class ImportBatch(models.Model):
    """One run of the importer that wrote something."""

    started_at = models.DateTimeField(_("started"), default=timezone.now)
    finished_at = models.DateTimeField(
        _("finished"), null=True, help_text=_("Empty while it runs, and when it was interrupted.")
    )
    paths = models.JSONField(_("paths"), default=list)
    counts = models.JSONField(
        _("outcomes"), default=dict, help_text=_("How many documents had which outcome.")
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M:%S}"


def path_of(address: str) -> str:
    """Return where on its old site a story stood: "/2022/01/vote.html", "/?p=7"; "" if that is unknown.

    It is what a request asks for there, without a slash at its end.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = unquote(parts.path).rstrip("/")
    if parts.query:
        path = f"{path or '/'}?{parts.query}"
    return "" if "\0" in path else path  # no database keeps that, and nobody links there


class ImportedDocument(models.Model):
    """One document of an archive, as it was when it was last taken in or refused."""

    source_key = models.CharField(
        _("key"),
        max_length=500,
        help_text=_("The document's own address, else its path within the archive."),
    )
    # No index: nobody asks for the documents of a batch, and an import would pay for it.
    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="documents", db_index=False)
    article = models.ForeignKey(
        Article, models.SET_NULL, null=True, blank=True, related_name="documents"
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    problem = models.TextField(
        _("problem"), blank=True, help_text=_("What was wrong with it, and the mend.")
    )
    format = models.CharField(_("format"), max_length=20)
    encoding = models.CharField(_("encoding"), max_length=20, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    address = models.CharField(_("address"), max_length=1000, blank=True)
    path = models.CharField(
        max_length=1000,
        blank=True,
        editable=False,
        help_text=_(
            "The address without its host: where a link to the old site leads to the story."
        ),
    )
    imported_at = models.DateTimeField(_("imported"), default=timezone.now)

    class Meta:
        verbose_name = _("imported document")
        verbose_name_plural = _("imported documents")
        constraints = [models.UniqueConstraint(fields=["source_key"], name="document_key_once")]
        indexes = [
            models.Index(fields=["sha256"], name="document_sha256"),
            models.Index(fields=["path"], name="document_path"),
        ]

    def __str__(self) -> str:
        return self.source_key
