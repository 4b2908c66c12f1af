"""A word's term is one that both engines take as it is, and in which its forms meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.question import LONGEST_QUESTION, MOST_WORDS, question
from articles.search.words import LONGEST_WORD, folded, term, terms, words


@given(st.text())
def test_a_term_is_of_letters_and_digits_alone_and_not_long(text: str) -> None:
    for word in words(text):
        for made in (term(word[0]), folded(word[0])):
            assert made
            assert made.isalnum()
            assert len(made) <= LONGEST_WORD


@given(st.text(max_size=2 * LONGEST_QUESTION))
def test_a_question_asks_for_no_more_than_can_be_answered_quickly(typed: str) -> None:
    asked = question(typed)
    phrases = asked.wanted + asked.unwanted
    assert sum(len(phrase.terms) for phrase in phrases) <= MOST_WORDS
    assert all(len(phrase.terms) == len(phrase.written) for phrase in phrases)


@pytest.mark.parametrize(
    "forms",
    [
        "investigation investigations investigate investigated",
        "протест протеста протесты протестов протестами",
        "Беларусь Беларуси Беларусі Беларусью",
        "мова мовы мову моваў",
        "Мінск Мінску Минск Минске",
        "café cafe CAFÉ cafés",
        "Shoigu Shoigu's",
    ],
)
def test_the_forms_of_a_word_have_one_term(forms: str) -> None:
    assert len(set(terms(forms))) == 1
