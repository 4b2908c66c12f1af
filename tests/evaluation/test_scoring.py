"""The marks are read exactly, and what is found is counted as the figures say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.names import FoundName, FoundQuote, Kind
from tests.evaluation.gold import GoldDocument, GoldName, GoldQuote, MisshapenGold, read_gold
from tests.evaluation.scoring import Count, Figures, Speakers, score

HEAD = "language: en\ntitle: A title: with a colon\nsource: written for this\n\n"


def document(marked: str) -> GoldDocument:
    return read_gold(HEAD + marked, "a-key")


def name(start: int, end: int, kind: Kind = "person", full: str = "Ada Lovelace") -> FoundName:
    return FoundName(start, end, "", kind, full, full, "a rule", 1)


def quote(start: int, end: int, speaker: str | None = None) -> FoundQuote:
    return FoundQuote(
        start, end, "", "", name(0, 0, full=speaker) if speaker else None, "a rule", 1
    )


def figures(gold: GoldDocument, names: list[FoundName], quotes: list[FoundQuote]) -> Figures:
    counted = Figures()
    counted.add(score(gold, names, quotes), lambda found, labelled: found == labelled)
    return counted


# Reading


def test_marks_leave_the_text_and_become_labels() -> None:
    gold = document(
        "[Ada Lovelace|person] met [Babbage|person=Charles Babbage]’s [RAS|organization?]."
    )
    assert gold.text == "Ada Lovelace met Babbage’s RAS."
    assert gold.names == (
        GoldName(0, 12, "Ada Lovelace", "person", "Ada Lovelace"),
        GoldName(17, 24, "Babbage", "person", "Charles Babbage"),
        GoldName(27, 30, "RAS", "organization", "RAS", optional=True),
    )


def test_quotes_hold_names_and_know_their_speaker() -> None:
    gold = document("“⟦[Ada|person] did⟧{Charles Babbage},” he said of «⟦it⟧{?}».")
    assert gold.text == "“Ada did,” he said of «it»."
    assert gold.quotes == (
        GoldQuote(1, 8, "Ada did", "Charles Babbage"),
        GoldQuote(23, 25, "it", "", optional=True),
    )


def test_head_is_kept() -> None:
    gold = document("Text.\n\nMore.\n")
    assert (gold.language, gold.title, gold.text) == (
        "en",
        "A title: with a colon",
        "Text.\n\nMore.",
    )


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [
        ("[Ada|persom]", "cannot be read in '[Ada|persom]'"),
        ("[Ada Lovelace]", "cannot be read"),
        ("⟦One ⟦two⟧{} ⟧{}", "⟦ within ⟦"),
        ("One⟧{Ada}", "⟧ without ⟦"),
        ("⟦One", "never closed"),
        ("⟦One⟧", "cannot be read"),
    ],
)
def test_broken_marks_are_refused_with_their_place(marked: str, complaint: str) -> None:
    with pytest.raises(MisshapenGold) as refusal:
        document(marked)
    assert "a-key" in str(refusal.value)
    assert complaint in str(refusal.value)


def test_document_without_its_head_is_refused() -> None:
    with pytest.raises(MisshapenGold, match="language, title, source"):
        read_gold("language: en\n\nText.", "a-key")


PLAIN = st.text(st.characters(exclude_characters="[]|⟦⟧{}", exclude_categories=["Cs"]))
WORDS = st.text(st.characters(categories=["L"]), min_size=1)


@given(st.lists(st.tuples(PLAIN, WORDS)))
def test_offsets_are_true_and_the_text_comes_back(pieces: list[tuple[str, str]]) -> None:
    gold = document("." + "".join(f"{plain}[{words}|person]" for plain, words in pieces))
    assert gold.text == "." + "".join(plain + words for plain, words in pieces)
    assert [gold.text[label.start : label.end] for label in gold.names] == [
        words for _, words in pieces
    ]


# Names


def test_overlap_of_the_same_kind_is_a_hit_and_the_same_span_an_exact_one() -> None:
    gold = document("[Ada Lovelace|person] and [Charles Babbage|person]")
    assert figures(gold, [name(0, 3), name(17, 32)], []).names["person"] == Count(2, 1, 2, 2)


def test_another_kind_is_a_miss_and_a_false_find() -> None:
    counted = figures(document("[Ada Lovelace|person]"), [name(0, 12, "event")], []).names
    assert counted["person"] == Count(labelled=1)
    assert counted["event"] == Count(found=1)


def test_one_find_over_two_labels_is_one_hit() -> None:
    gold = document("[Ada|person] [Charles Babbage|person]")
    matched = score(gold, [name(0, 19)], []).names["person"]
    assert [label.text for label, _ in matched.pairs] == ["Charles Babbage"]
    assert [label.text for label in matched.missed] == ["Ada"]


def test_optional_labels_count_neither_way() -> None:
    gold = document("[Ada|person?] [Babbage|person]")
    assert figures(gold, [name(0, 3), name(4, 11)], []).names["person"] == Count(1, 1, 1, 1)
    assert figures(gold, [name(4, 11)], []).names["person"] == Count(1, 1, 1, 1)


def test_shares_are_those_of_the_counts() -> None:
    count = Count(hits=3, exact=1, found=4, labelled=6)
    assert (count.precision, count.recall, count.f1, count.exact_f1) == (0.75, 0.5, 0.6, 0.2)


# Quotes and speakers


def test_quote_is_a_hit_from_half_of_the_shorter() -> None:
    gold = document("⟦0123456789⟧{}")
    assert figures(gold, [], [quote(5, 15)]).quotes.hits == 1
    assert figures(gold, [], [quote(6, 16)]).quotes.hits == 0


def test_speakers_are_right_wrong_missing_or_invented() -> None:
    gold = document("⟦One⟧{Ada} ⟦two⟧{Ada} ⟦six⟧{Ada} ⟦ten⟧{} ⟦far⟧{Ada}")
    found = [quote(0, 3, "Ada"), quote(4, 7, "Bob"), quote(8, 11), quote(12, 15, "Bob")]
    speakers = figures(gold, [], found).speakers
    assert speakers == Speakers(right=1, wrong=1, none=2, invented=1)
    assert speakers.share(speakers.right) == 0.25
