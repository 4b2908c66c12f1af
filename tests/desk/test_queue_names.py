"""What an editor writes on the forms of names and finds, and what follows in the stories."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib import admin
from django.test import Client, RequestFactory

from articles.models import Alias, Entity, FormerAddress, Mention, NewName, Person, Quote
from articles.models.entity import initials
from articles.slugs import slug_from
from tests import cast
from tests.desk.archive import link, make_quote, make_story, see
from tests.desk.rooms import address, change_address, document, save

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]

ROW = "aliases-0-"


def alias_row(alias: Alias, **typed: str) -> dict[str, str]:
    """Return what the form sends of the first other name."""
    return {f"{ROW}{name}": value for name, value in typed.items()} | {
        f"{ROW}id": str(alias.pk),
        f"{ROW}entity": str(alias.entity_id),
    }


# Other names


def test_a_name_that_is_added_is_linked(editor: Client) -> None:
    person = cast.make_person(made_by_import=True)
    link(see(make_story("Kedr answers."), "Kedr"))
    added = {"aliases-TOTAL_FORMS": "1", f"{ROW}name": "Kedr", f"{ROW}links_by_itself": "on"}
    assert save(editor, change_address(person), **added) == ""
    assert person.mentions.count() == 1
    assert not NewName.objects.exists()
    person.refresh_from_db()
    assert not person.made_by_import


def test_a_name_that_is_changed_takes_its_links_along(editor: Client) -> None:
    person = cast.make_person()
    alias = Alias.of(person, "Kedr")
    alias.save()
    sightings = [see(make_story(f"{name} answers."), name) for name in ("Kedr", "Zarya")]
    link(*sightings)
    assert save(editor, change_address(person), **alias_row(alias, name="Zarya")) == ""
    assert [mention.surface for mention in person.mentions.all()] == ["Zarya"]
    assert NewName.objects.get().name == "Kedr"


@pytest.mark.parametrize("form", ["its own", "the entity's", "the list"])
def test_a_name_that_is_deleted_takes_its_links_along(form: str, editor: Client) -> None:
    person = cast.make_person()
    alias = Alias.of(person, "Kedr")
    alias.save()
    link(see(make_story("Kedr answers."), "Kedr"))
    assert person.mentions.exists()
    if form == "its own":
        editor.post(address(Alias, "delete", alias.pk), {"post": "yes"})
    elif form == "the list":
        chosen = {"action": "delete_selected", "_selected_action": alias.pk, "post": "yes"}
        editor.post(address(Alias, "changelist"), chosen)
    else:
        assert save(editor, change_address(person), **alias_row(alias, DELETE="on")) == ""
    assert not person.mentions.exists()


def test_an_own_name_is_no_other_name(editor: Client) -> None:
    person = cast.make_person()
    added = {"aliases-TOTAL_FORMS": "1", f"{ROW}name": person.name}
    assert save(editor, change_address(person), **added) == "That is its own name."
    own = person.aliases.get()
    editor.post(address(Alias, "delete", own.pk), {"post": "yes"})
    assert person.aliases.get() == own
    refused = save(editor, change_address(own), name="Kedr")
    assert refused == "This is its own name, which is changed on its own form."


def test_a_new_name_leaves_the_old_one_as_another(editor: Client) -> None:
    person = cast.make_person("Yuri Gagarin")
    assert save(editor, change_address(person), name="Yuri A. Gagarin") == ""
    names = set(person.aliases.values_list("name", flat=True))
    assert names == {"Yuri Gagarin", "Yuri A. Gagarin"}


def test_a_deleted_entity_s_name_is_new_again(editor: Client) -> None:
    person = cast.make_person()
    link(see(make_story("Yuri Gagarin answers."), "Yuri Gagarin"))
    editor.post(address(Person, "delete", person.pk), {"post": "yes"})
    assert NewName.objects.get().name == "Yuri Gagarin"


def test_another_kind_is_found_by_another_key(editor: Client) -> None:
    entity = Entity.objects.get(pk=cast.make_person("Gagarin Ltd").pk)
    assert save(editor, change_address(entity), kind="organization") == ""
    assert entity.aliases.get().key == "gagarin"


def test_a_former_address_leads_on(editor: Client) -> None:
    person = cast.make_person()
    assert save(editor, change_address(person), slug="kedr") == ""
    former = FormerAddress.objects.get()
    assert (former.slug, former.entity_id) == ("yuri-gagarin", person.pk)
    assert save(editor, change_address(person), slug="yuri-gagarin") == ""
    assert FormerAddress.objects.get().slug == "kedr"


# Protection


def test_a_protection_asks_for_its_reason(editor: Client) -> None:
    person = cast.make_person()
    errors = save(editor, change_address(person), initials_only="on")
    assert errors == "Say why, so that others know later."
    typed = {"initials_only": "on", "protection_reason": "She asked, 3 May."}
    assert save(editor, change_address(person), **typed) == ""
    person.refresh_from_db()
    assert person.initials_only
    # Neither the address tells who it is, nor does a former one lead to it.
    assert person.slug == slug_from(initials(person.name), "person")
    assert not person.former_addresses.exists()


def test_each_protection_says_what_it_does(editor: Client) -> None:
    page = "".join(document(editor.get(change_address(cast.make_person()))).itertext())
    for name in ("page_hidden", "initials_only", "not_indexed", "never_linked"):
        assert str(Entity._meta.get_field(name).help_text) in page  # type: ignore[union-attr]  # a field of its own


def test_no_automatic_links_takes_them_all_away(editor: Client) -> None:
    person = cast.make_person()
    link(see(make_story("Yuri Gagarin answers."), "Yuri Gagarin"))
    typed = {"never_linked": "on", "protection_reason": "She asked, 3 May."}
    assert save(editor, change_address(person), **typed) == ""
    assert not person.mentions.exists()


# Finds


@pytest.mark.parametrize(("state", "confidence"), [("confirmed", 100), ("rejected", 0)])
def test_a_find_is_as_sure_as_the_editor(state: str, confidence: int, editor: Client) -> None:
    story, person = make_story("Yuri Gagarin answers."), cast.make_person()
    mention = cast.make_mention(story, person, state="suggested")
    quote = make_quote(story, "answers", person)
    for find in (mention, quote):
        assert save(editor, change_address(find), state=state) == ""
        find.refresh_from_db()
        assert (find.state, find.confidence) == (state, confidence)


def test_what_waits_again_is_as_sure_as_the_rule(editor: Client) -> None:
    story, person = make_story("Yuri Gagarin answers."), cast.make_person()
    see(story, "Yuri Gagarin", confidence=73)
    mention = cast.make_mention(story, person)
    quote = make_quote(story, "answers", person, state="confirmed", confidence=100)
    for find in (mention, quote):
        assert save(editor, change_address(find), state="suggested") == ""
    assert Mention.objects.get().confidence == 73
    assert Quote.objects.get().confidence < settings.NAMES_PUBLIC_FROM


def test_what_is_drawn_by_hand_is_confirmed(editor: Client) -> None:
    story, person = make_story("Yuri Gagarin answers."), cast.make_person()
    stretch = {"article": story.pk, "start": 0, "end": 12}
    typed = stretch | {"entity": person.pk, "surface": "Yuri Gagarin"}
    assert save(editor, address(Mention, "add"), **typed) == ""
    assert save(editor, address(Quote, "add"), **stretch, speaker=person.pk) == ""
    for find in (Mention.objects.get(), Quote.objects.get()):
        assert (find.found_by, find.state, find.confidence) == ("editor", "confirmed", 100)


# Searching


def test_the_desk_finds_an_entity_by_a_name_in_another_script(rf: RequestFactory) -> None:
    person = cast.make_person()
    Alias.of(person, "Юрий Гагарин").save()
    desk = admin.site.get_model_admin(Person)
    found, _ = desk.get_search_results(rf.get("/"), Person.objects.all(), "ГАГАРИН")
    assert list(found) == [person]
