"""The desk's own pages beside the admin's lists and forms."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path

from articles.admin import decisions, merging, others, queue, report, splitting

View = Callable[..., HttpResponseBase]


def at_desk(view: View, permission: str = "articles.change_entity") -> View:
    """Let in who has a permission, at first those who may change people, organizations and events.

    Who has not signed in is asked to.
    """

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(permission):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return admin.site.admin_view(checked)


def to_be_read(view: View) -> View:
    """Let in who may see stories, drafts among them."""
    return at_desk(view, "articles.view_article")


app_name = "desk"
urlpatterns = [
    path("report/", to_be_read(report.show_report), name="report"),
    path("report/<slug:sort>/", to_be_read(report.show_findings), name="findings"),
    path("queue/", at_desk(queue.show_queue), name="queue"),
    path("queue/decisions/", at_desk(decisions.show_decisions), name="decisions"),
    path("queue/decisions/<int:pk>/undo/", at_desk(decisions.undo_decision), name="undo"),
    path("queue/merge/<int:pk>/", at_desk(merging.choose_other), name="merge_with"),
    path("queue/merge/<int:pk>/into/", at_desk(merging.show_chosen), name="merge_into"),
    path("queue/merge/<int:pk>/<int:other>/", at_desk(merging.merge_two), name="merge"),
    path("queue/split/<int:pk>/", at_desk(splitting.split_off), name="split"),
    path("queue/<slug:section>/", at_desk(queue.show_queue), name="section"),
    path("queue/<slug:section>/<int:pk>/", at_desk(queue.decide), name="decide"),
    path("queue/<slug:section>/<int:pk>/other/", at_desk(others.find_other), name="other"),
]
