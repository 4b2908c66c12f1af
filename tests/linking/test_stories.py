"""Links follow from a story's text and from who bears which name; what editors decide stays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Model
from django.utils import timezone
from pytest_django.fixtures import Settings

from articles.linking.known import whole_directory
from articles.linking.linking import link_article, link_names, link_new
from articles.linking.resolving import Link
from articles.linking.stories import link_many_stories
from articles.models import (
    Alias,
    Article,
    Entity,
    FoundBy,
    Mention,
    NewName,
    Quote,
    Sighting,
    State,
)
from tests.cast import make_article, make_person

pytestmark = pytest.mark.django_db

TEXT = [
    "Sergei Korolev built the rocket, the engineers said.",
    "“The road to the stars is open,” Sergei Korolev said. Korolev had waited for ten years.",
]


def story(*paragraphs: str) -> Article:
    """Make a story and link it, as the desk does when it is saved."""
    article = make_article(paragraphs=list(paragraphs or TEXT))
    link_article(article)
    return article


def surfaces(article: Article) -> list[str]:
    return list(article.mentions.in_text_order().values_list("surface", flat=True))


def rows(*models: type[Model]) -> list[tuple[object, ...]]:
    return [row for model in models for row in model._default_manager.order_by("pk").values_list()]


def test_a_known_person_is_mentioned_wherever_the_story_names_them() -> None:
    make_person("Sergei Korolev")
    assert surfaces(story()) == ["Sergei Korolev", "Sergei Korolev", "Korolev"]


def test_a_name_that_nobody_has_waits_in_the_queue() -> None:
    story()
    new = NewName.objects.get(kind="person")
    assert (new.name, new.story_count) == ("Sergei Korolev", 1)
    assert not Mention.objects.exists()


def test_a_quote_knows_its_speaker() -> None:
    korolev = make_person("Sergei Korolev")
    (quote,) = story().quotes.all()
    assert quote.speaker_id == korolev.pk


def test_linking_twice_writes_once() -> None:
    make_person("Sergei Korolev")
    article = story()
    before = rows(Mention, NewName)
    link_names(Sighting.objects.values_list("kind", "key"))
    assert rows(Mention, NewName) == before
    assert article.sightings.exists()


def test_what_an_editor_rejected_does_not_come_back() -> None:
    korolev = make_person("Sergei Korolev")
    article = story()
    article.mentions.filter(surface="Korolev").reject()
    link_article(article)
    last = article.mentions.get(surface="Korolev")
    assert (last.surface, last.state, last.entity_id) == ("Korolev", State.REJECTED, korolev.pk)
    assert article.mentions.count() == 3


def test_where_an_editor_said_who_it_is_nobody_else_is_linked() -> None:
    other = make_person("Korolev of another family")
    article = story()
    start = article.body_text.rindex("Korolev")
    Mention.objects.create(
        article=article, entity=other, start=start, end=start + 7, surface="Korolev",
        found_by=FoundBy.EDITOR, state=State.CONFIRMED,
    )  # fmt: skip
    make_person("Sergei Korolev")
    link_article(article)
    assert article.mentions.get(start=start).entity_id == other.pk


def test_what_somebody_said_follows_whom_an_editor_says_is_meant() -> None:
    one, other = make_person("Sergei Korolev"), make_person("Sergei Korolev", slug="the-other")
    article = story()
    assert article.quotes.get().speaker is None
    start = article.body_text.rindex("Sergei Korolev")
    Mention.objects.create(
        article=article, entity=other, start=start, end=start + 14, surface="Sergei Korolev",
        found_by=FoundBy.EDITOR, state=State.CONFIRMED,
    )  # fmt: skip
    link_article(article)
    assert article.quotes.get().speaker_id == other.pk != one.pk


def test_a_decision_keeps_its_words_when_the_story_grows() -> None:
    make_person("Sergei Korolev")
    article = story()
    article.mentions.filter(surface="Korolev").confirm()
    before = article.body_text
    article.write_body("<p>A new beginning.</p>" + article.body_html)
    article.save()
    link_article(article, before)
    kept = article.mentions.get(state=State.CONFIRMED)
    assert article.body_text[kept.start : kept.end] == "Korolev"


def test_an_alias_that_goes_takes_its_undecided_mentions_along() -> None:
    korolev = make_person("Sergei Korolev")
    Alias.of(korolev, "the Chief Designer").save()
    article = story("Only the Chief Designer knew the day.")
    assert surfaces(article) == ["the Chief Designer"]
    alias = Alias.objects.get(name="the Chief Designer")
    key = (korolev.kind, alias.key)
    alias.delete()
    link_names([key], former=["the Chief Designer"])
    assert surfaces(article) == []


def test_a_new_alias_reaches_old_stories() -> None:
    korolev = make_person("Sergei Korolev")
    article = story("Only the chief designer knew the day.")
    alias = Alias.of(korolev, "chief designer")
    alias.save()
    link_names([(korolev.kind, alias.key)])
    assert surfaces(article) == ["chief designer"]


def test_no_name_leads_by_itself_to_whom_that_protects() -> None:
    make_person("Sergei Korolev", never_linked=True)
    assert surfaces(story()) == []


def test_a_protection_that_has_ended_protects_no_more() -> None:
    yesterday: date = timezone.localdate() - timedelta(days=1)
    make_person("Sergei Korolev", never_linked=True, protected_until=yesterday)
    assert len(surfaces(story())) == 3


def test_an_alias_of_one_letter_or_of_an_everyday_word_links_nothing_by_itself() -> None:
    for name in ("I", "May", "Will"):
        Alias.of(make_person(f"{name} Somebody"), name).save()
    article = story("I think that May will be warm. Will it? In May they left.")
    assert surfaces(article) == []


def test_entities_know_their_own_name() -> None:
    person = make_person("Sergei Korolev")
    assert list(Entity.objects.get(pk=person.pk).aliases.values_list("name", flat=True)) == [
        "Sergei Korolev"
    ]


def test_a_quote_that_an_editor_rejected_stays_rejected() -> None:
    make_person("Sergei Korolev")
    article = story()
    article.quotes.all().reject()
    link_article(article)
    assert [quote.state for quote in Quote.objects.all()] == [State.REJECTED]


def brought_in(slug: str, name: str) -> Article:
    """Make a story of one person and link it, as an import does."""
    article = make_article(slug=slug, paragraphs=[f"“Come back,” {name} told reporters."])
    link_article(article)
    link_new([article.pk])
    return article


def test_people_with_two_patronymics_are_not_one_person(settings: Settings) -> None:
    settings.NAMES_MADE_FROM = {1: 0}
    brought_in("one", "Ivan Petrovich Sokolov")
    brought_in("two", "Ivan Sergeyevich Sokolov")
    person = Entity.objects.get(kind="person")
    assert set(Mention.objects.values_list("surface", flat=True)) == {person.name}
    assert set(person.aliases.values_list("name", flat=True)) == {person.name}


def test_whom_a_name_means_follows_from_all_stories(settings: Settings) -> None:
    settings.NAMES_MADE_FROM = {1: 0}
    for slug in ("a", "b", "c", "d"):  # of a few stories all would be linked anew in any case
        brought_in(slug, "Yuri Gagarin")
    brought_in("one", "Ivan Petrovich Sokolov")
    most = {brought_in(slug, "Ivan Sergeyevich Sokolov").pk for slug in ("two", "three")}
    sokolov = Entity.objects.exclude(name="Yuri Gagarin").get(kind="person")
    assert sokolov.name == "Ivan Sergeyevich Sokolov"
    assert set(sokolov.mentions.values_list("article", flat=True)) == most


def test_an_import_makes_nobody_who_may_be_protected(settings: Settings) -> None:
    settings.NAMES_MADE_FROM = {1: 1}
    make_person("Lydia Haberkorn", initials_only=True, protection_reason="She asked.")
    article = make_article(paragraphs=["Mrs Lydia M. Haberkorn met Mr Otto Bauer."])
    link_article(article)
    link_new([article.pk])
    names = set(Entity.objects.values_list("name", flat=True))
    assert names == {"Lydia Haberkorn", "Otto Bauer"}
    assert NewName.objects.filter(name__contains="Haberkorn", rejected=False).exists()


def test_an_import_makes_nobody_of_a_name_that_two_may_bear(settings: Settings) -> None:
    settings.NAMES_MADE_FROM = {1: 1}
    for name in (
        "George H. W. Bush",
        "George W. Bush",
        "Robert F. Kennedy",
        "Robert Francis Kennedy",
    ):
        make_person(name)
    article = make_article(paragraphs=["Mr George Bush met Mr Robert Kennedy."])
    link_article(article)
    link_new([article.pk])
    assert not Entity.objects.filter(name="George Bush").exists()
    assert NewName.objects.filter(name="George Bush", rejected=False).exists()
    assert Entity.objects.filter(name="Robert Kennedy").exists()


def test_stories_that_several_processes_link_are_linked_alike() -> None:
    make_person("Sergei Korolev")
    articles = [make_article(f"Launch {number}", paragraphs=TEXT) for number in range(3)]
    for article in articles:
        link_article(article)
    ids = [article.pk for article in articles]
    linked_here = mentions_of(ids)
    Mention.objects.all().delete()
    Quote.objects.update(speaker=None)
    link_many_stories(ids, whole_directory())
    assert mentions_of(ids) == linked_here
    assert not Quote.objects.filter(speaker=None).exists()


def mentions_of(articles: list[int]) -> list[tuple[object, ...]]:
    fields = ["article_id", *Link._fields, "state"]
    return list(Mention.objects.filter(article__in=articles).order_by("pk").values_list(*fields))
