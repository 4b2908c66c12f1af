"""The report finds what is lost, contradicted, cut off or there twice, and says so in sentences."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest

from articles.models import Article, Finding, Topic
from articles.reporting import make_report
from articles.reporting.words import findings_about, tell
from articles.shingles import estimate, resemblance, sketch
from tests.cast import make_article, make_neighbour, make_related

pytestmark = pytest.mark.django_db

WORDS = [f"word{number}" for number in range(5000)]


def text(count: int, seed: int = 1) -> str:
    return " ".join(Random(seed).choices(WORDS, k=count))


def story(title: str, day: int = 0, *, before: str = "", after: str = "") -> Article:
    moment = datetime(2022, 1, day, tzinfo=UTC) if day else None
    article = make_article(title, published_at=moment, date_precision="day" if day else "")
    Article.objects.filter(pk=article.pk).update(body_text="")
    for side, named in (("previous", before), ("next", after)):
        if named:
            make_neighbour(article, side, named)
    return article


def found(topic: Topic) -> list[str]:
    """Make a report and return what it says on a topic."""
    make_report()
    return [one.sentence for one in tell([*findings_about(topic)])]


# Lost articles


def test_a_lost_article_is_listed_once_with_its_place_and_who_names_it() -> None:
    story("First", 3, after="Lost")
    story("Last", 9, before="Lost")
    make_related(story("Other"), "Lost")
    assert found(Topic.LOST) == [
        "“Lost”, between “First” and “Last”, Jan. 3, 2022 to Jan. 9, 2022, named by 3 stories."
    ]


def test_a_lost_article_at_the_end_of_the_chain_stands_after_the_last() -> None:
    story("Last", 9, after="Lost")
    assert found(Topic.LOST) == ["“Lost”, after “Last”, Jan. 9, 2022 or later, named by 1 story."]


def test_a_title_that_is_only_named_as_related_is_lost_without_a_place() -> None:
    make_related(story("Story"), "Lost")
    assert found(Topic.LOST) == ["“Lost”, named by 1 story."]


def test_a_lost_namesake_of_a_story_is_told() -> None:
    story("A", after="News"), story("News", before="A", after="B"), story("B", before="News")
    story("X", after="News"), story("Y", before="News")
    assert found(Topic.LOST) == [
        "“News”, between “X” and “Y”, another story has its title, named by 2 stories."
    ]


def test_a_related_title_that_two_stories_have_is_not_lost() -> None:
    make_article("News", slug="news-1"), make_article("News", slug="news-2")
    make_related(story("Story"), "News", other=None)
    assert found(Topic.LOST) == []


# What sources say


def test_firm_links_are_counted_and_weak_ones_listed() -> None:
    story("A", after="B"), story("B", before="A"), story("C", before="B")
    assert found(Topic.WEAK) == [
        "“C” names as the one before it “B”, which does not name it in return."
    ]
    assert make_report().counts["firm"] == 1


def test_a_contradiction_tells_what_the_other_side_says() -> None:
    story("A", after="B"), story("B", before="C"), story("C")
    assert found(Topic.CONTRADICTED) == [
        "“A” names as the one after it “B”, which names before it “C”."
    ]


def test_a_place_that_two_stories_claim_is_a_contradiction_of_both() -> None:
    story("A", after="C"), story("B", after="C"), story("C")
    assert found(Topic.CONTRADICTED) == [
        "“A” names as the one after it “C”, as other stories do.",
        "“B” names as the one after it “C”, as other stories do.",
    ]


def test_a_title_that_nobody_can_tell_apart_is_listed() -> None:
    for slug in ("news-1", "news-2"):
        make_neighbour(make_article("News", slug=slug), "previous", "A")
    story("A", after="News")
    assert "“A” names as the one after it “News”, a title that several have." in found(Topic.SHARED)


def test_a_circle_and_a_date_out_of_order_are_listed() -> None:
    story("A", before="B", after="B"), story("B", before="A", after="A")
    story("X", 5, after="Y"), story("Y", 1, before="X", after="Z"), story("Z", 7, before="Y")
    assert found(Topic.CIRCLE) == [
        "From “A” on, one story names the next until “B”, and that one the first."
    ]
    assert len(found(Topic.MISDATED)) == 1


# The stories themselves


def timed(title: str, words: int, minutes: int) -> None:
    article = make_article(title, stated_minutes=minutes)
    Article.objects.filter(pk=article.pk).update(word_count=words, body_text="")


def test_stories_that_do_not_fit_their_minutes_are_found_by_the_archive_s_own_count() -> None:
    for number in range(20):
        timed(f"Story {number}", 600 + 6 * number, 4)
    timed("Cut off", 330, 4)
    timed("Doubled", 1300, 4)
    assert [one.split("”")[0] for one in found(Topic.SHORT)] == ["“Cut off"]
    assert [one.split("”")[0] for one in found(Topic.LONG)] == ["“Doubled"]
    assert make_report().counts["words_a_minute"] == {"en": pytest.approx(165, abs=3)}


def test_too_few_stories_tell_nothing_of_their_minutes() -> None:
    timed("Story", 600, 4)
    timed("Cut off", 30, 4)
    assert found(Topic.SHORT) == []


def test_a_story_that_is_there_twice_with_a_few_changes_is_found() -> None:
    words = text(300)
    make_article("Story", paragraphs=[words])
    make_article("Story again", paragraphs=[words.replace(words.split()[7], "changed")])
    make_article("Another", paragraphs=[text(300, seed=2)])
    make_article("Half of it", paragraphs=[words[:1000] + text(150, seed=3)])
    (sentence,) = found(Topic.ALIKE)
    assert sentence.startswith("“Story” and “Story again” have 9")


def test_a_hundred_copies_are_found_without_comparing_all_with_all() -> None:
    for number in range(100):
        make_article(f"Story {number}", paragraphs=[text(100)])
    assert len(found(Topic.ALIKE)) == 99


def test_a_report_takes_the_place_of_the_last_one() -> None:
    story("First", after="Lost")
    make_report(), make_report()
    assert Finding.objects.count() == 1


@pytest.mark.parametrize("kept", [0, 100, 200, 300])
def test_a_sketch_tells_about_how_alike_two_texts_are(kept: int) -> None:
    one, other = text(300), " ".join(text(300).split()[:kept]) + " " + text(300 - kept, seed=2)
    assert estimate(sketch(one), sketch(other)) == pytest.approx(resemblance(one, other), abs=0.3)
