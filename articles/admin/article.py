"""Stories at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.lists import QuickList
from articles.models import Article, Byline, DatePrecision, MadeBy, RelatedLink, Status
from articles.readers import title_key


class ArticleForm(forms.ModelForm):
    """A story as an editor writes it."""

    class Meta:
        model = Article
        fields = [
            *("title", "slug", "standfirst", "body_html", "caption", "credit", "tags"),
            *("status", "published_at", "date_precision", "language", "stated_minutes"),
        ]
        widgets = {"body_html": forms.Textarea(attrs={"rows": 30, "cols": 90})}

    def clean(self) -> dict[str, Any]:
        """Let a date without a word on its precision be one to the minute, and the reverse be none."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("published_at"):
            cleaned["date_precision"] = DatePrecision.UNKNOWN
        elif not cleaned.get("date_precision"):
            cleaned["date_precision"] = DatePrecision.MOMENT
        return cleaned


class BylineInline(admin.TabularInline):
    model = Byline
    extra = 0
    autocomplete_fields = ["person"]


class RelatedLinkInline(admin.TabularInline):
    """The related stories an editor chose; those of the archive and of rules are not shown here."""

    model = RelatedLink
    fk_name = "article"
    extra = 0
    fields = ["rank", "other"]
    autocomplete_fields = ["other"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelatedLink]:
        return super().get_queryset(request).filter(made_by=MadeBy.EDITOR)


@admin.register(Article)
class ArticleAdmin(QuickList):
    """Find a story, change it, see it."""

    form = ArticleForm
    list_display = ["title", "status", "published_at", "language", "word_count", "edited_at"]
    list_filter = ["status", "date_precision"]
    ordering = ["-position"]
    search_fields = ["title"]
    search_help_text = _("Words of the title, in any order.")
    prepopulated_fields = {"slug": ["title"]}
    inlines = [BylineInline, RelatedLinkInline]
    readonly_fields = ["word_count", "created_at", "updated_at", "edited_at"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "standfirst", "body_html"]}),
        (
            _("Publication"),
            {"fields": ["status", "published_at", "date_precision", "language", "tags"]},
        ),
        (
            _("Details"),
            {
                "classes": ["collapse"],
                "fields": [
                    *("caption", "credit", "stated_minutes"),
                    *("word_count", "created_at", "updated_at", "edited_at"),
                ],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Leave the long texts out of lists."""
        rows: QuerySet[Article] = super().get_queryset(request)
        match = request.resolver_match
        is_list = match is not None and match.url_name in {
            "articles_article_changelist",
            "autocomplete",
        }
        return rows.defer("body_html", "body_text", "standfirst") if is_list else rows

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        """Find the words in the titles' keys: whatever their case in any script, from an index alone."""
        found = Article.objects.order_by()
        for word in search_term.split():
            found = found.filter(title_key__contains=title_key(word))
        return (queryset.filter(pk__in=found.values("pk")) if search_term else queryset), False

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Save what the editor wrote, and remember that an editor wrote it."""
        obj.write_title(obj.title)
        obj.write_body(obj.body_html)
        obj.edited_at = obj.updated_at = timezone.now()
        if obj.status == Status.PUBLISHED and obj.published_at is None and not change:
            obj.published_at, obj.date_precision = timezone.now(), DatePrecision.MOMENT
        super().save_model(request, obj, form, change)
