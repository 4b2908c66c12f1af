"""Names that stories bear, whoever they are: what linking and the queue of new names go by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.entity import Kind


class Sighting(models.Model):
    """One name in one story: all its places in the text, and what the story tells of it.

    It follows from the story's text alone. Who it is follows from the aliases with its kind and key.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="sightings", db_index=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    key = models.CharField(max_length=200)
    name = models.CharField(
        _("name"), max_length=200, help_text=_("The fullest form that the story gives.")
    )
    confidence = models.PositiveSmallIntegerField(
        _("confidence"), help_text=_("That of the surest place, in percent.")
    )
    # [start, end, confidence in percent, rule] of each place, in code points, in the order of the text.
    places = models.JSONField(_("places"), default=list)
    role = models.CharField(_("role"), max_length=200, blank=True)
    first_day = models.DateField(_("first day"), null=True)
    last_day = models.DateField(_("last day"), null=True)

    class Meta:
        verbose_name = _("sighting")
        verbose_name_plural = _("sightings")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "kind", "key"], name="sighting_once_an_article"
            )
        ]
        indexes = [models.Index(fields=["key", "kind"], name="sighting_key")]

    def __str__(self) -> str:
        return self.name


class NewName(models.Model):
    """A name that stories bear and no entity has: what editors are asked about, and what they said."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    key = models.CharField(max_length=200)
    name = models.CharField(_("name"), max_length=200)
    story_count = models.PositiveIntegerField(_("stories"), default=0)
    confidence = models.PositiveSmallIntegerField(_("confidence"), default=0)
    rejected = models.BooleanField(
        _("rejected"), default=False, help_text=_("An editor said that this is no name.")
    )

    class Meta:
        verbose_name = _("new name")
        verbose_name_plural = _("new names")
        constraints = [models.UniqueConstraint(fields=["key", "kind"], name="new_name_once")]
        indexes = [
            models.Index(fields=["rejected", "-story_count", "-confidence"], name="new_name_order")
        ]

    def __str__(self) -> str:
        return self.name
