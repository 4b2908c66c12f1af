"""Events, by their words and in their days."""

from __future__ import annotations

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
