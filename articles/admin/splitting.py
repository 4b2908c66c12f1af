"""Splitting a name off at the desk: what goes along, and then at once."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.admin.merging import change_url
from articles.deciding import CannotDecide, split
from articles.deciding.splitting import what_parts
from articles.models import Alias, Entity


@require_http_methods(["GET", "POST"])
def split_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what goes along with a name that becomes an entity of its own; on POST split it off."""
    alias = get_object_or_404(Alias.objects.select_related("entity"), pk=pk)
    try:
        if request.method == "POST":
            return _split(request, alias)
        parting = what_parts(alias)
    except CannotDecide as problem:
        messages.warning(request, str(problem))
        return redirect(change_url(alias.entity))
    context = {
        "title": _("Split “%(name)s” off %(entity)s") % {"name": alias, "entity": alias.entity},
        "alias": alias,
        "entity": alias.entity,
        "parting": parting,
        "others": [name for name in parting.names if name.pk != alias.pk],
        "stays_alike": alias.entity.aliases.filter(key=alias.key).count() > len(parting.names),
    }
    return render(request, "admin/queue/split.html", admin.site.each_context(request) | context)


def _split(request: HttpRequest, alias: Alias) -> HttpResponse:
    by: Any = request.user
    decision = split(alias.pk, by)
    messages.success(request, _("%s. It can be undone among the decisions.") % decision.summary)
    return redirect(change_url(Entity.objects.get(aliases__pk=alias.pk)))
