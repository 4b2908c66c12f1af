"""People, organizations and events at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.lists import PublicList, QuickList, any_published
from articles.admin.searching import holds
from articles.models import Alias, Entity, Event, Kind, Mention, Organization, Person, Role
from articles.slugs import slug_from

# A syllable in one script is part of half the names in another. In letters.
SHORTEST_SLUG_SOUGHT = 3


# Names


class AliasForm(forms.ModelForm):
    """One more name, with the key that its spellings share."""

    def save(self, commit: bool = True) -> Any:
        self.instance.write_name(self.instance.name)
        return super().save(commit=commit)


class AliasInline(admin.TabularInline):
    model = Alias
    form = AliasForm
    extra = 0


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
    fields = ["name", "slug", "description", "first_day", "last_day", "place", "parent"]

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
    fields = ["kind", *EntityList.fields]


# What hangs on names


@admin.register(Alias)
class AliasAdmin(QuickList):
    """One more name of somebody."""

    form = AliasForm
    list_display = ["name", "entity", "language", "links_by_itself"]
    list_select_related = ["entity"]
    list_filter = ["links_by_itself"]
    ordering = ["-pk"]
    search_fields = ["folded"]
    autocomplete_fields = ["entity"]


@admin.register(Role)
class RoleAdmin(QuickList):
    """What a story called a person."""

    list_display = ["title", "person", "organization", "article"]
    list_select_related = ["person", "organization", "article"]
    ordering = ["-pk"]
    search_fields = ["title"]
    autocomplete_fields = ["person", "organization", "article"]
