"""A date line becomes a date, as exact as it was, and never a guess."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.readers import PartialDate
from tests.readers.documents import post_with_header, text_of

DAY = PartialDate(2022, 1, 18)
MINSK = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    "line",
    [
        "18 January 2022",
        "18th of January 2022",
        "18 Jan. 2022",
        "January 18, 2022",
        "Tuesday, 18 January 2022",
        "2022-01-18",
        "18.01.2022",
        "18/01/2022",
        "01/18/2022",
        "18 января 2022",
        "18 января 2022 г.",
        "вторник, 18 января 2022 года",
        "18 студзеня 2022",
        "аўторак, 18 студзеня 2022 года",
        "18 січня 2022",
        "Published: 18 January 2022",
        "Дата: 18.01.2022",
    ],
)
def test_day_is_read_in_the_usual_forms(line: str) -> None:
    assert post_with_header(line).published == DAY


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("3 February 2021", 2),
        ("3 лютага 2021", 2),
        ("3 Март 2021", 3),
        ("3 сакавіка 2021", 3),
        ("3 красавіка 2021", 4),
        ("3 мая 2021", 5),
        ("3 траўня 2021", 5),
        ("3 июня 2021", 6),
        ("3 ліпеня 2021", 7),
        ("3 жніўня 2021", 8),
        ("3 Sept 2021", 9),
        ("3 кастрычніка 2021", 10),
        ("3 лістапада 2021", 11),
        ("3 снежня 2021", 12),
    ],
)
def test_months_are_known_in_three_languages(line: str, month: int) -> None:
    assert post_with_header(line).published == PartialDate(2021, month, 3)


@pytest.mark.parametrize(
    "line",
    [
        "January 18, 2022, 14:05",
        "18 January 2022 at 2:05 pm",
        "18.01.2022 14:05",
        "14:05, 18 января 2022",
        "18 студзеня 2022 | 14:05",
    ],
)
def test_time_without_offset_waits_for_the_time_zone(line: str) -> None:
    published = PartialDate(2022, 1, 18, datetime(2022, 1, 18, 14, 5))
    assert post_with_header(line).published == published


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("2022-01-18T14:05+03:00", MINSK),
        ("2022-01-18 14:05:00 +0300", MINSK),
        ("18.01.2022, 14:05 (GMT+3)", MINSK),
        ("2022-01-18T14:05-03:30", timezone(-timedelta(hours=3, minutes=30))),
        ("2022-01-18T14:05:00.000Z", UTC),
        ("18 January 2022, 14:05 UTC", UTC),
    ],
)
def test_time_with_offset_is_a_moment(line: str, zone: timezone) -> None:
    published = post_with_header(line).published
    assert published is not None
    assert published.moment == datetime(2022, 1, 18, 14, 5, tzinfo=zone)


def test_twelve_am_is_midnight_and_twelve_pm_is_noon() -> None:
    hours = []
    for half in ("am", "pm"):
        published = post_with_header(f"18 January 2022, 12:00 {half}").published
        hours.append(published and published.moment and published.moment.hour)
    assert hours == [0, 12]


@pytest.mark.parametrize(
    ("line", "published"),
    [("January 2022", PartialDate(2022, 1)), ("студзень 2022", PartialDate(2022, 1)),
     ("2022", PartialDate(2022)), ("2022 год", PartialDate(2022))],
)  # fmt: skip
def test_date_is_no_more_exact_than_its_source(line: str, published: PartialDate) -> None:
    assert post_with_header(line).published == published


@pytest.mark.parametrize(
    "line", ["31.02.2022", "30 February 2022", "2022-13-01", "00.01.2022", "1.1.0000", "18.01.1022"]
)
def test_day_that_cannot_be_is_told_and_not_taken(line: str) -> None:
    post = post_with_header(line)
    assert post.published is None
    assert [notice.text for notice in post.notices] == [
        f"There is no such day as {line}; no date was taken."
    ]
    assert post.notices[0].line == 3


def test_date_that_could_be_two_days_is_told_and_not_taken() -> None:
    post = post_with_header("03/04/2022")
    assert post.published is None
    assert "could be two different days" in post.notices[0].text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("18.01.2022 25:00", "no such time"),
        ("18.01.2022 13:00 pm", "no such time"),
        ("18.01.2022 14:05 +99:00", "no such time"),
        ("18.01.2022 14:05 MSK", "time zone"),
    ],
)
def test_time_that_cannot_be_taken_leaves_the_day(line: str, reason: str) -> None:
    post = post_with_header(line)
    assert post.published == DAY
    assert reason in post.notices[0].text


@pytest.mark.parametrize(
    "line", ["Minsk, 18 January 2022", "18 January", "18 Brumaire 2022", "Olympics 2022"]
)
def test_line_with_more_than_a_date_stays_in_the_story(line: str) -> None:
    post = post_with_header(line)
    assert post.published is None
    assert text_of(post).startswith(line)
