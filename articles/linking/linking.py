"""When links are made: after an import, after a story was saved, and after a name changed hands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from django.db import transaction

from articles.linking.counting import keep_new_names
from articles.linking.directory import NameKey, directory_for, whole_directory
from articles.linking.making import keep_names, make_entities
from articles.linking.sightings import Read, rewrite_read
from articles.linking.stories import STORIES_AT_ONCE, link_stories
from articles.models import Article, Sighting
from articles.names import names_in_story

# In so few stories each name of the newsroom is looked for by the database, which takes some 0.1 s a
# story where there are 100,000 names; for more of them it is quicker to load all names.
FEW = 5


def link_new(articles: Collection[int]) -> None:
    """Link stories that an import has brought or changed, and whoever it has made an entity of."""
    keys = None if _are_most(articles) else _keys_in(articles)
    keep_new_names(keys)
    made = make_entities()
    keep_names(keys)
    concerned = set(articles) | set(_bearing(made))
    link_stories(sorted(concerned), whole_directory())


def link_article(article: Article) -> None:
    """Read the names and quotes in a story whose text has changed, and link them."""
    names, quotes = names_in_story(article.body_text, article.language)
    with transaction.atomic():
        before = _keys_in([article.pk])
        rewrite_read([Read(article.pk, names, quotes)])
        keys = _keys_in([article.pk])
        keep_new_names(before | keys)
        _link_few([article.pk], keys)


def link_names(keys: Iterable[NameKey]) -> None:
    """Link the stories that bear these names anew, since it has changed whose names they are."""
    keys = set(keys)
    with transaction.atomic():
        keep_new_names(keys)
        keep_names(keys)
        stories = sorted(_bearing(keys))
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


def _bearing(keys: Iterable[NameKey]) -> set[int]:
    """Return the stories that bear one of these names."""
    wanted = {key for _, key in keys}
    return set(Sighting.objects.filter(key__among=wanted).values_list("article_id", flat=True))
