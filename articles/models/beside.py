"""What stands beside a story: the posts before and after it, and the related ones."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Direction(models.TextChoices):
    """On which side of a story its source saw a neighbour."""

    PREVIOUS = "previous", _("before")
    NEXT = "next", _("after")


class MadeBy(models.TextChoices):
    """Who says that two stories belong together, or that they do not."""

    COMPUTED = "computed", _("computed")
    ARCHIVE = "archive", _("the archive")
    EDITOR = "editor", _("an editor")
    REFUSED = "refused", _("left out by an editor")


class Neighbour(models.Model):
    """What the source said stood before or after a story: a title, and the story once it is here."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="neighbours", db_index=False)
    direction = models.CharField(_("side"), max_length=8, choices=Direction.choices)
    title = models.CharField(_("title"), max_length=500)
    title_key = models.CharField(max_length=500, editable=False)
    other = models.ForeignKey(
        Article, models.SET_NULL, null=True, blank=True, related_name="neighbour_of"
    )

    class Meta:
        verbose_name = _("neighbour")
        verbose_name_plural = _("neighbours")
        constraints = [
            models.UniqueConstraint(fields=["article", "direction"], name="neighbour_once_a_side")
        ]
        indexes = [models.Index(fields=["title_key"], name="neighbour_title_key")]

    def __str__(self) -> str:
        return self.title


class RelatedLinkQuerySet(models.QuerySet["RelatedLink"]):
    """The words for what stands beside stories."""

    def shown(self) -> Self:
        """Leave out what an editor has left out, whoever else named it."""
        refused = RelatedLink.objects.filter(
            made_by=MadeBy.REFUSED,
            article=models.OuterRef("article_id"),
            other=models.OuterRef("other_id"),
        )
        return self.exclude(made_by=MadeBy.REFUSED).filter(~models.Exists(refused))


class RelatedLink(models.Model):
    """One story beside another, with the reasons in words a reader understands."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="related_links", db_index=False
    )
    made_by = models.CharField(
        _("made by"), max_length=8, choices=MadeBy.choices, default=MadeBy.EDITOR
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)
    other = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="related_from",
        verbose_name=_("article"),
    )
    title = models.CharField(
        _("title"),
        max_length=500,
        blank=True,
        help_text=_("As the source named it; the story is linked once the archive has it."),
    )
    title_key = models.CharField(max_length=500, blank=True, editable=False)
    score = models.FloatField(_("score"), default=0)
    reasons = models.JSONField(_("reasons"), default=list, blank=True)

    objects = RelatedLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("related link")
        verbose_name_plural = _("related links")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "made_by", "rank"], name="related_once_a_rank"
            ),
            models.CheckConstraint(
                condition=~models.Q(article=models.F("other")), name="related_to_another"
            ),
        ]
        indexes = [models.Index(fields=["title_key"], name="related_title_key")]

    def __str__(self) -> str:
        return self.title or str(self.other or "")
