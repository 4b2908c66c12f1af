"""What was found in stories, and what stands beside them, at the desk."""

from __future__ import annotations

from django.contrib import admin

from articles.admin.lists import QuickList
from articles.models import Mention, Neighbour, Quote, RelatedLink, Translation


@admin.register(Mention)
class MentionAdmin(QuickList):
    """Where a story names somebody."""

    list_display = ["surface", "entity", "article", "state", "found_by"]
    list_select_related = ["entity", "article"]
    list_filter = ["state", "found_by"]
    ordering = ["-pk"]
    search_fields = ["surface"]
    autocomplete_fields = ["article", "entity"]


@admin.register(Quote)
class QuoteAdmin(QuickList):
    """What somebody said."""

    list_display = ["__str__", "article", "state", "found_by"]
    list_select_related = ["speaker", "article"]
    list_filter = ["state", "found_by"]
    ordering = ["-pk"]
    search_fields = ["speaker_text"]
    autocomplete_fields = ["article", "speaker"]


@admin.register(Neighbour)
class NeighbourAdmin(QuickList):
    """What the source said stood before or after a story."""

    list_display = ["title", "direction", "article", "other"]
    list_select_related = ["article", "other"]
    list_filter = ["direction", ("other", admin.EmptyFieldListFilter)]
    ordering = ["-pk"]
    search_fields = ["title"]
    autocomplete_fields = ["article", "other"]


@admin.register(RelatedLink)
class RelatedLinkAdmin(QuickList):
    """One story beside another."""

    list_display = ["__str__", "article", "other", "made_by", "score"]
    list_select_related = ["article", "other"]
    list_filter = ["made_by", ("other", admin.EmptyFieldListFilter)]
    ordering = ["-pk"]
    search_fields = ["title"]
    autocomplete_fields = ["article", "other"]


@admin.register(Translation)
class TranslationAdmin(QuickList):
    """A story in another language."""

    list_display = ["__str__", "language", "article", "other"]
    list_select_related = ["article", "other"]
    list_filter = [("other", admin.EmptyFieldListFilter)]
    ordering = ["-pk"]
    search_fields = ["title"]
    autocomplete_fields = ["article", "other"]
