"""Spellings of one name are the same name, and names that are merely near are not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.names import SAME, Kind, same_name

KINDS: st.SearchStrategy[Kind] = st.sampled_from(["person", "organization", "event"])
NAMES = st.text() | st.text("АБабвгй AByz.,-'«»№2עبم", max_size=30)


@pytest.mark.parametrize(
    "spellings",
    [
        "Лукашенко; Лукашэнка; Lukashenka; Lukashenko; Łukaszenka; Loukachenko; Lukaschenko",
        "Tsikhanouskaya; Tikhanovskaya; Ціханоўская; Тихановская; Cichanouskaja; Tichanowskaja",
        "Aleksandr Lukashenko; Alexander Lukashenko; Aliaksandr Lukashenka; Аляксандр Лукашэнка",
        "Vladimir Vladimirovich Putin; Vladimir Putin; Владимир Путин; Уладзімір Пуцін; Путин В. В.",
        "Shoigu, Sergei; Sergei Shoigu; Sergey Shoygu; Шойгу Сергей Кужугетович",
        "Volodymyr Zelenskyy; Vladimir Zelensky; Володимир Зеленський; Wolodymyr Selenskyj",
        "Ales Bialiatski; Алесь Бяляцкі; Алесь Беляцкий; Ales Belyatsky",
        "Aleksandar Vučić; Александар Вучић; Александр Вучич; Aleksandar Vucic",
        "Boyko Borisov; Бойко Борисов; Boiko Borissov",
        "Sergejs Lavrovs; Sergey Viktorovich LAVROV; Сергей Лавров",
        "Дзмітрый Мядзведзеў; Дмитрий Медведев; Dmitrij Medwedew",
        "Сергей Николаевич Хоменко; Сяргей Мікалаевіч Хаменка; Serhii Mykolaiovych Khomenko; "
        "Sergej Nikolajevitj Chomenko",
        "Олег Анатольевич Ковалёв; Олег Анатолійович Ковальов; Aleh Anatolyevich Kavaliou",
        "Lev Yakovlevich Petrov; Леў Якаўлевіч Пятроў; Lev Jakowlewitsch Petrow",
        "Jean-Claude Juncker; JEAN CLAUDE JUNCKER; Juncker, Jean-Claude",
    ],
)
def test_spellings_of_one_person_are_the_same(spellings: str) -> None:
    assert_all_same(spellings, "person")


@pytest.mark.parametrize(
    "spellings",
    [
        "Saddam Hussein; صدام حسين; Саддам Хусейн",
        "Mohammed bin Salman; محمد بن سلمان; Muhammad bin Salman",
        "Hassan Nasrallah; حسن نصر الله; Хасан Насралла",
        "Amir Hamoudi; عامر حمودي",
        "Mahmoud Ahmadinejad; محمود احمدی‌نژاد; Махмуд Ахмадинежад",
        "Benjamin Netanyahu; בנימין נתניהו",
        "Yair Lapid; יאיר לפיד; Яир Лапид",
        "Nikol Pashinyan; Նիկոլ Փաշինյան; Никол Пашинян",
        "Alexis Tsipras; Αλέξης Τσίπρας; Алексис Ципрас",
        "Xi Jinping; 习近平",
    ],
)
def test_scripts_meet(spellings: str) -> None:
    assert_all_same(spellings, "person")


@pytest.mark.parametrize(
    "names",
    [
        "Viktor Lukashenko; Дмитрий Лукашенко; Aliaksandr Lukashenka",
        "George Bush; George Bush Jr.; George Bush Sr.",
        "Sergei Ivanovich Petrov; Сергей Петрович Петров; Siarhei Mikalaevich Piatrou",
        "Olga Pavlovna Lis; Вольга Пятроўна Ліс",
        "Omar Salim Yusuf Darwish; Salim Yusuf Darwish; Nasir Salim Yusuf Darwish",
        "Abdul Karim; Abdul Karim Mansour",
        "Pavel Lapin; Павел Лапшин; Pavel Golubev; Павел Голубов",
        "Andrei Melnik; Андрей Мельников; Ivan Honchar; Иван Гончаров",
        "Vitali Klitschko; Володимир Кличко",
        "Lukin; Lukina",
        "Valentin Sidorov; Валентина Сидорова",
        "Valentina Sidorova; Валентин Сидоров",
        "Сергей Тихановский; Sviatlana Tsikhanouskaya",
        "John A. Smith; John B. Smith",
        "Viktor Kravchuk; Віктар Кравченко; Viktor Kravtsov",
        "Igor Gromov; Игорь Хромов",
        "Andrei Belov; Андрей Беляев; Andrei Bely; Andrei Belousov",
        "Yuri Baranov; Юрий Баринов; Yuri Baranovsky",
        "Elena Kovalenko; Alla Kovalenko; Yana Kovalenko; Анна Коваленко; Inna Kovalenko",
        "Kim Jong-un; Kim Jong-il; Kim Yo-jong",
        "Sergei Petrov; Petrov; Sergei; A. Petrov",
        "Ahmad Hassan; أحمد حسين",
    ],
)
def test_different_people_are_not_the_same(names: str) -> None:
    assert_none_same(names, "person")


@pytest.mark.parametrize(
    "spellings",
    [
        "Gazprom Ltd; ООО «Газпром»; Gazprom GmbH; PJSC Gazprom",
        "CSTO; ОДКБ; Collective Security Treaty Organization",
        "Ministry of Defence of the Republic of Belarus; Министерство обороны Республики Беларусь; "
        "Міністэрства абароны Рэспублікі Беларусь",
        "Rosneft; ПАО «НК «Роснефть»; Rosneft Oil Company",
        "State Duma; Госдума; Государственная дума; Дзяржаўная дума",
        "Wagner Group; ЧВК «Вагнер»; Група Вагнера",
        "Belarusian Helsinki Committee; Белорусский Хельсинкский комитет; Беларускі Хельсінкскі камітэт",
        "UAC; United Aircraft Corporation; Объединённая авиастроительная корпорация",
        "Beltechexport; ЗАО «Белтехэкспорт»",
        "NII Kvant; Научно-исследовательский институт «Квант»; НИИ «Квант»",
        "Novatek Electronics Industries; Novatek Electronic Industries Company",
        "Rah Negar; RAHNEGAR",
        "Organisation of Islamic Cooperation; Organisation of Islamic Cooperation (OIC)",
        "Obschestvo s ogranichennoy otvetstvennostiu Mostotrest; ООО «Мостотрест»; Mostotrest LLC",
    ],
)
def test_forms_of_one_organization_are_the_same(spellings: str) -> None:
    assert_all_same(spellings, "organization")


@pytest.mark.parametrize(
    "names",
    [
        "Belarusbank; Беларуськалий; Belavia",
        "Ministry of Defence of Belarus; Министерство обороны Российской Федерации",
        "Ministry of Health; Министерство образования",
        "School 12; Школа № 21",
        "Belarusian State University; Белорусский государственный медицинский университет",
        "Gazprom; Газпром нефть; Gazprombank",
        "National Bank of Ukraine; Национальный банк Республики Беларусь",
        "Agricultural Bank; Agricultural Cooperative Bank",
        "Belavia; Belavia Cargo; Belavia Technics",
        "Alfa Group; Альфа-Банк",
        "FC Dinamo Minsk; HC Dinamo Minsk; FC Dinamo Kyiv",
        "Supreme Court of Belarus; Constitutional Court of Belarus",
        "EU Council; Council",
        "Belarusian Association of Journalists; Union of Journalists of Belarus",
        "Minsk Tractor Works; Минский автомобильный завод",
    ],
)
def test_different_organizations_are_not_the_same(names: str) -> None:
    assert_none_same(names, "organization")


def test_the_year_tells_events_apart() -> None:
    assert_all_same("Zapad 2021; «Запад-2021»; West 2021", "event")
    assert_none_same("Zapad 2021; Запад-2017; World War I; World War II", "event")


@settings(deadline=None)  # the first call reads the lists
@given(NAMES, NAMES, KINDS)
@example("00", "/ء", "person")
def test_it_is_a_share_and_has_no_direction(one: str, other: str, kind: Kind) -> None:
    sureness = same_name(one, other, kind)
    assert 0 <= sureness <= 1
    assert sureness == same_name(other, one, kind)


@settings(deadline=None)  # the first call reads the lists
@given(NAMES, KINDS)
def test_a_name_is_itself_in_capitals_too(name: str, kind: Kind) -> None:
    has_letters = any(map(str.isalnum, name))
    assert same_name(name, name.upper(), kind) == 1 or not has_letters


@pytest.mark.parametrize("text", ["a", "Ж", "a b, ", "\u0301", "ب", "ab. ", "1"], ids=ascii)
def test_five_megabytes_are_compared(text: str) -> None:
    assert 0 <= same_name(text * (5_000_000 // len(text)), "Sergei Shoigu", "person") < SAME


def assert_all_same(names: str, kind: Kind) -> None:
    for one, other in combinations(names.split("; "), 2):
        assert same_name(one, other, kind) >= SAME, (one, other)
        assert same_name(other, one, kind) >= SAME, (other, one)


def assert_none_same(names: str, kind: Kind) -> None:
    for one, other in combinations(names.split("; "), 2):
        assert same_name(one, other, kind) < SAME, (one, other)
        assert same_name(other, one, kind) < SAME, (other, one)
