"""What was found in stories, at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _

from articles.admin.lists import QuickList
from articles.models import Mention, Quote

PLACE = {"article", "start", "end", "surface"}


class StretchForm(forms.ModelForm):
    """A stretch of a story's text, which lies in it and reads as the form says."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        # A find that lost its place, since the story was changed, can still be rejected.
        if PLACE.intersection(self.changed_data) and {"article", "start", "end"} <= cleaned.keys():
            self._check_place(cleaned["article"].body_text, cleaned)
        return cleaned

    def _check_place(self, text: str, cleaned: dict[str, Any]) -> None:
        start, end = cleaned["start"], cleaned["end"]
        if end <= start:
            self.add_error("end", _("The end lies before the start."))
        elif end > len(text):
            message = _("The story's text has %(length)d characters.")
            self.add_error("end", message % {"length": len(text)})
        elif "surface" in cleaned and cleaned["surface"] != text[start:end]:
            message = _("There the story reads “%(text)s”.")
            self.add_error("surface", message % {"text": text[start : min(end, start + 200)]})


@admin.register(Mention)
class MentionAdmin(QuickList):
    """Where a story names somebody."""

    form = StretchForm
    list_display = ["surface", "entity", "article", "state", "found_by"]
    list_select_related = ["entity", "article"]
    list_filter = ["state", "found_by"]
    ordering = ["-pk"]
    search_fields = ["surface"]
    autocomplete_fields = ["article", "entity"]


@admin.register(Quote)
class QuoteAdmin(QuickList):
    """What somebody said."""

    form = StretchForm
    list_display = ["__str__", "article", "state", "found_by"]
    list_select_related = ["speaker", "article"]
    list_filter = ["state", "found_by"]
    ordering = ["-pk"]
    search_fields = ["speaker_text"]
    autocomplete_fields = ["article", "speaker"]
