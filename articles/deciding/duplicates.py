"""Two that may be one, and are not."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.deciding.problems import CannotUndo, DecidedAlready
from articles.deciding.record import Editor, entity_mark, remember
from articles.models import Decision, LikelyDuplicate


@transaction.atomic
def tell_apart(pair_id: int, by: Editor) -> Decision:
    """Remember for ever that the two are different."""
    rows = LikelyDuplicate.objects.select_for_update(of=("self",))
    pair = rows.select_related("first", "second").filter(pk=pair_id, different=False).first()
    if pair is None:
        raise DecidedAlready
    LikelyDuplicate.objects.filter(pk=pair_id).update(different=True)
    return remember(
        Decision.Verb.DIFFERENT,
        _("%(first)s and %(second)s are different") % {"first": pair.first, "second": pair.second},
        by,
        holds=[entity_mark(pair.first_id), entity_mark(pair.second_id)],
        pair=pair_id,
    )


def untell(before: dict[str, Any]) -> None:
    if not LikelyDuplicate.objects.filter(pk=before["pair"]).update(different=False):
        raise CannotUndo(_("One of the two is not there any more."))
