"""The limit that page_speed measures against: Django, no middleware, one view, the same bytes.

The bytes are those of the file that BARE_PAGE names.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

PAGE = Path(os.environ["BARE_PAGE"]).read_bytes()


def bare(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Answer with the page."""
    return HttpResponse(PAGE)


urlpatterns = [path("articles/<slug:slug>/", bare)]

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[])
application = get_wsgi_application()
