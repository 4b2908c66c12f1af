"""Finding somebody else: the entity that a name, a quote or a place in a story is given to."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from articles.models import Entity, Kind, NewName, Quote, Sighting

MOST_FOUND = 10


@require_GET
def find_other(request: HttpRequest, section: str, pk: int) -> HttpResponse:
    """Offer entities by a part of any of their names; choosing one decides on the row."""
    what, kind, words = _asked(request, section, pk)
    context = {
        "title": what,
        "found": find(request, words, kind),
        "words": words,
        "kind": kind,
        "action": reverse("desk:decide", args=[section, pk]),
        "back": f"queue#{section}",
    }
    return render(request, "admin/queue/other.html", admin.site.each_context(request) | context)


def _asked(request: HttpRequest, section: str, pk: int) -> tuple[str, str, str]:
    """Return the question, the kind to look among, and the words looked for, at first the name itself."""
    match section:
        case "names":
            name = get_object_or_404(NewName, pk=pk)
            asked, kind = name.name, request.GET.get("kind") or name.kind
            question = _("Whose name is “%s”?")
        case "choices":
            sighting = get_object_or_404(Sighting, pk=pk)
            asked, kind = sighting.name, sighting.kind
            question = _("Who is meant by “%s”?")
        case "quotes":
            quote = get_object_or_404(Quote, pk=pk)
            asked, kind = quote.speaker_text, ""
            question = _("Who said it, if not “%s”?") if asked else _("Who said it?%s")
        case _:
            raise Http404
    surname = asked.split()[-1] if asked else ""
    kind = kind if kind in Kind.values else ""
    return question % asked, kind, request.GET.get("q", surname)


def find(request: HttpRequest, words: str, kind: str, but: int = 0) -> list[Entity]:
    """Return the first entities of a kind, any if "", found as the desk's lists find them."""
    if not words.split():
        return []
    desk: Any = admin.site.get_model_admin(Entity)
    rows = Entity.objects.filter(kind=kind) if kind else Entity.objects.all()
    found, _doubled = desk.get_search_results(request, rows.exclude(pk=but), words)
    return list(found.order_by("kind", "slug")[:MOST_FOUND])


def as_number(text: str) -> int:
    """Return the number that was sent, 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
