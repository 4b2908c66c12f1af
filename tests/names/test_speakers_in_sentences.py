"""Where the speaker of a quote stands in longer sentences: `find_quotes`."""

from __future__ import annotations

import pytest

from tests.names.stories import organization, person, quotes_in, said_by

SMITH = person("John Smith")
JONES = person("Anna Jones")


@pytest.mark.parametrize(
    "text",
    [
        'For several minutes, John Smith ranted against Anna Jones, calling it "a long sad day".',
        'The plan, said John Smith, "was a long sad day".',
        'John Smith called Anna Jones "a long sad day," thanking the crowd.',
        '"It was," John Smith told the crowd, "a long sad day."',
        'John Smith wrote that it was "a long sad day" and Anna Jones said nothing.',
    ],
)
def test_the_subject_of_a_longer_sentence(text: str) -> None:
    assert said_by(text, SMITH, JONES)[-1][1] == "John Smith"


def test_he_is_who_said_that_he_believed_so() -> None:
    text = 'Anna Jones left. John Smith told the BBC he believed the reports. "I do," he said.'
    assert said_by(text, SMITH, JONES) == [("I do,", "John Smith")]


def test_a_comma_at_the_end_of_a_paragraph_introduces_the_next() -> None:
    text = "Of the “soulmates”, John Smith declared,\n\n“They do not share a thing with us.”"
    assert said_by(text, SMITH)[-1] == ("They do not share a thing with us.", "John Smith")


def test_he_goes_past_a_sentence_that_is_a_quote_alone() -> None:
    text = 'John Smith said it was "time". "I want it so much." He called it "a long sad day".'
    assert said_by(text, SMITH)[-1] == ("a long sad day", "John Smith")


@pytest.mark.parametrize(
    "text",
    [
        'Anna Jones wept. The head of Acme, John Smith, walked in. "No," he said.',
        'Dan Brown wept. Ten came, according to John Smith. "No," he said.',
        'Dan Brown wept.\n\nJohn Smith said so. What Dan Brown did was "a long sad day," he said.',
        'Dan Brown wept. During a break, John Smith saw the son of Dan Brown. "No," he said.',
        'Smith met Dan Brown and said he would go. "No," he said.',
    ],
)
def test_he_is_the_subject_of_the_sentence_before(text: str) -> None:
    assert said_by(text, SMITH, JONES, person("Dan Brown"))[-1][1] == "John Smith"


def test_a_paragraph_that_is_a_quote_goes_on_after_one_that_ends_with_a_quote() -> None:
    text = "“It was cold,” said John Smith.\n\n“There was no wood in the shed.”\n\nAnna Jones left."
    assert said_by(text, SMITH, JONES)[-1] == ("There was no wood in the shed.", "John Smith")
    [_, quote] = quotes_in(text, SMITH, JONES)
    assert quote.rule == "paragraph alone"
    assert quote.confidence < 0.8


@pytest.mark.parametrize(
    "text",
    [
        'Anna Jones left. John Smith said he won. Those who came were tired. "No," he said.',
        'John Smith said that Anna Jones would continue "the long and good work".',
        'Anna Jones wept. Acme captain John Smith expects more. "No," he said.',
        'Anna Jones wept. Veteran fast bowler John Smith won. "No," he said.',
        'Sen. John Smith met Anna Jones. "No," he said.',
        '"We are just trying ..." John Smith said, his voice trailing off.',
    ],
)
def test_the_speaker_past_sentences_and_infinitives_about_others(text: str) -> None:
    sen = person("Sen. John Smith", "John Smith")
    assert said_by(text, sen, JONES, organization("Acme"))[-1][1] == "Sen. John Smith"


@pytest.mark.parametrize(
    "text",
    [
        "“Is it cold?” said John Smith.\n\n“There was no wood in the shed.”",
        'John Smith left. "It was cold," said a driver.\n\nIt rained. "I saw it all," he said.',
        'It rained. John Smith\'s campaign hit back, saying it was "a long sad day".',
    ],
)
def test_nobody_known_answers_or_follows_a_stranger(text: str) -> None:
    assert said_by(text, SMITH)[-1][1] is None


def test_jr_ends_no_sentence() -> None:
    text = 'John Smith Jr., a member of the board, came and said of him: "It was cold."'
    assert said_by(text, person("John Smith Jr")) == [("It was cold.", "John Smith Jr")]
