"""The archive report at the desk: what was found, how much of each sort, a page of each at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from articles.admin.others import as_number
from articles.models import ArchiveReport, Topic
from articles.reporting.words import findings_about, refused, tell

ROWS_A_PAGE = 50
# As far as a column of whole numbers counts ranks, and farther than anybody reads.
MOST_PAGES = 1_000_000
REFUSED = "refused"

# What each sort is called in a heading, and what can be done about it.
SORTS: dict[str, tuple[Any, Any]] = {
    Topic.LOST: (
        gettext_lazy("Lost articles"),
        gettext_lazy(
            "Stories name them, and the archive lacks them. Once imported, they are linked."
        ),
    ),
    Topic.CONTRADICTED: (
        gettext_lazy("Contradictions"),
        gettext_lazy("What one story says stands beside it, another denies. Neither is followed."),
    ),
    Topic.CIRCLE: (
        gettext_lazy("Circles"),
        gettext_lazy("Stories that lead back to themselves were parted where it is least sure."),
    ),
    Topic.MISDATED: (
        gettext_lazy("Dates out of order"),
        gettext_lazy("Each stands at its date, and not where its neighbours name it."),
    ),
    Topic.SHARED: (
        gettext_lazy("Shared titles"),
        gettext_lazy("Nothing tells which story is meant. Choose it under Neighbours."),
    ),
    Topic.WEAK: (
        gettext_lazy("Weak links"),
        gettext_lazy("Only one of two stories names the other. The order follows them."),
    ),
    Topic.SHORT: (
        gettext_lazy("Shorter than stated"),
        gettext_lazy("Part of the story may be missing."),
    ),
    Topic.LONG: (
        gettext_lazy("Longer than stated"),
        gettext_lazy("The story may be there twice, or another one with it."),
    ),
    Topic.ALIKE: (
        gettext_lazy("Near-duplicates"),
        gettext_lazy("The same post may have been saved twice."),
    ),
    REFUSED: (
        gettext_lazy("Refused documents"),
        gettext_lazy("Mend them, and run import_seeds again."),
    ),
}


@dataclass(frozen=True)
class Row:
    """One line of a page: a sentence, and the stories it is about."""

    sentence: str
    stories: list[Any]


@require_GET
def show_report(request: HttpRequest) -> HttpResponse:
    """Show how much of each sort the last report found."""
    report = ArchiveReport.objects.order_by("-pk").first()
    counts = report.counts if report else {}
    refusals = refused().count()
    sorts = [
        (heading, reverse("desk:findings", args=[sort]), counts.get(sort, 0))
        for sort, (heading, _advice) in SORTS.items()
        if sort != REFUSED
    ]
    sorts.append((SORTS[REFUSED][0], reverse("desk:findings", args=[REFUSED]), refusals))
    return _page(
        request,
        "admin/report/report.html",
        title=_("Archive report"),
        report=report,
        sorts=sorts if report or refusals else [],
    )


@require_GET
def show_findings(request: HttpRequest, sort: str) -> HttpResponse:
    """Show a page of what was found of one sort."""
    if sort not in SORTS:
        raise Http404
    heading, advice = SORTS[sort]
    page = min(max(as_number(request.GET.get("page", "1")), 1), MOST_PAGES)
    rows = _rows(sort, (page - 1) * ROWS_A_PAGE)
    return _page(
        request,
        "admin/report/findings.html",
        title=heading,
        advice=advice,
        rows=rows[:ROWS_A_PAGE],
        earlier=page - 1,
        later=page + 1 if len(rows) > ROWS_A_PAGE else None,
    )


def _rows(sort: str, start: int) -> list[Row]:
    """Return the rows of a page, and one more if another page follows."""
    end = start + ROWS_A_PAGE + 1
    if sort == REFUSED:
        return [Row(document.problem, []) for document in refused()[start:end]]
    found = findings_about(sort).filter(rank__gt=start, rank__lte=end)
    return [Row(told.sentence, told.stories) for told in tell(list(found))]


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, admin.site.each_context(request) | context)
