"""Stories at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.validators import RegexValidator
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.beside import RefusedLinkInline, RelatedLinkInline
from articles.admin.lists import PublicList, QuickList
from articles.admin.ranked import RankedInline
from articles.admin.searching import holds
from articles.admin.tag import TypedTags
from articles.linking.linking import forget_articles, link_article
from articles.models import (
    Article,
    Byline,
    DatePrecision,
    FormerSlug,
    ImportedDocument,
    MadeBy,
    Neighbour,
    RelatedLink,
    Status,
    Translation,
)
from articles.search.indexing import index_stories
from articles.tasks import announce_later, relate_later

# What HTML's `lang` takes: https://www.rfc-editor.org/rfc/rfc5646#section-2.1
is_language = RegexValidator(
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    _("“%(value)s” is not a language's code. Such are en, ru, be and kk."),
)


class LongText(forms.CharField):
    """Text of several lines, which a browser ends in another way than the one it was given."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class ArticleForm(forms.ModelForm):
    """A story as an editor writes it."""

    tags = TypedTags(
        label=_("Tags"), required=False, help_text=_("Tags, with commas between them.")
    )

    class Meta:
        model = Article
        fields = [
            *("title", "slug", "standfirst", "body_html", "caption", "credit", "tags"),
            *("status", "published_at", "date_precision", "language", "stated_minutes"),
        ]
        field_classes = dict.fromkeys(("standfirst", "body_html", "caption", "credit"), LongText)
        widgets = {"body_html": forms.Textarea(attrs={"rows": 30, "cols": 90})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "language" in self.fields:  # not for those who may only look
            self.fields["language"].validators.append(is_language)

    def clean(self) -> dict[str, Any]:
        """Let a date without a word on its precision be one to the minute, and the reverse be none."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("published_at"):
            cleaned["date_precision"] = DatePrecision.UNKNOWN
        elif not cleaned.get("date_precision"):
            cleaned["date_precision"] = DatePrecision.MOMENT
        return cleaned


class DateFilter(admin.SimpleListFilter):
    """Whether the day a story appeared is known."""

    title = _("date")
    parameter_name = "date"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("known", _("known")), ("unknown", _("unknown"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if self.value() == "unknown":
            # Every status by name, or the index that begins with it is of no use.
            return queryset.filter(published_at=None, status__in=Status.values)
        return queryset.exclude(published_at=None) if self.value() == "known" else queryset


class BylineInline(RankedInline):
    model = Byline
    fields = ["place", "name", "person"]
    autocomplete_fields = ["person"]


@admin.register(Article)
class ArticleAdmin(PublicList):
    """Find a story, change it, see it."""

    form = ArticleForm
    list_display = [
        *("title", "status", "published_at", "language", "word_count", "edited_at", "page_link")
    ]
    list_filter = ["status", DateFilter]
    ordering = ["-position"]
    search_fields = ["title_key"]
    search_help_text = _("Words of the title, in any order.")
    prepopulated_fields = {"slug": ["title"]}
    inlines = [BylineInline, RelatedLinkInline, RefusedLinkInline]
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

    def holding(self, word: str) -> Q:
        """Find the word in the titles' keys, from their index alone: the rows are long."""
        found = Article.objects.filter(holds("title_key", word))
        return Q(pk__in=found.values("pk"))

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Save what the editor wrote, with what follows from it."""
        changed = set(form.changed_data)
        before = obj.body_text
        if "title" in changed:
            obj.write_title(obj.title)
        if "body_html" in changed:
            obj.write_body(obj.body_html)
        if obj.status == Status.PUBLISHED and "status" in changed and _is_news(obj):
            obj.published_at, obj.date_precision = timezone.now(), DatePrecision.MOMENT
            changed.add("published_at")
        if obj.published_at is not None and "published_at" in changed:
            obj.position = Article.objects.free_position(obj.published_at)
            obj.not_before = obj.not_after = None
        super().save_model(request, obj, form, change)
        if "slug" in changed:
            _lead_on(obj, form.initial.get("slug", ""))
        if "title" in changed:
            tie_title(obj)
        if "body_html" in changed or "language" in changed:
            link_article(obj, before)
            index_stories([obj.pk])  # its names have changed since it was saved

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        forget_articles([obj.pk])
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        forget_articles(queryset.values_list("pk", flat=True))
        super().delete_queryset(request, queryset)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Remember that an editor changed the story, or what hangs on it, so that no import does."""
        super().save_related(request, form, formsets, change)
        if any(part.has_changed() for part in (form, *formsets)):
            now = timezone.now()
            Article.objects.filter(pk=form.instance.pk).update(edited_at=now, updated_at=now)
            relate_later(form.instance)
            announce_later(form.instance)


def _lead_on(article: Article, slug: str) -> None:
    """Let the address that the story had, if it had one, lead to it, and its new one to no other."""
    FormerSlug.objects.filter(slug=article.slug).delete()
    if slug:
        FormerSlug.objects.update_or_create(slug=slug, defaults={"article": article})


def _is_news(article: Article) -> bool:
    """Tell whether a story without a date is new, not one of the archive that nobody knows the date of."""
    if article.published_at is not None or article.pk is None:
        return article.published_at is None
    return not ImportedDocument.objects.filter(article=article).exists()


def tie_title(article: Article) -> None:
    """Tie to the story what names its title and is tied to none, unless another has the title too."""
    if Article.objects.filter(title_key=article.title_key).count() > 1:
        return
    for rows in (
        Neighbour.objects.all(),
        RelatedLink.objects.filter(made_by=MadeBy.ARCHIVE),
        Translation.objects.all(),
    ):
        named: QuerySet[Any] = rows.filter(title_key=article.title_key, other=None)
        named.exclude(article=article).update(other=article)


@admin.register(Byline)
class BylineAdmin(QuickList):
    """Who wrote a story."""

    list_display = ["name", "person", "article"]
    list_select_related = ["person", "article"]
    ordering = ["-pk"]
    search_fields = ["name"]
    autocomplete_fields = ["article", "person"]
