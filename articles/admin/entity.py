"""People, organizations and events at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.lists import PublicList, QuickList, any_published
from articles.admin.names import AliasInline, Names
from articles.admin.searching import holds
from articles.deciding.deleting import forget
from articles.models import (
    Alias,
    Entity,
    Event,
    FormerAddress,
    Kind,
    Mention,
    Organization,
    Person,
    Role,
)
from articles.models.entity import PROTECTIONS
from articles.slugs import numbered, slug_from

# A syllable in one script is part of half the names in another. In letters.
SHORTEST_SLUG_SOUGHT = 3

FACTS: Any = ["name", "slug", "description", "first_day", "last_day", "place", "parent"]
PROTECTION: Any = (
    gettext_lazy("Protection"),
    {
        "classes": ["collapse"],
        "description": gettext_lazy(
            "For somebody who has to fear what is written, or has a right to be forgotten. "
            "It holds on pages, in lists, search, feeds and the public export. It does not reach the "
            "addresses of stories: change one that tells the name on the story’s own form. Whoever is "
            "protected cannot be deleted, or the next import would know nothing of it."
        ),
        "fields": [*PROTECTIONS, "protected_until", "protection_reason"],
    },
)


class EntityForm(forms.ModelForm):
    """Somebody or something, of the kind that the form's model or its own field says."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind = str(cleaned.get("kind") or getattr(self._meta.model, "KIND", ""))
        same = Entity.objects.filter(kind=kind, slug=cleaned.get("slug", ""))
        if same.exclude(pk=self.instance.pk).exists():
            message = _("Another %(kind)s has this address already.")
            self.add_error("slug", message % {"kind": Kind(kind).label})
        parent = cleaned.get("parent")
        if parent and parent.pk == self.instance.pk:
            self.add_error("parent", _("Nothing is a part of itself."))
        if any(cleaned.get(name) for name in PROTECTIONS) and not cleaned.get("protection_reason"):
            self.add_error("protection_reason", _("Say why, so that others know later."))
        return cleaned


class EntityList(PublicList):
    """What the desks of the three kinds share."""

    form = EntityForm
    list_display = ["name", "description", "first_day", "last_day", "place", "page_link"]
    ordering = ["kind", "slug"]
    search_fields = ["name"]
    search_help_text = gettext_lazy("A part of the name, or of any other name they are known by.")
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent"]
    inlines = [AliasInline]
    change_form_template = "admin/entity_change_form.html"
    fieldsets = [(None, {"fields": FACTS}), PROTECTION]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Tell of each whether readers find a page on it, as Entity.objects.published() does."""
        mentions = Mention.objects.public().filter(entity=OuterRef("pk"))
        has_page = any_published(mentions, "article")
        rows: QuerySet[Any] = super().get_queryset(request).annotate(has_page=has_page)
        return rows

    def holding(self, word: str) -> Q:
        """Find the word in the name, in an alias, or in the address, where all scripts are Latin."""
        slug = slug_from(word, "")
        named = holds("name", word)
        if len(slug) >= SHORTEST_SLUG_SOUGHT:
            named |= Q(slug__contains=slug)
        # Looked for in the order of the table, and put into the list's order afterwards: thrice as
        # quick as going through the table in the list's order.
        rows = Entity.objects.filter(named).values("pk")
        aliases = Alias.objects.filter(holds("folded", word)).values("entity_id")
        return Q(pk__in=rows) | Q(pk__in=aliases)

    def public_url(self, obj: Any) -> str | None:
        return super().public_url(obj) if obj.has_page else None

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save what an editor decided: no import gives it another name any more."""
        form.names_before = Names.of([obj.pk] if change else [])
        obj.made_by_import = False
        if obj.initials_only and "initials_only" in form.changed_data:
            obj.slug = _veiled_slug(obj)
        super().save_model(request, obj, form, change)
        if obj.initials_only:
            obj.former_addresses.all().delete()  # they would say who it is
        elif change and "slug" in form.changed_data:
            _lead_on(obj, form.initial["slug"])
        if change and "kind" in form.changed_data:
            _write_keys_anew(obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the other names, and have the stories follow that bear or bore one that has changed."""
        super().save_related(request, form, formsets, change)
        now = Names.of([form.instance.pk])
        form.names_before.link_what_differs(now)
        if {"never_linked", "protected_until"}.intersection(form.changed_data):
            now.link_all()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self.delete_queryset(request, self.model.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete them and reject their names, so that no import makes them again."""
        protected = Entity.objects.protected().values("pk")
        for kept in queryset.filter(pk__in=protected):
            words = _("“%s” is protected and was kept: end the protection first.")
            self.message_user(request, words % kept, messages.ERROR)
        gone = queryset.exclude(pk__in=protected)
        forgotten = forget(list(gone.values_list("pk", flat=True)), request.user)
        for decision in forgotten:
            self.message_user(
                request,
                _("%(what)s: no import makes it again. It can be undone among the decisions.")
                % {"what": decision.summary},
            )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Keep whoever is protected: with them their protection would go."""
        if obj is not None and Entity.objects.protected().filter(pk=obj.pk).exists():
            return False
        allowed: bool = super().has_delete_permission(request, obj)
        return allowed


def _lead_on(entity: Entity, slug: str) -> None:
    """Let the address that the entity had lead to it, and its new one to nobody else."""
    FormerAddress.objects.filter(kind=entity.kind, slug=entity.slug).delete()
    FormerAddress.objects.update_or_create(
        kind=entity.kind, slug=slug, defaults={"entity_id": entity.pk}
    )


def _veiled_slug(entity: Entity) -> str:
    """Return an address that tells no more than the initials, and that no other entity has."""
    slug = slug_from(entity.shown_name, entity.kind)
    others = Entity.objects.filter(kind=entity.kind).exclude(pk=entity.pk)
    number = 1
    while others.filter(slug=numbered(slug, number)).exists():
        number += 1
    return numbered(slug, number)


def _write_keys_anew(entity: Entity) -> None:
    """Write what the names are found by, which for another kind is another key."""
    for alias in entity.aliases.all():
        alias.entity = entity
        alias.write_name(alias.name)
        alias.save()


@admin.register(Person)
class PersonAdmin(EntityList):
    """The people."""


@admin.register(Organization)
class OrganizationAdmin(EntityList):
    """The organizations."""


@admin.register(Event)
class EventAdmin(EntityList):
    """The events."""


@admin.register(Entity)
class EntityAdmin(EntityList):
    """All kinds together: what fields that point to any of them are completed from."""

    list_display = ["name", "kind", "description", "page_link"]
    list_filter = ["kind"]
    fieldsets = [(None, {"fields": ["kind", *FACTS]}), PROTECTION]


# What hangs on names


@admin.register(Role)
class RoleAdmin(QuickList):
    """What a story called a person."""

    list_display = ["title", "person", "organization", "article"]
    list_select_related = ["person", "organization", "article"]
    ordering = ["-pk"]
    search_fields = ["title"]
    autocomplete_fields = ["person", "organization", "article"]
