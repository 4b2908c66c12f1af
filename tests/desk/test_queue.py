"""The queue in the admin: what stands there, in which order, and what its buttons do."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles.models import (
    Decision,
    Entity,
    LikelyDuplicate,
    Mention,
    NewName,
    Quote,
    Sighting,
)
from tests import cast
from tests.desk.archive import (
    last_decision,
    link,
    make_new_name,
    make_pair,
    make_quote,
    make_story,
    see,
)
from tests.desk.rooms import change_address, document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]

QUEUE = "/admin/queue/"
JSON = {"Accept": "application/json"}
MOST_QUERIES = 20


def page_of(editor: Client, url: str = QUEUE) -> str:
    return " ".join("".join(document(editor.get(url)).itertext()).split())


def decide(editor: Client, section: str, pk: int, decision: str, **sent: Any) -> Any:
    """Press a button of the queue, as a script does, and return what it says."""
    url = f"{QUEUE}{section}/{pk}/"
    return editor.post(url, {"decision": decision, **sent}, headers=JSON).json()


def make_waiting(number: int) -> None:
    """Let one of everything wait."""
    story = make_story(f"Anna Ivanova{number} said: “It is time number {number}.”")
    make_new_name(f"Anna Ivanova{number}", story)
    people = [
        cast.make_person(f"Sergei Petrov{number}", slug=f"petrov-{number}-{n}") for n in range(2)
    ]
    see(make_story(f"Sergei Petrov{number} agreed."), f"Sergei Petrov{number}")
    make_pair(*people)
    make_quote(story, f"It is time number {number}.", people[0])


# What stands there


def test_an_empty_queue_says_so(editor: Client) -> None:
    page = page_of(editor)
    assert "Every name that stories bear has been decided on." in page
    assert "No two look like one." in page


def test_new_names_stand_with_three_sentences_most_frequent_first(editor: Client) -> None:
    stories = [
        make_story("Before it nothing happened. Then Anna Ivanova came alone. After it, too.")
        for _ in range(5)
    ]
    make_new_name("Boris Orlov", make_story("Boris Orlov was there."))
    make_new_name("Anna Ivanova", *stories)
    page = page_of(editor)
    assert page.index("Anna Ivanova") < page.index("Boris Orlov")
    assert "in 5 stories · 85% sure" in page
    assert page.count("Then Anna Ivanova came") == 3
    assert "Before it" not in page
    assert "After it" not in page


def test_a_rejected_name_never_comes_back(editor: Client) -> None:
    name = make_new_name("Red Square", make_story("They met on Red Square."))
    decide(editor, "names", name.pk, "reject")
    link(see(make_story("Red Square is closed."), "Red Square"))
    assert "Red Square" not in page_of(editor)


def test_a_name_that_two_have_asks_who_is_meant(editor: Client) -> None:
    for years, description in (("1934", "A pilot."), ("1953", "A minister.")):
        cast.make_person(
            "Sergei Ivanov",
            slug=f"ivanov-{years}",
            first_day=f"{years}-01-31",
            description=description,
        )
    link(see(make_story("On Monday Sergei Ivanov resigned."), "Sergei Ivanov"))
    page = page_of(editor)
    assert "On Monday Sergei Ivanov resigned." in page
    for shown in ("1934–", "A pilot.", "1953–", "A minister."):
        assert shown in page


def test_a_name_that_its_story_decides_on_does_not_ask(editor: Client) -> None:
    for n in range(2):
        cast.make_person("Sergei Ivanov", slug=f"ivanov-{n}")
    story = make_story("On Monday Sergei Ivanov resigned.")
    see(story, "Sergei Ivanov")
    cast.make_mention(story, Entity.objects.all()[0], "Sergei Ivanov")
    assert "No story bears a name that several have." in page_of(editor)


def test_likely_duplicates_stand_side_by_side(editor: Client) -> None:
    one, other = cast.make_person(), cast.make_person("Y. Gagarin", slug="other")
    cast.make_mention(make_story("Yuri Gagarin flew."), one)
    make_pair(one, other, reason="The same surname and initial.")
    page = page_of(editor)
    assert "The same surname and initial." in page
    assert page.index("Mentions: 1") < page.index("Mentions: 0")


def test_a_quote_stands_in_its_paragraph_and_only_while_readers_do_not_see_it(
    editor: Client,
) -> None:
    story = make_story("It was morning. “Poyekhali!” said Yuri Gagarin.", "“It is blue.”")
    gagarin = cast.make_person()
    make_quote(story, "Poyekhali!", gagarin, speaker_text="Yuri Gagarin")
    make_quote(story, "It is blue.", gagarin, confidence=95)
    page = page_of(editor)
    assert "It was morning. “Poyekhali!” said Yuri Gagarin." in page
    assert "It is blue." not in page


def test_a_story_in_another_script_keeps_its_direction(editor: Client) -> None:
    story = make_story("طار يوري غاغارين حول الأرض.", language="ar")
    make_new_name("يوري غاغارين", story)
    page = document(editor.get(QUEUE))
    sentence = next(page.iter("blockquote"))
    assert (sentence.attrib["lang"], sentence.attrib["dir"]) == ("ar", "auto")


# What its buttons do


def test_each_decision_is_one_post_that_leads_back_to_its_place(editor: Client) -> None:
    name = make_new_name("Anna Ivanova", make_story("Anna Ivanova came."))
    url = f"{QUEUE}names/{name.pk}/"
    answer = editor.post(url, {"decision": "accept", "back": "queue#names"}, follow=True)
    assert answer.redirect_chain == [(f"{QUEUE}#names", 302)]
    assert "“Anna Ivanova” is a new person" in answer.content.decode()
    assert Entity.objects.get().mentions.count() == 1
    assert last_decision().made_by == User.objects.get()


def test_a_name_is_given_to_whom_the_newsroom_knows(editor: Client) -> None:
    known = cast.make_person("Valentina Tereshkova")
    name = make_new_name("Chaika", make_story("Chaika answers."))
    page = document(editor.get(f"{QUEUE}names/{name.pk}/other/", {"q": "terESH"}))
    (button,) = (one for one in page.iter("button") if one.attrib.get("name") == "entity")
    assert button.attrib["value"] == str(known.pk)
    decide(editor, "names", name.pk, "other", entity=known.pk)
    assert known.mentions.count() == 1


def test_whoever_is_meant_is_chosen(editor: Client) -> None:
    one, other = (cast.make_person("Sergei Ivanov", slug=f"ivanov-{n}") for n in range(2))
    sighting = see(make_story("Sergei Ivanov resigned."), "Sergei Ivanov")
    url = f"{QUEUE}choices/{sighting.pk}/"
    assert editor.post(url, {"entity": other.pk}, headers=JSON).json()["done"]
    assert Mention.objects.get().entity_id == other.pk
    assert "No story bears a name that several have." in page_of(editor)
    assert one.mentions.count() == 0


def test_a_quote_is_confirmed_given_away_and_rejected(editor: Client) -> None:
    story = make_story("“One.” “Two.” “Three.”")
    somebody, other = cast.make_person("Somebody"), cast.make_person("Other")
    quotes = [make_quote(story, words, somebody) for words in ("One.", "Two.", "Three.")]
    decide(editor, "quotes", quotes[0].pk, "accept")
    decide(editor, "quotes", quotes[1].pk, "other", entity=other.pk)
    decide(editor, "quotes", quotes[2].pk, "reject")
    found = Quote.objects.order_by("start").values_list("state", "speaker")
    assert list(found) == [
        ("confirmed", somebody.pk),
        ("confirmed", other.pk),
        ("rejected", somebody.pk),
    ]


def test_two_told_apart_never_come_back(editor: Client) -> None:
    pair = make_pair(cast.make_person(), cast.make_person("Y. Gagarin"))
    decide(editor, "pairs", pair.pk, "different")
    assert LikelyDuplicate.objects.get().different
    assert "No two look like one." in page_of(editor)


def test_what_somebody_else_decided_meanwhile_is_told(editor: Client) -> None:
    name = make_new_name("Anna Ivanova", make_story("Anna Ivanova came."))
    decide(editor, "names", name.pk, "reject")
    answer = decide(editor, "names", name.pk, "accept")
    assert answer == {
        "done": False,
        "message": "This has been decided already, or its story has changed.",
        "undo": None,
    }
    assert not Entity.objects.exists()


def test_a_decision_that_there_is_not_is_refused(editor: Client) -> None:
    name = make_new_name("Anna Ivanova", make_story("Anna Ivanova came."))
    for url in (f"{QUEUE}names/{name.pk}/", f"{QUEUE}choices/1/", f"{QUEUE}nothing/1/"):
        assert editor.post(url, {"decision": "explode"}).status_code == 400
    assert editor.get(f"{QUEUE}nothing/").status_code == 404
    assert editor.get(f"{QUEUE}nothing/1/other/").status_code == 404


# Undoing


def test_the_last_decision_is_undone_from_the_queue(editor: Client) -> None:
    name = make_new_name("Anna Ivanova", make_story("Anna Ivanova came."))
    undoing = decide(editor, "names", name.pk, "accept")["undo"]
    assert editor.post(undoing, headers=JSON).json()["message"] == (
        "Undone: “Anna Ivanova” is a new person"
    )
    assert NewName.objects.get() == name
    assert editor.post(undoing, headers=JSON).json()["message"] == ("This has been undone already.")


def test_what_is_undone_says_which_row_waits_again(editor: Client) -> None:
    make_waiting(0)
    names, quotes, pairs = NewName.objects.get(), Quote.objects.get(), LikelyDuplicate.objects.get()
    (choice,) = (one for one in Sighting.objects.all() if one.name == "Sergei Petrov0")
    decided = [
        *(("names", names.pk, "reject"), ("names", names.pk, "accept")),
        *(("choices", choice.pk, "reject"), ("quotes", quotes.pk, "accept")),
        ("pairs", pairs.pk, "different"),
    ]
    for section, pk, decision in decided:
        undoing = decide(editor, section, pk, decision)["undo"]
        assert editor.post(undoing, headers=JSON).json()["row"] == f"{section}-{pk}"


def test_a_merge_that_is_undone_leads_back_to_its_pair(editor: Client) -> None:
    one, other = cast.make_person(), cast.make_person("Y. Gagarin")
    pair = make_pair(one, other)
    editor.post(f"{QUEUE}merge/{one.pk}/{other.pk}/", {"kept": one.pk})
    answer = editor.post(f"{QUEUE}decisions/{last_decision().pk}/undo/")
    assert answer.headers["Location"] == f"{QUEUE}#pairs-{pair.pk}"


def test_an_undone_decision_is_struck_out_and_older_pages_stay(editor: Client) -> None:
    name = make_new_name("Anna Ivanova", make_story("Anna Ivanova came."))
    decide(editor, "names", name.pk, "reject")
    pk = last_decision().pk
    sent = {"back": "decisions", "before": pk + 1}
    answer = editor.post(f"{QUEUE}decisions/{pk}/undo/", sent, follow=True)
    assert answer.redirect_chain == [(f"{QUEUE}decisions/?before={pk + 1}#decision-{pk}", 302)]
    assert [one.text for one in document(answer).iter("s")] == ["“Anna Ivanova” is no person"]


def test_decisions_are_listed_newest_first_each_with_its_undoing(editor: Client) -> None:
    for name in ("Anna Ivanova", "Boris Orlov"):
        decide(editor, "names", make_new_name(name, make_story(f"{name} came.")).pk, "reject")
    page = page_of(editor, f"{QUEUE}decisions/")
    assert page.index("“Boris Orlov” is no person") < page.index("“Anna Ivanova” is no person")
    first = Decision.objects.earliest("pk")
    undoing = f"{QUEUE}decisions/{first.pk}/undo/"
    answer = editor.post(undoing, {"back": "decisions"}, follow=True)
    assert answer.redirect_chain == [(f"{QUEUE}decisions/#decision-{first.pk}", 302)]
    assert NewName.objects.filter(rejected=False).count() == 1


def test_many_decisions_are_paged(editor: Client) -> None:
    Decision.objects.bulk_create(
        Decision(verb="reject", summary=f"Decision {n}.", before={}) for n in range(60)
    )
    assert "Decision 59." in page_of(editor, f"{QUEUE}decisions/")
    older = Decision.objects.order_by("-pk")[49].pk
    page = page_of(editor, f"{QUEUE}decisions/?before={older}")
    assert "Decision 9." in page
    assert "Decision 10." not in page


# Merging and splitting


def test_a_merge_begun_in_the_queue_leads_back_to_it(editor: Client) -> None:
    one, other = cast.make_person(), cast.make_person("Y. Gagarin")
    make_pair(one, other)
    page = document(editor.get(f"{QUEUE}pairs/"))
    (url,) = (a.attrib["href"] for a in page.iter("a") if a.attrib.get("data-key") == "m")
    preview = document(editor.get(url))
    (back,) = (one.attrib["value"] for one in preview.iter("input") if one.get("name") == "back")
    (focused,) = (one for one in preview.iter("button") if "autofocus" in one.attrib)
    answer = editor.post(url, {"kept": focused.attrib["value"], "back": back})
    assert answer.headers["Location"] == f"{QUEUE}pairs/"


def test_a_merge_is_shown_before_it_is_done(editor: Client) -> None:
    kept = cast.make_person("Alexei Leonov", slug="leonov")
    lost = cast.make_person("Lyosha Leonov", place="Listvyanka")
    cast.make_mention(make_story("Alexei Leonov flew."), kept)
    chosen = editor.get(f"{QUEUE}merge/{lost.pk}/into/", {"other": kept.pk}, follow=True)
    page = " ".join("".join(document(chosen).itertext()).split())
    for shown in ("Merge Lyosha Leonov into Alexei Leonov", "place Listvyanka", "mentions 1 0"):
        assert shown in page
    url = chosen.redirect_chain[-1][0]
    answer = editor.post(url, {"kept": kept.pk})
    assert answer.headers["Location"] == change_address(kept)
    assert list(Entity.objects.values_list("pk", flat=True)) == [kept.pk]
    assert editor.get(url).headers["Location"] == QUEUE


def test_whom_an_editor_told_apart_a_merge_warns_of(editor: Client) -> None:
    one, other = cast.make_person(), cast.make_person("Y. Gagarin")
    make_pair(one, other, different=True)
    page = page_of(editor, f"{QUEUE}merge/{one.pk}/{other.pk}/")
    assert "An editor has told these two apart." in page


def test_merging_begins_on_the_entity_s_own_form(editor: Client) -> None:
    one, other = cast.make_person("Alexei Leonov"), cast.make_person("Lyosha Leonov")
    cast.make_organization("Leonov Ltd")
    form = document(editor.get(change_address(one)))
    (link_to,) = (a for a in form.iter("a") if a.text == "Merge with …")
    page = document(editor.get(link_to.attrib["href"], {"q": "leonov"}))
    found = [one.attrib["value"] for one in page.iter("button") if "value" in one.attrib]
    assert found == [str(other.pk)]


def test_a_split_is_shown_before_it_is_done(editor: Client) -> None:
    person = cast.make_person("Sergei Korolev")
    alias = person.aliases.create(name="Piotr Karalou", key="petr karalav", folded="piotr karalou")
    cast.make_mention(make_story("Piotr Karalou milks."), person, "Piotr Karalou")
    url = f"{QUEUE}split/{alias.pk}/"
    assert url in editor.get(change_address(person)).content.decode()
    assert "1 mention that an editor confirmed" in page_of(editor, url)
    editor.post(url)
    made = Entity.objects.get(name="Piotr Karalou")
    assert made.mentions.count() == 1


# Who may


def test_only_who_may_change_entities_decides(client: Client) -> None:
    pair = make_pair(cast.make_person(), cast.make_person("Y. Gagarin"))
    reader = User.objects.create_user("reader", is_staff=True)
    client.force_login(reader)
    urls = [QUEUE, f"{QUEUE}decisions/", f"{QUEUE}merge/{pair.first_id}/{pair.second_id}/"]
    for url in urls:
        assert client.get(url).status_code == 403
    assert client.post(f"{QUEUE}pairs/{pair.pk}/", {"decision": "different"}).status_code == 403
    assert "Names to decide on" not in client.get("/admin/").content.decode()
    reader.user_permissions.add(Permission.objects.get(codename="change_entity"))
    assert client.get(QUEUE).status_code == 200
    assert QUEUE in client.get("/admin/").content.decode()


def test_who_has_not_signed_in_is_asked_to(client: Client) -> None:
    assert client.get(QUEUE).headers["Location"] == f"/admin/login/?next={QUEUE}"


def test_no_decision_comes_from_another_site() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.make_editor())
    pair = make_pair(cast.make_person(), cast.make_person("Y. Gagarin"))
    for url in (f"{QUEUE}pairs/{pair.pk}/", f"{QUEUE}decisions/1/undo/", f"{QUEUE}split/1/"):
        assert strict.post(url, {"decision": "different"}).status_code == 403
