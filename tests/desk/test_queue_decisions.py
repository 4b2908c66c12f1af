"""What is decided in the queue is done at once, remembered for ever, and can be undone."""

from __future__ import annotations

import pytest

from articles.deciding import (
    CannotUndo,
    DecidedAlready,
    accept_name,
    assign_name,
    choose_entity,
    choose_nobody,
    confirm_quote,
    reject_name,
    reject_quote,
    tell_apart,
    undo,
)
from articles.models import (
    Alias,
    Decision,
    Entity,
    LikelyDuplicate,
    Mention,
    NewName,
    Person,
    Quote,
)
from tests import cast
from tests.desk.archive import (
    assert_same,
    link,
    make_new_name,
    make_pair,
    make_quote,
    make_story,
    rows,
    see,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def new_name() -> NewName:
    """Give a name that two stories bear."""
    stories = (make_story(f"Valentina Tereshkova flew {n}.") for n in range(2))
    return make_new_name("Valentina Tereshkova", *stories)


# New names


def test_an_accepted_name_is_somebody_whom_its_stories_mention(new_name: NewName) -> None:
    accept_name(new_name.pk, None)
    person = Entity.objects.get()
    assert (person.name, person.kind, person.made_by_import) == (new_name.name, "person", False)
    assert person.mentions.count() == 2
    assert not NewName.objects.exists()


def test_a_name_accepted_as_another_kind_is_remembered_as_none_of_the_first(
    new_name: NewName,
) -> None:
    accept_name(new_name.pk, None, kind="organization")
    made = Entity.objects.get()
    assert (made.kind, made.mentions.count()) == ("organization", 2)
    assert NewName.objects.get().rejected


def test_a_name_can_be_somebody_s_who_is_known(new_name: NewName) -> None:
    person = cast.make_person("Valya", made_by_import=True)
    assign_name(new_name.pk, person.pk, None)
    person.refresh_from_db()
    assert person.aliases.filter(name="Valentina Tereshkova").exists()
    assert person.mentions.count() == 2
    assert not person.made_by_import
    assert not NewName.objects.exists()


def test_a_rejected_name_is_rejected_for_ever(new_name: NewName) -> None:
    reject_name(new_name.pk, None)
    assert NewName.objects.get().rejected


def test_a_name_is_decided_on_once(new_name: NewName) -> None:
    accept_name(new_name.pk, None)
    with pytest.raises(DecidedAlready, match="This has been decided already"):
        reject_name(new_name.pk, None)


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_undoing_an_accepted_name_brings_back_every_row(kind: str, new_name: NewName) -> None:
    before = rows()
    undo(accept_name(new_name.pk, None, kind=kind).pk)
    assert_same(rows(), before)


def test_undoing_an_assigned_name_brings_back_every_row(new_name: NewName) -> None:
    person = cast.make_person("Valya", made_by_import=True)
    before = rows()
    undo(assign_name(new_name.pk, person.pk, None).pk)
    assert_same(rows(), before)


def test_undoing_a_rejected_name_brings_back_every_row(new_name: NewName) -> None:
    before = rows()
    undo(reject_name(new_name.pk, None).pk)
    assert_same(rows(), before)


def test_what_editors_have_worked_on_since_is_not_undone(new_name: NewName) -> None:
    decision = accept_name(new_name.pk, None)
    Alias.of(Entity.objects.get(), "Chaika").save()
    with pytest.raises(CannotUndo, match="Editors have worked on “Valentina Tereshkova” since."):
        undo(decision.pk)
    assert Decision.objects.get().undone_at is None


# Names that several have


def test_who_is_meant_is_confirmed_at_every_place_of_the_story() -> None:
    one, other = (cast.make_person("Sergei Ivanov", slug=f"ivanov-{n}") for n in range(2))
    story = make_story("Sergei Ivanov met Sergei Ivanov. “No,” he said.")
    sighting = see(story, "Sergei Ivanov")
    speaker = {"speaker_kind": "person", "speaker_key": sighting.key}
    quote = make_quote(story, "No,", None, **speaker)
    before = rows()
    decision = choose_entity(sighting.pk, other.pk, None)
    found = Mention.objects.values_list("entity", "state", "confidence", "surface")
    assert list(found) == [(other.pk, "confirmed", 100, "Sergei Ivanov")] * 2
    quote.refresh_from_db()
    assert quote.speaker_id == other.pk
    link(sighting)
    quote.refresh_from_db()
    assert quote.speaker_id == other.pk
    with pytest.raises(DecidedAlready):
        choose_entity(sighting.pk, one.pk, None)
    undo(decision.pk)
    assert_same(rows(), before)


def test_none_of_them_is_remembered_for_each() -> None:
    people = [cast.make_person("Sergei Ivanov", slug=f"ivanov-{n}") for n in range(2)]
    sighting = see(make_story("Sergei Ivanov left."), "Sergei Ivanov")
    before = rows()
    decision = choose_nobody(sighting.pk, None)
    found = set(Mention.objects.values_list("entity", "state", "confidence"))
    assert found == {(person.pk, "rejected", 0) for person in people}
    undo(decision.pk)
    assert_same(rows(), before)


def test_a_longer_name_at_the_same_place_stays() -> None:
    person = cast.make_person("Ivanov")
    story = make_story("Ivanov Street is closed.")
    street = cast.make_organization("Ivanov Street")
    cast.make_mention(story, street, state="suggested")
    choose_entity(see(story, "Ivanov").pk, person.pk, None)
    assert set(Mention.objects.values_list("entity", flat=True)) == {street.pk, person.pk}


# Quotes


def test_a_quote_is_confirmed_and_given_to_somebody_else() -> None:
    gagarin, korolev = cast.make_person(), cast.make_person("Sergei Korolev")
    quote = make_quote(make_story("“Poyekhali!”"), "Poyekhali!", korolev)
    before = rows()
    decision = confirm_quote(quote.pk, None, speaker_id=gagarin.pk)
    quote.refresh_from_db()
    assert (quote.state, quote.confidence) == ("confirmed", 100)
    assert quote.speaker_id == gagarin.pk
    assert decision.summary == "Yuri Gagarin said “Poyekhali!”"
    undo(decision.pk)
    assert_same(rows(), before)


def test_a_rejected_quote_can_be_brought_back() -> None:
    quote = make_quote(make_story("“Poyekhali!”"), "Poyekhali!", None)
    before = rows()
    decision = reject_quote(quote.pk, None)
    assert Quote.objects.get().state == "rejected"
    with pytest.raises(DecidedAlready):
        confirm_quote(quote.pk, None)
    undo(decision.pk)
    assert_same(rows(), before)


# Duplicates


def test_two_told_apart_are_so_for_ever_until_undone() -> None:
    pair = make_pair(cast.make_person(), cast.make_person("Y. Gagarin"))
    before = rows()
    decision = tell_apart(pair.pk, None)
    assert LikelyDuplicate.objects.get().different
    with pytest.raises(DecidedAlready):
        tell_apart(pair.pk, None)
    undo(decision.pk)
    assert_same(rows(), before)


def test_what_is_gone_since_cannot_be_undone() -> None:
    decision = tell_apart(make_pair(cast.make_person(), cast.make_person("Y. Gagarin")).pk, None)
    Person.objects.all().delete()
    with pytest.raises(CannotUndo, match="One of the two is not there any more."):
        undo(decision.pk)
