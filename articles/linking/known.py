"""The directory of all names that names may lead to, or of those that a few stories may bear."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, QuerySet, Value
from django.db.models.functions import StrIndex

from articles.linking.directory import Directory, NameKey
from articles.models import Alias, Entity
from articles.names import KnownName


def whole_directory() -> Directory:
    """Return all names of all entities."""
    return _directory(Alias.objects.all())


def directory_for(keys: Iterable[NameKey], texts: Iterable[str]) -> Directory:
    """Return the names with these keys, and those that stand in these texts."""
    ids = set(
        Alias.objects.filter(key__among={key for _, key in keys}).values_list("pk", flat=True)
    )
    for text in texts:
        in_text = Alias.objects.annotate(place=StrIndex(Value(text), F("name")))
        ids.update(in_text.filter(place__gt=0).values_list("pk", flat=True))
    # With those that share a key with one of them, or nobody could tell that the name is shared.
    shared = Alias.objects.filter(pk__in=ids).values("key")
    return _directory(Alias.objects.filter(key__in=shared))


def _directory(aliases: QuerySet[Alias]) -> Directory:
    """Return these names; nobody is in it whom protection keeps out."""
    rows = aliases.filter(entity__in=Entity.objects.linked()).order_by("entity_id", "pk")
    found = Directory()
    for name, kind, entity, by_itself, key in rows.values_list(
        "name", "entity__kind", "entity_id", "links_by_itself", "key"
    ).iterator():
        alias = KnownName(
            name,
            kind,  # type: ignore[arg-type]  # the constraint knows the three
            entity,
            links_by_itself=by_itself,
        )
        found.add(alias, key)
    return found
