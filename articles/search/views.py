"""The search page, and the suggestions while one types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from articles.search import page


def search(request: HttpRequest) -> HttpResponse:
    """Show the stories that hold the words of `?q=`, and who is called so."""
    made = page.search(request)
    html = render_to_string("articles/search.html", {"search": made, "section": "search"}, request)
    return HttpResponse(made.veil.over(html))


def suggestions(request: HttpRequest) -> JsonResponse:
    """Answer with what the unfinished words of `?q=` may lead to."""
    return JsonResponse(page.suggestions(request.GET.get("q", "")))
