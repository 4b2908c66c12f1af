"""Tags at the desk: typed under a story, and a list of their own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from taggit.forms import TagWidget
from taggit.models import Tag
from taggit.utils import parse_tags

from articles.admin.lists import PublicList, any_published
from articles.models import Tagging

LONGEST_TAG = Tag._meta.get_field("name").max_length


class TypedTags(forms.CharField):
    """Tags as an editor types them: `Yuri Gagarin, Vostok`. taggit's own field makes two of the first.

    A tag that is there already is taken whatever the case it is typed in, in any script.
    """

    widget = TagWidget

    def clean(self, value: Any) -> list[Any]:
        typed = {name.casefold(): name for name in parse_tags(f"{super().clean(value)},")}
        for name in typed.values():
            if len(name) > LONGEST_TAG:
                raise forms.ValidationError(
                    _("A tag has at most %(most)d characters, but “%(name)s” has %(length)d.")
                    % {"most": LONGEST_TAG, "name": name, "length": len(name)}
                )
            if not _slug(name):
                raise forms.ValidationError(
                    _("The tag “%(name)s” has no letter or digit, so its page had no address.")
                    % {"name": name}
                )
        return [_known(name) or name for name in typed.values()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            names = {str(tag) for tag in self.clean(data)}
        except forms.ValidationError:
            return True
        return names != {tag.name for tag in initial or []}


def _known(name: str) -> Any:
    """Return the tag with this name, if there is one."""
    rows = Tag.objects.filter(Q(name__iexact=name) | Q(slug=_slug(name))).order_by("pk")
    found = [tag for tag in rows if tag.name.casefold() == name.casefold()]
    return next((tag for tag in found if tag.name == name), found[0] if found else None)


def _slug(name: str) -> str:
    return slugify(name, allow_unicode=True)


# taggit's own list shows rows of a table that is not used here, and merges what is in that alone.
admin.site.unregister(Tag)


@admin.register(Tag)
class TagAdmin(PublicList):
    """What stories are found by."""

    list_display = ["name", "slug", "page_link"]
    ordering = ["name"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Tell of each tag whether a reader finds a story under it."""
        taggings = Tagging.objects.filter(tag=OuterRef("pk"))
        has_page = any_published(taggings, "content_object")
        rows: QuerySet[Any] = super().get_queryset(request).annotate(has_page=has_page)
        return rows

    def public_url(self, obj: Any) -> str | None:
        return reverse("tag", args=[obj.slug]) if obj.has_page else None
