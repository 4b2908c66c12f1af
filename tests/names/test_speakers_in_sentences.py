"""Where the speaker of a quote stands in longer sentences: `find_quotes`."""

from __future__ import annotations

import pytest

from tests.names.stories import person, said_by

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
