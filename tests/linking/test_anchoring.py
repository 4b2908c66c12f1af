"""What an editor decided on keeps its words when the text around them changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.linking.anchoring import anchor


def test_a_stretch_moves_with_the_text_before_it() -> None:
    assert anchor("Gagarin flew.", "On 12 April Gagarin flew.", 0, 7) == 12


def test_of_two_equal_stretches_the_one_with_the_same_words_around_it_is_meant() -> None:
    before = "Titov waited. Gagarin flew, and Gagarin came back."
    after = "Gagarin came back. Titov waited. Gagarin flew."
    start = before.rindex("Gagarin")
    assert anchor(before, after, start, start + 7) == 0


def test_a_stretch_that_is_gone_stands_nowhere() -> None:
    assert anchor("Gagarin flew.", "Titov flew.", 0, 7) is None


@given(st.text(max_size=60), st.text(max_size=60), st.data())
def test_wherever_it_is_found_its_words_stand(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    found = anchor(before, after, start, end)
    if found is not None:
        assert after[found : found + end - start] == before[start:end]


@given(st.text(min_size=1, max_size=60), st.text(max_size=30), st.data())
def test_a_stretch_is_found_behind_any_new_beginning(
    text: str, beginning: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert anchor(text, beginning + text, start, end) is not None
