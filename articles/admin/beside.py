"""What stands beside a story, at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Max, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.lists import QuickList
from articles.admin.ranked import RankedForm, RankedInline
from articles.admin.searching import holds
from articles.models import Article, MadeBy, Neighbour, RelatedLink, Translation
from articles.readers import title_key
from articles.tasks import relate_later


class BesideForm(forms.ModelForm):
    """One story beside another, which is not itself."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        article = cleaned.get("article") or self.instance.article_id and self.instance.article
        if article and article.pk and article == cleaned.get("other"):
            self.add_error("other", _("A story does not stand beside itself."))
        return cleaned


class TitledList(QuickList):
    """Rows that name a story by its title, and find it by the title's key."""

    form = BesideForm
    list_select_related = ["article", "other"]
    ordering = ["-pk"]
    search_fields = ["title_key"]
    autocomplete_fields = ["article", "other"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.title_key = title_key(obj.title)
        super().save_model(request, obj, form, change)


@admin.register(Neighbour)
class NeighbourAdmin(TitledList):
    """What the source said stood before or after a story."""

    list_display = ["title", "direction", "article", "other"]
    list_filter = ["direction", ("other", admin.EmptyFieldListFilter)]


class TranslationForm(BesideForm):
    address = forms.URLField(
        label=gettext_lazy("address"), max_length=1000, required=False, assume_scheme="https"
    )


@admin.register(Translation)
class TranslationAdmin(TitledList):
    """A story in another language."""

    form = TranslationForm
    list_display = ["__str__", "language", "article", "other"]
    list_filter = [("other", admin.EmptyFieldListFilter)]


@admin.register(RelatedLink)
class RelatedLinkAdmin(TitledList):
    """One story beside another."""

    list_display = ["__str__", "article", "other", "made_by", "score"]
    list_filter = ["made_by", ("other", admin.EmptyFieldListFilter)]
    readonly_fields = ["score", "reasons"]  # a rule's words on what it found
    actions = ["put_first", "leave_out"]

    def save_model(self, request: HttpRequest, obj: RelatedLink, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        relate_later(obj.article)

    @admin.action(description=gettext_lazy("Let the stories chosen stand first"))
    def put_first(self, request: HttpRequest, links: QuerySet[RelatedLink]) -> None:
        """Keep the links as an editor's own, behind those that are there."""
        self._say(links, MadeBy.EDITOR)

    @admin.action(description=gettext_lazy("Leave the stories chosen out, for ever"))
    def leave_out(self, request: HttpRequest, links: QuerySet[RelatedLink]) -> None:
        """Keep that these stories do not stand beside each other."""
        self._say(links, MadeBy.REFUSED)

    def _say(self, links: QuerySet[RelatedLink], word: MadeBy) -> None:
        """Have an editor say of the stories linked that they belong together, or that they do not."""
        for link in links.exclude(other=None).select_related("article").order_by("rank"):
            said = RelatedLink.objects.filter(
                article=link.article, made_by__in=[MadeBy.EDITOR, MadeBy.REFUSED]
            )
            said.filter(other=link.other).exclude(made_by=word).delete()
            if not said.filter(other=link.other).exists():
                last = said.filter(made_by=word).aggregate(last=Max("rank"))["last"]
                rank = 0 if last is None else last + 1
                RelatedLink.objects.create(
                    article=link.article, other=link.other, made_by=word, rank=rank
                )
            relate_later(link.article)

    def holding(self, word: str) -> Q:
        """Find the word in the title that the source named, or in that of the story it stands beside."""
        titled = Article.objects.filter(holds("title_key", word))
        return super().holding(word) | Q(article__in=titled.values("pk"))


class ChosenForm(BesideForm, RankedForm):
    """A related story that an editor chose."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].required = True


class RelatedLinkInline(RankedInline):
    """The related stories an editor chose; those of the archive and of rules are not shown here."""

    model = RelatedLink
    form = ChosenForm
    fk_name = "article"
    fields = ["place", "other"]
    autocomplete_fields = ["other"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelatedLink]:
        return super().get_queryset(request).filter(made_by=MadeBy.EDITOR)


class RefusedForm(ChosenForm):
    """A story that an editor left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.made_by = MadeBy.REFUSED


class RefusedLinkInline(RelatedLinkInline):
    """The stories that never stand beside this one, whoever else names them."""

    form = RefusedForm
    verbose_name = gettext_lazy("story left out")
    verbose_name_plural = gettext_lazy("stories left out")
    fields = ["other"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelatedLink]:
        return RankedInline.get_queryset(self, request).filter(made_by=MadeBy.REFUSED)
