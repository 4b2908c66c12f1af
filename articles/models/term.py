"""What tells a story from others, so that related ones are found."""

from __future__ import annotations

from django.db import models

from articles.models.article import Article


class StoryTerm(models.Model):
    """One of the weightiest words of a published story; a draft has none."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="terms", db_index=False)
    term = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "term"], name="term_once_a_story")
        ]
        indexes = [models.Index(fields=["term", "article"], name="term_stories")]

    def __str__(self) -> str:
        return self.term
