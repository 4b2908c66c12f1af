"""Where the speaker of a quote stands in longer sentences: `find_quotes`."""

from __future__ import annotations

import pytest

from tests.names.stories import person, quotes_in, said_by

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
