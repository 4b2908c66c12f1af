"""What editors decided about names, so that it is remembered, and can be undone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.entity import Entity, Kind


class Decision(models.Model):
    """One thing that an editor decided about names, with everything that undoes it."""

    class Verb(models.TextChoices):
        """What was done."""

        ACCEPT = "accept", _("accepted a new name")
        REJECT = "reject", _("rejected a new name")
        ASSIGN = "assign", _("said whose name it is")
        CHOOSE = "choose", _("said who is meant")
        CONFIRM_QUOTE = "confirm_quote", _("confirmed a quote")
        REJECT_QUOTE = "reject_quote", _("rejected a quote")
        DIFFERENT = "different", _("told two apart")
        MERGE = "merge", _("merged two into one")
        SPLIT = "split", _("split a name off")

    verb = models.CharField(_("what was done"), max_length=16, choices=Verb.choices)
    summary = models.CharField(_("in words"), max_length=500)
    # Whatever the verb's own undoing needs: rows as they were, and the ids of what was made.
    before = models.JSONField(default=dict)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    undone_at = models.DateTimeField(_("undone"), null=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [models.Index(fields=["-made_at"], name="decision_order")]

    def __str__(self) -> str:
        return self.summary


class FormerAddress(models.Model):
    """An address that an entity had, and that leads to it for ever."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    slug = models.SlugField(_("slug"), max_length=100, db_index=False)
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="former_address_once")]

    def __str__(self) -> str:
        return self.slug


class LikelyDuplicate(models.Model):
    """Two entities that may be one, until an editor merges them or tells them apart for ever."""

    first = models.ForeignKey(Entity, models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Entity, models.CASCADE, related_name="+")
    score = models.PositiveSmallIntegerField(
        _("likeness"), help_text=_("How alike the nearest two of their names are, in percent.")
    )
    reason = models.CharField(_("reason"), max_length=500)
    different = models.BooleanField(_("different"), default=False)

    class Meta:
        verbose_name = _("likely duplicate")
        verbose_name_plural = _("likely duplicates")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="likely_duplicate_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="likely_duplicate_in_order"
            ),
        ]
        indexes = [models.Index(fields=["different", "-score"], name="likely_duplicate_order")]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"
