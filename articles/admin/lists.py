"""What all lists of the desk share: they stay quick however long the table is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import (
    Exists,
    OuterRef,
    ProtectedError,
    Q,
    QuerySet,
    RestrictedError,
    Subquery,
)
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.deleting import what_goes
from articles.admin.searching import holds_one
from articles.models import Article

# Nobody pages further than this; the search box is quicker. In rows.
MOST_ROWS_COUNTED = 1_000

# What no list shows of a story.
LONG_TEXTS = ("body_html", "body_text", "standfirst", "lead")


class AtLeast(int):
    """A count that went no further, and says so where it is shown: 1000+."""

    def __str__(self) -> str:
        return f"{int(self)}+"


class BoundedPaginator(Paginator):
    """Count no further than an editor would page, so that a list costs the same on any table."""

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        if not isinstance(rows, QuerySet):
            return len(rows)
        count = rows.order_by()[: MOST_ROWS_COUNTED + 1].values("pk").count()
        return count if count <= MOST_ROWS_COUNTED else AtLeast(MOST_ROWS_COUNTED)


class QuickList(admin.ModelAdmin):
    """A list with bounded counts, that asks for no total of the whole table."""

    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # each is a count of the whole table
    # Each list has one order, that of an index; a click on a heading cannot sort a whole table.
    sortable_by = ()
    list_per_page = 50
    list_max_show_all = 200

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave the long texts of stories out of lists."""
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.defer(*self._long_texts()) if _is_list(request) else rows

    def _long_texts(self) -> list[str]:
        if self.model is Article:
            return [*LONG_TEXTS]
        joined = self.list_select_related
        return [
            f"{name}__{text}"
            for name in (joined if isinstance(joined, Sequence) else ())
            if self.opts.get_field(name).related_model is Article
            for text in LONG_TEXTS
        ]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find the rows that hold every word, in any case; look once for the count and the page."""
        words = search_term.split()
        if not words or not self.search_fields:
            return queryset, False
        found = queryset
        for word in words:
            found = found.filter(self.holding(word))
        first = found.order_by(*self.get_ordering(request)).values_list("pk", flat=True)
        return queryset.filter(pk__in=list(first[: MOST_ROWS_COUNTED + 1])), False

    def holding(self, word: str) -> Q:
        """Return the condition that a row holds `word`."""
        return holds_one([*self.search_fields], word)

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        """Let “select all” be as many as the list counts, and no more than the page says."""
        if request.POST.get("select_across", "0") != "0":
            shown = queryset.order_by(*self.get_ordering(request)).values("pk")
            queryset = queryset.filter(pk__in=shown[:MOST_ROWS_COUNTED])
        return super().response_action(request, queryset)

    def get_deleted_objects(
        self, objs: QuerySet[Any] | Sequence[Any], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
        """Say how many rows go with `objs`, without loading them."""
        try:
            return *what_goes(objs, request, self.admin_site), []
        except (ProtectedError, RestrictedError):  # the admin's own answer names what is in the way
            return super().get_deleted_objects(objs, request)


class PublicList(QuickList):
    """A list of what has a public page, which is one click away."""

    @admin.display(description=_("page"))
    def page_link(self, obj: Any) -> str:
        """Return the link to the public page, "" where there is none."""
        url = self.public_url(obj)
        return format_html('<a href="{}">{}</a>', url, gettext("View")) if url else ""

    def view_on_site(self, obj: Any) -> str | None:
        """Return the address itself, where the admin would ask two tables and redirect to it."""
        return self.public_url(obj)

    def public_url(self, obj: Any) -> str | None:
        """Return the address of the row's public page, if it has one."""
        url: str = obj.get_absolute_url()
        return url


def any_published(rows: QuerySet[Any], story: str) -> Subquery:
    """Return the expression that one of `rows`, if their field `story` leads to what readers may see.

    It is asked for one page of a list, story by story. Of `{story}__in=…published()` SQLite would read
    the whole list first, and of an Exists() around it PostgreSQL would, for each row of the table.
    """
    may_see = Exists(Article.objects.published().filter(pk=OuterRef(story)))
    return Subquery(rows.filter(may_see).values("pk")[:1])


def _is_list(request: HttpRequest) -> bool:
    name = (request.resolver_match and request.resolver_match.url_name) or ""
    return name == "autocomplete" or name.endswith("_changelist")
