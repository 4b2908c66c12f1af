"""An export → rows: the way back of `articles.export`, in one transaction.

First come the names and the stories with what lies within them; then, since a line may name a story
that stands below it, what ties one to another.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from taggit.models import Tag

from articles.export import article_as_data, entity_as_data, with_children
from articles.importing import data_rows, refusals
from articles.importing.data_rows import Data, Entities, EntityKey, Stories
from articles.importing.report import Result
from articles.importing.settling import settle
from articles.linking.counting import keep_new_names
from articles.linking.sightings import Read, write_read
from articles.models import (
    Alias,
    Article,
    Byline,
    Entity,
    FormerAddress,
    FormerSlug,
    ImportBatch,
    ImportedDocument,
    Kind,
    Mention,
    Neighbour,
    Outcome,
    Quote,
    RelatedLink,
    Role,
    Tagging,
    Translation,
)
from articles.models.source import path_of
from articles.names import names_in_story
from articles.readers import Found
from articles.search.indexing import index_stories

Line = tuple[int, Data]

LINES_AT_ONCE = 500

DIFFERS = (
    "The newsroom has it already, with other words or facts, so it was left as it is. "
    "An export brings back only what is missing."
)


def restore(found: Found, paths: list[str], on_result: Callable[[Result], None]) -> None:
    """Bring an export into the newsroom, and tell `on_result` what became of each of its lines."""
    with transaction.atomic():
        Restorer(found, paths, on_result).restore()


class Restorer:
    """One export on its way in; it knows what is new, and so has to be tied."""

    def __init__(self, found: Found, paths: list[str], on_result: Callable[[Result], None]) -> None:
        self.found = found
        self.paths = paths
        self.on_result = on_result
        self.batch: ImportBatch | None = None
        self.newsroom_was_empty = not Article.objects.exists()
        self.new_names: set[EntityKey] = set()
        self.new_stories: set[str] = set()

    def restore(self) -> None:
        for lines in self._batches(self._lines(say=True)):
            self._restore_names([line for line in lines if line[1]["type"] in Kind.values])
            self._restore_stories([line for line in lines if line[1]["type"] == "article"])
        for lines in self._batches(self._lines(say=False)):
            refused = [data for _, data in lines if data["type"] in refusals.TYPES]
            self._tie([data for _, data in lines if data["type"] not in refusals.TYPES])
            named = {key for data in refused for key in refusals.named_in(data)}
            refusals.restore_refusals(refused, _entities(named))
        if self.batch is None:
            return
        self.batch.counts = {str(Outcome.CREATED): len(self.new_names) + len(self.new_stories)}
        self.batch.finished_at = timezone.now()
        self.batch.save(update_fields=["counts", "finished_at"])
        if self.newsroom_was_empty:
            keep_new_names()
        else:
            settle(list(_stories(self.new_stories).values()))

    def _lines(self, say: bool) -> Iterator[Line]:
        """Yield the objects of the export with their line numbers; `say` reports what is none."""
        with self._opened() as file:
            for number, line in enumerate(file, 1):
                try:
                    data = json.loads(line)
                    known = data["type"] in {"article", *Kind.values, *refusals.TYPES}
                    hash((*_names_in(data), *_slugs_in(data)))
                except (ValueError, KeyError, TypeError):
                    known = False
                if known:
                    yield number, data
                elif say:
                    self._refuse(number, "This is no object of an export.")

    def _opened(self) -> BinaryIO:
        if self.found.path:
            return open(self.found.path, "rb")
        return io.BytesIO(self.found.data or b"")

    def _batches(self, lines: Iterator[Line]) -> Iterator[list[Line]]:
        while batch := list(islice(lines, LINES_AT_ONCE)):
            yield batch

    # Names

    def _restore_names(self, lines: list[Line]) -> None:
        known = _entities({_key(data) for _, data in lines}, whole=True)
        entities, aliases, pairs = [], [], []
        for number, data in lines:
            if _key(data) in known:
                ours = [entity_as_data(known[_key(data)], each) for each in (False, True)]
                self._compare(number, data, ours)
                continue
            try:
                entity = data_rows.entity_from(data)
                aliases.append(list(data_rows.aliases_from(data, entity)))
            except (KeyError, TypeError, ValueError) as error:
                self._refuse(number, f"It cannot be read ({error!r}).")
                continue
            entities.append(entity)
            pairs.append((data, entity))
            self._created(number, entity)
        Entity.objects.bulk_create(entities)
        self.new_names.update((entity.kind, entity.slug) for entity in entities)
        for entity, its_aliases in zip(entities, aliases, strict=True):
            for alias in its_aliases:
                alias.entity_id = entity.pk
        Alias.objects.bulk_create([alias for its_aliases in aliases for alias in its_aliases])
        FormerAddress.objects.bulk_create(
            [former for pair in pairs for former in data_rows.former_addresses_from(*pair)],
            ignore_conflicts=True,  # another has it now, and a page of its own
        )

    # Stories

    def _restore_stories(self, lines: list[Line]) -> None:
        known = {
            article.slug: article
            for article in Article.objects.filter(
                slug__among=[data["slug"] for _, data in lines]
            ).prefetch_related(*with_children(everything=True))
        }
        entities = _entities({key for _, data in lines for key in _names_in(data)})
        unplaced = 0 if self.newsroom_was_empty else Article.objects.free_unplaced()
        pairs: list[tuple[Data, Article]] = []
        for number, data in lines:
            if data["slug"] in known:
                ours = [article_as_data(known[data["slug"]], each) for each in (False, True)]
                self._compare(number, data, ours)
                continue
            article = self._article(number, data, entities)
            if article is None:
                continue
            if not self.newsroom_was_empty:
                article.position = unplaced + len(pairs)
            pairs.append((data, article))
            self._created(number, article)
        Article.objects.bulk_create([article for _, article in pairs])
        self.new_stories.update(article.slug for _, article in pairs)
        FormerSlug.objects.bulk_create(
            [former for pair in pairs for former in data_rows.former_slugs_from(*pair)],
            ignore_conflicts=True,  # it leads to another already
        )
        self._restore_parts(pairs, entities)
        self._read_names([article for _, article in pairs])
        index_stories(article.pk for _, article in pairs)
        self._restore_sources(pairs)

    def _article(self, number: int, data: Data, entities: Entities) -> Article | None:
        """Return the story of a line with all its parts sound, or refuse the line."""
        try:
            article = data_rows.article_from(data)
            list(data_rows.former_slugs_from(data, article))
            list(data_rows.mentions_from(data, article, entities))
            list(data_rows.quotes_from(data, article, entities))
            list(data_rows.neighbours_from(data, 0, {}))
            list(data_rows.related_from(data, 0, {}))
            list(data_rows.translations_from(data, 0, {}))
            return article
        except (KeyError, TypeError, ValueError) as error:
            self._refuse(number, f"It cannot be read ({error!r}).")
            return None

    def _restore_parts(self, pairs: list[tuple[Data, Article]], entities: Entities) -> None:
        def all_of(rows_from: Any) -> list[Any]:
            return [row for data, article in pairs for row in rows_from(data, article, entities)]

        Byline.objects.bulk_create(all_of(data_rows.bylines_from))
        Mention.objects.bulk_create(all_of(data_rows.mentions_from))
        Quote.objects.bulk_create(all_of(data_rows.quotes_from))
        names = {name for data, _ in pairs for name in data["tags"]}
        tags = {name: Tag.objects.get_or_create(name=name)[0] for name in sorted(names)}
        Tagging.objects.bulk_create(
            [
                Tagging(content_object=article, tag=tags[name])
                for data, article in pairs
                for name in data["tags"]
            ]
        )

    def _read_names(self, articles: list[Article]) -> None:
        """Keep what names the stories bear, which no export holds since it follows from their text."""
        if settings.FIND_NAMES:
            read = [(one.pk, *names_in_story(one.body_text, one.language)) for one in articles]
            write_read([Read(pk, names, ()) for pk, names, _ in read])

    def _restore_sources(self, pairs: list[tuple[Data, Article]]) -> None:
        sourced = [(data["source"], article) for data, article in pairs if data["source"]]
        known = set(
            ImportedDocument.objects.filter(
                source_key__among=[source["key"] for source, _ in sourced]
            ).values_list("source_key", flat=True)
        )
        if self.batch is None and pairs:
            self.batch = ImportBatch.objects.create(paths=self.paths)
        ImportedDocument.objects.bulk_create(
            [
                ImportedDocument(
                    source_key=source["key"],
                    batch=self.batch,
                    article=article,
                    outcome=Outcome.CREATED,
                    format=source["format"],
                    encoding=source["encoding"],
                    sha256=source["sha256"],
                    address=source["address"] or "",
                    path=path_of(source["address"] or ""),
                )
                for source, article in sourced
                if source["key"] not in known
            ]
        )

    # Ties

    def _tie(self, objects: list[Data]) -> None:
        names = [data for data in objects if _key(data) in self.new_names]
        articles = [data for data in objects if data["slug"] in self.new_stories]
        articles = [data for data in articles if data["type"] == "article"]
        stories = _stories({slug for data in (*names, *articles) for slug in _slugs_in(data)})
        entities = _entities({key for data in names for key in _names_in(data)})
        for data in names:
            if data["parent"]:
                parent = entities.get((data["parent"]["kind"], data["parent"]["slug"]))
                Entity.objects.filter(kind=data["type"], slug=data["slug"]).update(parent=parent)
        Role.objects.bulk_create(
            [row for data in names for row in data_rows.roles_from(data, entities, stories)]
        )

        def all_of(rows_from: Any) -> list[Any]:
            return [
                row for data in articles for row in rows_from(data, stories[data["slug"]], stories)
            ]

        Neighbour.objects.bulk_create(all_of(data_rows.neighbours_from))
        RelatedLink.objects.bulk_create(all_of(data_rows.related_from))
        Translation.objects.bulk_create(all_of(data_rows.translations_from))

    # Saying what became of a line

    def _compare(self, number: int, data: Data, ours: list[Data]) -> None:
        same = data in json.loads(json.dumps(ours))
        outcome = Outcome.UNCHANGED if same else Outcome.KEPT
        where = f"{self.found.where}, line {number}"
        text = "" if same else f"{where}: {DIFFERS}"
        self.on_result(Result(data["slug"], where, outcome, text=text))

    def _created(self, number: int, row: Article | Entity) -> None:
        where = f"{self.found.where}, line {number}"
        slug = row.slug if isinstance(row, Article) else ""
        self.on_result(Result(row.slug, where, Outcome.CREATED, slug=slug))

    def _refuse(self, number: int, problem: str) -> None:
        where = f"{self.found.where}, line {number}"
        mend = "Lines are as manage.py export_archive writes them; take this one out or mend it."
        self.on_result(
            Result(self.found.key, where, Outcome.REFUSED, text=f"{where}: {problem} {mend}")
        )


def _key(data: Data) -> EntityKey:
    return data["type"], data["slug"]


def _names_in(data: Data) -> Iterator[EntityKey]:
    """Yield the keys of all names that an object, or what hangs on it, points to."""
    if data["type"] in refusals.TYPES:
        yield from refusals.named_in(data)
        return
    if data["type"] in Kind.values:
        yield _key(data)
        if data.get("parent"):
            yield data["parent"]["kind"], data["parent"]["slug"]
        for role in data.get("roles", ()):
            if role["organization"]:
                yield "organization", role["organization"]
        return
    for mention in data.get("mentions", ()):
        yield mention["kind"], mention["entity"]
    for quote in data.get("quotes", ()):
        if quote["speaker"]:
            yield quote["speaker_kind"], quote["speaker"]
    for person in data.get("author_people", ()):
        if person:
            yield "person", person


def _slugs_in(data: Data) -> Iterator[str]:
    """Yield the slugs of all stories that an object points to, its own among them."""
    if data["type"] in refusals.TYPES:
        return
    if data["type"] in Kind.values:
        for role in data["roles"]:
            yield role["article"]
        return
    yield data["slug"]
    for beside in (data["previous"], data["next"], *data["related"], *data["translations"]):
        if beside and beside["slug"]:
            yield beside["slug"]


def _entities(keys: set[EntityKey], whole: bool = False) -> dict[EntityKey, Entity]:
    rows = Entity.objects.filter(slug__among={slug for _, slug in keys})
    if whole:
        rows = rows.select_related("parent").prefetch_related(
            "aliases", "roles__organization", "roles__article"
        )
    return {(entity.kind, entity.slug): entity for entity in rows}


def _stories(slugs: set[str]) -> Stories:
    return dict(Article.objects.filter(slug__among=slugs).values_list("slug", "pk"))
