"""Undoing what an editor decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.deciding import choosing, duplicates, merging_back, names, quotes, splitting
from articles.deciding.problems import CannotUndo
from articles.deciding.record import refuse_if_built_on
from articles.models import Decision

Verb = Decision.Verb

UNDOING: dict[str, Callable[[dict[str, Any]], None]] = {
    Verb.ACCEPT: names.unaccept,
    Verb.ASSIGN: names.unassign,
    Verb.REJECT: names.unreject,
    Verb.CHOOSE: choosing.unchoose,
    Verb.CONFIRM_QUOTE: quotes.undecide,
    Verb.REJECT_QUOTE: quotes.undecide,
    Verb.DIFFERENT: duplicates.untell,
    Verb.MERGE: merging_back.unmerge,
    Verb.SPLIT: splitting.unsplit,
}


@transaction.atomic
def undo(decision_id: int) -> Decision:
    """Bring back the rows as they were before the decision; it stays in the list as undone.

    Raises `CannotUndo` if a later decision stands on it, or if what it was about is gone.
    """
    decision = Decision.objects.select_for_update().filter(pk=decision_id).first()
    if decision is None or decision.undone_at:
        raise CannotUndo(_("This has been undone already."))
    refuse_if_built_on(decision)
    UNDOING[decision.verb](decision.before)
    decision.undone_at = timezone.now()
    decision.save(update_fields=["undone_at"])
    return decision
