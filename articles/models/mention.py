"""Where in a story a name stands, and what somebody said."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.entity import Entity, protected


class State(models.TextChoices):
    """What an editor has said of a find: nothing yet, yes, or no."""

    SUGGESTED = "suggested", _("suggested")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")


# In percent, of a find that an editor has decided on: above and below whatever a rule may be.
SURE = 100
REFUSED = 0
BY_STATE = {State.CONFIRMED: SURE, State.REJECTED: REFUSED}


class FoundBy(models.TextChoices):
    """How a find was made."""

    ALIAS = "alias", _("a known name")
    DISCOVERY = "discovery", _("a new name")
    EDITOR = "editor", _("an editor")


FOUND_BY_RULES = [FoundBy.ALIAS, FoundBy.DISCOVERY]


def is_undecided(state: str, found_by: str) -> bool:
    """Tell whether no editor has decided on a find or drawn it."""
    return state == State.SUGGESTED and found_by in FOUND_BY_RULES


class FindQuerySet(models.QuerySet[Any]):
    """The words for what was found in stories."""

    def public(self) -> Self:
        """Keep what readers may see: what an editor confirmed, or a rule is sure enough of."""
        return self.filter(confidence__gte=settings.NAMES_PUBLIC_FROM)

    def undecided(self) -> Self:
        """Keep what no editor has decided on or drawn."""
        return self.filter(state=State.SUGGESTED, found_by__in=FOUND_BY_RULES)

    def decided(self) -> Self:
        """Keep what an editor has decided on or drawn."""
        return self.exclude(state=State.SUGGESTED, found_by__in=FOUND_BY_RULES)

    def confirm(self) -> int:
        """Say that these are right, and return how many they are."""
        return self.update(state=State.CONFIRMED, confidence=SURE)

    def reject(self) -> int:
        """Say that these are wrong, and return how many they are."""
        return self.update(state=State.REJECTED, confidence=REFUSED)

    def in_text_order(self) -> Self:
        return self.order_by("article_id", "start", "end")


def decided_by_confidence(name: str) -> models.CheckConstraint:
    """Return the constraint that whatever an editor decided is as sure as it can be."""
    return models.CheckConstraint(
        condition=models.Q(state=State.SUGGESTED, confidence__lte=SURE)
        | models.Q(state=State.CONFIRMED, confidence=SURE)
        | models.Q(state=State.REJECTED, confidence=REFUSED),
        name=name,
    )


def lies_in_text(name: str) -> models.CheckConstraint:
    """Return the constraint that a stretch begins in the text and is not empty."""
    return models.CheckConstraint(
        condition=models.Q(start__gte=0) & models.Q(end__gt=models.F("start")), name=name
    )


class Find(models.Model):
    """A stretch of a story's body text, how it was found, and what an editor said of it."""

    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    found_by = models.CharField(_("found by"), max_length=10, choices=FoundBy.choices)
    rule = models.CharField(_("rule"), max_length=40, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.SUGGESTED
    )
    confidence = models.PositiveSmallIntegerField(
        _("confidence"),
        default=SURE,
        editable=False,
        help_text=_("How sure the rule is, in percent; an editor's word makes it 100 or 0."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the find, as sure as the editor who decided on it."""
        self.confidence = BY_STATE.get(State(self.state), self.confidence)
        super().save(*args, **kwargs)


class MentionQuerySet(FindQuerySet):
    """The words for names in stories."""

    def of_shown(self, on: date | None = None) -> Self:
        """Leave out the names of those whose page is hidden for their protection."""
        return self.exclude(protected(on, "entity__"), entity__page_hidden=True)


class Mention(Find):
    """A stretch of a story's body text that names an entity; offsets in code points."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions", db_index=False)
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="mentions", db_index=False)
    surface = models.CharField(_("as written"), max_length=200)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end", "entity"], name="mention_once_a_stretch"
            ),
            lies_in_text("mention_lies_in_text"),
            decided_by_confidence("mention_decided"),
        ]
        indexes = [models.Index(fields=["entity", "confidence", "article"], name="mention_entity")]

    def __str__(self) -> str:
        return self.surface


class Quote(Find):
    """A stretch of a story's body text that somebody said; offsets in code points."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="quotes", db_index=False)
    speaker = models.ForeignKey(
        Entity, models.SET_NULL, null=True, blank=True, related_name="quotes", db_index=False
    )
    speaker_text = models.CharField(_("speaker as written"), max_length=200, blank=True)
    # Whose name the words stand for, as a sighting of the same story has it.
    speaker_kind = models.CharField(max_length=12, blank=True, editable=False)
    speaker_key = models.CharField(max_length=200, blank=True, editable=False)

    objects = FindQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end"], name="quote_once_a_stretch"
            ),
            lies_in_text("quote_lies_in_text"),
            decided_by_confidence("quote_decided"),
        ]
        indexes = [
            models.Index(fields=["speaker", "confidence", "article"], name="quote_speaker"),
            models.Index(fields=["state", "-confidence"], name="quote_queue"),
        ]

    def __str__(self) -> str:
        return self.speaker_text or str(self.speaker or "")
