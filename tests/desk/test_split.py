"""A name split off becomes somebody of its own, with what was said under it, and is given back."""

from __future__ import annotations

import pytest

from articles.deciding import CannotDecide, DecidedAlready, split, undo
from articles.deciding.splitting import what_parts
from articles.models import Alias, Article, Mention, Person, Role, Sighting
from tests import cast
from tests.desk.archive import (
    assert_same,
    link,
    make_quote,
    make_story,
    rows,
    see,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def person() -> Person:
    return cast.make_person("Sergei Korolev")


@pytest.fixture
def alias(person: Person) -> Alias:
    """Give a name that is another man's."""
    alias = Alias.of(person, "Piotr Karalou", language="be")
    alias.save()
    return alias


@pytest.fixture
def story(person: Person, alias: Alias) -> Article:
    """Give a story that bears the name twice, the second time as the surname alone."""
    story = make_story(
        "Piotr Karalou said: “It is a farm.” Karalou milks.", "Sergei Korolev built it."
    )
    sighting = see(story, "Piotr Karalou")
    start = story.body_text.index("Karalou milks")
    sighting.places.append([start, start + 7, 80, "surname"])
    sighting.save()
    link(sighting, see(story, "Sergei Korolev"))
    return story


def names_of(person: Person) -> list[str]:
    return sorted(person.mentions.values_list("surface", flat=True))


def test_the_name_is_somebody_with_all_that_stands_under_it(
    person: Person, alias: Alias, story: Article
) -> None:
    make_quote(story, "It is a farm.", person, speaker_text="Piotr Karalou")
    split(alias.pk, None)
    made = Person.objects.get(name="Piotr Karalou")
    assert names_of(made) == ["Karalou", "Piotr Karalou"]
    assert names_of(person) == ["Sergei Korolev"]
    assert made.quotes.count() == 1
    assert list(made.aliases.values_list("pk", "language")) == [(alias.pk, "be")]


def test_what_an_editor_confirmed_goes_along_and_is_counted(
    person: Person, alias: Alias, story: Article
) -> None:
    Mention.objects.filter(surface="Karalou").update(state="confirmed", confidence=100)
    parting = what_parts(alias)
    assert (len(parting.confirmed), len(parting.undecided)) == (1, 1)
    split(alias.pk, None)
    made = Person.objects.get(name="Piotr Karalou")
    assert made.mentions.filter(state="confirmed").count() == 1


def test_what_an_editor_rejected_stays_rejected(
    person: Person, alias: Alias, story: Article
) -> None:
    rejected = Mention.objects.filter(surface="Karalou")
    rejected.update(state="rejected", confidence=0)
    split(alias.pk, None)
    assert rejected.get(state="rejected").entity_id == person.pk


def test_spellings_with_the_same_key_go_along(person: Person, alias: Alias, story: Article) -> None:
    Alias.of(person, "Pyotr Karalou").save()
    assert person.aliases.filter(key=alias.key).count() == 2
    split(alias.pk, None)
    assert list(person.aliases.values_list("name", flat=True)) == ["Sergei Korolev"]


def test_a_spelling_of_the_own_name_goes_alone(person: Person, story: Article) -> None:
    cyrillic = Alias.of(person, "Сергей Королёв")
    cyrillic.save()
    assert person.aliases.filter(key=cyrillic.key).count() == 2
    confirmed = cast.make_mention(make_story("Сергей Королёв приехал."), person, "Сергей Королёв")
    split(cyrillic.pk, None)
    confirmed.refresh_from_db()
    assert confirmed.entity.name == "Сергей Королёв"
    assert person.aliases.filter(name="Sergei Korolev").exists()


def test_a_role_goes_along_unless_its_story_still_names_the_other(
    person: Person, alias: Alias, story: Article
) -> None:
    link(see(make_story("Piotr Karalou is a farmer."), "Piotr Karalou", role="farmer"))
    Sighting.objects.filter(article=story, name="Sergei Korolev").update(role="designer")
    link(*Sighting.objects.filter(article=story))
    split(alias.pk, None)
    assert list(person.roles.values_list("title", flat=True)) == ["designer"]
    assert Role.objects.get(title="farmer").person.name == "Piotr Karalou"


def test_the_own_name_is_not_split_off(person: Person) -> None:
    with pytest.raises(CannotDecide, match="This is its own name. Give it another one first."):
        split(person.aliases.get().pk, None)


def test_a_name_that_is_gone_is_told(alias: Alias) -> None:
    alias.delete()
    with pytest.raises(DecidedAlready):
        split(alias.pk or 0, None)


def test_undoing_brings_back_every_row_as_it_was(
    person: Person, alias: Alias, story: Article
) -> None:
    make_quote(story, "It is a farm.", person, speaker_text="Piotr Karalou")
    Mention.objects.filter(surface="Karalou").update(state="confirmed", confidence=100)
    before = rows()
    decision = split(alias.pk, None)
    undo(decision.pk)
    assert_same(rows(), before)


def test_what_came_since_comes_back_too(person: Person, alias: Alias, story: Article) -> None:
    decision = split(alias.pk, None)
    made = Person.objects.get(name="Piotr Karalou")
    cast.make_mention(make_story("Karalou sells the farm."), made, "Karalou")
    Alias.of(made, "The farmer").save()
    undo(decision.pk)
    assert not Person.objects.filter(pk=made.pk).exists()
    assert person.mentions.count() == 4
    assert person.aliases.filter(name="The farmer").exists()
