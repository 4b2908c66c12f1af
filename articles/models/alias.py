"""What entities are called: their names, and what stories say that people are."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.entity import Entity
from articles.names.found import Kind
from articles.names.keys import name_key
from articles.readers.title_key import title_key

LONGEST_NAME = 200


class Alias(models.Model):
    """A name of an entity: its own, and each other that stories call it by."""

    entity = models.ForeignKey(Entity, models.CASCADE, related_name="aliases", db_index=False)
    name = models.CharField(_("name"), max_length=200)
    key = models.CharField(
        max_length=200,
        editable=False,
        help_text=_("The name as spellings of several scripts and languages share it."),
    )
    folded = models.CharField(
        max_length=200,
        editable=False,
        help_text=_("The name in small letters, as the desk's search compares it."),
    )
    language = models.CharField(_("language"), max_length=12, blank=True)
    links_by_itself = models.BooleanField(
        _("links by itself"),
        default=True,
        help_text=_(
            "Without it the name is linked only where a fuller name stands in the same story."
        ),
    )

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [
            models.UniqueConstraint(fields=["entity", "name"], name="alias_once_an_entity")
        ]
        indexes = [models.Index(fields=["key", "entity"], name="alias_key")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, entity: Entity, name: str, **fields: Any) -> Self:
        """Return an unsaved name of `entity`, with the keys that it is found by."""
        alias = cls(entity=entity, **fields)
        alias.write_name(name)
        return alias

    def write_name(self, name: str) -> None:
        """Take `name`, with the keys that it is found by."""
        self.name = name
        kind: Kind = self.entity.kind  # type: ignore[assignment]  # the constraint knows the three
        self.key = name_key(name, kind)
        self.folded = title_key(name)[:LONGEST_NAME]


class Role(models.Model):
    """What a story called a person."""

    person = models.ForeignKey(Entity, models.CASCADE, related_name="roles", db_index=False)
    title = models.CharField(_("title"), max_length=200)
    organization = models.ForeignKey(
        Entity, models.SET_NULL, null=True, blank=True, related_name="role_holders"
    )
    article = models.ForeignKey(Article, models.CASCADE, related_name="roles")
    found_by_rule = models.BooleanField(_("found by a rule"), default=False, editable=False)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "title", "article"], name="role_once_a_person_and_article"
            )
        ]

    def __str__(self) -> str:
        return self.title
