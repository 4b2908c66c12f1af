"""Whoever is known by initials alone is named on no page, in no spelling, by no rule's oversight."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from articles.export import export
from articles.linking.linking import link_article
from articles.models import Mention, Person
from tests.cast import make_article, make_mention, make_person
from tests.pages import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> None:
    cache.clear()


def protect(name: str = "Lydia Haberkorn") -> Person:
    return make_person(name, slug="l-h", protection_reason="Asked for it.", initials_only=True)


def told(client: Client, title: str, *paragraphs: str) -> str:
    """Return all that readers are told of a story: its page, the list, the export."""
    article = make_article(title, slug="the-story", paragraphs=list(paragraphs))
    link_article(article)
    pages = [page_of(client, address) for address in (article.get_absolute_url(), "/", "/archive/")]
    return "\n".join([*pages, *map(str, export())])


def test_the_name_is_hidden_where_no_rule_may_link_it(client: Client) -> None:
    person = protect()
    Person.objects.filter(pk=person.pk).update(never_linked=True, page_hidden=True)
    text = told(client, "A witness", "“Yes,” Lydia Haberkorn said.", "“No,” Haberkorn said.")
    assert "L. H. said" in text
    assert "Haberkorn" not in text


def test_a_surname_that_nobody_else_has_is_hidden_in_every_story(client: Client) -> None:
    protect()
    text = told(client, "Haberkorn leaves", "Haberkorn told her staff. They thanked Haberkorn.")
    assert "H. leaves" in text
    assert "thanked H.<" in text  # and not “H..”
    assert "Haberkorn" not in text


@pytest.mark.parametrize("spelling", ["Хаберкорн", "Хаберкорна", "Haberkorn", "HABERKORN"])
def test_it_is_hidden_in_any_spelling_and_script(client: Client, spelling: str) -> None:
    protect()
    assert spelling not in told(client, "A witness", f"They spoke of {spelling} again.")


def test_a_surname_that_others_have_is_hidden_only_where_the_full_name_stands(
    client: Client,
) -> None:
    protect()
    article = make_article("A baker", paragraphs=["Otto Haberkorn bakes."])
    make_mention(article, make_person("Otto Haberkorn"))
    assert "Otto Haberkorn" in page_of(client, article.get_absolute_url())
    text = told(client, "Two", "Lydia Haberkorn spoke.", "“No,” Haberkorn said.")
    assert "“No,” H. said" in text


def test_whoever_reads_like_the_protected_does_not_uncover_them(client: Client) -> None:
    protect()
    make_person("Lydia M. Haberkorn")
    assert "Haberkorn" not in told(client, "A witness", "They spoke of Haberkorn again.")


def test_a_rejected_mention_uncovers_nobody(client: Client) -> None:
    person = protect()
    make_person("Otto Haberkorn")
    article = make_article(paragraphs=["Lydia Haberkorn spoke.", "Haberkorn was heard."])
    make_mention(article, person)
    Mention.objects.reject()
    assert "Haberkorn" not in page_of(client, article.get_absolute_url())


def test_everyday_words_and_given_names_stay(client: Client) -> None:
    protect("Lydia May")
    assert "Lydia Koidula wrote in May" in told(client, "A poet", "Lydia Koidula wrote in May.")
