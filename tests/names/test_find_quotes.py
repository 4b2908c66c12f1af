"""Who says what: `find_quotes`."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.names import find_names, find_quotes
from tests.names.stories import event, names_in, organization, person, quotes_in, said_by

SMITH = person("John Smith")
JONES = person("Anna Jones", role="health minister")
PUTIN = person("Vladimir Putin", role="Russian president")
PESKOV = person("Dmitry Peskov")
PETROV = person("Иван Петров", "Петрова", "Петрову")
KOVALEVA = person("Мария Ковалёва")
PEOPLE = (SMITH, JONES, PUTIN, PESKOV, PETROV, KOVALEVA)
MINISTRY = organization("Health Ministry")


@pytest.mark.parametrize(
    "text",
    [
        '"We are ready," John Smith said.',
        "“We are ready,” said John Smith, the head of the bank.",
        "“We are ready,” the head of the bank, John Smith, said on Monday.",
        "“We are ready,” John Smith, 45, of Leeds, who once met Anna Jones, told reporters.",
        "“We are ready,” said the bank's chief executive John Smith.",
        "“We are ready,” the bank's director, professor John Smith, said.",
        "“We are ready,” John Smith later added.",
        "“We are ready,” growled John Smith.",
        "“We are ready!” John Smith smiled and waved, and said no more.",
        'John Smith, the finance minister, told reporters: "We are ready."',
        'John Smith said, "We are ready."',
        'John Smith said "we are ready".',
        'After talks with Anna Jones, John Smith said: "We are ready."',
        'John Smith, speaking alongside Anna Jones, said: "We are ready."',
        'John Smith turned to Anna Jones and said: "We are ready."',
        'Police quoted John Smith as saying: "We are ready."',
        'John Smith was quoted as saying "we are ready".',
        'According to John Smith, "we are ready".',
        '"We are ready," according to John Smith.',
        'John Smith was blunt: "We are ready."',
        'John Smith said:\n\n"We are ready."',
        'John Smith was tired. "We are ready."',
        '"We are ready" — John Smith',
        '"We are ready." John Smith said.',
        "“We are ready for “the day,”” John Smith said.",
        "« We are ready, » John Smith said.",
    ],
)
def test_the_speaker_by_the_words_beside(text: str) -> None:
    [(said, speaker)] = said_by(text, *PEOPLE)
    assert said.strip().lower().startswith("we are ready")
    assert speaker == "John Smith"


@pytest.mark.parametrize(
    "text",
    [
        "«Мы готовы», — сказал Иван Петров.",
        "«Мы готовы», – прокричал Иван Петров.",
        "«Мы готовы», — заявил на встрече министр обороны России Иван Петров.",
        "Иван Петров сказал: «Мы готовы».",
        "Как отметил Иван Петров, «мы готовы».",
        "По словам Петрова, «мы готовы». Иван Петров молчит.",
        "«Мы гатовы», — паведаміў Іван Пятроў.",
        "Іван Пятроў дадаў: «Мы гатовы».",
        "Паводле слоў міністра Івана Пятрова, «мы гатовы».",
        "— Мы готовы, — сказал Иван Петров.",
    ],
)
def test_the_speaker_in_russian_and_belarusian(text: str) -> None:
    [(said, speaker)] = said_by(text, PETROV, person("Іван Пятроў", "Івана Пятрова"))
    assert said.lower().startswith("мы г")
    assert speaker in {"Иван Петров", "Іван Пятроў"}


@pytest.mark.parametrize(
    "text",
    [
        "Иван Петров пришёл. «Мы готовы», — сказал он.",
        "Как рассказал министр Иван Петров, всё хорошо. «Мы готовы», — сказал он.",
        "Это решил Иван Петров. По его словам, «мы готовы к переговорам».",
        "Встреча с министром обороны Иваном Петровым. «Мы готовы», — сказал министр.",
        "Президент Иван Петров молчал. «Мы готовы», — сказал наконец глава государства.",
    ],
)
def test_words_for_a_person_in_russian(text: str) -> None:
    assert said_by(text, person("Иван Петров", "Иваном Петровым"))[0][1] == "Иван Петров"


@pytest.mark.parametrize(
    "text",
    [
        '"No comment," a spokesman for Vladimir Putin said.',
        '"No comment," said a spokesman for President Vladimir Putin.',
        '"No comment," Vladimir Putin\'s lawyer said.',
        '"No comment," a statement from Vladimir Putin\'s office said.',
        '"No comment," said a man who had met Vladimir Putin.',
        'Critics say: "No comment."',
    ],
)
def test_nobody_is_named_by_a_name_beside_the_speaker(text: str) -> None:
    assert said_by(text, *PEOPLE)[0][1] is None


def test_a_spokesman_by_name_beats_whom_he_speaks_for() -> None:
    for subject in (
        "a spokesman for Vladimir Putin, Dmitry Peskov,",
        "Vladimir Putin's spokesman, Dmitry Peskov,",
        "Vladimir Putin's spokesman Dmitry Peskov",
    ):
        assert said_by(f'"No comment," {subject} said.', *PEOPLE) == [
            ("No comment,", "Dmitry Peskov")
        ]


def test_a_split_quote_has_one_speaker() -> None:
    text = '"The plan," John Smith said, "is dead. It stinks." Anna Jones left.'
    assert said_by(text, *PEOPLE) == [
        ("The plan,", "John Smith"),
        ("is dead. It stinks.", "John Smith"),
    ]


def test_a_quote_goes_on_after_the_words_about_its_speaker() -> None:
    quotes = quotes_in('"It is over," said John Smith, who knows. "Go home."', *PEOPLE)
    assert [quote.speaker_text for quote in quotes] == ["John Smith", "John Smith"]
    assert quotes[1].rule == "continued"


def test_a_quote_goes_on_after_a_title_in_the_words_about_its_speaker() -> None:
    text = '"It was long," John Smith wrote in "The Long Winter." "It was cold."'
    assert said_by(text, SMITH) == [("It was long,", "John Smith"), ("It was cold.", "John Smith")]


def test_each_sentence_has_its_own_speaker() -> None:
    text = '"Is that so?" asked Anna Jones. "Yes!" John Smith replied.'
    assert said_by(text, *PEOPLE) == [("Is that so?", "Anna Jones"), ("Yes!", "John Smith")]


def test_every_paragraph_of_a_long_quote_has_its_speaker() -> None:
    for text in (
        "Anna Jones said:\n\n“We lost the house.\n\n“Then the car.\n\n“Then the dog.”",
        "“We lost the house.\n\n“Then the car.\n\n“Then the dog,” said Anna Jones.",
    ):
        assert [speaker for _, speaker in said_by(text, *PEOPLE)] == ["Anna Jones"] * 3


def test_part_of_a_sentence_is_a_quote_by_whose_words_it_reports() -> None:
    text = "John Smith said Anna Jones’s plan was “a complete disaster for the region”."
    assert said_by(text, *PEOPLE) == [("a complete disaster for the region", "John Smith")]


def test_a_quote_in_a_relative_clause() -> None:
    text = 'John Smith, who once called Anna Jones "a disgrace to us all", left.'
    assert said_by(text, *PEOPLE) == [("a disgrace to us all", "John Smith")]


def test_an_organization_speaks() -> None:
    text = 'The Health Ministry said in a statement: "All hospitals are open."'
    assert said_by(text, MINISTRY) == [("All hospitals are open.", "Health Ministry")]


@pytest.mark.parametrize(
    "text",
    [
        'John Smith was told that "no comment" was the answer.',
        'The so-called "experts" were wrong, John Smith said.',
        'She read "The Old Man and the Sea" twice, John Smith said.',
        'The exercise, called "Steppe Eagle 2", was opened by John Smith.',
        'John Smith works for the newspaper "Morning Star".',
        "Газета «Звязда» пишет про Ивана Петрова.",
        'John Smith\'s nickname was "Bull".',
        'Anna Jones, the author of "Making the Corps," said John Smith was there.',
    ],
)
def test_titles_terms_and_irony_are_no_quotes(text: str) -> None:
    assert said_by(text, *PEOPLE) == []


def test_a_name_in_marks_is_no_quote() -> None:
    text = "John Smith said the «Union Resolve – 2022» exercise went well."
    assert said_by(text, SMITH, event("Union Resolve – 2022")) == []


def test_a_pronoun_means_the_subject_of_the_sentence_before() -> None:
    text = 'Anna Jones met John Smith. John Smith says he lost. "She was kind," he said.'
    [quote] = quotes_in(text, *PEOPLE)
    assert (quote.speaker_text, quote.speaker and quote.speaker.name) == ("he", "John Smith")


def test_a_pronoun_fits_the_given_name() -> None:
    text = 'John Smith met Anna Jones. "She was kind," he said. "He was late," she said.'
    assert [speaker for _, speaker in said_by(text, *PEOPLE)] == ["John Smith", "Anna Jones"]


def test_a_pronoun_means_nobody_if_two_fit_alike() -> None:
    [quote] = quotes_in('John Smith and Dmitry Peskov came. "It was cold," he said.', *PEOPLE)
    assert (quote.speaker_text, quote.speaker) == ("he", None)


def test_a_pronoun_means_no_other_than_the_unnamed_speaker_before_it() -> None:
    text = 'Vladimir Putin fell ill. A doctor said it was a cold. "He sleeps a lot," he said.'
    assert said_by(text, PUTIN) == [("He sleeps a lot,", None)]


def test_a_pronoun_means_the_subject_of_its_own_sentence() -> None:
    text = 'Anna Jones came late. John Smith left after what he called "a long sad day".'
    assert said_by(text, *PEOPLE) == [("a long sad day", "John Smith")]


def test_a_pronoun_means_who_is_named_in_the_paragraph_before() -> None:
    text = 'John Smith says Anna Jones lost.\n\n"She was not good," he said.'
    assert said_by(text, *PEOPLE) == [("She was not good,", "John Smith")]


def test_a_pronoun_without_anybody_before_it_means_nobody() -> None:
    [quote] = quotes_in('"It is over," he said. John Smith wept.', *PEOPLE)
    assert quote.speaker is None


def test_a_role_means_whom_the_story_calls_so() -> None:
    text = 'Anna Jones met Vladimir Putin. "It was good," the Russian president said.'
    assert said_by(text, *PEOPLE) == [("It was good,", "Vladimir Putin")]


def test_a_role_that_two_people_have_means_nobody() -> None:
    text = 'Vladimir Putin met Emmanuel Macron. "It was good," the president said.'
    assert said_by(text, PUTIN, person("Emmanuel Macron", role="French president")) == [
        ("It was good,", None)
    ]


def test_a_spokesman_whom_nobody_names_is_nobody_near() -> None:
    text = 'John Smith said no. Asked where Smith was, the army spokesman said: "We do not know."'
    assert said_by(text, SMITH) == [("We do not know.", None)]


def test_a_name_that_was_not_found_is_that_of_the_same_surname() -> None:
    [quote] = find_quotes(
        'Anna Jones lost. "I tried hard," said Jones.',
        names_in('Anna Jones lost. "I tried hard,"', JONES),
    )
    assert (quote.speaker_text, quote.speaker and quote.speaker.name) == ("Jones", "Anna Jones")


def test_a_question_is_not_said_by_who_answers() -> None:
    text = 'To the question, "Was it a mistake?", John Smith replied: "No, no."'
    assert said_by(text, SMITH) == [("No, no.", "John Smith")]


def test_an_unnamed_minister_is_not_the_named_one() -> None:
    text = 'Anna Jones left. "It was good," a minister said.'
    assert said_by(text, JONES) == [("It was good,", None)]


def test_a_quote_that_nobody_is_said_to_say_has_no_speaker() -> None:
    [quote] = quotes_in("“Nobody knows how it will end.”", *PEOPLE)
    assert (quote.speaker, quote.speaker_text, quote.rule) == (None, "", "marks")
    assert quote.confidence < 0.8


def test_what_is_guessed_is_not_sure_enough_to_be_shown() -> None:
    for text in (
        'John Smith was angry. "They lied to us for years."',
        'John Smith met Dmitry Peskov in May. "It was cold," he said.',
    ):
        assert quotes_in(text, *PEOPLE)[0].confidence < 0.8


def test_the_speaker_is_the_name_beside_the_verb() -> None:
    text = '"We won," John Smith said. Later Smith said: "We lost."'
    quotes = quotes_in(text, *PEOPLE)
    assert [quote.speaker and quote.speaker.text for quote in quotes] == ["John Smith", "Smith"]


def test_names_found_in_the_text_end_to_end() -> None:
    text = (
        "Sergei Ivanov, the Russian defence minister, arrived in Minsk on Monday.\n\n"
        "“We have nothing to hide,” Ivanov said. “Come and see.”\n\n"
        "“I saw nothing,” said Maria Petrova, a doctor. She added: “Nobody did.”"
    )
    quotes = find_quotes(text, find_names(text))
    assert [quote.speaker and quote.speaker.name for quote in quotes] == [
        "Sergei Ivanov",
        "Sergei Ivanov",
        "Maria Petrova",
        "Maria Petrova",
    ]


PIECES = st.sampled_from(
    [
        "John Smith",
        " said",
        ", ",
        ". ",
        " he",
        "“",
        "”",
        '"',
        "«",
        "»",
        "‘",
        "’",
        "— ",
        "\n\n",
        ": ",
    ]
    + [" the minister", " сказал", "Иван Петров", "Yes we can", " who", " and", "\u202e", "e\u0301"]
)


@example("— , — ")
@given(st.lists(PIECES, max_size=30).map("".join))
def test_offsets_are_true_whatever_the_text(text: str) -> None:
    names = names_in(text, *PEOPLE)
    reached = 0
    for quote in find_quotes(text, names):
        assert text[quote.start : quote.end] == quote.text
        assert quote.start >= reached
        assert quote.speaker is None or quote.speaker.key in {name.key for name in names}
        assert quote.speaker_text in text
        reached = quote.end


@pytest.mark.parametrize(
    "piece",
    [
        '"Yes we can," the minister said. ',
        '"Yes we can," he said. ',
        '"Yes we can." ',
        '"Yes we can.\n\n',
        "— Мы, — сказал он. — Да. ",
        "John Smith «",
        "said ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(repeats: int) -> float:
        text = "John Smith «" + piece * repeats
        names = names_in(text[:100], *PEOPLE)
        start = time.process_time()
        find_quotes(text, names)
        return time.process_time() - start

    seconds(100)
    assert seconds(8_000) < 30 * (seconds(1_000) + 0.01)
