"""The spellings of one name meet in one key, and different names do not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.names import Kind, name_key

KINDS: st.SearchStrategy[Kind] = st.sampled_from(["person", "organization", "event"])


@pytest.mark.parametrize(
    "spellings",
    [
        "Лукашенко, Лукашэнка, Lukashenka, Lukashenko, Łukaszenka, Łukašenka, Lukaschenko",
        "Tsikhanouskaya, Tikhanovskaya, Ціханоўская, Тихановская, Тихановська, Tikhanovskaja",
        "Aleksandr, Alexander, Aliaksandr, Аляксандр, Олександр, Александр, Aleksander",
        "Sergei, Sergey, Siarhei, Siarhey, Сергей, Сяргей, Сергій",
        "Volha, Olga, Вольга, Ольга",
        "Zelensky, Zelenskyy, Zelenskiy, Zelenskyi, Zelenskij, Зеленський, Зеленский",
        "Kavaliou, Kovalev, Kovalyov, Ковалёв, Ковалев, Кавалёў",
        "Piatrou, Petrov, Пятроў, Петров, Petroff",
        "Бяляцкі, Беляцкий, Bialiatski, Belyatsky",
        "Milošević, Milosevic, Милошевић",
        "Gorbachev, Gorbachyov, Gorbatschow, Горбачёв, Горбачев",
    ],
)
def test_spellings_of_one_word_meet(spellings: str) -> None:
    assert len({name_key(name, "person") for name in spellings.split(", ")}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shoigu, Sergei", "Sergei Shoigu"),
        ("Шойгу Сергей Кужугетович", "Sergey Shoygu"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin"),
        ("Уладзімір Пуцін", "Владимир Владимирович Путин"),
        ("Mr. Sergei Lavrov", "Sergei LAVROV"),
        ("Sir Keir Starmer", "Keir Starmer"),
        ("Jean-Claude Juncker", "JEAN CLAUDE JUNCKER"),
        ("Conan O’Brien", "Conan O'Brien"),
        ("Kennedy, John F., Jr.", "John F. Kennedy Jr"),
        ("Касым-Жомарт Токаев", "Kassym-Jomart Tokayev"),
        ("Ангела Меркель", "Angela Merkel"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ],
)
def test_forms_of_one_person_meet(one: str, other: str) -> None:
    assert name_key(one, "person") == name_key(other, "person")


@pytest.mark.parametrize(
    "names",
    [
        "Dmitry Lukin; Daria Lukina; Lukin; Lukina",
        "Sergei Petrov; Sergei Petrova; Petrov; Sergei",
        "Tsikhanouski; Tsikhanouskaya; Siarhei Tsikhanouski; Sviatlana Tsikhanouskaya",
        "Viktor Lukashenko; Dmitry Lukashenko; Alexander Lukashenko; Lukashenko",
        "George Bush; George Bush Jr; George Bush Sr; George Bush III",
        "John A. Smith; John B. Smith; J. Smith; John Smith; John Smyth",
        "Kim; Kin; Jan Smith; Ian Smith",
        "Vladimir Vladimirovich; Vladimir; Vladimir Putin",
        "Igor Gromov; Igor Khromov",
        "Thomas Martin; Martin Thomas",
        "Anna Wong; Anna Wang",
        "عمار شريف; شريف; عمر شريف الدين",
    ],
)
def test_different_people_stay_apart(names: str) -> None:
    for one, other in combinations(names.split("; "), 2):
        assert name_key(one, "person") != name_key(other, "person")


@pytest.mark.parametrize(
    "names",
    [
        "Gazprom; ООО «Газпром»; Gazprom OOO; The Gazprom Company Ltd.; OJSC Gazprom",
        "Siemens; SIEMENS AG; Siemens Aktiengesellschaft",
        "Беларуськалий; Belaruskali; ОАО «Беларуськалий»",
        "Johnson & Johnson; Johnson and Johnson Inc.",
        "BP p.l.c.; BP plc; BP",
        "the United Nations; United Nations",
    ],
)
def test_forms_of_one_organization_meet(names: str) -> None:
    assert len({name_key(name, "organization") for name in names.split("; ")}) == 1


def test_numbers_tell_organizations_and_events_apart() -> None:
    assert name_key("Zapad 2021", "event") == name_key("«Запад-2021»", "event")
    assert name_key("Union Resolve – 2022", "event") == name_key("UNION RESOLVE 2022", "event")
    assert name_key("Zapad 2021", "event") != name_key("Zapad 2017", "event")
    assert name_key("Brigade 44", "organization") != name_key("Brigade 45", "organization")


@settings(deadline=None)  # the first call reads the lists
@given(st.text(), KINDS)
def test_key_is_empty_only_without_letter_and_digit(name: str, kind: Kind) -> None:
    key = name_key(name, kind)
    assert len(key) <= 200
    assert key or not any(map(str.isalnum, name))


@settings(deadline=None)  # the first call reads the lists
@given(st.text(), KINDS)
def test_case_does_not_matter(name: str, kind: Kind) -> None:
    assert name_key(name, kind) == name_key(name.upper(), kind)


@pytest.mark.parametrize("text", ["a", "Ж", "a b, ", "\u0301", "ab. ", "ш́ ", "1"], ids=ascii)
def test_five_megabytes_have_a_key(text: str) -> None:
    assert len(name_key(text * (5_000_000 // len(text)), "person")) <= 200


def test_long_names_that_begin_alike_stay_apart() -> None:
    assert name_key("a " * 600 + "b", "event") != name_key("a " * 600 + "c", "event")
    assert name_key("ab " * 100 + "b", "event") != name_key("ab " * 100 + "c", "event")
