"""A quote by somebody whose name was not found is nobody else's: `find_quotes`."""

from __future__ import annotations

import pytest

from tests.names.stories import organization, person, said_by

SMITH = person("John Smith")
KENNEDY = person("John Kennedy", role="President")
WHITNEY = person("Richard Whitney", role="vice president")


@pytest.mark.parametrize(
    "text",
    [
        'John Smith met Odile Brunner, who said: "We are ready."',
        'John Smith fell silent when Odile Brunner said: "We are ready."',
        'John Smith came. Odile Brunner was late. "We are ready," he said.',
        'John Smith came. The driver was late. "We are ready," he said.',
        'John Smith came. A driver was late. "We are ready," he said.',
        '"We are ready," said John Smith. A driver, Odile Brunner, said so. "Yes," she said.',
    ],
)
def test_a_stranger_is_not_the_person_named_near(text: str) -> None:
    assert said_by(text, SMITH)[-1][1] is None


def test_an_employee_is_not_the_organization() -> None:
    text = '"We are ready," a former Acme employee recalled.'
    assert said_by(text, organization("Acme")) == [("We are ready,", None)]


def test_the_state_department_before_a_name_is_no_stranger() -> None:
    text = '"We are ready," State Department spokesman John Smith said.'
    assert said_by(text, SMITH) == [("We are ready,", "John Smith")]


def test_he_is_the_president_with_whom_the_sentence_before_begins() -> None:
    text = (
        'President John Kennedy came with John Smith. The President smiled. "Let us go," he said.'
    )
    assert said_by(text, KENNEDY, SMITH) == [("Let us go,", "John Kennedy")]


def test_the_president_is_not_a_vice_president() -> None:
    text = 'Vice president Richard Whitney met President John Kennedy. "Let us go," said the President.'
    assert said_by(text, KENNEDY, WHITNEY) == [("Let us go,", "John Kennedy")]


def test_of_two_with_one_surname_it_is_the_one_near() -> None:
    text = 'Theresa May won. "Let us go," said May. Much later came Philip May.'
    names = [person("Theresa May", "Theresa May"), person("Philip May", "Philip May")]
    assert said_by(text, *names) == [("Let us go,", "Theresa May")]


@pytest.mark.parametrize(
    "text",
    [
        '"We are ready," an adviser to John Smith said.',
        '"We are ready," the paper handed to John Smith said.',
        'The lawyer John Smith left.\n\nAnna Jones came.\n\n"We are ready," their lawyer said.',
        'Odile Brunner met John Smith. She left.\n\n"Go," said John Smith.\n\n"No," the doctor said.',
    ],
)
def test_nobody_is_the_adviser_the_paper_or_the_lawyer_of_others(text: str) -> None:
    assert said_by(text, person("John Smith", role="lawyer"), person("Anna Jones"))[-1][1] is None


def test_a_worker_does_not_speak_for_the_organization_as_a_spokesman_does() -> None:
    text = '"We are ready," a {} for Acme said.'
    assert said_by(text.format("worker"), organization("Acme")) == [("We are ready,", None)]
    assert said_by(text.format("spokesman"), organization("Acme")) == [("We are ready,", "Acme")]
