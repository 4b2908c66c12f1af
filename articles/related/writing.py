"""Chosen stories → related links.

What an editor or the archive said stays, and of the rest only differences are written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from django.db import transaction

from articles.inserting import insert
from articles.models import Article, MadeBy, RelatedLink, Status, StoryTerm
from articles.related.archives import Archive, InDatabase, InMemory
from articles.related.choosing import Choice, choose
from articles.related.reasons import names_of, reasons
from articles.related.story import Story
from articles.related.terms import Term, terms_of

STORIES_AT_ONCE = 500
# A story takes the database some 40 ms; from so many on it is quicker to go through the whole archive.
MOST_BY_DATABASE = 200

OF_ALL = {"made_by": MadeBy.COMPUTED.value, "title": "", "title_key": ""}


class Link(NamedTuple):
    """A computed link; the names of the fields are those of RelatedLink."""

    rank: int
    other: int
    score: float
    reasons: tuple[str, ...]


def relate_all() -> None:
    """Choose anew what stands beside every published story."""
    archive = InMemory()
    with transaction.atomic():
        _relate(archive.by_pk.values(), archive)
        RelatedLink.objects.filter(made_by=MadeBy.COMPUTED).exclude(
            article__status=Status.PUBLISHED
        ).delete()


def relate_new(articles: Collection[int]) -> None:
    """Choose anew what stands beside stories that an import has brought or changed."""
    if len(articles) > MOST_BY_DATABASE:
        relate_all()
        return
    with transaction.atomic():
        _relate_around(articles)


def relate(article: Article) -> None:
    """Choose anew what stands beside a story that has changed, and beside those that it leads to.

    Beside a draft stands nothing, and it stands beside nothing.
    """
    with transaction.atomic():
        _keep_terms(article)
        _relate_around([article.pk])


def _relate_around(articles: Collection[int]) -> None:
    """Choose anew beside these stories, those that led to them, and those that they lead to now."""
    computed = RelatedLink.objects.filter(made_by=MadeBy.COMPUTED)
    led_here = computed.filter(other__in=articles).values_list("article_id", flat=True)
    concerned = {*articles, *led_here}
    _relate_some(concerned)
    leads_to = computed.filter(article__in=articles).values_list("other_id", flat=True)
    _relate_some({*leads_to} - concerned)


def _keep_terms(article: Article) -> None:
    """Keep the terms of a published story, and none of another."""
    wanted: Sequence[Term] = ()
    if article.status == Status.PUBLISHED:
        wanted = terms_of(article.title, article.standfirst, article.body_text)
    there = StoryTerm.objects.filter(article=article).values_list("term", "weight")
    if set(there) != set(wanted):
        rewrite_terms([(article.pk, wanted)])


def rewrite_terms(stories: Iterable[tuple[int, Sequence[Term]]]) -> None:
    """Write the terms of each story, by its id, in place of those it has."""
    several = list(stories)
    StoryTerm.objects.filter(article__in=[article for article, _ in several]).delete()
    write_terms(several)


def write_terms(stories: Iterable[tuple[int, Sequence[Term]]]) -> None:
    """Write the terms of each story, by its id, of which nothing is written yet."""
    rows = ((article, *term) for article, terms in stories for term in terms)
    insert(StoryTerm, ["article", *Term._fields], rows)


def _relate_some(articles: Collection[int]) -> None:
    archive = InDatabase()
    stories = archive.stories(articles)
    _relate(stories, archive)
    hidden = set(articles) - {story.pk for story in stories}
    RelatedLink.objects.filter(made_by=MadeBy.COMPUTED, article__in=hidden).delete()


def _relate(stories: Iterable[Story], archive: Archive) -> None:
    remaining = iter(stories)
    while some := list(islice(remaining, STORIES_AT_ONCE)):
        avoided, standing = _standing([story.pk for story in some])
        chosen = [(story, choose(story, archive, avoided[story.pk])) for story in some]
        _write(_links(chosen), standing)


def _standing(articles: list[int]) -> tuple[dict[int, set[int]], dict[int, list[Any]]]:
    """Return, by story, what editors and the archive said of it, and the computed links it has."""
    avoided: dict[int, set[int]] = defaultdict(set)
    standing: dict[int, list[Any]] = defaultdict(list)
    rows = RelatedLink.objects.filter(article__in=articles).order_by("rank")
    for link in rows:
        if link.made_by == MadeBy.COMPUTED:
            standing[link.article_id].append(link)
        elif link.other_id is not None:
            avoided[link.article_id].add(link.other_id)
    return avoided, standing


def _links(chosen: list[tuple[Story, list[Choice]]]) -> Iterator[tuple[int, list[Link]]]:
    names = names_of({name for _, few in chosen for choice in few for name in choice.shared})
    for story, few in chosen:
        yield (
            story.pk,
            [
                Link(rank, choice.story.pk, choice.score, tuple(reasons(story, choice, names)))
                for rank, choice in enumerate(few)
            ],
        )


def _write(wanted: Iterator[tuple[int, list[Link]]], standing: dict[int, list[Any]]) -> None:
    new: list[tuple[Any, ...]] = []
    stale: list[int] = []
    for article, links in wanted:
        there = standing[article]
        if links != [Link(row.rank, row.other_id, row.score, tuple(row.reasons)) for row in there]:
            stale += [row.pk for row in there]
            new += [(article, *link, *OF_ALL.values()) for link in links]
    RelatedLink.objects.filter(pk__in=stale).delete()
    insert(RelatedLink, ["article", *Link._fields, *OF_ALL], new)
