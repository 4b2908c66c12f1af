"""What is remembered of a decision, and which decisions stand on it.

A decision stands on some things being as they are, and holds some as it left them. One whose undoing
changes what a later one holds waits until that is undone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.deciding.problems import CannotUndo
from articles.models import Decision

LONGEST_SUMMARY = 500

# The editor who decides, None for a command.
Editor = User | None


def entity_mark(pk: int) -> str:
    return f"entity {pk}"


def name_mark(kind: str, key: str) -> str:
    return f"{kind} {key}"


def remember(
    verb: Decision.Verb,
    summary: str,
    by: Editor,
    *,
    holds: Iterable[str],
    stands_on: Iterable[str] = (),
    **before: Any,
) -> Decision:
    """Keep a decision with `before`, which its undoing needs; it stands on all that it holds, too."""
    held = set(holds)
    marks = {"holds": sorted(held), "stands_on": sorted(held.union(stands_on))}
    return Decision.objects.create(
        verb=verb, summary=summary[:LONGEST_SUMMARY], made_by=by, before=marks | before
    )


def refuse_if_built_on(decision: Decision) -> None:
    """Raise `CannotUndo` if a later decision, not undone, holds what this one stands on."""
    marks = set(decision.before["stands_on"])
    later = Decision.objects.filter(pk__gt=decision.pk, undone_at=None).order_by("-pk")
    for summary, held in later.values_list("summary", "before__holds").iterator():
        if marks.intersection(held):
            raise CannotUndo(_("Undo this first, which stands on it: %s") % summary)
