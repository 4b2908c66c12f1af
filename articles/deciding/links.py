"""What follows in stories from a decision: linking brings it about, once the decision is safe."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Count, Q, QuerySet

from articles.linking.making import make_entity as make
from articles.models import Alias, Entity
from articles.tasks import link_names_later

# A kind and a key: what a name is found by in stories.
Name = tuple[str, str]


def bring_up_to_date(names: Iterable[Name], former: Collection[str] = ()) -> None:
    """Let all stories that bear the names follow from whose they are now.

    `former` are names, as written, that nobody of them bears any more.
    """
    link_names_later(names, former)


def make_entity(kind: str, key: str, name: str) -> Entity:
    """Make an entity that bears the name, unlinked yet, of which an editor has decided that it is one."""
    return make(kind, key, name)


def names_of(entities: QuerySet[Entity, Entity]) -> set[Name]:
    """Return what the names of all these entities are found by."""
    aliases = Alias.objects.filter(entity__in=entities)
    return set(aliases.values_list("entity__kind", "key"))


def doubtful_names_of(entities: QuerySet[Entity, Entity]) -> set[Name]:
    """Return those of their names whose links depend on what else a story tells of whom.

    They are borne by several, or do not link by themselves. Stories that bear only others of the names
    need not be looked at when these become one, however many they are.
    """
    names = names_of(entities)
    several = (
        Alias.objects.filter(key__among={key for _kind, key in names})
        .order_by()
        .values_list("entity__kind", "key")
        .annotate(
            bearers=Count("entity", distinct=True),
            hesitant=Count("pk", filter=Q(links_by_itself=False)),
        )
    )
    return names & {
        (kind, key) for kind, key, bearers, hesitant in several if bearers > 1 or hesitant
    }
