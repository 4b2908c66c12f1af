"""All that hangs on one entity, moved to another: nothing is there twice afterwards."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef

from articles.deciding.rows import move, taken
from articles.models import Alias, Byline, Entity, Mention, Quote, Role, State


def move_everything(kept: Entity, lost: Entity) -> dict[str, Any]:
    """Move names, finds, roles, bylines and parts of `lost` to `kept`, in as many statements for any number.

    What both have stays once: that which an editor decided, else that of `kept`. Returns the ids of
    what was moved, and the doubles, which are gone, as rows.
    """
    return {
        **_names(kept, lost),
        **_finds(kept, lost),
        **_roles(kept, lost),
        "bylines": move(Byline.objects.filter(person=lost), "person", kept),
        "parts": move(lost.parts.exclude(pk=kept.pk), "parent", kept),
    }


def _names(kept: Entity, lost: Entity) -> dict[str, Any]:
    """Move all names that `kept` does not have yet."""
    has_it = Alias.objects.filter(entity=kept, name=OuterRef("name"))
    double = Alias.objects.filter(Exists(has_it), entity=lost)
    rows = taken(double)
    double.delete()
    return {"aliases": move(lost.aliases.all(), "entity", kept), "double_aliases": rows}


def _finds(kept: Entity, lost: Entity) -> dict[str, Any]:
    doubles = _weaker_doubles(kept, lost)
    rows = taken(doubles)
    Mention.objects.filter(pk__in=[row["pk"] for row in rows]).delete()
    return {
        "mentions": move(Mention.objects.filter(entity=lost), "entity", kept),
        "double_mentions": rows,
        "quotes": move(Quote.objects.filter(speaker=lost), "speaker", kept),
    }


def _weaker_doubles(kept: Entity, lost: Entity) -> list[Mention]:
    """Return, of the mentions of the same stretch, the one of each two that goes."""
    same = Mention.objects.filter(
        article=OuterRef("article"), start=OuterRef("start"), end=OuterRef("end"), entity=kept
    )
    of_lost = list(Mention.objects.filter(Exists(same), entity=lost))
    of_kept = {
        (one.article_id, one.start, one.end): one
        for one in Mention.objects.filter(
            entity=kept, article__in={one.article_id for one in of_lost}
        )
    }
    pairs = [(one, of_kept[one.article_id, one.start, one.end]) for one in of_lost]
    return [ours if WEIGHT[its.state] > WEIGHT[ours.state] else its for its, ours in pairs]


WEIGHT: dict[str, int] = {State.SUGGESTED: 0, State.REJECTED: 1, State.CONFIRMED: 2}


def _roles(kept: Entity, lost: Entity) -> dict[str, Any]:
    has_it = Role.objects.filter(person=kept, title=OuterRef("title"), article=OuterRef("article"))
    double = Role.objects.filter(Exists(has_it), person=lost)
    rows = taken(double)
    double.delete()
    return {
        "roles": move(Role.objects.filter(person=lost), "person", kept),
        "double_roles": rows,
        "holders": move(Role.objects.filter(organization=lost), "organization", kept),
    }
