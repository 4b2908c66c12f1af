"""The rules of care: whom a story's names lead to, and whom they don't."""

from __future__ import annotations

from articles.linking import resolving
from articles.linking.directory import Directory
from articles.linking.resolving import Link, Named, resolve, with_known
from articles.names import OF_ANOTHER, Kind, KnownName, Place, name_key


def directory(*names: tuple[str, int] | tuple[str, int, bool], kind: Kind = "person") -> Directory:
    """Return a directory of (name, entity) or (name, entity, links by itself)."""
    known = Directory()
    for name, entity, *rest in names:
        alias = KnownName(name, kind, entity, links_by_itself=all(rest))
        known.add(alias, name_key(name, kind))
    return known


def links(text: str, names: list[Named], known: Directory) -> list[Link]:
    return resolving.links(text, names, resolve(text, names, known), known)


def named(name: str, *places: int, kind: Kind = "person", as_written: str = "") -> Named:
    length = len(as_written or name)
    return Named(
        kind, name_key(name, kind), [Place(at, at + length, 80, "given name") for at in places]
    )


def test_a_name_leads_to_the_one_who_bears_it() -> None:
    known = directory(("Yuri Gagarin", 1), ("Alexei Leonov", 2))
    assert list(resolve("", [named("Yuri Gagarin", 0)], known).values()) == [1]


def test_a_name_that_two_bear_leads_to_nobody() -> None:
    known = directory(("John Glenn", 1), ("John Glenn", 2))
    assert resolve("", [named("John Glenn", 0)], known) == {}


def test_a_shared_name_leads_to_whom_the_story_also_names_fully() -> None:
    known = directory(("Bush", 1), ("George Walker Bush", 1), ("Bush", 2), ("Barbara Bush", 2))
    story = [named("Bush", 30), named("Barbara Bush", 0)]
    assert set(resolve("", story, known).values()) == {2}


def test_a_shared_name_beside_both_full_names_leads_to_nobody() -> None:
    known = directory(("Bush", 1), ("George Walker Bush", 1), ("Bush", 2), ("Barbara Bush", 2))
    story = [named("Bush", 60), named("Barbara Bush", 0), named("George Walker Bush", 20)]
    assert ("person", name_key("Bush", "person")) not in resolve("", story, known)


CLINTON = Named("person", name_key("Clinton", "person"), [Place(10, 17, 80, OF_ANOTHER)])


def test_a_surname_of_another_leads_to_nobody_whom_the_story_names_fully() -> None:
    story = [CLINTON, named("Hillary Clinton", 40)]
    for by_itself in (True, False):
        known = directory(("Clinton", 1, by_itself), ("Hillary Clinton", 1))
        assert list(resolve("", story, known)) == [story[1][:2]]


def test_a_surname_of_another_that_two_bear_leads_to_nobody() -> None:
    known = directory(("Clinton", 1), ("Hillary Clinton", 1), ("Clinton", 2), ("Bill Clinton", 2))
    story = [CLINTON, named("Hillary Clinton", 40)]
    assert resolve("", story, known) == {story[1][:2]: 1}


def test_a_surname_of_another_leads_to_its_only_bearer() -> None:
    known = directory(("Clinton", 2), ("Bill Clinton", 2), ("Hillary Clinton", 1))
    story = [CLINTON, named("Hillary Clinton", 40)]
    assert resolve("", story, known)[CLINTON[:2]] == 2


def test_the_patronymic_tells_who_of_two_it_is() -> None:
    known = directory(("Ivan Petrovich Sokolov", 1), ("Ivan Sergeyevich Sokolov", 2))
    text = "Ivan Petrovich Sokolov said so."
    assert list(resolve(text, [named("Ivan Petrovich Sokolov", 0)], known).values()) == [1]


def test_a_name_leads_to_nobody_with_another_patronymic() -> None:
    known = directory(("Ivan Petrovich Sokolov", 1))
    text = "Ivan Sergeyevich Sokolov said so."
    assert resolve(text, [named("Ivan Sergeyevich Sokolov", 0)], known) == {}


def test_two_fathers_in_one_story_lead_to_nobody() -> None:
    known = directory(("Ivan Petrovich Sokolov", 1))
    text = "Ivan Petrovich Sokolov met Ivan Sergeyevich Sokolov."
    both = [Place(0, 22, 80, "given name"), Place(27, 51, 80, "given name")]
    assert links(text, [Named("person", name_key("Ivan Sokolov", "person"), both)], known) == []


def test_a_name_that_does_not_lead_by_itself_waits_for_a_fuller_one() -> None:
    known = directory(("Glenn", 1, False), ("John Glenn", 1))
    assert resolve("", [named("Glenn", 0)], known) == {}
    assert len(resolve("", [named("Glenn", 20), named("John Glenn", 0)], known)) == 2


def test_a_name_leads_only_to_its_own_kind() -> None:
    known = directory(("Apollo", 1), kind="event")
    assert resolve("", [named("Apollo", 0, kind="organization")], known) == {}


def test_a_known_name_that_no_rule_found_is_found_letter_by_letter() -> None:
    text = "the crew of vostok greeted the chief designer"
    known = directory(("chief designer", 7))
    (link,) = links(text, with_known(text, [], known), known)
    assert (text[link.start : link.end], link.entity) == ("chief designer", 7)
    assert link.found_by == "alias"


def test_a_known_name_within_a_longer_name_is_left_alone() -> None:
    text = "The Yuri Gagarin Centre opened."
    known = directory(("Yuri Gagarin", 1))
    centre = named("Yuri Gagarin Centre", 4, kind="organization")
    assert links(text, with_known(text, [centre], known), known) == []


def test_no_link_lies_over_another() -> None:
    text = "Yuri Gagarin Prize"
    known = directory(("Yuri Gagarin", 1), ("Gagarin Prize", 2))
    story = [named("Yuri Gagarin", 0), named("Gagarin Prize", 5)]
    (link,) = links(text, story, known)
    assert link.entity == 2  # the longer one


def test_a_name_written_as_it_is_known_is_surer_than_its_rule() -> None:
    text = "Yuri Gagarin flew. Gagarin slept."
    known = directory(("Yuri Gagarin", 1))
    story = Named(
        "person",
        name_key("Yuri Gagarin", "person"),
        [Place(0, 12, 60, "given name"), Place(19, 26, 70, "surname of a full name")],
    )
    full, surname = links(text, [story], known)
    assert (full.confidence, surname.confidence) == (90, 70)
    assert (full.found_by, surname.found_by) == ("alias", "discovery")
