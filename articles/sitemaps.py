"""For search engines: what there is to read, what of it is news, and where that is told.

https://www.sitemaps.org/protocol.html; https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
Whoever a protection keeps out of search engines is in none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import quote

from django.conf import settings
from django.core.cache import cache
from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from articles.addresses import address
from articles.calendar import SECONDS_REMEMBERED
from articles.export import published_at
from articles.models import Article, DatePrecision, Entity, Kind, Tagging
from articles.veil import veil_over
from articles.xml import render_xml

# A sitemap page holds the rows whose ids lie within ten thousand of each other, so that none ever moves to
# another page, and the last is read as quickly as the first. The protocol allows 50,000.
IDS_A_PAGE = 10_000

NEWS_FOR = timedelta(days=2)
MOST_NEWS = 1_000

PAGES = ["home", "archive", "person_list", "organization_list", "event_list"]


class Place(NamedTuple):
    """An address to visit, and when what stands there last changed, if that is known."""

    url: str
    changed: datetime | None = None


class Section(NamedTuple):
    """One kind of page: its address's name in `articles/urls.py`, and the rows that have such a page."""

    name: str
    rows: Callable[[], QuerySet[Any]]
    changed: str = ""


def _tags() -> QuerySet[Tag]:
    published = Article.objects.published().filter(pk=OuterRef("content_object_id"))
    taggings = Tagging.objects.filter(Exists(published), tag_id=OuterRef("pk"))
    tags: QuerySet[Tag] = Tag.objects.filter(Exists(taggings))
    return tags


def _of_kind(kind: Kind) -> Section:
    return Section(kind.value, lambda: Entity.objects.published().indexed().filter(kind=kind))


SECTIONS = {
    "articles": Section("article", lambda: Article.objects.published(), "updated_at"),
    "people": _of_kind(Kind.PERSON),
    "organizations": _of_kind(Kind.ORGANIZATION),
    "events": _of_kind(Kind.EVENT),
    "tags": Section("tag", _tags),
}


# The addresses


def index(request: HttpRequest) -> HttpResponse:
    """List the sitemap's pages."""
    pages = [("pages", 1)]
    pages += [(name, number) for name in SECTIONS for number in _numbers(name)]
    urls = [settings.SITE_URL + reverse("sitemap_page", args=page) for page in pages]
    return _answer(render_xml("articles/sitemap_index.xml", {"urls": urls}))


def page(request: HttpRequest, section: str, number: int) -> HttpResponse:
    """List the addresses on one page of a section of the sitemap."""
    if section == "pages" and number == 1:
        places = [Place(settings.SITE_URL + reverse(name)) for name in PAGES]
    else:
        places = _places(section, number)
    if not places:
        raise Http404(f"The sitemap has no page {number} of {section}.")
    return _answer(render_xml("articles/sitemap.xml", {"places": places}))


def news(request: HttpRequest) -> HttpResponse:
    """List the stories of the last two days."""
    now = timezone.now()
    rows = Article.objects.published(now).filter(
        published_at__gt=now - NEWS_FOR,
        date_precision__in=[DatePrecision.MOMENT, DatePrecision.DAY],
    )
    stories = list(rows.for_cards().newest_first()[:MOST_NEWS])
    context = {
        "stories": stories,
        "home_url": settings.SITE_URL + reverse("home"),
        "published_at": published_at,
    }
    veil = veil_over(story.slug for story in stories)
    return _answer(veil.over(render_xml("articles/sitemap_news.xml", context)))


def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where the sitemaps are, and to leave the desk alone."""
    lines = ["User-agent: *", f"Disallow: {reverse('admin:index')}", ""]
    lines += [
        f"Sitemap: {settings.SITE_URL}{reverse(name)}" for name in ("sitemap", "news_sitemap")
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


# What stands on a page


def _numbers(name: str) -> list[int]:
    """Return the numbers of a section's pages that have something on them, at most a minute old."""
    key = f"sitemap:{name}"
    numbers: list[int] | None = cache.get(key)
    if numbers is None:
        rows = SECTIONS[name].rows().order_by().annotate(before=(F("pk") - 1) / IDS_A_PAGE)
        numbers = sorted(before + 1 for before in rows.values_list("before", flat=True).distinct())
        cache.set(key, numbers, SECONDS_REMEMBERED)
    return numbers


def _places(name: str, number: int) -> list[Place]:
    """Return the places of one page of a section, in the order of their ids; none if it has no such page."""
    section = SECTIONS.get(name)
    if section is None:
        return []
    last = number * IDS_A_PAGE
    rows = section.rows().filter(pk__gt=last - IDS_A_PAGE, pk__lte=last).order_by("pk")
    columns = ["slug", section.changed] if section.changed else ["slug"]
    return list(_at(section.name, rows.values_list(*columns)))


def _at(name: str, rows: Iterable[tuple[Any, ...]]) -> Iterable[Place]:
    # Not by address() for each: ten thousand would push all others out of its memory.
    before, after = address(name, "slug").split("slug")
    for slug, *changed in rows:
        yield Place(f"{settings.SITE_URL}{before}{quote(slug)}{after}", *changed)


def _answer(xml: str) -> HttpResponse:
    return HttpResponse(xml, content_type="application/xml; charset=utf-8")
