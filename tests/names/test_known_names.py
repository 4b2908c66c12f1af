"""Known names: which entity a stretch is, and when it is nobody for sure."""

from __future__ import annotations

import pickle

from articles.names import FoundName, KnownName, KnownNames, find_names

BUSH = [KnownName("George Bush", "person", 1), KnownName("Bush", "person", 1)]
MAY = [KnownName("Theresa May", "person", 2), KnownName("May", "person", 2)]


def entities(text: str, *known: KnownName, language: str = "en") -> list[tuple[str, int | None]]:
    return [(f.text, f.entity) for f in find_names(text, known, language) if f.entity is not None]


def shared(text: str, *known: KnownName) -> FoundName:
    return next(f for f in find_names(text, known) if f.rule == "shared")


def test_a_known_name_is_linked_with_the_longest_alias() -> None:
    assert entities("George Bush spoke.", *BUSH) == [("George Bush", 1)]


def test_a_part_of_a_word_is_no_name() -> None:
    assert entities("Xylanders live.", KnownName("Xylander", "person", 1)) == []


def test_a_known_name_within_a_longer_one_is_not_linked() -> None:
    assert entities("Kate Bush sang.", *BUSH) == []


def test_a_month_is_not_the_minister() -> None:
    assert entities("In May it rained. May was wet. On 5 May they left.", *MAY) == []


def test_an_everyday_word_is_a_name_beside_the_full_one() -> None:
    assert entities("Theresa May spoke. “No,” said May.", *MAY) == [("Theresa May", 2), ("May", 2)]


def test_an_everyday_word_at_a_sentences_start_is_no_name() -> None:
    assert entities("Bush fires spread. Bush is dry.", *BUSH) == []


def test_an_alias_of_one_letter_floods_nothing() -> None:
    assert entities("A man. B and A. A A A.", KnownName("A", "person", 3)) == []


def test_a_name_that_needs_a_fuller_one_beside_it_waits_for_it() -> None:
    short = KnownName("Khadyka", "person", 4, links_by_itself=False)
    full = KnownName("Yuri Khadyka", "person", 4)

    assert entities("He saw Khadyka there.", short, full) == []
    assert entities("Yuri Khadyka came. He saw Khadyka there.", short, full)[-1] == ("Khadyka", 4)


def test_a_shared_name_is_nobodys_for_sure() -> None:
    found = shared(
        "He saw Shoigu.", KnownName("Shoigu", "person", 5), KnownName("Shoigu", "person", 6)
    )

    assert found.entity is None
    assert found.confidence < 0.5


def test_the_fuller_mention_tells_whose_a_shared_name_is() -> None:
    known = [
        KnownName("Shoigu", "person", 5),
        KnownName("Shoigu", "person", 6),
        KnownName("Larisa Shoigu", "person", 6),
    ]

    assert entities("Larisa Shoigu came. He saw Shoigu.", *known) == [
        ("Larisa Shoigu", 6),
        ("Shoigu", 6),
    ]


def test_a_known_name_is_found_in_all_its_cases() -> None:
    known = (
        KnownName("Пуцін", "person", 7),
        KnownName("Лукашенко", "person", 8),
        KnownName("Путин", "person", 9),
    )

    assert entities("Он сказал Путину.", *known, language="ru") == [("Путину", 9)]
    assert entities("Ён сказаў Пуціну.", *known, language="be") == [("Пуціну", 7)]


def test_known_names_can_be_sent_to_another_process() -> None:
    names = pickle.loads(pickle.dumps(KnownNames(BUSH)))

    assert [f.entity for f in find_names("George Bush spoke.", names)] == [1]


def test_a_thing_named_after_a_known_person_is_not_linked() -> None:
    assert entities("They landed at George Bush airport.", *BUSH) == []


def test_a_known_organization_stands_before_its_building() -> None:
    acme = KnownName("Acme", "organization", 3)

    assert entities("They met in the Acme building.", acme) == [("Acme", 3)]
