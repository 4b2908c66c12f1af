"""The public pages. Each finds, asks and renders; what it finds begins with published()."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString, mark_safe
from taggit.models import Tag

from articles.calendar import SECONDS_REMEMBERED, calendar, month_bounds, months_beside
from articles.coverage import coverage_of
from articles.entity_index import (
    LONGEST_QUESTION,
    MOST_FOUND,
    called,
    index_name,
    letters,
    under_letter,
)
from articles.entity_page import (
    LATEST_STORIES,
    places_in,
    quotes_in,
    step_in,
    stories_with_quotes,
    stretches,
    told_of,
)
from articles.front import in_the_news
from articles.models import Article, Entity, Event, Kind, Person
from articles.models.entity import OfOneKind
from articles.paging import Page, paginate
from articles.story_page import StoryPage, preview_page, published_page
from articles.structured import as_script, entity_nodes, story_nodes
from articles.veil import Veil, veil_over

# Stories


def home(request: HttpRequest) -> HttpResponse:
    """Show the latest stories, and on the first page who and what is in the news."""
    rows = Article.objects.published().for_cards()
    page = paginate(request, rows, "-position", "articles")
    news = in_the_news() if page.number == 1 else None
    return _show_list(
        request, "articles/home.html", {"page": page, "news": news, "section": "home"}
    )


def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one story with everything that belongs to it."""
    is_editor = _is_editor(request)
    page = find_page(slug, is_editor)
    is_preview = not page.article.is_published()
    context = {
        **vars(page),
        "is_preview": is_preview,
        "structured": "" if is_preview else as_script(story_nodes(page), page.veil),
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
    """Show everybody, or everything, of one kind that published stories mention.

    `?letter=` keeps those of a letter, `?q=` those who are called so.
    """
    asked = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST_QUESTION]
    letter = request.GET.get("letter", "").replace("\0", "")[:1]
    if asked:
        found = called(model, asked).with_story_counts().order_by("slug")[: MOST_FOUND + 1]
        page, known = Page(list(found[:MOST_FOUND]), 1, 1, request), []
    else:
        known = letters(model)
        rows = under_letter(model, letter) if letter else model.objects.published()
        page = paginate(request, rows.with_story_counts(), "slug", index_name(model, letter))
    context = {
        "page": page,
        "asked": asked,
        "letter": letter,
        "letters": known,
        "heading": str(model._meta.verbose_name_plural).capitalize(),
        "section": f"{model.KIND}_list",
    }
    return _show(request, "articles/entity_list.html", context, veil_over([]))


def entity_detail(request: HttpRequest, slug: str, model: type[OfOneKind]) -> HttpResponse:
    """Show one person, organization or event, and the stories about it."""
    entity = find_entity(slug, model)
    if entity.get_absolute_url() != request.path:
        return HttpResponsePermanentRedirect(entity.get_absolute_url())
    rows = Article.objects.published().about(entity).for_cards()
    page = paginate(request, rows, "-position", f"entity:{entity.pk}")
    told = told_of(entity) if page.number == 1 else None
    veil = veil_over(story.slug for story in [*page, *(told.stories if told else [])])
    context = {
        "entity": entity,
        "structured": ""
        if entity.is_kept_from_search
        else as_script(entity_nodes(entity, told), veil),
        "told": told,
        "coverage": coverage_of(entity) if told else None,
        "latest_stories": LATEST_STORIES,
        "page": page,
        "stretches": stretches(page, entity),
        "places": places_in(entity, page) if entity.kind == Kind.EVENT else None,
        "section": f"{model.KIND}_list",
    }
    return unindexed(entity, _show(request, "articles/entity_detail.html", context, veil))


def event_step(request: HttpRequest, slug: str, story: str, way: str) -> HttpResponse:
    """Lead from a story to the one before or after it on an event, or to the event where there is none.

    Which one that is is looked for when somebody asks: a story's page, which has the links, never does.
    """
    event = find_entity(slug, Event)
    here = get_object_or_404(Article.objects.published(), slug=story)
    found = step_in(event, here, way)
    return HttpResponseRedirect((found or event).get_absolute_url())


def person_quotes(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a person said, by date, with the stories that it stands in."""
    person = find_entity(slug, Person)
    address = reverse("person_quotes", args=[person.slug])
    if person.kind != Kind.PERSON or address != request.path:
        return HttpResponsePermanentRedirect(person.get_absolute_url())
    page = paginate(request, stories_with_quotes(person), "-position", f"quotes:{person.pk}")
    if not page.object_list:
        raise Http404(f"No published story quotes the person at {slug}.")
    context = {
        "entity": person,
        "page": page,
        "quotes": quotes_in(page, person),
        "section": "person_list",
    }
    return unindexed(person, _show_list(request, "articles/person_quotes.html", context))


def find_entity(slug: str, model: type[OfOneKind]) -> Entity:
    """Return what readers may see at `slug` or is found there no longer, or raise `Http404`."""
    published = Entity.objects.published()
    found = published.filter(kind=model.KIND, slug=slug).first() or (
        published.filter(former_addresses__kind=model.KIND, former_addresses__slug=slug).first()
    )
    if found is None:
        raise Http404(f"There is no {model.KIND} at {slug}.")
    return found


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
    veil = veil_over(story.slug for story in context["page"])
    return _show(request, template, context, veil)


def _is_editor(request: HttpRequest) -> bool:
    """Tell whether a signed-in editor asks, without a query for a reader who never signed in."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    user: Any = request.user
    return bool(user.is_active and user.is_staff and user.has_perm("articles.view_article"))


def _edit_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def unindexed(entity: Entity, response: HttpResponse) -> HttpResponse:
    """Ask search engines to leave the page out, if that protects somebody."""
    if entity.is_kept_from_search:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
