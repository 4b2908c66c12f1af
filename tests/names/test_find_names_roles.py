"""What a story calls a person beside the name."""

from __future__ import annotations

import pytest

from articles.names import find_names


def roles(text: str) -> dict[str, str]:
    return {found.text: found.role for found in find_names(text) if found.kind == "person"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They chose Keith Glennan, until now the president of the Case Institute of Technology.",
         "president of the Case Institute of Technology"),
        ("Yuri Gagarin, a 27-year-old pilot of the Soviet Air Force, waved.",
         "pilot of the Soviet Air Force"),
        ("It was Stanislav Zas, who has not yet named the commander.", ""),
        ("Stanislav Zas, the head, has left.", ""),
    ],
)  # fmt: skip
def test_an_apposition_gives_the_role_and_what_belongs_to_it(text: str, role: str) -> None:
    assert next(iter(roles(text).values())) == role


def test_in_a_list_of_people_each_has_the_role_before_the_name() -> None:
    text = "On board were physicist Ronald McNair, engineer Gregory Jarvis and teacher Christa McAuliffe."

    assert roles(text) == {
        "Ronald McNair": "physicist",
        "Gregory Jarvis": "engineer",
        "Christa McAuliffe": "teacher",
    }


def test_a_city_before_an_office_of_state_is_where_it_happened() -> None:
    assert roles("In Moscow Defence Minister Sergei Shoigu spoke.") == {
        "Sergei Shoigu": "Defence Minister"
    }


def test_a_mayor_keeps_the_city() -> None:
    assert roles("New York Mayor Rudolph Giuliani spoke.") == {"Rudolph Giuliani": "New York Mayor"}


def test_a_rank_before_a_lone_surname_is_no_given_name() -> None:
    assert roles("The units are led by General Serdyukov.") == {"Serdyukov": "General"}


def test_a_month_before_a_surname_is_no_given_name() -> None:
    text = "Kassym-Jomart Tokayev spoke. On 28 January Tokayev left."

    assert list(roles(text)) == ["Kassym-Jomart Tokayev", "Tokayev"]


def test_a_middle_initial_does_not_make_another_person() -> None:
    text = "Alan Shepard is back. Commander Alan B. Shepard flew in May. Shepard is well."

    assert [f.name for f in find_names(text) if f.text == "Shepard"] == ["Alan Shepard"]


def test_a_name_behind_a_blank_at_the_start_has_no_role() -> None:
    assert roles(" Sergei Shoigu") == {"Sergei Shoigu": ""}


@pytest.mark.parametrize(
    "text",
    [
        "Officials suspect Anna Bauer.",
        "Fans coach Anna Bauer every day.",
        "Judges judge Anna Bauer.",
        "Later the doctors nurse Anna Bauer back to health.",
        "Germans host Anna Bauer.",
        "They champion Anna Bauer.",
        "The city will partner Anna Bauer.",
    ],
)
def test_a_verb_is_no_role(text: str) -> None:
    assert roles(text) == {"Anna Bauer": ""}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("In Glasgow the Rangers coach Walter Smith spoke.", "coach"),
        ("The athletics coach Walter Smith spoke.", "coach"),
        ("Last week sports host Walter Smith spoke.", "host"),
    ],
)
def test_what_a_coach_is_of_does_not_make_it_a_verb(text: str, role: str) -> None:
    assert roles(text)["Walter Smith"].endswith(role)


@pytest.mark.parametrize(
    "text",
    [
        "Police searched for terrorist Anna Bauer.",
        "Suspect Anna Bauer left.",
        "Anna Bauer, a former convict, left.",
        "Murder victim Anna Bauer was 40.",
        "Her grandmother Anna Bauer left.",
        "Anna Bauer, the widow of a painter, left.",
    ],
)
def test_no_accusation_and_no_kin_is_a_role(text: str) -> None:
    assert roles(text) == {"Anna Bauer": ""}


def test_no_accusation_is_a_role_in_any_case() -> None:
    (found,) = find_names("Полиция ищет террориста Петра Иванова.", language="ru")

    assert found.role == ""


def test_the_role_before_a_name_stands_where_kin_follow_it() -> None:
    assert roles("The lawyer Anna Bauer, a widow, left.") == {"Anna Bauer": "lawyer"}


def test_a_title_in_the_plural_is_no_part_of_the_name() -> None:
    text = "Prime Ministers Mart Laar, Carl Bildt and Esko Aho met."

    assert roles(text)["Mart Laar"] == "Prime Minister"
