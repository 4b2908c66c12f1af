"""Whose a surname is when the story speaks of two of a family, of whom it names one fully."""

from __future__ import annotations

import pytest

from articles.names import find_names, find_quotes


def lone(text: str, surname: str, language: str = "en") -> list[str]:
    """Return whose name each occurrence of a lone surname stands for."""
    return [found.name for found in find_names(text, language=language) if found.text == surname]


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("President Clinton spoke. First Lady Hillary Clinton watched. Clinton smiled.", "Clinton"),
        ("President Reagan spoke; Nancy Reagan listened. Later Reagan left.", "Reagan"),
        ("Prime Minister Johnson came. Carrie Johnson waved. Mr Johnson waved.", "Johnson"),
        ("Mrs Thatcher said no. Denis Thatcher smiled. Then Thatcher left.", "Thatcher"),
        ("Jane Walker came. Bishop Walker spoke.", "Walker"),
    ],
)
def test_a_title_that_the_full_name_does_not_bear_is_somebody_elses(
    text: str, surname: str
) -> None:
    assert set(lone(text, surname)) == {surname}


def test_what_somebody_else_of_the_surname_said_is_not_the_full_names() -> None:
    text = "President Clinton spoke. “We stay,” Clinton said. First Lady Hillary Clinton watched."
    (quote,) = find_quotes(text, find_names(text))

    assert quote.speaker is not None
    assert quote.speaker.name == "Clinton"


@pytest.mark.parametrize(
    ("text", "surname", "full"),
    [
        ("President Bill Clinton spoke. Mr Clinton left. Clinton smiled.", "Clinton", "Bill Clinton"),
        ("Sergei Shoigu, the Defence Minister, came. Minister Shoigu left.", "Shoigu", "Sergei Shoigu"),
        ("Vice President Al Gore came. Vice President Gore left.", "Gore", "Al Gore"),
        ("President Clinton rose. Mrs Clinton rose. Bill Clinton is president. Bill Clinton, the "
         "president, left.", "Clinton", "Bill Clinton"),
        ("Anna Bauer teaches. Professor Bauer left. Dr Bauer smiled.", "Bauer", "Anna Bauer"),
    ],
)  # fmt: skip
def test_a_title_that_fits_the_full_name_is_its(text: str, surname: str, full: str) -> None:
    assert full in lone(text, surname)
    assert "surname of two full names" not in {found.rule for found in find_names(text)}


def test_before_somebody_else_comes_up_the_surname_is_the_full_names() -> None:
    text = "Mikhail Gorbachev flew in. Gorbachev spoke. Mrs Gorbachev listened."

    assert lone(text, "Gorbachev") == ["Mikhail Gorbachev", "Gorbachev"]


def test_a_family_name_that_stands_first_tells_no_gender() -> None:
    assert lone("Kim Yo-jong came. Ms Kim spoke.", "Kim") == ["Kim Yo-jong"]


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("Президент Лукашенко прилетел. Николай Лукашенко ждал.", "Лукашенко", "Лукашенко"),
        ("Вчера победила Анна Петрова. Тренер Петровой рад.", "Петровой", "Анна Петрова"),
    ],
)
def test_in_cyrillic_only_an_office_of_state_tells(text: str, surname: str, name: str) -> None:
    assert lone(text, surname, "ru") == [name]


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("F. W. de Klerk came. Frederik Willem de Klerk spoke. De Klerk left.", "De Klerk",
         "F. W. de Klerk"),
        ("Robert Kennedy and Robert F. Kennedy, or Robert Francis Kennedy. Then Kennedy left.",
         "Kennedy", "Robert Kennedy"),
        ("Martin Luther King rose. Martin Luther King Jr. spoke. Then King left.", "King",
         "Martin Luther King"),
    ],
)  # fmt: skip
def test_initials_and_middle_names_make_nobody_else(text: str, surname: str, name: str) -> None:
    assert lone(text, surname) == [name]


@pytest.mark.parametrize(
    "names",
    [
        "George W. Bush and George H. W. Bush",
        "John Bush, J. Bush and Jane Bush",
        "George Bush Jr. and George Bush Sr.",
    ],
)
def test_other_initials_are_two_people(names: str) -> None:
    assert lone(f"They met {names}. Then Bush left.", "Bush") == ["Bush"]
