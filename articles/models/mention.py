"""Where in a story a name stands, and what somebody said."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.entity import Entity


class State(models.TextChoices):
    """What an editor, or a rule sure enough, has said of a find."""

    SUGGESTED = "suggested", _("suggested")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")


class FoundBy(models.TextChoices):
    """How a find was made."""

    ALIAS = "alias", _("a known name")
    DISCOVERY = "discovery", _("a new name")
    EDITOR = "editor", _("an editor")


class FindQuerySet(models.QuerySet[Any]):
    """The words for what was found in stories."""

    def confirmed(self) -> Self:
        return self.filter(state=State.CONFIRMED)

    def in_text_order(self) -> Self:
        return self.order_by("article_id", "start", "end")


def lies_in_text(name: str) -> models.CheckConstraint:
    """Return the constraint that a stretch begins in the text and is not empty."""
    return models.CheckConstraint(
        condition=models.Q(start__gte=0) & models.Q(end__gt=models.F("start")), name=name
    )


class Mention(models.Model):
    """A stretch of a story's body text that names an entity; offsets in code points."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions", db_index=False)
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="mentions", db_index=False)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    surface = models.CharField(_("as written"), max_length=200)
    found_by = models.CharField(_("found by"), max_length=10, choices=FoundBy.choices)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.SUGGESTED
    )

    objects = FindQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end", "entity"], name="mention_once_a_stretch"
            ),
            lies_in_text("mention_lies_in_text"),
        ]
        indexes = [models.Index(fields=["entity", "state", "article"], name="mention_entity")]

    def __str__(self) -> str:
        return self.surface


class Quote(models.Model):
    """A stretch of a story's body text that somebody said; offsets in code points."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="quotes", db_index=False)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    speaker = models.ForeignKey(
        Entity, models.SET_NULL, null=True, blank=True, related_name="quotes", db_index=False
    )
    speaker_text = models.CharField(_("speaker as written"), max_length=200, blank=True)
    found_by = models.CharField(_("found by"), max_length=10, choices=FoundBy.choices)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.SUGGESTED
    )

    objects = FindQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end"], name="quote_once_a_stretch"
            ),
            lies_in_text("quote_lies_in_text"),
        ]
        indexes = [models.Index(fields=["speaker", "state", "article"], name="quote_speaker")]

    def __str__(self) -> str:
        return self.speaker_text or str(self.speaker or "")
