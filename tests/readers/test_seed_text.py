"""A document becomes a post, or a refusal that says what, where and the mend."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from articles import readers
from articles.readers import Misshapen, Refusal, TooLarge
from tests.readers.documents import POST, STORY, TITLE, document, read, refusal_of


def test_post_has_nothing_that_the_document_did_not_say() -> None:
    post = read(POST)
    assert (post.reading_minutes, post.published, post.previous, post.next) == (None,) * 4
    assert (post.caption, post.credit, post.address, post.language) == ("",) * 4
    assert (post.authors, post.translations, post.related, post.notices) == ((),) * 4


def test_missing_last_line_end_changes_nothing() -> None:
    assert read(POST.rstrip("\n")) == read(POST)


@pytest.mark.parametrize("content", ["", "\n\n \t\n", "\ufeff", "\u200b\n"], ids=ascii)
def test_empty_document_is_refused(content: str) -> None:
    refusal = refusal_of(content)
    assert isinstance(refusal, Misshapen)
    assert str(refusal) == (
        "seeds/1957/sputnik.txt: The document is empty. Save the post into it again, or delete it."
    )


@pytest.mark.parametrize(
    "content", [TITLE, f"{TITLE}\n\n4 min\n", f"{TITLE}\n\nNext post\nAfter\n\nRelated Posts\nOne"]
)
def test_title_without_a_story_is_refused(content: str) -> None:
    assert str(refusal_of(content)) == (
        "seeds/1957/sputnik.txt, line 1: The document has a title but no story."
        " Put the story below the title, or delete the document."
    )


@pytest.mark.parametrize(
    "content",
    ["Previous post\nBefore\nNext post\nAfter", "\n\nRelated Posts\nOne\nTwo", "Next post"],
)
def test_footer_without_a_post_is_refused(content: str) -> None:
    assert "nothing but a footer" in str(refusal_of(content))


def test_title_of_five_thousand_characters_is_refused() -> None:
    refusal = refusal_of(f"\n{'T' * 5000}\n\n{STORY}")
    assert refusal.line == 2
    assert str(refusal) == (
        "seeds/1957/sputnik.txt, line 2: The title has 5,000 characters, and a title may have 500."
        " Put the title alone on the first line."
    )


def test_title_of_five_hundred_characters_is_read() -> None:
    assert len(read(f"{'T' * 500}\n\n{STORY}").title) == 500


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("Полёт", "Корабль вышел на орбиту и вернулся на Землю.", "ru"),
        ("Палёт", "Карабель выйшаў на арбіту і вярнуўся на Зямлю.", "be"),
        ("Політ", "Корабель вийшов на орбіту і повернувся на Землю, її бачили всі.", "uk"),
        ("Ұшу", "Ғарыш кемесі орбитаға шығып, Жерге қайта оралды.", "kk"),
        ("Flight", "The ship reached orbit and came back to Earth.", ""),
        ("Vol", "Le vaisseau a été mis en orbite, puis il est revenu.", ""),
        ("Flight", "The ship, called «Мир», reached orbit and came back.", ""),
        ("Газета", "Газета «Наша Ніва» пишет, что корабль вернулся и приземлился.", "ru"),
        ("رحلة", "وصلت المركبة إلى المدار ثم عادت إلى الأرض.", "ar"),
        ("پرواز", "فضاپیما به مدار رسید و به زمین بازگشت.", "fa"),
        ("טיסה", "החללית הגיעה למסלול וחזרה לכדור הארץ.", "he"),
        ("Flight", "The ship, called «הלל», reached orbit and came back.", ""),
        ("Полет", "Корабът излезе в орбита и се върна на Земята, където го чакаха.", ""),
    ],
)
def test_language_is_told_by_letters_or_not_at_all(title: str, text: str, language: str) -> None:
    assert read(f"{title}\n\n{text}").language == language


@pytest.mark.parametrize("kind", [Refusal, Misshapen, TooLarge])
def test_refusal_crosses_processes_whole(kind: type[Refusal]) -> None:
    refusal = kind("It is bent.", "Straighten it.", where="a.txt", line=3)
    again = pickle.loads(pickle.dumps(refusal))
    assert type(again) is kind
    assert str(again) == "a.txt, line 3: It is bent. Straighten it."
    assert (again.where, again.line) == ("a.txt", 3)


def test_post_crosses_processes_whole() -> None:
    post = read(POST)
    assert pickle.loads(pickle.dumps(post)) == post
    assert pickle.loads(pickle.dumps(document(POST))) == document(POST)


def test_readers_need_no_django() -> None:
    modules = Path(readers.__file__).parent.glob("*.py")
    assert [path.name for path in modules if "django" in path.read_text().lower().split()] == []
