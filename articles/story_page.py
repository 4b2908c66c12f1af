"""An article's page: the story, and everything that stands in it and beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape
from operator import attrgetter
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.addresses import ADDRESSES_REMEMBERED
from articles.linked_body import Citation, Mark, body_as_read
from articles.models import Article, Direction, Kind
from articles.models.article import PLACED
from articles.prepared import Prepared
from articles.story_questions import ANY, BESIDE, BESIDE_FOR_EDITOR, FIELDS, PUBLISHED, Row
from articles.veil import Hidden, Veil, draw

# More than a reader takes in at the foot of a story.
MOST_RELATED = 12


@dataclass(frozen=True)
class StoryPage:
    """One story as its page shows it."""

    article: Article
    body: SafeString
    veil: Veil
    waiting: int
    bylines: list[Row]
    tags: list[Row]
    people: list[Row]
    organizations: list[Row]
    events: list[Row]
    said: list[tuple[str, Row]]
    previous: Row | None
    next: Row | None
    related: list[Row]
    translations: list[Row]


def published_page(slug: str) -> StoryPage | None:
    """Return the page of the published story at `slug`, or None if readers may see none there."""
    now = timezone.now()
    rows = PUBLISHED.ask(slug=slug, at=now)
    return _page(rows[0], now, BESIDE) if rows else None


def preview_page(slug: str) -> StoryPage | None:
    """Return the page of any story at `slug`, draft or not, with what waits for a decision marked in it.

    It is for those who may see drafts.
    """
    now = timezone.now()
    rows = ANY.ask(slug=slug, at=now)
    return _page(rows[0], now, BESIDE_FOR_EDITOR) if rows else None


# What is made of the answers


def _page(row: tuple[Any, ...], now: datetime, question: Prepared) -> StoryPage:
    article = Article.from_db(None, FIELDS, row[: len(FIELDS)])
    # A story without a place follows nothing, and next to it stands nothing by more than chance.
    adjacent = row[len(FIELDS) :] if article.position > PLACED else (None, None)
    beside: dict[str, list[Row]] = defaultdict(list)
    for answer in sorted(question.ask(article=article.pk, at=now, on=timezone.localdate(now))):
        beside[answer[0]].append(Row(*answer))
    names = {found.entity: found for found in beside["mention"]}
    return StoryPage(
        article=article,
        body=_body(article.body_html, beside, names),
        veil=_veil([article.slug, *(side["slug"] for side in adjacent if side)], beside),
        waiting=len(beside["waiting"]),
        bylines=beside["byline"],
        tags=beside["tag"],
        people=_named(names, Kind.PERSON),
        organizations=_named(names, Kind.ORGANIZATION),
        events=_named(names, Kind.EVENT),
        said=[
            (article.body_text[quote.rank : quote.end], names[quote.entity])
            for quote in beside["quote"]
            if quote.entity in names
        ],
        previous=_side(beside[Direction.PREVIOUS], adjacent[0]),
        next=_side(beside[Direction.NEXT], adjacent[1]),
        related=_once(row for row in beside["related"] if row.words)[:MOST_RELATED],
        translations=[row for row in beside["translation"] if row.words],
    )


def _body(html: str, beside: dict[str, list[Row]], names: dict[int, Row]) -> SafeString:
    """Return the body with links to those named in it, and the speakers of quotes set as blocks."""
    marks = [
        Mark(found.rank, found.surface, _opening(found.url), "</a>", found.entity)
        for found in beside["mention"]
    ]
    marks += [_waiting_mark(found) for found in beside["waiting"]]
    citations = [
        Citation(quote.rank, quote.end, _speaker(names[quote.entity]))
        for quote in (beside["quote"] if "<blockquote" in html else [])
        if quote.entity in names
    ]
    # Safe: write_body() and the importer store clean HTML only, and what is added here is escaped.
    return mark_safe(body_as_read(html, marks, citations))


@lru_cache(ADDRESSES_REMEMBERED)
def _opening(url: str) -> str:
    return f'<a class="named" href="{escape(url)}">'


def _waiting_mark(found: Row) -> Mark:
    words = _("%(name)s? Suggested, %(percent)d %%") % {
        "name": found.title,
        "percent": found.end,
    }
    return Mark(
        found.rank,
        found.surface,
        f'<span class="waiting" title="{escape(words)}">',
        "</span>",
        ("waiting", found.rank),
    )


def _speaker(name: Row) -> str:
    who = escape(name.title)
    return f'<footer class="speaker"><a href="{escape(name.url)}">{who}</a></footer>'


def _veil(slugs: Iterable[str], beside: dict[str, list[Row]]) -> Veil:
    """Return the veil over the stories at `slugs`, and over those that the page leads to."""
    hidden = [Hidden(name.entity, name.kind, name.title) for name in beside["veiled"]]
    led_to = [row.slug for rows in beside.values() for row in rows if row.kind == "article"]
    return draw(hidden, [*slugs, *led_to])


def _named(names: dict[int, Row], kind: Kind) -> list[Row]:
    return sorted((name for name in names.values() if name.kind == kind), key=attrgetter("slug"))


def _once(rows: Iterable[Row]) -> list[Row]:
    """Return the rows without those whose story stands there already, whoever else named it."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row.slug or row.words, row)
    return list(first.values())


def _side(named: list[Row], adjacent: dict[str, str] | None) -> Row | None:
    """Return what the source named on one side of the story, else what stands there in the order."""
    if named:
        return named[0]
    return Row(kind="article", title=adjacent["title"], slug=adjacent["slug"]) if adjacent else None
