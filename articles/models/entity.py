"""Anything a story can be about: people, organizations and events, in one table."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_
from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.addresses import address
from articles.models.article import Article


class Kind(models.TextChoices):
    """What an entity is, and the name of its page's address."""

    PERSON = "person", _("person")
    ORGANIZATION = "organization", _("organization")
    EVENT = "event", _("event")


def _published_mentions() -> models.QuerySet[Any, Any]:
    """Ask for the outer entity's public mentions in stories that readers may see."""
    from articles.models.mention import Mention  # it stands on this module

    # Asked story by story: of `article__in=…` SQLite would read every published story first.
    may_see = models.Exists(Article.objects.published().filter(pk=models.OuterRef("article_id")))
    mentions: models.QuerySet[Any, Any] = Mention.objects.public().filter(
        may_see, entity_id=models.OuterRef("pk")
    )
    return mentions


def protected(on: date | None = None, whose: str = "") -> models.Q:
    """Return the condition that somebody's protection has not ended on the day `on`, today by default.

    `whose` leads to them from another model: "entity__".
    """
    until = f"{whose}protected_until"
    return models.Q((until, None)) | models.Q((f"{until}__gte", on or timezone.localdate()))


PROTECTIONS = ("page_hidden", "initials_only", "not_indexed", "never_linked")
"""The fields that each protect somebody in one way."""


def initials(name: str) -> str:
    """Return the first letter of each word of `name`, with full stops: "A. B."."""
    return " ".join(f"{word[0]}." for word in name.replace("-", " ").split())


class EntityQuerySet(models.QuerySet["Entity"]):
    """The words that pages of names are written in."""

    def published(self) -> Self:
        """Keep those whose mention is public in a story that readers may see, and who may be shown."""
        return self.shown().filter(models.Exists(_published_mentions()))

    def protected(self, on: date | None = None) -> Self:
        """Keep those who are protected in any way."""
        in_some_way = reduce(or_, (models.Q((field, True)) for field in PROTECTIONS))
        return self.filter(protected(on), in_some_way)

    def shown(self, on: date | None = None) -> Self:
        """Leave out those whose page is hidden for their protection."""
        return self.exclude(models.Q(protected(on), page_hidden=True))

    def linked(self) -> Self:
        """Leave out those to whom, for their protection, no name leads by itself."""
        return self.exclude(models.Q(protected(), never_linked=True))

    def veiled(self, on: date | None = None) -> Self:
        """Keep those of whom readers see the initials alone."""
        return self.filter(protected(on), initials_only=True)

    def indexed(self) -> Self:
        """Leave out those whom, for their protection, no search engine is to find."""
        kept_out = models.Q(not_indexed=True) | models.Q(initials_only=True)
        return self.exclude(models.Q(protected(), kept_out))

    def named_openly(self) -> Self:
        """Leave out those of whom readers see the initials alone."""
        return self.exclude(models.Q(protected(), initials_only=True))

    def with_story_counts(self) -> Self:
        """Tell of each in how many stories that readers may see it is mentioned: `story_count`."""
        counts = _published_mentions().order_by().values("entity_id")
        counts = counts.annotate(count=models.Count("article_id", distinct=True)).values("count")
        return self.annotate(story_count=models.Subquery(counts))

    def in_order(self) -> Self:
        """Order by name, as its letters read in Latin script."""
        return self.order_by("kind", "slug")


class Entity(models.Model):
    """A person, an organization or an event."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        db_index=False,
        help_text=_(
            "The last part of the page's address. The former one leads to it when it changes."
        ),
    )
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("One sentence that tells a reader who or what this is."),
    )
    first_day = models.DateField(
        _("first day"),
        null=True,
        blank=True,
        help_text=_("A birth, a founding, or the day an event began."),
    )
    last_day = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("A death, an end, or the day an event was over."),
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    made_by_import = models.BooleanField(
        _("made by an import"),
        default=False,
        editable=False,
        help_text=_("Nobody has decided on it yet: its name follows what most stories call it."),
    )
    page_hidden = models.BooleanField(
        _("no page"), default=False, help_text=_("There is no page on them, and no link to one.")
    )
    initials_only = models.BooleanField(
        _("initials only"), default=False, help_text=_("Readers see the initials, not the name.")
    )
    not_indexed = models.BooleanField(
        _("not in search engines"),
        default=False,
        help_text=_("Search engines are asked to leave the page out."),
    )
    never_linked = models.BooleanField(
        _("no automatic links"),
        default=False,
        help_text=_("Only editors say which stories name them."),
    )
    protected_until = models.DateField(
        _("protected until"),
        null=True,
        blank=True,
        help_text=_("The last day of the protection. Empty: for ever."),
    )
    protection_reason = models.TextField(
        _("reason"), blank=True, help_text=_("Why, and who asked. Only editors read it.")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = EntityQuerySet.as_manager()

    class Meta:
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        indexes = [
            # Every page asks whose name it may not show.
            models.Index(
                fields=["id"], condition=models.Q(initials_only=True), name="entity_veiled"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="entity_slug_once_a_kind"),
            models.CheckConstraint(
                condition=models.Q(kind__in=Kind.values), name="entity_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(first_day=None)
                | models.Q(last_day=None)
                | models.Q(first_day__lte=models.F("last_day")),
                name="entity_days_in_order",
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the entity, and its name among those that stories are searched for."""
        from articles.models.alias import Alias  # it stands on this module

        super().save(*args, **kwargs)
        if not self.aliases.filter(name=self.name).exists():
            Alias.of(self, self.name).save()

    def get_absolute_url(self) -> str:
        return address(self.kind, self.slug)

    @property
    def is_protected(self) -> bool:
        """Tell whether the protection, if there is any, has not ended."""
        return self.protected_until is None or self.protected_until >= timezone.localdate()

    @property
    def shown_name(self) -> str:
        """The name as readers may see it: the initials alone of whom that protects."""
        return initials(self.name) if self.initials_only and self.is_protected else self.name

    @property
    def is_kept_from_search(self) -> bool:
        """Whether search engines are asked to leave the page out."""
        return self.not_indexed and self.is_protected


class KindManager(models.Manager.from_queryset(EntityQuerySet)):  # type: ignore[misc]  # made at run time
    """Only the entities of one kind, with every word of the queryset; what it makes is of that kind."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def get_queryset(self) -> EntityQuerySet:
        return EntityQuerySet(self.model, using=self._db).filter(kind=self.kind)


class OfOneKind(Entity):
    """What the three kinds share: a new one is of its own kind."""

    KIND: ClassVar[Kind]

    class Meta:
        proxy = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.kind = self.KIND
        super().save(*args, **kwargs)


class Person(OfOneKind):
    """Somebody a story names."""

    KIND: ClassVar[Kind] = Kind.PERSON
    objects: ClassVar[KindManager] = KindManager(Kind.PERSON)

    class Meta:
        proxy = True
        verbose_name = _("person")
        verbose_name_plural = _("people")


class Organization(OfOneKind):
    """A state, party, company, army, agency: anything that acts as one."""

    KIND: ClassVar[Kind] = Kind.ORGANIZATION
    objects: ClassVar[KindManager] = KindManager(Kind.ORGANIZATION)

    class Meta:
        proxy = True
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")


class Event(OfOneKind):
    """Something that happened in its own days."""

    KIND: ClassVar[Kind] = Kind.EVENT
    objects: ClassVar[KindManager] = KindManager(Kind.EVENT)

    class Meta:
        proxy = True
        verbose_name = _("event")
        verbose_name_plural = _("events")
