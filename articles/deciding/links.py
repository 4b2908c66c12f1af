"""What follows in stories from a decision: linking brings it about."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from articles.models import Alias, Entity

# A kind and a key: what a name is found by in stories.
Name = tuple[str, str]


def bring_up_to_date(names: Iterable[Name]) -> None:
    """Let all stories that bear the names follow from whose they are now."""
    from articles.linking import link_names  # it reads data files, which most processes never need

    link_names(sorted(set(names)))


def make_entity(kind: str, key: str, name: str) -> Entity:
    """Make an entity that bears the name, unlinked yet, of which an editor has decided that it is one."""
    from articles.linking import make_entity as make

    entity: Entity = make(kind, key, name)
    entity.made_by_import = False
    entity.save(update_fields=["made_by_import"])
    return entity


def names_of(entities: QuerySet[Entity, Entity]) -> set[Name]:
    """Return what the names of all these entities are found by."""
    aliases = Alias.objects.filter(entity__in=entities)
    return set(aliases.values_list("entity__kind", "key"))
