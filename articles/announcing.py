"""Word to others that a story is new or has changed: to search engines and to the subscribers of feeds.

IndexNow: https://www.indexnow.org/documentation. WebSub: https://www.w3.org/TR/websub/, whose hubs take a
publisher's word as https://pubsubhubbub.github.io/PubSubHubbub/pubsubhubbub-core-0.4.html says, section 7.
Both are off until the settings name them. Nobody waits for an answer, and what fails is not tried again:
sitemaps and feeds tell the same to whoever asks.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from taggit.models import Tag

from articles.addresses import address
from articles.feeds.forms import FORMS
from articles.models import Article, Entity, Mention

SECONDS_TO_ANSWER = 5

log = logging.getLogger(__name__)


def is_anybody_told() -> bool:
    """Tell whether the settings name anybody who is to hear of stories."""
    return bool(settings.INDEXNOW_KEY or settings.WEBSUB_HUB)


def announce(article: Article) -> None:
    """Tell whom the settings name of a story that readers may see."""
    if settings.INDEXNOW_KEY:
        _send(_to_search_engines(article))
    if settings.WEBSUB_HUB:
        _send(_to_subscribers(article))


def indexnow_key(request: HttpRequest) -> HttpResponse:
    """Show search engines that whoever uses the key speaks for this site."""
    if not settings.INDEXNOW_KEY:
        raise Http404("Search engines are not told of stories: INDEXNOW_KEY is not set.")
    return HttpResponse(settings.INDEXNOW_KEY, content_type="text/plain; charset=utf-8")


def _to_search_engines(article: Article) -> Request:
    data = {
        "host": urlsplit(settings.SITE_URL).netloc,
        "key": settings.INDEXNOW_KEY,
        "keyLocation": settings.SITE_URL + reverse("indexnow_key"),
        "urlList": [settings.SITE_URL + article.get_absolute_url()],
    }
    headers = {"Content-Type": "application/json; charset=utf-8"}
    return Request(settings.INDEXNOW_SERVER, json.dumps(data).encode(), headers)


def _to_subscribers(article: Article) -> Request:
    urls = [form.url(page) for page in _pages_with(article) for form in FORMS]
    fields = [("hub.mode", "publish"), *(("hub.url", url) for url in urls)]
    return Request(settings.WEBSUB_HUB, urlencode(fields).encode())


def _pages_with(article: Article) -> Iterator[str]:
    """Yield the paths of the pages in whose feeds a story stands."""
    yield address("home")
    tags = Tag.objects.filter(articles_tagging_items__content_object=article)
    for slug in tags.order_by("slug").values_list("slug", flat=True):
        yield address("tag", slug)
    named = Mention.objects.public().filter(article=article).values("entity_id")
    for entity in Entity.objects.published().indexed().filter(pk__in=named).in_order():
        yield entity.get_absolute_url()


def _send(request: Request) -> None:
    """Send the request; what goes wrong is said in one line of the log."""
    try:
        with urlopen(request, timeout=SECONDS_TO_ANSWER):
            return
    except (OSError, HTTPException) as error:
        log.warning("%s was not told of a story: %s.", request.full_url, error)
