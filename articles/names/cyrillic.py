"""What Russian and Belarusian need besides: names in their nominative, ministries in small letters, « »."""

from __future__ import annotations

import re

from articles.names.declension import nominatives
from articles.names.mentions import Mention
from articles.names.words import Words, given_by_form

# A preposition or a genitive, which goes on with what the head of the name began.
_GENITIVE_ENDING = "ой|ей|ого|его|ых|их|ай|яй|ага|яга|ии|ы|и|і|а|я|тел|наук|навук"
_SMALL_WORD = (
    rf"(?: (?:о|об|аб|по|па|[иі](?= [а-яёіў])|дел|спраў|[а-яёіў-]+(?:{_GENITIVE_ENDING}))\b)"
)
_CAPITAL_WORD = r"(?: [А-ЯЁІЎ][\w-]+)"
_AFTER_HEAD = re.compile(rf"{_SMALL_WORD}{{1,4}}{_CAPITAL_WORD}?|{_CAPITAL_WORD}{{1,2}}")

# The beginnings of the words for what bears a name in guillemets: a newspaper, a company, a club.
_HOUSES = (
    "газет журнал компани кампані агентств агенцтв телеканал канал клуб команд каманд радио радыё парти "
    "парты движени завод фабрик банк фонд издательств выдавецтв корпораци концерн ансамбл групп гурт "
    "группировк групоўк"
)
_QUOTED = re.compile(
    rf"\b(?:ООО|ОАО|ЗАО|ПАО|АО|ТАА|ААТ|(?i:{'|'.join(_HOUSES.split())})\w*)"
    r" [«“„](?P<name>[^«»“”„\n]{2,60})[»”“]"
)
_ADJECTIVES = re.compile(
    r"\b[А-ЯЁІЎ][а-яёіў-]+(?:ый|ий|ая|ое|ого|ому|ой|ую|ым|ом|скі|ны|ага|аму|ай)"
    r"(?: [а-яёіў-]+(?:ый|ий|ая|ое|ого|ому|ой|ую|ым|ом|скі|ны|ага|аму|ай)){0,3}"
    r" (?P<head>[А-ЯЁІЎа-яёіў]{3,})\b"
)
_SURNAME_OF_WOMAN = ("ова", "ева", "ёва", "ина", "ына", "іна", "ская", "цкая", "ая")


def with_cases(text: str, mentions: list[Mention], words: Words) -> list[Mention]:
    """Return the mentions with people under their nominative and organizations with all their words."""
    said = {word for mention in mentions for word in mention.words}
    found = [_whole(text, mention, words) for mention in mentions]
    found = [
        m._replace(name=_nominative(m, said)) if m.sort != "organization" else m for m in found
    ]
    return found + _quoted(text) + _with_adjective(text, words)


def _quoted(text: str) -> list[Mention]:
    """Return the organizations in guillemets behind a word like "газета"."""
    return [
        Mention(
            match.start("name"),
            match.end("name"),
            name := match["name"],
            "organization",
            0.85,
            "organization in quotation marks",
            name,
            words=tuple(name.split()),
        )
        for match in _QUOTED.finditer(text)
    ]


def _with_adjective(text: str, words: Words) -> list[Mention]:
    """Return the organizations that begin with an adjective: "Верховный Совет", "Гомельский университет"."""
    return [
        Mention(
            match.start(),
            match.end(),
            name := match.group(),
            "organization",
            0.7,
            "organization word",
            name,
            words=tuple(name.split()),
        )
        for match in _ADJECTIVES.finditer(text)
        if match["head"].capitalize() in words.organization_first
    ]


def _whole(text: str, mention: Mention, words: Words) -> Mention:
    """Return "Министерство" as "Министерство обороны России": with the small words that follow it."""
    if mention.words[0] not in words.organization_first or mention.entity is not None:
        return mention
    after = _AFTER_HEAD.match(text, mention.start + len(mention.words[0]))
    if after is None:
        return mention._replace(sort="other") if len(mention.words) == 1 else mention
    end = after.end()
    found = text[mention.start : end].rstrip()
    return mention._replace(
        end=mention.start + len(found), text=found, sort="organization", confidence=0.75,
        rule="organization word", name=_head(found), words=tuple(found.split()), role="",
    )  # fmt: skip


def _head(name: str) -> str:
    """Return an organization's name with its first word in the nominative."""
    first, _, rest = name.partition(" ")
    for ending, nominative in (
        ("ства", "ство"),
        ("ству", "ство"),
        ("ством", "ство"),
        ("стве", "ство"),
        ("ции", "ция"),
    ):
        if first.endswith(ending):
            first = first[: -len(ending)] + nominative
            break
    return f"{first} {rest}"


def _nominative(mention: Mention, said: set[str]) -> str:
    """Return the nominative of a person's name: of the given name by the list, of the others by the story."""
    given = given_by_form()
    if not mention.words or not any("а" <= sign.lower() <= "я" for sign in mention.text):
        return mention.name
    first = mention.words[0]
    if len(mention.words) == 1 or first not in given:
        return " ".join(_word(word, "", said) for word in mention.words)
    name = given[first]
    oblique = name if first != name else ""
    rest = [_word(word, oblique, said) if oblique else word for word in mention.words[1:]]
    return " ".join([name, *rest])


def _word(word: str, given: str, said: set[str]) -> str:
    """Return the nominative of a surname or patronymic; `given` is the given name if it stands in a case."""
    choices = nominatives(word)
    for choice in choices[1:]:
        if choice in said and not (
            choice.endswith(_SURNAME_OF_WOMAN) and not given.endswith(("а", "я"))
        ):
            return choice
    if not given:
        return word
    woman = given.endswith(("а", "я"))
    fitting = [c for c in choices[1:] if woman == c.endswith(("а", "я"))]
    if word.endswith(("енко", "ых", "их", "о", "у", "и")) or not fitting:
        return word
    return min(fitting, key=len) if not woman else max(fitting, key=len)
