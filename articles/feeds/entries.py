"""What a feed tells: the newest stories of a page, whole.

No date is invented: a story of which not even the day is known has none here either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from articles.models import Article, DatePrecision, Entity, Tagging
from articles.models.article import ArticleQuerySet
from articles.veil import Veil, veil_over

STORIES_IN_FEED = 30

# A link within the site, as nh3 writes it: it names neither a scheme nor, after two slashes, a host.
INNER_LINK = re.compile(r'(<a(?: [a-z]+="[^"]*")*? href=")(?![A-Za-z][A-Za-z0-9+.-]*:|//)([^"]*)')


@dataclass(frozen=True)
class Entry:
    """One story as a feed tells it: plain texts, a body of HTML, and moments with a time zone."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    language: str
    authors: list[str]
    tags: list[str]
    published: datetime | None
    updated: datetime


@dataclass(frozen=True)
class Feed:
    """A page's newest stories; `page` is the path of the page that lists them all."""

    id: str
    title: str
    page: str
    entries: list[Entry]

    @property
    def page_url(self) -> str:
        return settings.SITE_URL + self.page

    @property
    def updated(self) -> datetime | None:
        """The moment of the latest change; a feed without stories has none."""
        return max((entry.updated for entry in self.entries), default=None)


def feed_of(stories: ArticleQuerySet, title: str, page: str, about: Entity | None = None) -> Feed:
    """Return the feed of published `stories`, named `title`, which the page at the path `page` lists.

    `about` is whom or what they are about, if that has an id which outlives the page's address. Names that
    readers may not see stand in it as initials.
    """
    taggings = Tagging.objects.select_related("tag").order_by("tag__slug")
    rows = stories.newest_first().prefetch_related("bylines", Prefetch("taggings", taggings))
    found = list(rows.defer("body_text")[:STORIES_IN_FEED])
    veil = veil_over(story.slug for story in found)
    return Feed(
        id=_lasting_id(about.kind, about) if about else settings.SITE_URL + page,
        title=veil.over_data(title),
        page=page,
        entries=[_entry(story, veil) for story in found],
    )


def _entry(story: Article, veil: Veil) -> Entry:
    url = settings.SITE_URL + story.get_absolute_url()
    bylines = sorted(story.bylines.all(), key=lambda byline: byline.rank)
    published = _published(story)
    return Entry(
        id=_lasting_id("article", story),
        url=url,
        title=veil.over_data(story.title),
        summary=veil.over_data(story.standfirst or story.lead),
        html=veil.over(_whole(story, url)),
        language=story.language,
        authors=[veil.over_data(byline.name) for byline in bylines],
        tags=[veil.over_data(tagging.tag.name) for tagging in story.taggings.all()],
        published=published,
        updated=max(story.updated_at, published or story.updated_at),
    )


def _whole(story: Article, url: str) -> str:
    """Return all words of a story's page under its title, as HTML whose links lead there from anywhere."""
    body = INNER_LINK.sub(lambda link: link[1] + urljoin(url, link[2]), story.body_html)
    last = f"{story.caption} {story.credit}".strip()
    standfirst = f"<p>{escape(story.standfirst)}</p>\n" if story.standfirst else ""
    return standfirst + body + (f"\n<p>{escape(last)}</p>" if last else "")


def _lasting_id(kind: str, thing: Article | Entity) -> str:
    """Return an id that no change of name, address or date changes, as RFC 4151 makes them."""
    host = urlsplit(settings.SITE_URL).hostname
    return f"tag:{host},{thing.created_at.astimezone(UTC):%Y-%m-%d}:{kind}/{thing.pk}"


def _published(story: Article) -> datetime | None:
    """Return when the story appeared if at least the day is known: every form wants an hour with it."""
    if story.date_precision not in {DatePrecision.MOMENT, DatePrecision.DAY}:
        return None
    moment = timezone.localtime(story.published_at)
    # Before there were time zones, a city's noon was its own to the second, for which feeds have no place.
    is_in_minutes = moment.strftime("%z")[5:] == ""
    return moment if is_in_minutes else moment.astimezone(UTC)
