"""Where stories stood before."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class FormerSlug(models.Model):
    """A slug that a story had, and that leads to it for ever."""

    slug = models.SlugField(_("slug"), max_length=100, db_index=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="former_slugs")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        # It is the story's own that leads on, never a former one to a former one: there are no circles.
        constraints = [models.UniqueConstraint(fields=["slug"], name="former_slug_once")]

    def __str__(self) -> str:
        return self.slug
