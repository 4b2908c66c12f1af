"""The newsroom as data: one JSON object for each name and each story.

It is open data, so it begins with published(); `everything` makes it the newsroom's backup, with
drafts, rejected finds and names that no story mentions. `importing.restore` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from articles import body
from articles.models import (
    Alias,
    Article,
    Byline,
    DatePrecision,
    Direction,
    Entity,
    ImportedDocument,
    LikelyDuplicate,
    Mention,
    Neighbour,
    NewName,
    Outcome,
    Quote,
    RelatedLink,
    Role,
    Tagging,
)
from articles.models.article import ArticleQuerySet
from articles.models.beside import RelatedLinkQuerySet
from articles.models.entity import EntityQuerySet
from articles.veil import Veil, draw, veiled_names

Data = dict[str, Any]

ROWS_AT_ONCE = 500

# What a veil need not be laid over: the body has its own, and addresses lead nowhere without their letters.
KEPT_AS_THEY_ARE = {"type", "slug", "url", "body_html", "body_text", "mentions", "quotes", "source"}

# How many characters of an ISO 8601 date are known. Not strftime's, whose year 1 is no "0001".
PARTIAL_DATES = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}


def export(everything: bool = False) -> Iterator[Data]:
    """Yield the names, then the stories from the oldest on, as objects for JSON."""
    for entity in entities(everything).iterator(chunk_size=ROWS_AT_ONCE):
        yield entity_as_data(entity, everything)
    veiled = [] if everything else veiled_names()
    for article in _articles(everything).iterator(chunk_size=ROWS_AT_ONCE):
        data = article_as_data(article, everything)
        yield under_veil(data, draw(veiled, [article.slug])) if veiled else data
    if everything:
        yield from _refusals()


def entities(everything: bool) -> QuerySet[Entity]:
    """Return the names to export, in order, with all that `entity_as_data` reads."""
    names = _names(everything)
    roles = Role.objects.filter(article__in=_stories(everything)).select_related("article")
    return names.in_order().prefetch_related(
        "aliases",
        "former_addresses",
        Prefetch("parent", names),
        Prefetch(
            "roles",
            roles.order_by("article__slug", "title").prefetch_related(
                Prefetch("organization", names)
            ),
        ),
    )


def _stories(everything: bool) -> ArticleQuerySet:
    return Article.objects.all() if everything else Article.objects.published()


def _names(everything: bool) -> EntityQuerySet:
    """Return the names that the exported stories point to, so that none of them points to nothing."""
    if everything:
        return Entity.objects.all()
    stories = _stories(everything)
    mentions = Mention.objects.public().filter(article__in=stories)
    quotes = Quote.objects.public().filter(article__in=stories)
    bylines = Byline.objects.filter(article__in=stories)
    return _shown_entities().filter(
        Exists(mentions.filter(entity=OuterRef("pk")))
        | Exists(quotes.filter(speaker=OuterRef("pk")))
        | Exists(bylines.filter(person=OuterRef("pk")))
    )


def _shown_entities() -> EntityQuerySet:
    """Return those whom no protection hides; who is known by initials alone is told of nowhere else."""
    return Entity.objects.shown().named_openly()


def entity_as_data(entity: Entity, everything: bool) -> Data:
    """Return a name as one object; `entity` has all that hangs on it loaded.

    How somebody is protected, and what the pages on them were once called, only a backup tells.
    """
    aliases = sorted(entity.aliases.all(), key=lambda alias: alias.name)
    return _public_facts(entity, aliases) | (_kept_facts(entity) if everything else {})


def _public_facts(entity: Entity, aliases: list[Alias]) -> Data:
    return {
        "type": entity.kind,
        "slug": entity.slug,
        "url": settings.SITE_URL + entity.get_absolute_url(),
        "name": entity.name,
        "description": entity.description,
        "first_day": day(entity.first_day),
        "last_day": day(entity.last_day),
        "place": entity.place,
        "made_by_import": entity.made_by_import,
        "parent": _kind_and_slug(entity.parent),
        "aliases": [
            {
                "name": alias.name,
                "language": alias.language,
                "links_by_itself": alias.links_by_itself,
            }
            for alias in aliases
        ],
        "roles": [
            {
                "title": role.title,
                "organization": role.organization.slug if role.organization else None,
                "article": role.article.slug,
                "found_by_rule": role.found_by_rule,
            }
            for role in entity.roles.all()
        ],
    }


def _kept_facts(entity: Entity) -> Data:
    return {
        "protection": {
            "page_hidden": entity.page_hidden,
            "initials_only": entity.initials_only,
            "not_indexed": entity.not_indexed,
            "never_linked": entity.never_linked,
            "until": day(entity.protected_until),
            "reason": entity.protection_reason,
        },
        "former_addresses": sorted(former.slug for former in entity.former_addresses.all()),
    }


def _refusals() -> Iterator[Data]:
    """Yield what editors said is no name, and who are not the same."""
    for name in NewName.objects.filter(rejected=True).order_by("kind", "key"):
        yield {"type": "no_name", "kind": name.kind, "key": name.key, "name": name.name}
    pairs = LikelyDuplicate.objects.filter(different=True).select_related("first", "second")
    for pair in pairs.order_by("first__kind", "first__slug", "second__slug"):
        yield {
            "type": "not_the_same",
            "first": _kind_and_slug(pair.first),
            "second": _kind_and_slug(pair.second),
        }


def _articles(everything: bool) -> QuerySet[Article]:
    return _stories(everything).oldest_first().prefetch_related(*with_children(everything))


def with_children(everything: bool) -> list[Prefetch[Any] | str]:
    """Return the prefetches that `article_as_data` reads."""
    sources = ImportedDocument.objects.filter(outcome__in=[Outcome.CREATED, Outcome.UPDATED])
    return [
        "bylines__person",
        tags_of_each(),
        Prefetch("mentions", _of_shown(Mention.objects, "entity", everything)),
        Prefetch("quotes", _of_shown(Quote.objects, "speaker", everything)),
        Prefetch("neighbours", Neighbour.objects.select_related("other")),
        Prefetch(
            "related_links",
            _related_links(everything).select_related("other").order_by("made_by", "rank", "pk"),
        ),
        "translations__other",
        Prefetch("documents", sources.order_by("pk"), to_attr="sources"),
        *(["former_slugs"] if everything else []),
    ]


def tags_of_each() -> Prefetch[Any]:
    """Return the prefetch that `tags` reads."""
    return Prefetch("taggings", Tagging.objects.select_related("tag"))


def _related_links(everything: bool) -> RelatedLinkQuerySet:
    """Return what stands beside stories; only a backup tells what editors left out."""
    return RelatedLink.objects.all() if everything else RelatedLink.objects.shown()


def _of_shown(finds: Any, whose: str, everything: bool) -> QuerySet[Any]:
    """Return finds in the order of the text; only a backup tells of those whose page is hidden."""
    rows: QuerySet[Any] = finds.in_text_order().select_related(whose)
    if everything:
        return rows
    hidden = Entity.objects.exclude(pk__in=_shown_entities().values("pk"))
    return rows.exclude(**{f"{whose}__in": hidden})


def article_as_data(article: Article, everything: bool) -> Data:
    """Return a story as one object; `article` has its children loaded as `with_children` says.

    What a reader may not see is left out unless `everything` is asked for.
    """
    bylines = sorted(article.bylines.all(), key=lambda byline: byline.rank)
    return {
        "type": "article",
        "slug": article.slug,
        "url": settings.SITE_URL + article.get_absolute_url(),
        "title": article.title,
        "language": article.language,
        "status": article.status,
        "published_at": published_at(article),
        "published_between": published_between(article),
        "position": article.position,
        "reading_minutes": article.reading_minutes,
        "stated_minutes": article.stated_minutes,
        "word_count": article.word_count,
        "standfirst": article.standfirst,
        "caption": article.caption,
        "credit": article.credit,
        "body_html": article.body_html,
        "body_text": article.body_text,
        "authors": [byline.name for byline in bylines],
        "author_people": [byline.person.slug if byline.person else None for byline in bylines],
        "tags": tags(article),
        "mentions": _mentions(article, everything),
        "quotes": _quotes(article, everything),
        "previous": _neighbour(article, Direction.PREVIOUS, everything),
        "next": _neighbour(article, Direction.NEXT, everything),
        "related": list(_related(article, everything)),
        "translations": _translations(article, everything),
        "edited_at": article.edited_at.isoformat() if article.edited_at else None,
        "source": _source(article),
        **(_former_addresses(article) if everything else {}),
    }


def under_veil(data: Data, veil: Veil) -> Data:
    """Return a story as readers may see it, with initials for the names that `veil` hides.

    Where that changes the text, no offset counts in it any more, so that none is told.
    """
    shown: Data = {
        key: value if key in KEPT_AS_THEY_ARE else veil.over_data(value)
        for key, value in data.items()
    }
    body_html = veil.over(data["body_html"])
    if body_html != data["body_html"]:
        shown |= {"body_html": body_html, "body_text": body.text_of(body_html)}
        shown |= {"mentions": [], "quotes": []}
    return shown


def tags(article: Article) -> list[str]:
    """Return the names of a story's tags, in order."""
    return sorted(tagging.tag.name for tagging in article.taggings.all())


def published_at(article: Article) -> str | None:
    """Return a story's moment in the site's time zone as ISO 8601 has it, or as much of it as is known."""
    if article.published_at is None:
        return None
    moment = timezone.localtime(article.published_at)
    return moment.isoformat()[: PARTIAL_DATES.get(DatePrecision(article.date_precision))]


def published_between(article: Article) -> list[str] | None:
    """Return the first and the last day a story may be from, where only its place in the order tells."""
    if article.not_before is None or article.not_after is None:
        return None
    return [article.not_before.isoformat(), article.not_after.isoformat()]


def _mentions(article: Article, everything: bool) -> list[Data]:
    return [
        {
            "kind": mention.entity.kind,
            "entity": mention.entity.slug,
            "name": mention.entity.name,
            "start": mention.start,
            "end": mention.end,
            "text": article.body_text[mention.start : mention.end],
            "status": mention.state,
            "found_by": mention.found_by,
            "confidence": mention.confidence / 100,
        }
        for mention in _shown(article.mentions.all(), everything)
    ]


def _quotes(article: Article, everything: bool) -> list[Data]:
    return [
        {
            "start": quote.start,
            "end": quote.end,
            "text": article.body_text[quote.start : quote.end],
            "speaker": quote.speaker.slug if quote.speaker else None,
            "speaker_kind": quote.speaker.kind if quote.speaker else None,
            "speaker_text": quote.speaker_text,
            "status": quote.state,
            "found_by": quote.found_by,
            "confidence": quote.confidence / 100,
        }
        for quote in _shown(article.quotes.all(), everything)
    ]


def _shown(finds: Iterable[Any], everything: bool) -> list[Any]:
    return [find for find in finds if everything or find.confidence >= settings.NAMES_PUBLIC_FROM]


def _neighbour(article: Article, direction: Direction, everything: bool) -> Data | None:
    for neighbour in article.neighbours.all():
        if neighbour.direction == direction:
            return {"title": neighbour.title, "slug": _slug_of(neighbour.other, everything)}
    return None


def _related(article: Article, everything: bool) -> Iterator[Data]:
    for link in article.related_links.all():
        slug = _slug_of(link.other, everything)
        if slug or link.title:
            yield {
                "slug": slug,
                "title": link.title,
                "score": link.score,
                "reasons": link.reasons,
                "made_by": link.made_by,
            }


def _translations(article: Article, everything: bool) -> list[Data]:
    return [
        {
            "language": row.language,
            "title": row.title,
            "address": row.address,
            "slug": _slug_of(row.other, everything),
        }
        for row in sorted(article.translations.all(), key=lambda row: row.rank)
    ]


def _slug_of(other: Article | None, everything: bool) -> str | None:
    """Return the slug of a story beside, if whoever reads the export may know of it."""
    if other is None or not (everything or other.is_published()):
        return None
    return other.slug


def _source(article: Article) -> Data | None:
    for document in article.sources:  # type: ignore[attr-defined]  # set by with_children()
        return {
            "key": document.source_key,
            "format": document.format,
            "encoding": document.encoding,
            "sha256": document.sha256,
            "address": document.address or None,
        }
    return None


def _former_addresses(article: Article) -> Data:
    return {"former_addresses": sorted(former.slug for former in article.former_slugs.all())}


def _kind_and_slug(entity: Entity | None) -> Data | None:
    return {"kind": entity.kind, "slug": entity.slug} if entity else None


def day(known: date | datetime | None) -> str | None:
    """Return a day as ISO 8601 has it."""
    return known.isoformat() if known else None
