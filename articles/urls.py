"""The addresses a reader can ask for."""

from django.urls import path

from articles import views
from articles.models import Event, Organization, Person

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
    path("tags/<str:slug>/", views.tag, name="tag"),
    path("archive/", views.archive, name="archive"),
    path("archive/<int:year>/<int:month>/", views.archive_month, name="archive_month"),
    path("healthz", views.healthz, name="healthz"),
]
