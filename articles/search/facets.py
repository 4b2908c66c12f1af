"""What a search can be narrowed down by: years, people, organizations, events and tags of its stories.

Each is a parameter of the page's address: `?q=water&person=yuri-gagarin&year=1961`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count
from django.db.models.expressions import RawSQL
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from taggit.models import Tag

from articles.models import Article, Entity, Kind, Mention, Tagging
from articles.models.article import ArticleQuerySet
from articles.search.engine import engine

MOST_IN_FACET = 8
# What is counted; of so many stories the mentions take some 5 ms to read.
MOST_COUNTED = 200
LONGEST_SLUG = 200


class Choice(NamedTuple):
    """One way to narrow the search down: what to call it, how many stories it leaves, and its parameter."""

    label: str
    stories: int
    name: str
    value: str


class Facet(NamedTuple):
    """Choices of one sort."""

    heading: str
    choices: list[Choice]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the search has been narrowed down to; None stands for something that is not there."""

    entities: tuple[Entity | None, ...] = ()
    tag: Tag | None = None
    has_tag: bool = False
    year: int | None = None

    @classmethod
    def by(cls, asked: QueryDict) -> Narrowed:
        """Return what the parameters of an address say; what is no year is passed over."""
        entities = tuple(_entity(kind, slug) for kind in Kind if (slug := _text(asked, kind.value)))
        tag = _text(asked, "tag")
        year = _text(asked, "year")
        is_year = year.isascii() and year.isdigit() and 0 < int(year[:5]) < 9999
        return cls(
            entities,
            Tag.objects.filter(slug=tag).first() if tag else None,
            bool(tag),
            int(year) if is_year else None,
        )

    def keep(self, stories: ArticleQuerySet) -> ArticleQuerySet:
        """Keep the stories that are of all that was chosen."""
        if None in self.entities or (self.has_tag and self.tag is None):
            return stories.none()
        for entity in self.entities:
            stories = stories.about(entity) if entity else stories
        if self.tag:
            stories = stories.tagged(self.tag.slug)
        if self.year:
            zone = timezone.get_current_timezone()
            start, end = (datetime(year, 1, 1, tzinfo=zone) for year in (self.year, self.year + 1))
            stories = stories.filter(published_at__gte=start, published_at__lt=end)
        return stories

    def choices(self) -> list[Choice]:
        """Return what was chosen, each to be taken away again."""
        chosen = [_of_entity(entity, 0) for entity in self.entities if entity]
        if self.tag:
            chosen.append(Choice(self.tag.name, 0, "tag", self.tag.slug))
        if self.year:
            chosen.append(Choice(str(self.year), 0, "year", str(self.year)))
        return chosen


def facets(stories: list[int], narrowed: Narrowed) -> list[Facet]:
    """Return what the first of these stories, all published, can be narrowed down by."""
    counted = engine().among(stories[:MOST_COUNTED])
    found = [] if narrowed.year else [Facet(_("Year"), _years(counted))]
    chosen = {entity.pk for entity in narrowed.entities if entity}
    taken = {entity.kind for entity in narrowed.entities if entity}
    named = [choice for choice in _entities(counted, chosen) if choice.name not in taken]
    for kind, heading in (
        (Kind.PERSON, _("Person")),
        (Kind.ORGANIZATION, _("Organization")),
        (Kind.EVENT, _("Event")),
    ):
        of_kind = [choice for choice in named if choice.name == kind]
        found.append(Facet(heading, of_kind[:MOST_IN_FACET]))
    if not narrowed.has_tag:
        found.append(Facet(_("Tag"), _tags(counted)))
    return [facet for facet in found if facet.choices]


def _years(stories: RawSQL) -> list[Choice]:
    moments = Article.objects.filter(pk__in=stories).exclude(published_at=None).order_by()
    years = Counter(
        timezone.localtime(moment).year for moment in moments.values_list("published_at", flat=True)
    )
    return [Choice(str(year), years[year], "year", str(year)) for year in sorted(years)[::-1]]


def _entities(stories: RawSQL, chosen: set[int]) -> list[Choice]:
    rows = Mention.objects.public().filter(article__in=stories).exclude(entity__in=chosen)
    counts = (
        rows.order_by()
        .values_list("entity_id")
        .annotate(stories=Count("article_id", distinct=True))
    )
    most = dict(counts.order_by("-stories", "entity_id")[: MOST_IN_FACET * 8])
    shown = Entity.objects.published().named_openly().in_bulk(list(most))
    return [_of_entity(shown[pk], count) for pk, count in most.items() if pk in shown]


def _of_entity(entity: Entity, stories: int) -> Choice:
    return Choice(entity.shown_name, stories, entity.kind, entity.slug)


def _tags(stories: RawSQL) -> list[Choice]:
    rows = Tagging.objects.filter(content_object__in=stories).order_by()
    counts = rows.values_list("tag__name", "tag__slug").annotate(stories=Count("pk"))
    most = counts.order_by("-stories", "tag__slug")[:MOST_IN_FACET]
    return [Choice(name, count, "tag", slug) for name, slug, count in most]


def _entity(kind: Kind, slug: str) -> Entity | None:
    return Entity.objects.published().named_openly().filter(kind=kind, slug=slug).first()


def _text(asked: QueryDict, name: str) -> str:
    return asked.get(name, "").replace("\0", "")[:LONGEST_SLUG]
