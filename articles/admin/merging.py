"""Merging at the desk: whom with, what becomes of it, and then at once."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from articles.admin.others import as_number, find
from articles.admin.queue import way_back
from articles.deciding import CannotDecide, merge
from articles.deciding.facts import facts_gained
from articles.models import Entity, LikelyDuplicate

COUNTED = [
    ("aliases", gettext_lazy("names")),
    ("mentions", gettext_lazy("mentions")),
    ("quotes", gettext_lazy("quotes")),
    ("roles", gettext_lazy("roles")),
    ("role_holders", gettext_lazy("holders of a role")),
    ("bylines", gettext_lazy("bylines")),
    ("parts", gettext_lazy("parts")),
    ("former_addresses", gettext_lazy("former addresses")),
]


@require_GET
def choose_other(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whom an entity is to be merged with."""
    entity = get_object_or_404(Entity, pk=pk)
    words = request.GET.get("q", entity.name.split()[-1])
    context = {
        "title": _("Merge %s with …") % entity,
        "entity": entity,
        "words": words,
        "found": find(request, words, entity.kind, but=entity.pk),
    }
    return render(
        request, "admin/queue/merge_with.html", admin.site.each_context(request) | context
    )


@require_GET
def show_chosen(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead on to the preview with the one that was chosen."""
    other = get_object_or_404(Entity, pk=as_number(request.GET.get("other", "")))
    return redirect("desk:merge", pk, other.pk)


@require_http_methods(["GET", "POST"])
def merge_two(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Show what becomes of two when they are one; on POST make them one."""
    entities = list(Entity.objects.filter(pk__in={pk, other}).order_by("pk"))
    if len(entities) < 2:
        messages.warning(request, _("One of the two is not there any more."))
        return redirect("desk:queue")
    if request.method == "POST":
        return _merge(request, entities)
    kept = next(one for one in entities if one.pk == _kept(request, entities))
    lost = next(one for one in entities if one is not kept)
    context = {
        "title": _("Merge %(lost)s into %(kept)s") % {"lost": lost, "kept": kept},
        "kept": kept,
        "lost": lost,
        "counts": _counts(kept, lost),
        "gained": _gained(kept, lost),
        "told_apart": _told_apart(kept, lost),
        "same_kind": kept.kind == lost.kind,
        "back": request.GET.get("back", ""),
        "back_url": _where_it_began(request.GET.get("back", ""), kept),
    }
    return render(request, "admin/queue/merge.html", admin.site.each_context(request) | context)


def _merge(request: HttpRequest, entities: list[Entity]) -> HttpResponse:
    by: Any = request.user
    keys = {str(one.pk): one.pk for one in entities}
    kept = keys.pop(request.POST.get("kept", ""), 0)
    try:
        decision = merge(kept, next(iter(keys.values())), by)
    except CannotDecide as problem:
        messages.warning(request, str(problem))
        return redirect("desk:queue")
    messages.success(request, _("%s. It can be undone among the decisions.") % decision.summary)
    return redirect(_where_it_began(request.POST.get("back", ""), Entity.objects.get(pk=kept)))


def _where_it_began(back: str, entity: Entity) -> str:
    """Return the place in the queue that the editor came from, else the entity's own form."""
    return way_back(back) if back else change_url(entity)


def _kept(request: HttpRequest, entities: list[Entity]) -> int:
    """Return which of the two keeps its name: the one asked for, else the one with more mentions."""
    asked = {str(one.pk): one.pk for one in entities}.get(request.GET.get("kept", ""))
    return asked or max(entities, key=lambda one: (one.mentions.count(), -one.pk)).pk


def _counts(kept: Entity, lost: Entity) -> list[dict[str, Any]]:
    """Return how many rows of each sort hang on either."""
    rows = [
        {
            "name": name,
            "kept": getattr(kept, field).count(),
            "lost": getattr(lost, field).count(),
        }
        for field, name in COUNTED
    ]
    return [row for row in rows if row["kept"] or row["lost"]]


def _gained(kept: Entity, lost: Entity) -> list[tuple[str, Any]]:
    """Return the facts that come from the lost one, with their names as the form has them."""
    fields = {field.attname: field.verbose_name for field in Entity._meta.concrete_fields}
    gained = facts_gained(kept, lost)
    gained.pop("made_by_import", None)
    if "parent_id" in gained:
        gained["parent_id"] = Entity.objects.filter(pk=gained["parent_id"]).first()
    return [(str(fields[name]), value) for name, value in gained.items()]


def _told_apart(kept: Entity, lost: Entity) -> bool:
    both = Q(first=kept, second=lost) | Q(first=lost, second=kept)
    return LikelyDuplicate.objects.filter(both, different=True).exists()


def change_url(entity: Entity) -> str:
    """Return the address of the form of an entity's own kind."""
    return reverse(f"admin:articles_{entity.kind}_change", args=[entity.pk])
