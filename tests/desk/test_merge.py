"""Two entities become one, with all that hangs on both, and two again."""

from __future__ import annotations

import time
from datetime import date

import pytest

from articles.deciding import (
    CannotDecide,
    CannotUndo,
    confirm_quote,
    merge,
    split,
    tell_apart,
    undo,
)
from articles.models import (
    Alias,
    Entity,
    FormerAddress,
    LikelyDuplicate,
    Mention,
    Person,
    Quote,
    Role,
)
from tests import cast
from tests.desk.archive import assert_same, link, make_pair, make_quote, make_story, rows, see

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def kept() -> Person:
    return cast.make_person("Alexei Leonov", description="A cosmonaut.")


@pytest.fixture
def lost() -> Person:
    return cast.make_person("Lyosha Leonov", place="Listvyanka", last_day=date(2019, 10, 11))


def make_everything_on(person: Person, words: str) -> None:
    """Hang one of everything on somebody whose name a story bears."""
    story = make_story(f"{person.name} said: “{words}”")
    link(see(story, person.name))
    make_quote(story, words, person)
    cast.make_byline(story, person.name, person)
    cast.make_event(f"The walk of {person.name}", parent=person)
    organization = cast.make_organization(f"The crew of {person.name}")
    Role.objects.create(person=person, title="pilot", organization=organization, article=story)
    FormerAddress.objects.create(kind="person", slug=f"old-{person.slug}", entity=person)


# What is one afterwards


def test_all_that_hung_on_the_one_hangs_on_the_other(kept: Person, lost: Person) -> None:
    make_everything_on(kept, "I am in space.")
    make_everything_on(lost, "I see the Sun.")
    merge(kept.pk, lost.pk, None)
    assert not Entity.objects.filter(pk=lost.pk).exists()
    for held in (kept.mentions, kept.quotes, kept.roles, kept.bylines, kept.parts):
        assert held.count() == 2
    names = {"Alexei Leonov", "Lyosha Leonov"}
    assert set(kept.aliases.values_list("name", flat=True)) == names


def test_every_address_of_the_lost_one_leads_to_the_other(kept: Person, lost: Person) -> None:
    FormerAddress.objects.create(kind="person", slug="lyosha", entity=lost)
    merge(kept.pk, lost.pk, None)
    leading = FormerAddress.objects.filter(entity=kept, kind="person")
    assert set(leading.values_list("slug", flat=True)) == {"lyosha", "lyosha-leonov"}


def test_facts_that_the_kept_one_lacks_come_from_the_lost_one(kept: Person, lost: Person) -> None:
    Person.objects.filter(pk=lost.pk).update(description="Somebody.")
    merge(kept.pk, lost.pk, None)
    kept.refresh_from_db()
    assert (kept.description, kept.place) == ("A cosmonaut.", "Listvyanka")
    assert kept.last_day == date(2019, 10, 11)


def test_days_that_would_run_backwards_are_not_taken_over(kept: Person, lost: Person) -> None:
    Person.objects.filter(pk=kept.pk).update(first_day=date(2020, 1, 1))
    merge(kept.pk, lost.pk, None)
    kept.refresh_from_db()
    assert (kept.first_day, kept.last_day) == (date(2020, 1, 1), None)


def test_whom_one_of_the_two_protects_both_protect(kept: Person, lost: Person) -> None:
    Person.objects.filter(pk=kept.pk).update(not_indexed=True, protected_until=date(2030, 1, 1))
    Person.objects.filter(pk=lost.pk).update(initials_only=True, protection_reason="Asked by her.")
    merge(kept.pk, lost.pk, None)
    kept.refresh_from_db()
    assert kept.not_indexed
    assert kept.initials_only
    assert (kept.protected_until, kept.protection_reason) == (None, "Asked by her.")


@pytest.mark.parametrize("editors_own", ["kept", "lost"])
def test_what_an_editor_decided_wins_over_a_suggestion(
    editors_own: str, kept: Person, lost: Person
) -> None:
    story = make_story("Leonov flew.")
    states = ("confirmed", "suggested") if editors_own == "kept" else ("suggested", "confirmed")
    for person, state in zip((kept, lost), states, strict=True):
        cast.make_mention(story, person, "Leonov", state=state)
    merge(kept.pk, lost.pk, None)
    mention = Mention.objects.get()
    assert (mention.entity_id, mention.state) == (kept.pk, "confirmed")


def test_a_name_and_a_role_that_both_have_are_there_once(kept: Person, lost: Person) -> None:
    story = make_story("Leonov flew.")
    for person in (kept, lost):
        Alias.of(person, "Leonov").save()
        Role.objects.create(person=person, title="pilot", article=story)
    merge(kept.pk, lost.pk, None)
    assert kept.aliases.filter(name="Leonov").count() == kept.roles.count() == 1


def test_a_part_of_itself_is_not_made(kept: Person, lost: Person) -> None:
    crew = cast.make_organization("The crew", parent=lost)
    Person.objects.filter(pk=kept.pk).update(parent=crew)
    merge(kept.pk, lost.pk, None)
    kept.refresh_from_db()
    crew.refresh_from_db()
    assert (kept.parent_id, crew.parent_id) == (None, kept.pk)


def test_whom_the_lost_one_was_told_apart_from_the_kept_one_is_too(
    kept: Person, lost: Person
) -> None:
    brother = cast.make_person("Pavel Leonov")
    make_pair(lost, brother, different=True)
    make_pair(kept, brother)
    make_pair(kept, lost)
    merge(kept.pk, lost.pk, None)
    pair = LikelyDuplicate.objects.get()
    assert {pair.first_id, pair.second_id} == {kept.pk, brother.pk}
    assert pair.different


def test_two_of_different_kinds_stay_two(kept: Person) -> None:
    ship = cast.make_organization("Leonov")
    with pytest.raises(CannotDecide, match="Only two of the same kind can be one."):
        merge(kept.pk, ship.pk, None)


# And two again


def test_undoing_brings_back_every_row_as_it_was(kept: Person, lost: Person) -> None:
    for person, words in ((kept, "I am in space."), (lost, "I see the Sun.")):
        make_everything_on(person, words)
        Alias.of(person, "Leonov").save()
    story = make_story("Leonov flew with Leonov.")
    cast.make_mention(story, kept, "Leonov", state="rejected")
    cast.make_mention(story, lost, "Leonov", state="confirmed")
    make_pair(kept, lost)
    make_pair(lost, cast.make_person("Pavel Leonov"), different=True)
    before = rows()
    decision = merge(kept.pk, lost.pk, None)
    assert rows() != before
    undo(decision.pk)
    assert_same(rows(), before)


def test_what_was_written_since_stays_when_a_merge_is_undone(kept: Person, lost: Person) -> None:
    decision = merge(kept.pk, lost.pk, None)
    Person.objects.filter(pk=kept.pk).update(place="Arkhangelsk")
    undo(decision.pk)
    kept.refresh_from_db()
    lost.refresh_from_db()
    assert (kept.place, lost.place) == ("Arkhangelsk", "Listvyanka")


def test_what_came_since_goes_to_whom_the_name_belongs(kept: Person, lost: Person) -> None:
    decision = merge(kept.pk, lost.pk, None)
    story = make_story("Alexei Leonov is Lyosha Leonov.")
    first = cast.make_mention(story, kept, "Alexei Leonov")
    second = cast.make_mention(story, kept, "Lyosha Leonov")
    undo(decision.pk)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.entity_id, second.entity_id) == (kept.pk, lost.pk)


def test_a_quote_confirmed_since_does_not_hold_a_merge(kept: Person, lost: Person) -> None:
    quote = make_quote(make_story("“I see the Sun.”"), "I see the Sun.", lost)
    decision = merge(kept.pk, lost.pk, None)
    confirm_quote(quote.pk, None)
    undo(decision.pk)
    quote = Quote.objects.get()
    assert (quote.speaker_id, quote.state) == (lost.pk, "confirmed")


def test_a_second_merge_is_undone_before_the_first(kept: Person, lost: Person) -> None:
    third = cast.make_person("A. Leonov")
    first = merge(kept.pk, lost.pk, None)
    second = merge(third.pk, kept.pk, None)
    with pytest.raises(CannotUndo, match="Undo this first.*Alexei Leonov is A. Leonov"):
        undo(first.pk)
    undo(second.pk)
    undo(first.pk)
    assert Person.objects.count() == 3


def test_a_name_split_off_since_comes_back_first(kept: Person, lost: Person) -> None:
    first = merge(kept.pk, lost.pk, None)
    second = split(kept.aliases.get(name=lost.name).pk, None)
    with pytest.raises(CannotUndo):
        undo(first.pk)
    undo(second.pk)
    undo(first.pk)
    assert set(Person.objects.values_list("name", flat=True)) == {kept.name, lost.name}


def test_an_address_that_is_taken_since_is_told(kept: Person, lost: Person) -> None:
    decision = merge(kept.pk, lost.pk, None)
    cast.make_person("Another", slug=lost.slug)
    with pytest.raises(CannotUndo, match="Another one has the address “lyosha-leonov” now."):
        undo(decision.pk)


def test_nothing_is_undone_twice(kept: Person, lost: Person) -> None:
    decision = merge(kept.pk, lost.pk, None)
    undo(decision.pk)
    with pytest.raises(CannotUndo, match="This has been undone already."):
        undo(decision.pk)


def test_what_was_told_apart_before_is_not_undone_after_a_merge(kept: Person, lost: Person) -> None:
    apart = tell_apart(make_pair(kept, lost).pk, None)
    merge(kept.pk, lost.pk, None)
    with pytest.raises(CannotUndo, match="Undo this first"):
        undo(apart.pk)


# Many rows


def test_somebody_in_20_000_stories_is_merged_and_parted_at_once(
    kept: Person, lost: Person, django_assert_max_num_queries: object
) -> None:
    story = make_story("Leonov flew.")
    Mention.objects.bulk_create(
        Mention(article=story, entity=lost, start=n, end=n + 1, surface="L", found_by="alias")
        for n in range(20_000)
    )
    began = time.process_time()
    with django_assert_max_num_queries(60):  # type: ignore[operator]  # pytest-django's
        decision = merge(kept.pk, lost.pk, None)
    assert kept.mentions.count() == 20_000
    undo(decision.pk)
    assert lost.mentions.count() == 20_000
    assert time.process_time() - began < 5  # seconds; half of one here
