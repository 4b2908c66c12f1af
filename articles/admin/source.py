"""Imports at the desk: to be read, not written."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.lists import QuickList
from articles.models import ImportBatch, ImportedDocument


class ReadOnlyList(QuickList):
    """Facts about what happened: nobody adds or changes them."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyList):
    """One run of the importer."""

    list_display = ["started_at", "finished_at", "counts"]
    ordering = ["-pk"]


@admin.register(ImportedDocument)
class ImportedDocumentAdmin(ReadOnlyList):
    """One document of an archive."""

    list_display = ["source_key", "outcome", "article", "encoding", "imported_at"]
    list_select_related = ["article"]
    list_filter = ["outcome"]
    ordering = ["-pk"]
    search_fields = ["source_key", "problem"]
