"""What was found in stories, at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext as _

from articles.admin.lists import QuickList
from articles.models import FoundBy, Mention, Quote, Sighting, State
from articles.models.mention import REFUSED, SURE

PLACE = {"article", "start", "end", "surface"}
DECIDED: dict[str, int] = {State.CONFIRMED: SURE, State.REJECTED: REFUSED}


class StretchForm(forms.ModelForm):
    """A stretch of a story's text, which lies in it and reads as the form says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and "state" in self.fields:
            # What an editor draws by hand is decided on with that.
            self.fields["state"].choices = [  # type: ignore[attr-defined]  # a field of choices has them
                (state.value, state.label) for state in (State.CONFIRMED, State.REJECTED)
            ]
            self.initial.setdefault("state", State.CONFIRMED)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        # A find that lost its place, since the story was changed, can still be rejected.
        if PLACE.intersection(self.changed_data) and {"article", "start", "end"} <= cleaned.keys():
            self._check_place(cleaned["article"].body_text, cleaned)
        self._write_sureness(cleaned)
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

    def _write_sureness(self, cleaned: dict[str, Any]) -> None:
        """Let the find be as sure as the editor is, or, if it waits again, as the rule was."""
        find, state = self.instance, cleaned.get("state")
        if not find.pk or PLACE.intersection(self.changed_data):
            find.found_by = FoundBy.EDITOR
        if state in DECIDED:
            find.confidence = DECIDED[state]
        elif "state" in self.changed_data:
            find.confidence = _confidence_of_rule(find)


def _confidence_of_rule(find: Mention | Quote) -> int:
    """Return how sure rules are of a name at the same place, else just not sure enough for readers."""
    rows = Sighting.objects.filter(article=find.article_id).values_list("places", flat=True)
    places = [place for places in rows for place in places if place[:2] == [find.start, find.end]]
    return max((place[2] for place in places), default=settings.NAMES_PUBLIC_FROM - 1)


class FindList(QuickList):
    """What the lists of mentions and quotes share."""

    form = StretchForm
    list_filter = ["state", "found_by"]
    ordering = ["-pk"]
    readonly_fields = ["found_by", "confidence"]


@admin.register(Mention)
class MentionAdmin(FindList):
    """Where a story names somebody."""

    list_display = ["surface", "entity", "article", "state", "confidence", "found_by"]
    list_select_related = ["entity", "article"]
    search_fields = ["surface"]
    autocomplete_fields = ["article", "entity"]


@admin.register(Quote)
class QuoteAdmin(FindList):
    """What somebody said."""

    list_display = ["__str__", "article", "state", "confidence", "found_by"]
    list_select_related = ["speaker", "article"]
    search_fields = ["speaker_text"]
    autocomplete_fields = ["article", "speaker"]
