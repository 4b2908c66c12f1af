"""What readers may not see is at no public address: a walk over all of them, whatever they are.

Stories that are a draft, scheduled or withdrawn, and people who are protected, bear words that stand
nowhere else. Every address of the site is asked for, with everything that could stand in its gaps, and so
is every address that an answer leads to. An address that is added later is walked, too.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from articles.export import export
from articles.linking.linking import link_article
from articles.models import Article, Entity, Status
from articles.models.article import Tagging
from tests.cast import (
    make_article,
    make_byline,
    make_mention,
    make_neighbour,
    make_newsroom,
    make_person,
    make_quote,
    make_related,
)

pytestmark = pytest.mark.django_db

# Words that only what is hidden bears: each story its own in title, text, tag, author and caption, each
# protected person a name.
STORIES = ["zarquon", "vogsphere", "magrathea"]
PEOPLE = ["Quillfeather", "Wimbletock"]
NOWHERE = [*STORIES, PEOPLE[1]]

# A search can be narrowed in a thousand ways, each of which leads to the others.
MOST_OF_ONE_FORM = 3

# What could stand in the gaps of an address.
NUMBERS = ["1", "2", "4", "12", "1961", "2999"]
ASKED_FOR = [*STORIES, *PEOPLE, "gagarin", "vostok"]


def hide_stories() -> None:
    """Make a draft, a scheduled story and a withdrawn one, with all that can hang on them."""
    draft, scheduled, withdrawn = (
        _marked(STORIES[0], status=Status.DRAFT),
        _marked(STORIES[1], published_at=datetime(2999, 1, 1, tzinfo=UTC)),
        _marked(STORIES[2]),
    )
    for shown in Article.objects.published().exclude(pk=withdrawn.pk):
        for hidden in (draft, scheduled, withdrawn):
            make_related(shown, "", other=hidden, made_by="editor", rank=hidden.pk)
    first = Article.objects.published().exclude(pk=withdrawn.pk).newest_first()[0]
    make_neighbour(draft, "previous", first.title)
    withdrawn.status = Status.DRAFT
    withdrawn.save()


def _marked(mark: str, **fields: Any) -> Article:
    article = make_article(
        f"The {mark} papers",
        paragraphs=[f"Mona {mark.title()} said: “It is the {mark} plan.”", "Yuri Gagarin agreed."],
        standfirst=f"A {mark} standfirst.",
        caption=f"A {mark} caption.",
        credit=f"{mark} agency",
        slug=f"hidden-{STORIES.index(mark)}",
        **fields,
    )
    article.tags.add(f"{mark} tag")
    person = make_person(f"Mona {mark.title()}", slug=f"mona-{STORIES.index(mark)}")
    make_byline(article, f"{mark} author", person)
    make_mention(article, person)
    make_mention(article, Entity.objects.get(slug="yuri-gagarin"))
    make_quote(article, f"It is the {mark} plan.", person)
    link_article(article)
    return article


def protect_people() -> None:
    """Protect two people whom published stories name: one has no page, one only initials."""
    no_page, initials = PEOPLE
    for name, protection in ((no_page, "page_hidden"), (initials, "initials_only")):
        article = make_article(
            f"A trial {protection[:4]}", paragraphs=["Somebody is on trial.", f"Ada {name} waits."]
        )
        person = make_person(
            f"Ada {name}", slug=f"ada-{protection[:4]}", protection_reason="Asked for it."
        )
        make_mention(article, person)
        setattr(person, protection, True)
        person.save()
        link_article(article)


def test_what_readers_may_not_see_is_at_no_address(client: Client) -> None:
    make_newsroom()
    protect_people()
    hide_stories()
    cache.clear()
    walked = walk(client, [*all_addresses(), *questions()])
    assert len(walked) > 200
    assert leaks(walked, NOWHERE) == []
    # Whoever has no page is called by name in the stories that name them, and nothing leads to them.
    assert [
        address
        for address, text in walked.items()
        if "/people/ada-page" in text and "ada-page" not in address
    ] == []


def test_what_readers_may_not_see_is_not_in_the_open_export() -> None:
    make_newsroom()
    protect_people()
    hide_stories()
    told = "\n".join(json.dumps(line, ensure_ascii=False) for line in export())
    assert [mark for mark in NOWHERE if mark.lower() in told.lower()] == []


# The walk


def all_addresses() -> Iterator[str]:
    """Yield every address but the desk's, with everything in its gaps that the database could put there."""
    words = {
        *Article.objects.values_list("slug", flat=True),
        *Entity.objects.values_list("slug", flat=True),
        *Tagging.objects.values_list("tag__slug", flat=True),
        *("articles", "people", "organizations", "events", "tags"),
    }
    for pattern in public_patterns():
        gaps = re.findall(r"<(?:(\w+):)?\w+>", pattern)
        parts = re.split(r"<(?:\w+:)?\w+>", pattern)
        for given in product(*(NUMBERS if kind == "int" else sorted(words) for kind in gaps)):
            yield "/" + "".join(map("".join, zip(parts, (*given, ""), strict=True)))


def public_patterns() -> list[str]:
    """Return the patterns of all public addresses, as `path()` was given them."""
    return [pattern for pattern in _patterns(get_resolver()) if not pattern.startswith("admin/")]


def _patterns(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield pattern
        else:
            yield from _patterns(entry, pattern)


def questions() -> Iterator[str]:
    """Yield every address without gaps, with the questions that pages take."""
    for pattern in public_patterns():
        if "<" not in pattern:
            yield from (f"/{pattern}?{urlencode({'q': word})}" for word in ASKED_FOR)
            for name in ("letter", "person", "tag", "event", "after"):
                yield f"/{pattern}?{urlencode({name: 'q'})}"
            yield f"/{pattern}?page=2"


def walk(client: Client, addresses: list[str]) -> dict[str, str]:
    """Return what stands at these addresses and at all that they lead to, headers and all."""
    waiting = list(dict.fromkeys(addresses))
    walked: dict[str, str] = {}
    forms: Counter[tuple[str, ...]] = Counter()
    while waiting:
        address = waiting.pop()
        if address in walked:
            continue
        response = client.get(address)
        body = b"".join(response) if response.streaming else response.content
        walked[address] = "\n".join([*map(": ".join, response.headers.items()), body.decode()])
        for found in led_to(address, walked[address]):
            forms[form_of(found)] += 1
            if found not in walked and forms[form_of(found)] <= MOST_OF_ONE_FORM:
                waiting.append(found)
        if len(walked) % 50 == 0:
            cache.clear()  # the API counts who asks
    return walked


def form_of(address: str) -> tuple[str, ...]:
    """Return a page with the names of what is asked of it; one without questions is a form of its own."""
    parts = urlsplit(address)
    return (parts.path, *sorted(parse_qs(parts.query)))


def led_to(address: str, text: str) -> Iterator[str]:
    """Yield the addresses of the site that an answer names, the desk's left out."""
    for found in re.findall(r'(?:href="|src="|<loc>|"url": ?"|Location: )([^"<\s]+)', text):
        parts = urlsplit(urljoin(f"{settings.SITE_URL}{address}", found.replace("&amp;", "&")))
        is_ours = f"{parts.scheme}://{parts.netloc}" == settings.SITE_URL
        if is_ours and not parts.path.startswith(("/admin/", settings.STATIC_URL)):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def leaks(walked: dict[str, str], marks: list[str]) -> list[tuple[str, str]]:
    """Return which mark stands at which address without having been asked for there."""
    return [
        (address, mark)
        for address, text in walked.items()
        for mark in marks
        if mark.lower() in text.lower() and mark.lower() not in address.lower()
    ]


def test_the_walk_knows_the_pages_of_readers() -> None:
    patterns = public_patterns()
    for name in ("home", "archive", "person_list", "sitemap", "robots"):
        assert reverse(name).lstrip("/") in patterns
