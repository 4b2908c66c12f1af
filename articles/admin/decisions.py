"""What was decided at the desk, newest first, and how it is undone."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.admin.others import as_number
from articles.deciding import CannotDecide, undo
from articles.models import Decision

DECISIONS_A_PAGE = 50


@require_GET
def show_decisions(request: HttpRequest) -> HttpResponse:
    """Show what was decided, newest first, each with its undoing."""
    rows = decisions_in_order()
    before = as_number(request.GET.get("before", ""))
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: DECISIONS_A_PAGE + 1])
    shown = found[:DECISIONS_A_PAGE]
    context = {
        "title": _("Decisions"),
        "decisions": shown,
        "before": before,
        "older": shown[-1].pk if len(found) > len(shown) else None,
    }
    return render(request, "admin/queue/decisions.html", admin.site.each_context(request) | context)


def decisions_in_order() -> Any:
    """Return all decisions, newest first, without what undoes them, which is long."""
    return Decision.objects.select_related("made_by").defer("before").order_by("-pk")


@require_POST
def undo_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo one decision, and say so; who goes on is led to the row that waits again."""
    row = ""
    try:
        decision = undo(pk)
    except CannotDecide as problem:
        done, message = False, str(problem)
    else:
        done, message = True, _("Undone: %s") % decision.summary
        row = row_of(decision)
    if is_script(request):
        return JsonResponse({"done": done, "message": message, "undo": None, "row": row})
    messages.add_message(request, messages.SUCCESS if done else messages.WARNING, message)
    if request.POST.get("back") == "decisions":
        return redirect(_decisions_page(request) + f"#decision-{pk}")
    return redirect(reverse("desk:queue") + (f"#{row}" if row else ""))


def is_script(request: HttpRequest) -> bool:
    """Tell whether a page that goes on asks, not a browser that shows what it gets."""
    return request.headers.get("Accept", "").startswith("application/json")


def row_of(decision: Decision) -> str:
    """Return the name that the queue's pages give the row decided on: "names-12"; "" if there is none."""
    match decision.before:
        case {"name": [{"pk": pk}]}:
            return f"names-{pk}"
        case {"sighting": pk}:
            return f"choices-{pk}"
        case {"quote": pk}:
            return f"quotes-{pk}"
        case {"pair": pk}:
            return f"pairs-{pk}"
        case {"lost": [{"pk": lost}], "kept": kept, "pairs": pairs}:
            return next((f"pairs-{one['pk']}" for one in pairs if _is_of(one, lost, kept)), "")
    return ""


def _is_of(pair: dict[str, Any], *entities: int) -> bool:
    return {pair["fields"]["first"], pair["fields"]["second"]} == set(entities)


def _decisions_page(request: HttpRequest) -> str:
    before = as_number(request.POST.get("before", ""))
    return reverse("desk:decisions") + (f"?before={before}" if before else "")
