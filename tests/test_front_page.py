"""Who and what the front page says is in the news."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Entity, Mention, Status
from tests.cast import make_article, make_event, make_mention, make_person
from tests.pages import page_of

pytestmark = pytest.mark.django_db

APRIL = datetime(1961, 4, 12, tzinfo=UTC)


def tell(day: datetime, *entities: Entity, **fields: str) -> Article:
    """Make a story of a day that names the entities."""
    number = Article.objects.count()
    words = ", ".join(entity.name for entity in entities) or "Nobody"
    story = make_article(
        f"Story {number}", slug=f"story-{number}", paragraphs=[words], published_at=day, **fields
    )
    for entity in entities:
        make_mention(story, entity)
    return story


def news(client: Client) -> list[str]:
    """Return what the front page says is in the news, in its order."""
    part = re.search(r'<section class="company in-the-news.*?</section>', page_of(client, "/"))
    return re.findall(r'<a href="[^"]*">(.*?)</a>', part[0]) if part else []


def test_the_people_named_in_most_stories_of_the_last_month_stand_first(client: Client) -> None:
    gagarin, shepard, laika = map(make_person, ("Yuri Gagarin", "Alan Shepard", "Laika"))
    for days in (40, 41, 42):
        tell(APRIL - timedelta(days=days), laika)
    tell(APRIL, gagarin, shepard)
    tell(APRIL - timedelta(days=1), shepard)
    assert news(client) == ["Alan Shepard", "Yuri Gagarin"]
    assert "thirty days to 12 April 1961" in page_of(client, "/")


def test_events_that_run_today_come_before_those_last_reported_on(client: Client) -> None:
    today = timezone.localdate()
    vostok = make_event("Vostok 1", first_day=date(1961, 4, 12))
    mission = make_event("The mission", first_day=today, last_day=today + timedelta(days=9))
    landing = make_event("The landing")
    for day, event in enumerate((mission, landing, vostok)):
        tell(APRIL + timedelta(days=day), event)
    assert news(client) == ["The mission", "Vostok 1", "The landing"]
    assert "<span>now</span>" in page_of(client, "/")


def test_what_no_reader_may_see_is_not_in_the_news(client: Client) -> None:
    hidden = make_person("A Witness", page_hidden=True)
    tell(APRIL, make_person("Sergei Korolev"), status="draft")
    tell(timezone.now() + timedelta(days=1), make_event("Tomorrow"))
    make_mention(tell(APRIL), hidden, "Nobody")
    assert news(client) == []


def test_who_is_withdrawn_or_protected_is_out_of_the_news_at_once(client: Client) -> None:
    gagarin, shepard, glenn = map(make_person, ("Yuri Gagarin", "Alan Shepard", "John Glenn"))
    story = tell(APRIL, gagarin)
    tell(APRIL, shepard, glenn)
    assert len(news(client)) == 3
    Article.objects.filter(pk=story.pk).update(status=Status.DRAFT)
    Entity.objects.filter(pk=shepard.pk).update(page_hidden=True)
    Entity.objects.filter(pk=glenn.pk).update(initials_only=True)
    assert news(client) == ["J. G."]


def test_a_name_that_only_a_rule_suggests_is_not_in_the_news(client: Client) -> None:
    story = tell(APRIL, make_person("Yuri Gagarin"))
    Mention.objects.filter(article=story).update(state="suggested", confidence=50)
    assert news(client) == []


def test_later_pages_of_the_list_tell_no_news(client: Client) -> None:
    for day in range(21):
        tell(APRIL - timedelta(days=day), *([make_person()] if day == 0 else []))
    assert "In the news" in page_of(client, "/")
    assert "In the news" not in page_of(client, "/?page=2")
