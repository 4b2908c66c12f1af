"""People, organizations and events at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.lists import QuickList
from articles.models import Alias, Entity, Event, Organization, Person, Role
from articles.readers import title_key


class AliasInline(admin.TabularInline):
    model = Alias
    extra = 0


class EntityList(QuickList):
    """What the desks of the three kinds share."""

    list_display = ["name", "description", "first_day", "last_day", "place"]
    ordering = ["slug"]
    search_fields = ["name"]
    search_help_text = _("A part of the name, or of any other name they are known by.")
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent"]
    inlines = [AliasInline]
    fields = ["name", "slug", "description", "first_day", "last_day", "place", "parent"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find the words in the name or in an alias."""
        for word in search_term.split():
            aliases = Alias.objects.filter(key__contains=title_key(word))
            queryset = queryset.filter(
                Q(name__icontains=word) | Q(pk__in=aliases.values("entity_id"))
            )
        return queryset, False

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Give each alias the key that its spellings share."""
        for alias_form in formset.forms:
            if alias_form.has_changed() and isinstance(alias_form.instance, Alias):
                alias_form.instance.key = title_key(alias_form.instance.name)
        super().save_formset(request, form, formset, change)


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

    list_display = ["name", "kind", "description"]
    list_filter = ["kind"]
    ordering = ["kind", "slug"]
    fields = ["kind", *EntityList.fields]


@admin.register(Alias)
class AliasAdmin(QuickList):
    """One more name of somebody."""

    list_display = ["name", "entity", "language", "links_by_itself"]
    list_select_related = ["entity"]
    list_filter = ["links_by_itself"]
    ordering = ["-pk"]
    search_fields = ["name", "key"]
    autocomplete_fields = ["entity"]

    def save_model(self, request: HttpRequest, obj: Alias, form: Any, change: bool) -> None:
        obj.key = title_key(obj.name)
        super().save_model(request, obj, form, change)


@admin.register(Role)
class RoleAdmin(QuickList):
    """What a story called a person."""

    list_display = ["title", "person", "organization", "article"]
    list_select_related = ["person", "organization", "article"]
    ordering = ["-pk"]
    search_fields = ["title"]
    autocomplete_fields = ["person", "organization", "article"]
