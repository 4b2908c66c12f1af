"""Two that are one: all that hangs on the one hangs on the other then, and the one's address leads to it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.deciding.facts import facts_gained
from articles.deciding.links import bring_up_to_date, doubtful_names_of
from articles.deciding.moving import move_everything
from articles.deciding.problems import CannotDecide, DecidedAlready
from articles.deciding.record import Editor, entity_mark, remember
from articles.deciding.rows import Taken, move, plain, taken
from articles.models import (
    Decision,
    Entity,
    FormerAddress,
    LikelyDuplicate,
    Mention,
)


@transaction.atomic
def merge(kept_id: int, lost_id: int, by: Editor) -> Decision:
    """Make one of two entities of the same kind: the name, address and facts of `kept_id` win.

    Whatever both have is there once afterwards, and what an editor decided wins over a suggestion.
    """
    kept, lost = _two(kept_id, lost_id)
    names = doubtful_names_of(Entity.objects.filter(pk__in=[kept.pk, lost.pk]))
    before: dict[str, Any] = {
        "lost": taken([lost]),
        "kept": kept.pk,
        "newest": _newest_mention(),
        **move_everything(kept, lost),
        "facts": _write_facts(kept, lost),
        "pairs": _move_pairs(kept, lost),
        "addresses": _move_addresses(kept, lost),
    }
    Entity.objects.filter(pk=lost.pk).delete()
    bring_up_to_date(names)
    return remember(
        Decision.Verb.MERGE,
        _("%(lost)s is %(kept)s") % {"lost": lost.name, "kept": kept.name},
        by,
        holds=[entity_mark(kept.pk), entity_mark(lost.pk)],
        **before,
    )


def _two(kept_id: int, lost_id: int) -> tuple[Entity, Entity]:
    """Return both, and let nothing new hang on either until the end."""
    rows = Entity.objects.select_for_update().order_by("pk").in_bulk([kept_id, lost_id])
    if len(rows) < 2:
        raise DecidedAlready
    kept, lost = rows[kept_id], rows[lost_id]
    if kept.kind != lost.kind:
        raise CannotDecide(_("Only two of the same kind can be one."))
    return kept, lost


def _newest_mention() -> int:
    """Return the id of the last mention made so far, after which come those made since the merge."""
    newest = Mention.objects.order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


def _write_facts(kept: Entity, lost: Entity) -> dict[str, Any]:
    """Write what `kept` gains, and return of each field what it was and what it is now."""
    gained = facts_gained(kept, lost)
    changes = {name: [getattr(kept, name), value] for name, value in gained.items()}
    Entity.objects.filter(pk=kept.pk).update(**gained)
    return {name: [plain(was), plain(now)] for name, (was, now) in changes.items()}


def _move_pairs(kept: Entity, lost: Entity) -> Taken:
    """Keep of either what it was told apart from, or may be one with; return the pairs as they were."""
    pairs = pairs_of(kept.pk, lost.pk)
    before = taken(pairs)
    both = {kept.pk, lost.pk}
    by_other: dict[int, LikelyDuplicate] = {}
    for pair in pairs.order_by("different", "score"):  # the last one of each wins
        other = pair.second_id if pair.first_id in both else pair.first_id
        if other not in both:
            by_other[other] = pair
    pairs.delete()
    LikelyDuplicate.objects.bulk_create(
        LikelyDuplicate(
            first_id=min(kept.pk, other),
            second_id=max(kept.pk, other),
            score=pair.score,
            reason=pair.reason,
            different=pair.different,
        )
        for other, pair in by_other.items()
    )
    return before


def pairs_of(*entities: int) -> QuerySet[LikelyDuplicate, LikelyDuplicate]:
    """Return all pairs that one of the entities is in."""
    return LikelyDuplicate.objects.filter(Q(first__in=entities) | Q(second__in=entities))


def _move_addresses(kept: Entity, lost: Entity) -> dict[str, Any]:
    """Let the address of `lost`, and all that led to it, lead to `kept`."""
    moved = move(lost.former_addresses.all(), "entity", kept)
    same = FormerAddress.objects.filter(kind=lost.kind, slug=lost.slug)
    rows = taken(same)
    same.delete()
    made = FormerAddress.objects.create(kind=lost.kind, slug=lost.slug, entity=kept)
    return {"moved": moved, "made": made.pk, "replaced": rows}
