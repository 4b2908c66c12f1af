"""The queue: what waits for an editor, decided by one key or button each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from articles.admin import waiting
from articles.admin.decisions import decisions_in_order, is_script
from articles.admin.others import as_number
from articles.admin.waiting import Waiting
from articles.deciding import (
    CannotDecide,
    accept_name,
    assign_name,
    choose_entity,
    choose_nobody,
    confirm_quote,
    reject_name,
    reject_quote,
    tell_apart,
)
from articles.models import Decision, Kind

ROWS_ON_OVERVIEW = 8
ROWS_A_PAGE = 20
# Nobody pages further; what is decided makes room for what follows.
MOST_PAGES = 50


@dataclass(frozen=True)
class Section:
    """One sort of thing that waits: what shows its rows from an offset, and what counts them."""

    name: str
    title: Any
    nothing: Any
    show: Callable[[int, int], list[Waiting]]
    count: Callable[[], int]


SECTIONS = [
    Section(
        "names",
        gettext_lazy("New names"),
        gettext_lazy("Every name that stories bear has been decided on."),
        lambda offset, limit: waiting.show_names([*waiting.new_names()[offset : offset + limit]]),
        lambda: waiting.count(waiting.new_names()),
    ),
    Section(
        "choices",
        gettext_lazy("Who is meant?"),
        gettext_lazy("No story bears a name that several have."),
        lambda offset, limit: waiting.show_choices(waiting.shared_sightings(offset, limit)),
        lambda: waiting.bounded(sum(stories for *_name, stories in waiting.shared_names())),
    ),
    Section(
        "pairs",
        gettext_lazy("Likely duplicates"),
        gettext_lazy("No two look like one."),
        lambda offset, limit: waiting.show_pairs(
            waiting.likely_duplicates()[offset : offset + limit]
        ),
        lambda: waiting.count(waiting.likely_duplicates()),
    ),
    Section(
        "quotes",
        gettext_lazy("Unsure quotes"),
        gettext_lazy("Every quote is sure enough for readers, or decided on."),
        lambda offset, limit: waiting.show_quotes(waiting.unsure_quotes()[offset : offset + limit]),
        lambda: waiting.count(waiting.unsure_quotes()),
    ),
]


@require_GET
def show_queue(request: HttpRequest, section: str = "") -> HttpResponse:
    """Show the first of every sort, or a page of one."""
    chosen = [one for one in SECTIONS if section in ("", one.name)]
    if not chosen:
        raise Http404
    page = min(max(as_number(request.GET.get("page", "1")), 1), MOST_PAGES)
    rows = ROWS_A_PAGE if section else ROWS_ON_OVERVIEW
    parts: list[dict[str, Any]] = [
        {
            "section": one,
            "count": one.count(),
            "items": one.show((page - 1) * rows, rows),
            "template": f"admin/queue/_{one.name}.html",
        }
        for one in chosen
    ]
    if section and page > 1 and not parts[0]["items"]:
        return redirect("desk:section", section)  # what stood so far down has been decided on
    context = {
        "title": _("Names to decide on"),
        "parts": parts,
        "section": section,
        "earlier": page - 1,
        "later": page + 1 if section and len(parts[0]["items"]) == rows else None,
        "kinds": Kind.choices,
        "last": decisions_in_order().filter(undone_at=None, made_by=request.user.pk).first(),
    }
    return render(request, "admin/queue/queue.html", admin.site.each_context(request) | context)


@require_POST
def decide(request: HttpRequest, section: str, pk: int) -> HttpResponse:
    """Do what the editor decided on one row, and say so in a sentence."""
    try:
        decision = _decide(request, section, pk)
    except CannotDecide as problem:
        return _answer(request, str(problem), None)
    return _answer(request, decision.summary, decision)


def _decide(request: HttpRequest, section: str, pk: int) -> Decision:
    by: Any = request.user
    entity = as_number(request.POST.get("entity", ""))
    match section, request.POST.get("decision"):
        case "names", "accept":
            kind = request.POST.get("kind", "")
            return accept_name(pk, by, kind if kind in Kind.values else "")
        case "names", "reject":
            return reject_name(pk, by)
        case "names", "other":
            return assign_name(pk, entity, by)
        case "choices", "reject":
            return choose_nobody(pk, by)
        case "choices", _ if entity:
            return choose_entity(pk, entity, by)
        case "pairs", "different":
            return tell_apart(pk, by)
        case "quotes", "accept":
            return confirm_quote(pk, by)
        case "quotes", "other":
            return confirm_quote(pk, by, speaker_id=entity)
        case "quotes", "reject":
            return reject_quote(pk, by)
    raise BadRequest("No such decision.")


def _answer(request: HttpRequest, message: str, decision: Decision | None) -> HttpResponse:
    """Tell what happened: as data to the page that goes on, else on the page that follows."""
    if is_script(request):
        undoing = decision and reverse("desk:undo", args=[decision.pk])
        return JsonResponse({"done": decision is not None, "message": message, "undo": undoing})
    level = messages.SUCCESS if decision else messages.WARNING
    messages.add_message(request, level, message)
    return redirect(way_back(request.POST.get("back", "")))


def way_back(name: str) -> str:
    """Return the page that the decision was made on: "section#names" is one's, else the queue."""
    page, _hash, place = name.partition("#")
    known = place if place in {one.name for one in SECTIONS} else ""
    if page == "section" and known:
        return reverse("desk:section", args=[known])
    return reverse("desk:queue") + (f"#{known}" if known else "")
