"""When links are made: after an import, after a story was saved, and after a name changed hands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from django.conf import settings
from django.db import transaction

from articles.linking.anchoring import move_decided
from articles.linking.counting import keep_new_names
from articles.linking.directory import NameKey
from articles.linking.duplicates import find_duplicates
from articles.linking.known import directory_for, whole_directory
from articles.linking.making import keep_names, make_entities
from articles.linking.searching import stories_holding
from articles.linking.sightings import Read, rewrite_read
from articles.linking.stories import STORIES_AT_ONCE, link_many_stories, link_stories
from articles.models import Alias, Article, Sighting
from articles.names import names_in_story

# In so few stories each name of the newsroom is looked for by the database, which takes some 0.1 s a
# story where there are 100,000 names; for more of them it is quicker to load all names.
FEW = 5
# Another process takes a second to start.
MANY = 5_000


def link_new(articles: Collection[int]) -> None:
    """Link stories that an import has brought or changed, and whoever it has made an entity of."""
    keys = None if _are_most(articles) else _keys_in(articles)
    keep_new_names(keys)
    made = make_entities()
    made |= keep_names(keys)
    if keys is None:
        concerned = set(Article.objects.values_list("pk", flat=True))
    else:
        concerned = {*articles, *_bearing(made), *stories_holding(_spellings(made))}
    link = link_many_stories if len(concerned) > MANY else link_stories
    link(sorted(concerned), whole_directory())
    find_duplicates(_bearers(made))


def link_article(article: Article, before: str | None = None) -> None:
    """Read the names and quotes in a story whose text has changed, and link them.

    `before` is the text it had until now, if another: what editors decided on in that keeps its words.
    """
    with transaction.atomic():
        if before is not None:
            move_decided(article, before)
        if settings.FIND_NAMES:
            names, quotes = names_in_story(article.body_text, article.language)
            former = _keys_in([article.pk])
            rewrite_read([Read(article.pk, names, quotes)])
            keys = _keys_in([article.pk])
            keep_new_names(former | keys)
            _link_few([article.pk], keys)


def forget_articles(articles: Iterable[int]) -> None:
    """Count the names in these stories no more, which are about to be deleted."""
    ids = list(articles)
    keys = _keys_in(ids)
    Sighting.objects.filter(article__in=ids).delete()
    keep_new_names(keys)


def link_names(keys: Iterable[NameKey], former: Collection[str] = ()) -> None:
    """Link the stories that bear these names anew, since it has changed whose names they are.

    `former` are names, as written, that somebody bore until now.
    """
    keys = set(keys)
    with transaction.atomic():
        keep_new_names(keys)
        keep_names(keys)
        written = {*former, *_spellings(keys)}
        stories = sorted({*_bearing(keys), *stories_holding(written)})
        if len(stories) > FEW:
            link_stories(stories, whole_directory())
        else:
            _link_few(stories, _keys_in(stories))


def _link_few(stories: list[int], keys: set[NameKey]) -> None:
    texts = Article.objects.filter(pk__in=stories).values_list("body_text", flat=True)
    link_stories(stories, directory_for(keys, texts))


def _are_most(articles: Collection[int]) -> bool:
    """Tell whether it is quicker to go through all names than to look up those of the stories."""
    return len(articles) * 4 > Article.objects.count()


def _keys_in(articles: Iterable[int]) -> set[NameKey]:
    keys: set[NameKey] = set()
    remaining = iter(articles)
    while some := list(islice(remaining, STORIES_AT_ONCE)):
        keys.update(Sighting.objects.filter(article__in=some).values_list("kind", "key"))
    return keys


def _spellings(keys: Iterable[NameKey]) -> set[str]:
    """Return how the names with these keys are written."""
    aliases = Alias.objects.filter(key__among={key for _, key in keys})
    return set(aliases.values_list("name", flat=True))


def _bearers(keys: Iterable[NameKey]) -> set[int]:
    """Return the entities that bear these names."""
    aliases = Alias.objects.filter(key__among={key for _, key in keys})
    return set(aliases.values_list("entity_id", flat=True))


def _bearing(keys: Iterable[NameKey]) -> set[int]:
    """Return the stories that bear one of these names."""
    wanted = {key for _, key in keys}
    return set(Sighting.objects.filter(key__among=wanted).values_list("article_id", flat=True))
