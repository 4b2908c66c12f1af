"""Whom and what a story names: new names, and what the story teaches about its own."""

from __future__ import annotations

from datetime import date

import pytest

from articles.names import FoundName, find_names

STORY = (
    "Aliaksandr Lukashenka met Sergei Shoigu, the Minister of Defense of Russia. Lukashenka thanked the "
    "Collective Security Treaty Organization (CSTO). “The CSTO helped,” Shoigu said. "
    "The «Union Resolve – 2022» exercise ends on 20 February 2022."
)


def named(text: str, kind: str, language: str = "en") -> list[str]:
    return [found.text for found in find_names(text, language=language) if found.kind == kind]


def one(text: str, words: str) -> FoundName:
    return next(found for found in find_names(text) if found.text == words)


def test_people_are_found_by_full_name_and_by_surname() -> None:
    assert named(STORY, "person") == [
        "Aliaksandr Lukashenka",
        "Sergei Shoigu",
        "Lukashenka",
        "Shoigu",
    ]


def test_a_surname_bears_the_full_name_of_the_story() -> None:
    surname = one(STORY, "Shoigu")

    assert (surname.name, surname.key) == ("Sergei Shoigu", one(STORY, "Sergei Shoigu").key)


def test_an_organization_teaches_its_acronym() -> None:
    assert named(STORY, "organization") == [
        "Collective Security Treaty Organization",
        "CSTO",
        "CSTO",
    ]


def test_an_exercise_in_guillemets_is_an_event_with_its_day() -> None:
    event = one(STORY, "Union Resolve – 2022")

    assert (event.kind, event.last_day) == ("event", date(2022, 2, 20))


def test_a_person_has_the_role_that_the_story_gives() -> None:
    assert one(STORY, "Sergei Shoigu").role == "Minister of Defense of Russia"


def test_a_title_before_a_name_is_its_role_and_no_part_of_it() -> None:
    found = one("The President of Kazakhstan Kassym-Jomart Tokayev spoke.", "Kassym-Jomart Tokayev")

    assert found.role == "President of Kazakhstan"


def test_a_possessive_stands_outside() -> None:
    assert named("Boris Yeltsin's aide met Gazprom’s board.", "person") == ["Boris Yeltsin"]


def test_given_name_and_patronymic_are_the_one_person_known_by_surname_alone() -> None:
    text = "Aliaksandr Lukashenka and Putin met. “You, Vladimir Vladimirovich, helped,” Sergei Shoigu said."

    found = [name for name in find_names(text) if "Putin" in name.name]

    assert [name.name for name in found] == ["Vladimir Putin"] * 2
    assert min(name.confidence for name in found) >= 0.8


def test_a_lone_surname_is_nobodys_when_two_patronymics_could_have_it() -> None:
    text = "Yesterday Kuznetsov spoke of it. Then Ivan Petrovich left, and Oleg Ivanovich stayed."
    assert [found.name for found in find_names(text)] == [
        "Kuznetsov",
        "Ivan Petrovich",
        "Oleg Ivanovich",
    ]


def test_a_patronymic_is_nobody_elses_when_two_could_bear_it() -> None:
    text = (
        "Putin and Medvedev and Anna Petrova met. “You, Vladimir Vladimirovich,” said Anna Petrova."
    )

    assert one(text, "Vladimir Vladimirovich").name == "Vladimir Vladimirovich"


def test_a_surname_of_two_people_is_nobodys_for_sure() -> None:
    text = "Gordon Brown and Jerry Brown met. Then Brown said no."

    assert one(text, "Brown").confidence < 0.8


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Prime Minister met Russian officials in Moscow.",
        "Christmas is in December. Snow fell in North Dakota.",
        "The Minister of Defense presented them with awards.",
        "Sheep have long been known to eat grass. However, Germans do not.",
        "Soviet Union and the United States signed in New York.",
        "",
    ],
)
def test_days_places_nationalities_and_titles_alone_are_no_names(text: str) -> None:
    assert find_names(text) == []


def test_a_bearer_of_a_citys_name_is_a_person_behind_a_title() -> None:
    assert named("A board advised President George Bush in 1990.", "person") == ["George Bush"]


def test_a_headline_of_capitals_names_what_the_story_names() -> None:
    text = "DUTCH CAPTAIN BLIND GOES\n\nCaptain Danny Blind will retire, Ajax spokesman David Endt said."

    assert named(text, "person") == ["BLIND", "Danny Blind", "David Endt"]


def test_a_town_is_its_club_beside_a_result() -> None:
    text = "Results of first division soccer matches played on Sunday:\nGhent 3 Aalst 2\nAntwerp 1 Lommel 4\n"

    assert named(text, "organization") == ["Ghent", "Aalst", "Antwerp", "Lommel"]


def test_a_table_in_capitals_names_its_clubs() -> None:
    text = "Baseball league standings after matches played:\nBOSTON 66 65 .504 9\nOAKLAND AT BALTIMORE\n"

    assert named(text, "organization") == ["BOSTON", "OAKLAND"]


def test_a_company_teaches_its_short_name() -> None:
    text = "Faulding Inc said on Tuesday it won. The suit against Faulding has no merit."

    assert [f.name for f in find_names(text)] == ["Faulding Inc", "Faulding Inc"]


@pytest.mark.parametrize(
    ("text", "people", "language"),
    [
        ("Министр обороны Сергей Шойгу прилетел. Шойгу встретили.", ["Сергей Шойгу"] * 2, "ru"),
        ("Он вручил Анне Петровой приз. Петрова рада.", ["Анна Петрова"] * 2, "ru"),
        ("Прэзідэнт Уладзімір Някляеў сустрэў Някляева.", ["Уладзімір Някляеў"] * 2, "be"),
    ],
)
def test_cyrillic_names_stand_in_the_nominative(
    text: str, people: list[str], language: str
) -> None:
    found = find_names(text, language=language)

    assert [name.name for name in found if name.kind == "person"] == people


def test_an_unknown_language_is_read_by_its_script() -> None:
    assert named("Сказал Сергей Шойгу, министр.", "person", "xx") == ["Сергей Шойгу"]


def test_a_russian_ministry_has_its_small_words() -> None:
    assert named("Об этом сообщило Министерство обороны.", "organization", "ru") == [
        "Министерство обороны"
    ]


def test_a_ministry_ends_before_the_next_organization() -> None:
    text = "Говорили в Министерстве обороны и ОДКБ, в Министерстве труда и социальной защиты."

    assert named(text, "organization", "ru") == [
        "Министерстве обороны",
        "ОДКБ",
        "Министерстве труда и социальной защиты",
    ]


def test_a_country_beside_a_person_is_a_country() -> None:
    assert named("Paul Goydos and Japan came.", "person") == ["Paul Goydos"]


@pytest.mark.parametrize(
    "text",
    [
        "He left Victor Verster prison.",
        "They landed at Charles de Gaulle airport.",
        "It began at Charles de Gaulle International Airport.",
        "Yesterday the ferry Silja Europa sailed. Silja Europa is old.",
        "The Silja Europa sailed on Monday.",
    ],
)
def test_a_thing_that_bears_a_persons_name_is_nobody(text: str) -> None:
    assert find_names(text) == []


def test_a_surname_that_a_thing_bears_is_not_the_storys_person() -> None:
    text = "Robert Kennedy spoke. They met at Kennedy airport. Kennedy left."

    assert named(text, "person") == ["Robert Kennedy", "Kennedy"]


def test_a_person_found_on_a_ship_is_no_ship() -> None:
    text = "On the ship Anna Bauer found a map. Anna Bauer, who is 40, said it was old."

    assert named(text, "person") == ["Anna Bauer"] * 2


@pytest.mark.parametrize("name", ["Ho Chi Minh", "Ban Ki-moon"])
def test_a_family_name_like_an_everyday_word_opens_a_sentence(name: str) -> None:
    assert named(f"{name} spoke.", "person") == [name]


def test_an_everyday_word_that_opens_a_sentence_is_no_family_name() -> None:
    assert named("Young John Ford spoke.", "person") == ["John Ford"]


def test_the_day_is_no_part_of_an_organization() -> None:
    assert named("The World Trade Center on Tuesday was full.", "organization") == [
        "World Trade Center"
    ]
