"""What the last look through the archive found: what an editor may want to mend or to look for."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Topic(models.TextChoices):
    """What a finding is about."""

    LOST = "lost", _("lost article")
    CONTRADICTED = "contradicted", _("contradiction")
    CIRCLE = "circle", _("circle")
    MISDATED = "misdated", _("date against the order")
    SHARED = "shared", _("shared title")
    WEAK = "weak", _("weak link")
    SHORT = "short", _("shorter than stated")
    LONG = "long", _("longer than stated")
    ALIKE = "alike", _("near-duplicate")


class ArchiveReport(models.Model):
    """When the archive was last looked through, and how much of each kind was found."""

    made_at = models.DateTimeField(_("made"), default=timezone.now)
    counts = models.JSONField(_("counts"), default=dict)

    class Meta:
        verbose_name = _("archive report")
        verbose_name_plural = _("archive reports")

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}"


class Finding(models.Model):
    """One thing found; the rank is its place among those of its topic.

    It is of the moment of the report: nothing is done to it when its stories are deleted.
    """

    topic = models.CharField(_("topic"), max_length=12, choices=Topic.choices)
    rank = models.PositiveIntegerField(_("rank"))
    article = models.ForeignKey(
        Article,
        models.DO_NOTHING,
        null=True,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    other = models.ForeignKey(
        Article,
        models.DO_NOTHING,
        null=True,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    title = models.CharField(_("title"), max_length=500, blank=True)
    facts = models.JSONField(_("facts"), default=dict)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        constraints = [models.UniqueConstraint(fields=["topic", "rank"], name="finding_once")]

    def __str__(self) -> str:
        return self.title or str(self.article or "")
