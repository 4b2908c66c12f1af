"""A story's page leads from the names in it to their pages, and tells who said what."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.models import FoundBy, Mention, Quote
from tests.cast import make_article, make_editor, make_mention, make_person, make_quote
from tests.pages import page_of

pytestmark = pytest.mark.django_db

GAGARIN = '<a class="named" href="/people/yuri-gagarin/">'


def body_of(client: Client, address: str = "/articles/vostok/") -> str:
    return page_of(client, address).partition('<div class="story-body">')[2].partition("</div>")[0]


def test_the_first_time_that_a_name_stands_it_leads_to_its_page(client: Client) -> None:
    story = make_article("Vostok", paragraphs=["So Yuri Gagarin flew.", "Yuri Gagarin landed."])
    make_mention(story, make_person())
    assert f"<p>So {GAGARIN}Yuri Gagarin</a> flew.</p> <p>Yuri Gagarin landed.</p>" in body_of(
        client
    )


def test_a_name_that_waits_for_an_editor_is_marked_for_editors_alone(client: Client) -> None:
    story = make_article("Vostok", paragraphs=["So Yuri Gagarin flew."])
    make_mention(story, make_person(), state="suggested", confidence=62)
    Mention.objects.update(found_by=FoundBy.ALIAS)
    assert "<p>So Yuri Gagarin flew.</p>" in body_of(client)
    client.force_login(make_editor())
    assert 'title="Yuri Gagarin? Suggested, 62 %">Yuri Gagarin</span>' in body_of(client)
    assert "1 name waits for your word" in page_of(client, "/articles/vostok/")


def test_a_quote_set_as_a_block_has_its_speaker(client: Client) -> None:
    story = make_article(
        "Vostok", html="<p>Yuri Gagarin said:</p><blockquote><p>Off we go!</p></blockquote>"
    )
    speaker = make_person()
    make_mention(story, speaker)
    quote = make_quote(story, "Off we go!", speaker)
    assert '<footer class="speaker"><a href="/people/yuri-gagarin/">Yuri Gag' in body_of(client)
    Quote.objects.filter(pk=quote.pk).update(state="suggested", confidence=50)
    assert "<footer" not in body_of(client)


def test_nothing_leads_to_a_page_that_is_hidden(client: Client) -> None:
    story = make_article(
        "Vostok", html="<p>Yuri Gagarin said:</p><blockquote><p>Off we go!</p></blockquote>"
    )
    hidden = make_person(page_hidden=True)
    make_mention(story, hidden)
    make_quote(story, "Off we go!", hidden)
    page = page_of(client, "/articles/vostok/")
    assert "/people/yuri-gagarin/" not in page
    assert "speaker" not in page
    assert client.get("/people/yuri-gagarin/").status_code == 404
    assert "Yuri" not in page_of(client, "/people/")


def test_a_page_is_hidden_until_the_last_day_of_the_protection(client: Client) -> None:
    story = make_article("Vostok", paragraphs=["Yuri Gagarin flew."])
    make_mention(story, make_person(page_hidden=True, protected_until="1961-04-12"))
    assert GAGARIN in body_of(client)
    assert client.get("/people/yuri-gagarin/").status_code == 200
