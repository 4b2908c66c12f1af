"""The three forms of a feed.

RSS 2.0: https://www.rssboard.org/rss-specification, with the whole text in content:encoded.
Atom: https://www.rfc-editor.org/rfc/rfc4287. JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from articles.feeds.entries import Entry, Feed
from articles.xml import render_xml

# Atom wants a moment of change of every feed: one without stories has not changed since time was counted.
NEVER_CHANGED = datetime.fromtimestamp(0, UTC)


class Form(NamedTuple):
    """One form: what follows the path of a page in its feed's, the media type, and how it is written."""

    path: str
    media_type: str
    write: Callable[[Feed], str]

    def url(self, page: str) -> str:
        """Return the address of the feed of the page at the path `page`."""
        return f"{settings.SITE_URL}{page}{self.path}"


def _rss(feed: Feed) -> str:
    described = _("Stories of %(site)s, the latest first.") % {"site": settings.SITE_NAME}
    context = {
        "feed": feed,
        "feed_url": RSS.url(feed.page),
        "hubs": _hubs(),
        "description": described,
        "as_mail_dates": format_datetime,
    }
    return render_xml("articles/feed_rss.xml", context)


def _atom(feed: Feed) -> str:
    context = {
        "feed": feed,
        "feed_url": ATOM.url(feed.page),
        "hubs": _hubs(),
        "updated": feed.updated or NEVER_CHANGED,
    }
    return render_xml("articles/feed_atom.xml", context)


def _json(feed: Feed) -> str:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": JSON.url(feed.page),
        "language": settings.LANGUAGE_CODE,
        "hubs": [{"type": "WebSub", "url": url} for url in _hubs()],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(data, ensure_ascii=False)


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "language": entry.language,
        "date_modified": entry.updated.isoformat(),
    }
    if entry.published:
        item["date_published"] = entry.published.isoformat()
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    if entry.tags:
        item["tags"] = entry.tags
    return item


def _hubs() -> list[str]:
    """Return where subscribers hear of what is new in a feed, if anywhere."""
    return [settings.WEBSUB_HUB] if settings.WEBSUB_HUB else []


RSS = Form("feed/", "application/rss+xml", _rss)
ATOM = Form("feed/atom/", "application/atom+xml", _atom)
JSON = Form("feed.json", "application/feed+json", _json)
FORMS = [RSS, ATOM, JSON]
