"""What waits for an editor, most frequent first, asked in a few queries whatever the archive's size."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)

from articles.admin.lists import MOST_ROWS_COUNTED, AtLeast
from articles.admin.sentences import Sentence, first_place, sentence_around, stretch_from
from articles.models import Alias, Entity, LikelyDuplicate, Mention, NewName, Quote, Sighting

# Stories in which a new name is shown.
SENTENCES = 3
# More bearers of one name than anybody chooses among.
MOST_CANDIDATES = 12
# Django writes `=False` as NOT, for which SQLite does not look into an index.
NO = Value(False)
# Names that several have, of which one editor's hour decides; in names, and how long they are remembered.
MOST_SHARED = 100
SHARED_FOR_SECONDS = 60


@dataclass(frozen=True)
class Waiting:
    """One row to decide on, with what an editor needs to know of it."""

    row: Any
    sentences: list[Sentence]
    candidates: list[Entity]

    @property
    def pk(self) -> int:
        key: int = self.row.pk
        return key


# New names


def new_names() -> QuerySet[NewName, NewName]:
    """Return the names that nobody has, those first that most stories bear."""
    rows = NewName.objects.filter(rejected=NO)
    return rows.order_by("-story_count", "-confidence", "pk")


def show_names(rows: list[NewName]) -> list[Waiting]:
    """Add to each name sentences of different stories."""
    found: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for sighting in _sightings_of(rows):
        found[sighting.kind, sighting.key].append(_sentence_of(sighting))
    return [Waiting(row, found[row.kind, row.key], []) for row in rows]


def _sightings_of(rows: list[NewName]) -> list[Sighting]:
    """Return some sightings of each name, from an index for each, in one query."""
    if not rows:
        return []
    some = [
        # A subquery each, since SQLite takes no LIMIT in a part of a UNION.
        Sighting.objects.filter(
            pk__in=Sighting.objects.filter(kind=row.kind, key=row.key)
            .order_by("pk")
            .values("pk")[:SENTENCES]
        )
        .order_by()
        .values("pk")
        for row in rows
    ]
    # All parts in one UNION: SQLite's parser has no room for twenty within one another.
    pks = some[0].union(*some[1:], all=True)
    return list(_with_stretch(Sighting.objects.filter(pk__in=[row["pk"] for row in pks])))


# Names that several have


def shared_names() -> list[tuple[str, str, int]]:
    """Return kind, key and stories of names that lead to nobody since several have them.

    Finding them takes a walk through the index of all names, so that they are remembered for a minute.
    """
    return cache.get_or_set("names-that-several-have", _find_shared_names, SHARED_FOR_SECONDS) or []


def _find_shared_names() -> list[tuple[str, str, int]]:
    shared = Alias.objects.order_by().values("key").annotate(one=Min("entity"), other=Max("entity"))
    keys = shared.exclude(one=F("other")).values_list("key", flat=True)
    bearers = Alias.objects.filter(key__among=list(keys)).values("entity__kind", "key")
    several = bearers.annotate(count=Count("entity", distinct=True)).filter(count__gt=1)
    names = set(several.values_list("entity__kind", "key"))
    rows = _undecided(Sighting.objects.filter(key__among={key for _kind, key in names}))
    counted = rows.order_by().values_list("kind", "key").annotate(stories=Count("pk"))
    found = [one for one in counted if one[:2] in names]
    return sorted(found, key=lambda one: (-one[2], one))[:MOST_SHARED]


def shared_sightings(offset: int, limit: int) -> list[Sighting]:
    """Return names in stories where nobody has said who is meant, most frequent names first."""
    found: list[Sighting] = []
    for kind, key, _stories in shared_names():
        rows = _undecided(Sighting.objects.filter(kind=kind, key=key)).order_by("-pk")
        found += _with_stretch(rows)[: offset + limit - len(found)]
        if len(found) == offset + limit:
            break
    return found[offset:]


def show_choices(rows: list[Sighting]) -> list[Waiting]:
    """Add to each name those who have it."""
    candidates: dict[tuple[str, str], dict[int, Entity]] = defaultdict(dict)
    aliases = Alias.objects.filter(key__in={row.key for row in rows}).select_related("entity")
    for alias in aliases.order_by("entity_id"):
        candidates[alias.entity.kind, alias.key][alias.entity_id] = alias.entity
    return [
        Waiting(
            row, [_sentence_of(row)], [*candidates[row.kind, row.key].values()][:MOST_CANDIDATES]
        )
        for row in rows
    ]


def _undecided(rows: QuerySet[Sighting, Sighting]) -> QuerySet[Sighting, Sighting]:
    """Keep those of whose first place neither linking nor an editor has said who is meant."""
    tied = Mention.objects.filter(
        article=OuterRef("article"), start=OuterRef("start"), end=OuterRef("end")
    )
    return rows.annotate(start=first_place(0), end=first_place(1)).filter(~Exists(tied))


# Two that may be one


class CountOf(Subquery):
    """The number of rows of a query that is cut off, so that it is never far to count."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def likely_duplicates() -> QuerySet[LikelyDuplicate, LikelyDuplicate]:
    """Return the pairs that nobody has merged or told apart, those first that are most alike."""
    rows = LikelyDuplicate.objects.filter(different=NO).select_related("first", "second")
    return rows.order_by("-score", "pk")


def show_pairs(rows: QuerySet[LikelyDuplicate, LikelyDuplicate]) -> list[Waiting]:
    """Add to each pair how many mentions either has."""
    counted = rows.annotate(
        first_mentions=CountOf(_some_mentions("first")),
        second_mentions=CountOf(_some_mentions("second")),
    )
    return [Waiting(_say_at_least(row), [], [row.first, row.second]) for row in counted]


def _some_mentions(side: str) -> QuerySet[Any, Any]:
    rows = Mention.objects.filter(entity=OuterRef(side)).order_by()
    return rows.values("pk")[: MOST_ROWS_COUNTED + 1]


def _say_at_least(row: Any) -> Any:
    row.first_mentions = bounded(row.first_mentions)
    row.second_mentions = bounded(row.second_mentions)
    return row


# Quotes


def unsure_quotes() -> QuerySet[Quote, Quote]:
    """Return the quotes that readers do not see since no rule is sure of them, the surest first."""
    rows: QuerySet[Quote, Quote] = Quote.objects.undecided().filter(
        confidence__lt=settings.NAMES_PUBLIC_FROM
    )
    return rows.order_by("-confidence", "pk")


def show_quotes(rows: QuerySet[Quote, Quote]) -> list[Waiting]:
    """Add to each quote the paragraph that it stands in."""
    with_text = rows.select_related("article", "speaker").defer(*_LONG_TEXTS)
    return [
        Waiting(
            row,
            [sentence_around(row.stretch, row.start, row.end, row.article, paragraph=True)],
            [row.speaker] if row.speaker else [],
        )
        for row in with_text.annotate(stretch=stretch_from(F("start"), F("end")))
    ]


# What they share

_LONG_TEXTS = [f"article__{name}" for name in ("body_html", "body_text", "standfirst", "lead")]


def _with_stretch(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Load of a story only what stands around the name's first place."""
    placed = rows.annotate(start=first_place(0), end=first_place(1))
    stretch = stretch_from(F("start"), F("end"))
    found: QuerySet[Any, Any] = placed.annotate(stretch=stretch)
    return found.select_related("article").defer(*_LONG_TEXTS)


def _sentence_of(sighting: Any) -> Sentence:
    return sentence_around(
        sighting.stretch, sighting.start, sighting.end, sighting.article, paragraph=False
    )


def count(rows: QuerySet[Any, Any]) -> int:
    """Count no further than an editor decides in a day."""
    return bounded(rows.order_by().values("pk")[: MOST_ROWS_COUNTED + 1].count())


def bounded(number: int) -> int:
    return number if number <= MOST_ROWS_COUNTED else AtLeast(MOST_ROWS_COUNTED)
