"""Events, by their words and in their days."""

from __future__ import annotations

from datetime import date

import pytest

from articles.names import FoundName, find_names


def events(text: str, language: str = "en") -> list[FoundName]:
    return [found for found in find_names(text, language=language) if found.kind == "event"]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Впервые со времён Второй мировой войны.", "Вторая мировая война", "ru"),
        ("Это было после Спитакского землетрясения.", "Спитакское землетрясение", "ru"),
        ("Он выступал на Олимпийских играх.", "Олимпийские игры", "ru"),
        ("Речь шла о Карибском кризисе.", "Карибский кризис", "ru"),
        ("Павёз просьбу на Парыжскую мірную канферэнцыю.", "Парыжская мірная канферэнцыя", "be"),
        ("Два медалі Алімпійскіх гульняў.", "Алімпійскія гульні", "be"),
    ],
)
def test_cyrillic_events_stand_in_the_nominative(text: str, name: str, language: str) -> None:
    assert [event.name for event in events(text, language)] == [name]


@pytest.mark.parametrize("text", ["Вторая война началась.", "Сказал о войне.", "Минский автобус."])
def test_what_is_no_event_in_russian(text: str) -> None:
    assert events(text, "ru") == []


@pytest.mark.parametrize(
    "name", ["Second World War", "World Cup", "Cuban Missile Crisis", "Winter Olympics"]
)
def test_an_event_that_everybody_knows_is_sure(name: str) -> None:
    [event] = events(f"They met after the {name} at last.")

    assert (event.text, event.confidence) == (name, 0.9)


def test_an_event_by_its_last_word_is_surer_with_its_place() -> None:
    with_place, without = (
        events(f"It was at the {name} in May.")[0].confidence
        for name in ("Reykjavik Summit", "Hidden Summit")
    )

    assert without < with_place < 0.8


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was the seventh day of the Scopes trial.", "Scopes trial"),
        ("They spoke of the Copiapó mining accident.", "Copiapó mining accident"),
        ("He worked there until the Chernobyl disaster.", "Chernobyl disaster"),
    ],
)
def test_an_event_may_end_in_small_letters(text: str, name: str) -> None:
    assert [event.text for event in events(text)] == [name]


def test_a_trial_of_nobody_is_no_event() -> None:
    assert events("The trial began. A British trial ended in the accident.") == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Operation Storm lasted from 4 to 7 August 1995.", (1995, 8, 4), (1995, 8, 7)),
        ("Operation Storm ran from May 10 through June 2, 1995.", (1995, 5, 10), (1995, 6, 2)),
        ("The «Union Resolve – 2022» exercise is on February 10-20.", (2022, 2, 10), (2022, 2, 20)),
        (
            "Operation Storm began on 7 May 1983 and ended on 11 May 1983.",
            (1983, 5, 7),
            (1983, 5, 11),
        ),
        ("On 7 May 1983 they began Operation Storm.", (1983, 5, 7), (1983, 5, 7)),
    ],
)
def test_days_are_read_beside_the_name(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    [event] = events(text)

    assert (event.first_day, event.last_day) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "Operation Storm began on 7 May.",
        "Operation Storm began. On 7 May 1983 it rained.",
        "Operation Storm began on 31 February 1983.",
    ],
)
def test_days_that_the_sentence_does_not_tell_are_none(text: str) -> None:
    [event] = events(text)

    assert (event.first_day, event.last_day) == (None, None)


def test_a_russian_exercise_has_its_days() -> None:
    [event] = events(
        "Учения «Союзная решимость – 2022» пройдут с 10 по 20 февраля 2022 года.", "ru"
    )

    assert event.text == "Союзная решимость – 2022"
    assert (event.first_day, event.last_day) == (date(2022, 2, 10), date(2022, 2, 20))
