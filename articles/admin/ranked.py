"""Rows in an order that the editor gives by numbers, such as the authors of a story.

The database wants each rank once in a story. Editors type places instead, which may repeat, swap or be
left out; the rows are saved first and numbered afterwards.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

# Ranks no list reaches, where rows wait while others take their place.
ASIDE = 16_000


class RankedForm(forms.ModelForm):
    """One row, with its place counted from 1; the model's rank is counted from 0."""

    place = forms.IntegerField(
        label=_("place"),
        required=False,
        min_value=1,
        max_value=999,
        help_text=_("Empty: the last."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.rank + 1

    def sort_key(self) -> tuple[float, int]:
        """Return what puts the row at the place typed: before the one that was there, or after it."""
        before = self.initial.get("place", float("inf"))
        now = self.cleaned_data.get("place") or float("inf")
        return now, (now > before) - (now < before)


class RankedFormSet(forms.BaseInlineFormSet):
    """The rows of one story."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        """Put a new row behind all others, until all are numbered."""
        last = self.get_queryset().values_list("rank", flat=True).order_by("rank").last()
        form.instance.rank = -1 if last is None else last
        form.instance.rank += 1 + len(self.new_objects)
        return super().save_new(form, commit=commit)

    def save(self, commit: bool = True) -> list[Any]:
        saved = super().save(commit=commit)
        if commit:
            self._number()
        return saved

    def _number(self) -> None:
        """Give the rows the ranks that follow from the places typed, if they have others."""
        rows = [form for form in self.forms if form.instance.pk and form not in self.deleted_forms]
        wanted = [form.instance for form in sorted(rows, key=RankedForm.sort_key)]
        if wanted == sorted(wanted, key=lambda row: row.rank):
            return
        ranked = self.model._default_manager.filter(pk__in=[row.pk for row in wanted])
        ranked.update(rank=F("rank") + ASIDE)
        for rank, row in enumerate(wanted):
            ranked.filter(pk=row.pk).update(rank=rank)


class RankedInline(admin.TabularInline):
    """Rows beside a story in the editor's order."""

    form = RankedForm
    formset = RankedFormSet
    extra = 0
    ordering = ["rank"]
