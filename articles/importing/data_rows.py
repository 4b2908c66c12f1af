"""Objects of an export → rows, unsaved: the mirror of `articles.export`.

An object that lacks a key, or has nonsense in one, raises KeyError, TypeError or ValueError.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from articles.models import (
    Alias,
    Article,
    Byline,
    DatePrecision,
    Direction,
    Entity,
    FormerAddress,
    FormerSlug,
    FoundBy,
    MadeBy,
    Mention,
    Neighbour,
    Quote,
    RelatedLink,
    Role,
    State,
    Status,
    Translation,
)
from articles.readers import title_key

Data = dict[str, Any]
EntityKey = tuple[str, str]  # kind, slug
Entities = Mapping[EntityKey, Entity]
Stories = Mapping[str, int]  # slug → id

PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


def entity_from(data: Data) -> Entity:
    """Return the name that `data` describes, without parent, aliases and roles."""
    return Entity(
        kind=data["type"],
        slug=_slug(data["slug"]),
        name=_text(data, "name"),
        description=data["description"],
        first_day=_day(data["first_day"]),
        last_day=_day(data["last_day"]),
        place=data["place"],
        made_by_import=data["made_by_import"],
        **_protection(data.get("protection")),
    )


def _protection(data: Data | None) -> Data:
    if data is None:
        return {}
    return {
        "page_hidden": bool(data["page_hidden"]),
        "initials_only": bool(data["initials_only"]),
        "not_indexed": bool(data["not_indexed"]),
        "never_linked": bool(data["never_linked"]),
        "protected_until": _day(data["until"]),
        "protection_reason": data["reason"],
    }


def aliases_from(data: Data, entity: Entity) -> Iterator[Alias]:
    """Yield the further names of `entity`, which is saved."""
    for alias in data["aliases"]:
        yield Alias.of(
            entity,
            _text(alias, "name"),
            language=alias["language"],
            links_by_itself=alias["links_by_itself"],
        )


def former_addresses_from(data: Data, entity: Entity) -> Iterator[FormerAddress]:
    """Yield the addresses that led to `entity`, which is saved, before its own."""
    for slug in data.get("former_addresses", ()):
        yield FormerAddress(kind=entity.kind, slug=_slug(slug), entity=entity)


def former_slugs_from(data: Data, article: Article) -> Iterator[FormerSlug]:
    """Yield the slugs that led to `article`, which is saved, before its own."""
    for slug in data.get("former_addresses", ()):
        yield FormerSlug(slug=_slug(slug), article=article)


def roles_from(data: Data, entities: Entities, stories: Stories) -> Iterator[Role]:
    """Yield the roles of a person, those that a story which is here says."""
    for role in data["roles"]:
        if role["article"] in stories:
            organization = entities.get(("organization", role["organization"]))
            yield Role(
                person=entities[data["type"], data["slug"]],
                title=_text(role, "title"),
                organization=organization,
                article_id=stories[role["article"]],
                found_by_rule=role["found_by_rule"],
            )


def article_from(data: Data) -> Article:
    """Return the story that `data` describes, with everything that is derived from its body."""
    published_at, precision = _published_at(data["published_at"])
    between = data["published_between"] or (None, None)
    article = Article(
        slug=_slug(data["slug"]),
        status=Status(data["status"]),
        language=data["language"],
        published_at=published_at,
        date_precision=precision,
        not_before=_day(between[0]),
        not_after=_day(between[1]),
        position=int(data["position"]),
        stated_minutes=data["stated_minutes"],
        standfirst=data["standfirst"],
        caption=data["caption"],
        credit=data["credit"],
        edited_at=datetime.fromisoformat(data["edited_at"]) if data["edited_at"] else None,
    )
    article.write_title(_text(data, "title"))
    article.write_body(data["body_html"])
    return article


def bylines_from(data: Data, article: Article, entities: Entities) -> Iterator[Byline]:
    """Yield the authors of `article`, which is saved."""
    named = zip(data["authors"], data["author_people"], strict=True)
    for rank, (name, person) in enumerate(named):
        yield Byline(article=article, rank=rank, name=name, person=entities.get(("person", person)))


def mentions_from(data: Data, article: Article, entities: Entities) -> Iterator[Mention]:
    """Yield the mentions in `article`, which is saved; each is of a name above it in the export."""
    for mention in data["mentions"]:
        start, end = _stretch(mention, article)
        yield Mention(
            article=article,
            entity=entities[mention["kind"], mention["entity"]],
            start=start,
            end=end,
            surface=article.body_text[start:end],
            found_by=FoundBy(mention["found_by"]),
            state=State(mention["status"]),
            confidence=_percent(mention["confidence"]),
        )


def quotes_from(data: Data, article: Article, entities: Entities) -> Iterator[Quote]:
    """Yield the quotes in `article`, which is saved."""
    for quote in data["quotes"]:
        start, end = _stretch(quote, article)
        speaker = quote["speaker"] and entities[quote["speaker_kind"], quote["speaker"]]
        yield Quote(
            article=article,
            start=start,
            end=end,
            speaker=speaker or None,
            speaker_text=quote["speaker_text"],
            found_by=FoundBy(quote["found_by"]),
            state=State(quote["status"]),
            confidence=_percent(quote["confidence"]),
        )


def neighbours_from(data: Data, article_id: int, stories: Stories) -> Iterator[Neighbour]:
    """Yield what stood before and after the story."""
    for direction in Direction:
        if side := data[direction.value]:
            yield Neighbour(
                article_id=article_id,
                direction=direction,
                title=_text(side, "title"),
                title_key=title_key(side["title"]),
                other_id=stories.get(side["slug"]),
            )


def related_from(data: Data, article_id: int, stories: Stories) -> Iterator[RelatedLink]:
    """Yield the related links of the story, ranked as they stand, for each maker of its own."""
    ranks = dict.fromkeys(MadeBy, 0)
    for link in data["related"]:
        maker = MadeBy(link["made_by"])
        yield RelatedLink(
            article_id=article_id,
            made_by=maker,
            rank=ranks[maker],
            other_id=stories.get(link["slug"]),
            title=link["title"],
            title_key=title_key(link["title"]) if link["title"] else "",
            score=link["score"],
            reasons=link["reasons"],
        )
        ranks[maker] += 1


def translations_from(data: Data, article_id: int, stories: Stories) -> Iterator[Translation]:
    """Yield the lines that point to the story in other languages."""
    for rank, row in enumerate(data["translations"]):
        yield Translation(
            article_id=article_id,
            rank=rank,
            language=row["language"],
            title=row["title"],
            title_key=title_key(row["title"]) if row["title"] else "",
            address=row["address"],
            other_id=stories.get(row["slug"]),
        )


def _published_at(word: str | None) -> tuple[datetime | None, DatePrecision]:
    if word is None:
        return None, DatePrecision.UNKNOWN
    precision = PRECISIONS.get(len(word), DatePrecision.MOMENT)
    if precision == DatePrecision.MOMENT:
        return datetime.fromisoformat(word), precision
    day = date.fromisoformat((word + "-01-01")[:10])
    start = datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone())
    return start, precision


def _stretch(find: Data, article: Article) -> tuple[int, int]:
    start, end = int(find["start"]), int(find["end"])
    if 0 <= start < end <= len(article.body_text) and article.body_text[start:end] == find["text"]:
        return start, end
    raise ValueError(f"{find['text']!r} does not stand at {start} to {end} of its body_text")


def _percent(share: float) -> int:
    if 0 <= share <= 1:
        return round(share * 100)
    raise ValueError(f"{share!r} is no confidence from 0 to 1")


def _slug(word: str) -> str:
    if word and slugify(word) == word:
        return word
    raise ValueError(f"{word!r} is no slug")


def _text(data: Data, name: str) -> str:
    word = data[name]
    if isinstance(word, str) and word.strip():
        return word
    raise ValueError(f"{name!r} is empty")


def _day(word: str | None) -> date | None:
    return date.fromisoformat(word) if word else None
