"""The site's table of contents."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", include("articles.admin.urls")),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
]

handler404 = "articles.moved.not_found"
