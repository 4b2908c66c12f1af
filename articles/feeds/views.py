"""The addresses of feeds: each finds what its page finds, and is sent again only if it has changed."""

from __future__ import annotations

import time
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import http_date, quote_etag
from taggit.models import Tag

from articles.addresses import address
from articles.feeds.entries import Feed, feed_of
from articles.feeds.forms import Form
from articles.models import Article
from articles.models.entity import OfOneKind
from articles.views import find_entity, unindexed


def site_feed(request: HttpRequest, form: Form) -> HttpResponse:
    """Answer with the newest stories of all."""
    feed = feed_of(Article.objects.published(), settings.SITE_NAME, reverse("home"))
    return _answer(request, feed, form)


def tag_feed(request: HttpRequest, slug: str, form: Form) -> HttpResponse:
    """Answer with the newest stories that bear a tag."""
    tag = get_object_or_404(Tag, slug=slug)
    stories = Article.objects.published().tagged(tag.slug)
    feed = feed_of(stories, _titled(tag.name), address("tag", tag.slug))
    if not feed.entries:
        raise Http404(f"No published story bears the tag {slug}.")
    return _answer(request, feed, form)


def entity_feed(
    request: HttpRequest, slug: str, model: type[OfOneKind], form: Form
) -> HttpResponse:
    """Answer with the newest stories about a person, an organization or an event."""
    entity = find_entity(slug, model)
    page = entity.get_absolute_url()
    if page + form.path != request.path:
        return HttpResponsePermanentRedirect(page + form.path)
    stories = Article.objects.published().about(entity)
    feed = feed_of(stories, _titled(entity.shown_name), page, entity)
    return unindexed(entity, _answer(request, feed, form))


def _titled(name: str) -> str:
    return f"{name} · {settings.SITE_NAME}"


def _answer(request: HttpRequest, feed: Feed, form: Form) -> HttpResponse:
    """Write the feed, with what a reader's program needs to ask next time whether it has changed."""
    response = HttpResponse(form.write(feed), content_type=f"{form.media_type}; charset=utf-8")
    response["ETag"] = quote_etag(sha256(response.content).hexdigest())
    response["Last-Modified"] = http_date(_first_seen(request.path, response["ETag"]))
    return response


def _first_seen(path: str, etag: str) -> int:
    """Return the second at which this process first saw the feed at `path` as it is now.

    The stories' own dates would not do: they tell nothing of a story withdrawn or a name protected since.
    """
    key = f"feed:{path}"
    known: tuple[str, int] = cache.get(key, ("", 0))
    known_etag, moment = known
    if known_etag != etag:
        # A second of its own, though the feed change twice within one.
        moment = max(int(time.time()), moment + 1)
        cache.set(key, (etag, moment), None)
    return moment
