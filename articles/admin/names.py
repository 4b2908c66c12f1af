"""Other names of an entity at the desk, and the stories that follow from a change of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.lists import QuickList
from articles.models import Alias, Entity
from articles.tasks import link_names_later


@dataclass(frozen=True)
class Names:
    """What names are found by and how they are written, with whether they link by themselves."""

    borne: frozenset[tuple[str, str, str, bool]]

    @classmethod
    def of(cls, entities: Iterable[int]) -> Names:
        """Return the names of these entities as they are now."""
        fields = ("entity__kind", "key", "name", "links_by_itself")
        aliases = Alias.objects.filter(entity__in=list(entities))
        return cls(frozenset(aliases.values_list(*fields)))

    def link_what_differs(self, now: Names) -> None:
        """Have the stories linked anew that bear a name which is another's, or nobody's, now."""
        _link(self.borne ^ now.borne)

    def link_all(self) -> None:
        """Have all stories linked anew that bear one of the names."""
        _link(self.borne)


def _link(names: Iterable[tuple[str, str, str, bool]]) -> None:
    names = list(names)
    link_names_later(
        {(kind, key) for kind, key, *_rest in names}, {name for _kind, _key, name, _by in names}
    )


class AliasForm(forms.ModelForm):
    """One more name, with the key that its spellings share."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        entity = cleaned.get("entity")
        if self.instance.pk and self.initial.get("name") == self.instance.entity.name:
            if {"name", "entity"}.intersection(self.changed_data):
                self.add_error("name", _("This is its own name, which is changed on its own form."))
        elif entity and cleaned.get("name") == entity.name:
            self.add_error("name", _("That is its own name."))
        return cleaned

    def save(self, commit: bool = True) -> Any:
        self.instance.write_name(self.instance.name)
        return super().save(commit=commit)


class AliasFormSet(forms.BaseInlineFormSet):
    """The other names of one entity."""

    def clean(self) -> None:
        super().clean()
        for form in self.forms:
            if form.cleaned_data.get("name") == self.instance.name:
                form.add_error("name", _("That is its own name."))


class AliasInline(admin.TabularInline):
    """Every name but its own, each of which may be split off."""

    model = Alias
    form = AliasForm
    formset = AliasFormSet
    extra = 0
    verbose_name = gettext_lazy("other name")
    verbose_name_plural = gettext_lazy("other names")
    fields = ["name", "language", "links_by_itself", "split_off"]
    readonly_fields = ["split_off"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).exclude(name=F("entity__name"))

    @admin.display(description=gettext_lazy("somebody else’s"))
    def split_off(self, alias: Alias) -> str:
        """Return the link to what becomes of the name when it is split off."""
        if not alias.pk:
            return ""
        url = reverse("desk:split", args=[alias.pk])
        label = _("Split “%s” off …") % alias.name
        return format_html('<a href="{}" aria-label="{}">{}</a>', url, label, _("Split off …"))


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

    def save_model(self, request: HttpRequest, obj: Alias, form: Any, change: bool) -> None:
        """Save the name, and have the stories follow that bear it or bore it."""
        owners = {obj.entity_id, form.initial.get("entity") or obj.entity_id}
        before = Names.of(owners)
        super().save_model(request, obj, form, change)
        Entity.objects.filter(pk__in=owners).update(made_by_import=False)
        before.link_what_differs(Names.of(owners))

    def delete_model(self, request: HttpRequest, obj: Alias) -> None:
        self.delete_queryset(request, Alias.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Alias]) -> None:
        """Delete all but entities' own names, without which no story would find them."""
        own = queryset.filter(name=F("entity__name"))
        if kept := own.count():
            messages.warning(
                request, _("Entities keep their own names: %d were not deleted.") % kept
            )
        goes = Alias.objects.filter(pk__in=queryset.exclude(name=F("entity__name")).values("pk"))
        owners = set(goes.values_list("entity_id", flat=True))
        before = Names.of(owners)
        goes.delete()
        before.link_what_differs(Names.of(owners))
