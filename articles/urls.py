"""The addresses a reader can ask for."""

from typing import Any

from django.urls import URLPattern, path

from articles import sitemaps, views
from articles.announcing import indexnow_key
from articles.api.api import api
from articles.feeds.forms import FORMS
from articles.feeds.views import entity_feed, site_feed, tag_feed
from articles.models import Event, Organization, Person
from articles.search.views import search, suggestions


def feeds(page: str, view: Any, **given: Any) -> list[URLPattern]:
    """Return the addresses of a page's feed in each of its forms."""
    return [path(page + form.path, view, {"form": form, **given}) for form in FORMS]


urlpatterns = [
    path("", views.home, name="home"),
    path("articles/<slug:slug>/", views.article_detail, name="article"),
    path("people/", views.entity_list, {"model": Person}, name="person_list"),
    path("people/<slug:slug>/", views.entity_detail, {"model": Person}, name="person"),
    path("people/<slug:slug>/quotes/", views.person_quotes, name="person_quotes"),
    path("organizations/", views.entity_list, {"model": Organization}, name="organization_list"),
    path(
        "organizations/<slug:slug>/",
        views.entity_detail,
        {"model": Organization},
        name="organization",
    ),
    path("events/", views.entity_list, {"model": Event}, name="event_list"),
    path("events/<slug:slug>/", views.entity_detail, {"model": Event}, name="event"),
    path("events/<slug:slug>/before/<slug:story>/", views.event_step, {"way": "before"}),
    path("events/<slug:slug>/after/<slug:story>/", views.event_step, {"way": "after"}),
    path("tags/<str:slug>/", views.tag, name="tag"),
    path("archive/", views.archive, name="archive"),
    path("archive/<int:year>/<int:month>/", views.archive_month, name="archive_month"),
    path("search/", search, name="search"),
    path("search/suggestions/", suggestions, name="search_suggestions"),
    *feeds("", site_feed),
    *feeds("tags/<str:slug>/", tag_feed),
    *feeds("people/<slug:slug>/", entity_feed, model=Person),
    *feeds("organizations/<slug:slug>/", entity_feed, model=Organization),
    *feeds("events/<slug:slug>/", entity_feed, model=Event),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<str:section>-<int:number>.xml", sitemaps.page, name="sitemap_page"),
    path("news-sitemap.xml", sitemaps.news, name="news_sitemap"),
    path("indexnow.txt", indexnow_key, name="indexnow_key"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("api/", api.urls),
    path("healthz", views.healthz, name="healthz"),
]
