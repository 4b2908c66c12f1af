"""The public pages. Each finds, asks and renders; what it finds begins with published()."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString, mark_safe
from taggit.models import Tag

from articles.calendar import SECONDS_REMEMBERED, calendar, month_bounds, months_beside
from articles.models import Article, Entity
from articles.models.entity import OfOneKind
from articles.paging import paginate
from articles.story_page import StoryPage, preview_page, published_page
from articles.veil import Veil, veil_over

# Stories


def home(request: HttpRequest) -> HttpResponse:
    """Show the latest stories."""
    rows = Article.objects.published().for_cards()
    page = paginate(request, rows, "-position", "articles")
    return _show_list(request, "articles/home.html", {"page": page, "section": "home"})


def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one story with everything that belongs to it."""
    is_editor = _is_editor(request)
    page = find_page(slug, is_editor)
    context = {
        **vars(page),
        "is_preview": not page.article.is_published(),
        "edit_url": _edit_url(page.article) if is_editor else "",
    }
    response = _show(request, "articles/article_detail.html", context, page.veil)
    if is_editor:
        # No cache between the desk and the site may keep this one for readers.
        patch_cache_control(response, private=True)
    return response


def find_page(slug: str, is_editor: bool) -> StoryPage:
    """Return the page of the story at `slug` that this visitor may see, or raise `Http404`.

    Readers see what is published; staff who may see articles in the admin see drafts too.
    """
    page = preview_page(slug) if is_editor else published_page(slug)
    if page is None:
        raise Http404(f"There is no story at {slug}.")
    return page


# The archive and tags


def archive(request: HttpRequest) -> HttpResponse:
    """Show every story in order, and the months they appeared in."""
    rows = Article.objects.published().for_cards()
    context = {
        "page": paginate(request, rows, "-position", "articles"),
        "years": _years,
        "section": "archive",
    }
    return _show_list(request, "articles/archive.html", context)


def _years() -> SafeString:
    """Return the markup of all years and months, at most a minute old."""
    known: SafeString | None = cache.get("years")
    if known is None:
        # Safe: it is a template's.
        known = mark_safe(render_to_string("articles/_years.html", {"calendar": calendar()}))
        cache.set("years", known, SECONDS_REMEMBERED)
    return known


def archive_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show the stories of one month."""
    if not (1 <= year < 9999 and 1 <= month <= 12):
        raise Http404(f"There is no month {month} of a year {year}.")
    rows = Article.objects.published().dated_between(*month_bounds(year, month)).for_cards()
    page = paginate(request, rows, "-position", f"month:{year}-{month}")
    first_day = date(year, month, 1)
    if not page.object_list:
        raise Http404(f"No story of {first_day:%B %Y} is in the archive.")
    previous_month, next_month = months_beside(first_day)
    context = {
        "month": first_day,
        "page": page,
        "previous_month": previous_month,
        "next_month": next_month,
        "section": "archive",
    }
    return _show_list(request, "articles/archive_month.html", context)


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the stories that bear a tag."""
    found = get_object_or_404(Tag, slug=slug)
    rows = Article.objects.published().tagged(found.slug).for_cards()
    page = paginate(request, rows, "-position", f"tag:{found.pk}")
    if not page.object_list:
        raise Http404(f"No published story bears the tag {slug}.")
    return _show_list(request, "articles/tag.html", {"tag": found, "page": page})


# People, organizations and events


def entity_list(request: HttpRequest, model: type[OfOneKind]) -> HttpResponse:
    """Show everybody, or everything, of one kind that published stories mention."""
    rows = model.objects.published().with_story_counts()
    context = {
        "page": paginate(request, rows, "slug", f"{model.KIND}:index"),
        "heading": str(model._meta.verbose_name_plural).capitalize(),
        "section": f"{model.KIND}_list",
    }
    return _show(request, "articles/entity_list.html", context, veil_over([]))


def entity_detail(request: HttpRequest, slug: str, model: type[OfOneKind]) -> HttpResponse:
    """Show one person, organization or event, and the stories about it."""
    entity = get_object_or_404(model.objects.published().select_related("parent"), slug=slug)
    rows = Article.objects.published().about(entity).for_cards()
    context = {
        "entity": entity,
        "parent": _published_parent(entity),
        "aliases": _other_names(entity),
        "page": paginate(request, rows, "-position", f"entity:{entity.pk}"),
        "section": f"{model.KIND}_list",
    }
    return _show_list(request, "articles/entity_detail.html", context)


# For machines


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer "ok" if the site and its database work."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


# What the views share


def _show(request: HttpRequest, template: str, context: dict[str, Any], veil: Veil) -> HttpResponse:
    """Answer with a page on which nobody who is protected has a name."""
    return HttpResponse(veil.over(render_to_string(template, context, request)))


def _show_list(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Answer with a page of stories, under their veil."""
    stories = [story.pk for story in context["page"]]
    return _show(request, template, context, veil_over(stories))


def _is_editor(request: HttpRequest) -> bool:
    """Tell whether a signed-in editor asks, without a query for a reader who never signed in."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    user: Any = request.user
    return bool(user.is_active and user.is_staff and user.has_perm("articles.view_article"))


def _edit_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def _published_parent(entity: Entity) -> Entity | None:
    if entity.parent_id is None:
        return None
    return Entity.objects.published().filter(pk=entity.parent_id).first()


def _other_names(entity: Entity) -> list[str]:
    return [alias.name for alias in entity.aliases.order_by("name") if alias.name != entity.name]
