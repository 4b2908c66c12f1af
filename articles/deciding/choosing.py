"""A name that several have: who is meant in one story."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.deciding.problems import DecidedAlready
from articles.deciding.record import Editor, entity_mark, remember
from articles.deciding.rows import Taken, put_back, taken
from articles.models import Decision, Entity, FoundBy, Mention, Quote, Sighting, State
from articles.models.mention import REFUSED, SURE, FindQuerySet

LONGEST_SURFACE = 200


@transaction.atomic
def choose_entity(sighting_id: int, entity_id: int, by: Editor) -> Decision:
    """Confirm that every place of the name in its story means the entity, which may be a new bearer."""
    sighting = _waiting(sighting_id)
    entity = Entity.objects.filter(pk=entity_id).first()
    if entity is None:
        raise DecidedAlready
    quotes = _quotes(sighting)
    spoken = list(quotes.values_list("pk", "speaker_id"))
    before, made = _write(sighting, [entity], State.CONFIRMED)
    # Without a key linking leaves the speaker as it is: the name alone would lead to nobody again.
    quotes.update(speaker=entity, speaker_kind="", speaker_key="")
    summary = _("“%(name)s” means %(entity)s in “%(story)s”")
    return remember(
        Decision.Verb.CHOOSE,
        summary % {"name": sighting.name, "entity": entity, "story": sighting.article},
        by,
        holds=[_mark(sighting)],
        stands_on=[entity_mark(entity.pk)],
        mentions=before,
        made=made,
        quotes=spoken,
        name=[sighting.kind, sighting.key],
        sighting=sighting.pk,
    )


@transaction.atomic
def choose_nobody(sighting_id: int, by: Editor) -> Decision:
    """Remember for ever that the name means none of those who have it, in its story."""
    sighting = _waiting(sighting_id)
    entities = list(candidates(sighting))
    before, made = _write(sighting, entities, State.REJECTED)
    summary = _("“%(name)s” means none of them in “%(story)s”")
    return remember(
        Decision.Verb.CHOOSE,
        summary % {"name": sighting.name, "story": sighting.article},
        by,
        holds=[_mark(sighting)],
        stands_on=[entity_mark(entity.pk) for entity in entities],
        mentions=before,
        made=made,
        quotes=[],
        name=[sighting.kind, sighting.key],
        sighting=sighting.pk,
    )


def unchoose(before: dict[str, Any]) -> None:
    Mention.objects.filter(pk__in=before["made"]).delete()
    put_back(before["mentions"])
    kind, key = before["name"]
    for pk, speaker in before["quotes"]:
        quote = Quote.objects.undecided().filter(pk=pk, speaker_key="")
        quote.update(speaker=speaker, speaker_kind=kind, speaker_key=key)


def candidates(sighting: Sighting) -> QuerySet[Entity, Entity]:
    """Return those who have the name of the sighting."""
    named = Entity.objects.filter(kind=sighting.kind, aliases__key=sighting.key)
    return named.distinct().order_by("pk")


def _waiting(sighting_id: int) -> Sighting:
    rows = Sighting.objects.select_for_update(of=("self",)).select_related("article")
    sighting = rows.filter(pk=sighting_id).first()
    if sighting is None or _mentions(sighting).decided().exists():
        raise DecidedAlready
    return sighting


def _mentions(sighting: Sighting) -> FindQuerySet:
    """Return what is tied to the places of the sighting."""
    rows: FindQuerySet = Mention.objects.filter(
        article=sighting.article,
        start__in=[place[0] for place in sighting.places],
        end__in=[place[1] for place in sighting.places],
    )
    return rows


def _write(sighting: Sighting, entities: list[Entity], state: State) -> tuple[Taken, list[int]]:
    """Put the editor's word in place of what was tied to the places; return that, and the new ids."""
    undecided = _mentions(sighting)
    before = taken(undecided)
    undecided.delete()
    text = sighting.article.body_text
    made = Mention.objects.bulk_create(
        Mention(
            article=sighting.article,
            entity=entity,
            start=start,
            end=end,
            surface=text[start:end][:LONGEST_SURFACE],
            found_by=FoundBy.ALIAS,
            state=state,
            confidence=SURE if state == State.CONFIRMED else REFUSED,
            rule=rule,
        )
        for entity in entities
        for start, end, _confidence, rule in sighting.places
    )
    return before, [mention.pk for mention in made]


def _quotes(sighting: Sighting) -> QuerySet[Quote, Quote]:
    rows: QuerySet[Quote, Quote] = Quote.objects.undecided().filter(
        article=sighting.article, speaker_kind=sighting.kind, speaker_key=sighting.key
    )
    return rows


def _mark(sighting: Sighting) -> str:
    return f"story {sighting.article_id} {sighting.kind} {sighting.key}"
