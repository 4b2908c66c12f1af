"""What a page tells in schema.org's words, as JSON-LD: https://schema.org, https://www.w3.org/TR/json-ld11/.

Whoever is named has the address of their page as `@id`, the same on every page. It is data, so that no
browser runs it and no policy need allow it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.addresses import ADDRESSES_REMEMBERED, address
from articles.entity_page import Told
from articles.export import published_at
from articles.models import Entity, Kind
from articles.story_page import StoryPage
from articles.veil import Veil

Data = dict[str, Any]

# More than a search engine shows of one page.
MOST_QUOTATIONS = 20

# By kind, in plain text: a page looks twenty kinds up, and a member of an Enum takes ten times as long.
TYPES = {"person": "Person", "organization": "Organization", "event": "Event"}
FIRST_DAYS = {"person": "birthDate", "organization": "foundingDate", "event": "startDate"}
LAST_DAYS = {"person": "deathDate", "organization": "dissolutionDate", "event": "endDate"}
WHOLES = {"organization": "parentOrganization", "event": "superEvent"}

# One for all pages: json.dumps() makes one at each call.
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_script(nodes: list[Data], veil: Veil) -> SafeString:
    """Return the nodes as a script element of JSON-LD in which nobody whom `veil` hides has a name."""
    data = {"@context": "https://schema.org", "@graph": nodes}
    text = ENCODER.encode(veil.over_data(data) if veil.names else data)
    # Without these letters, nothing in a script ends it or begins a comment.
    text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    # Safe: without them it is text alone.
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


# A story


def story_nodes(page: StoryPage) -> list[Data]:
    """Return the story of a page, those named in it, what they said in it, and the way to it."""
    article, site = page.article, settings.SITE_URL
    url = site + article.get_absolute_url()
    story: Data = {
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "headline": article.title,
        "inLanguage": article.language,
        "wordCount": article.word_count,
        "publisher": _publisher(site),
    }
    if article.standfirst:
        story["description"] = article.standfirst
    if article.published_at is not None:
        story["datePublished"] = published_at(article)
    if page.bylines:
        # Whether a desk or somebody wrote it, nobody has told.
        story["author"] = [{"name": author.title} for author in page.bylines]
    if page.tags:
        story["keywords"] = [tag.title for tag in page.tags]
    for row in (*page.people, *page.organizations, *page.events):
        part = "about" if row.surface in article.title else "mentions"
        story.setdefault(part, []).append(_node(site, row.kind, row.slug, row.title))
    if page.said:
        story["hasPart"] = [
            {
                "@type": "Quotation",
                "text": text,
                "creator": {"@id": site + speaker.url},
            }
            for text, speaker in page.said[:MOST_QUOTATIONS]
        ]
    return [story, _way(site, "archive", article.title, url)]


@lru_cache
def _publisher(site: str) -> Data:
    return {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, "url": _home(site)}


@lru_cache(ADDRESSES_REMEMBERED)
def _node(site: str, kind: str, slug: str, name: str) -> Data:
    return {"@type": TYPES[kind], "@id": site + address(kind, slug), "name": name}


# A person, an organization or an event


def entity_nodes(entity: Entity, told: Told | None) -> list[Data]:
    """Return whom or what a page is about, and the way to it; `told` is what only the first page tells."""
    kind, site = str(entity.kind), settings.SITE_URL
    url = site + entity.get_absolute_url()
    node: Data = _node(site, kind, entity.slug, entity.shown_name) | {"url": url}
    if entity.description:
        node["description"] = entity.description
    if entity.first_day:
        node[FIRST_DAYS[kind]] = entity.first_day.isoformat()
    if entity.last_day:
        node[LAST_DAYS[kind]] = entity.last_day.isoformat()
    if entity.place and kind != Kind.PERSON:  # of a person nobody says what it was to them
        node["location"] = {"@type": "Place", "name": entity.place}
    if told and told.names:
        node["alternateName"] = told.names
    whole = told.parent if told else None
    if whole and kind in WHOLES:
        node[WHOLES[kind]] = _node(site, str(whole.kind), whole.slug, whole.shown_name)
    return [node, _way(site, f"{kind}_list", entity.shown_name, url)]


# The way to a page


def _way(site: str, section: str, title: str, url: str) -> Data:
    """Return the way from the first page by that of a section, named as in `articles/urls.py`, to a page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [*_first_steps(site, section), _step(3, title, url)],
    }


@lru_cache
def _first_steps(site: str, section: str) -> list[Data]:
    headings = {
        "archive": _("Archive"),
        "person_list": _("People"),
        "organization_list": _("Organizations"),
        "event_list": _("Events"),
    }
    return [
        _step(1, settings.SITE_NAME, _home(site)),
        _step(2, headings[section], site + address(section)),
    ]


def _step(place: int, name: str, url: str) -> Data:
    return {"@type": "ListItem", "position": place, "name": name, "item": url}


def _home(site: str) -> str:
    return site + address("home")
