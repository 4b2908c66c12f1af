"""What one story teaches about its own names: a full name the surname, an organization its acronym."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from articles.names.declension import forms
from articles.names.mentions import Mention
from articles.names.named_after import NAMED_AFTER
from articles.names.namesakes import OF_ANOTHER, Namesakes, find_namesakes
from articles.names.patronymics import with_patronymics
from articles.names.runs import CAPITAL, PART, PARTICLES, Run
from articles.names.words import Words

_ACRONYM = re.compile(rf" ?\( ?({CAPITAL}[\w.&/-]{{1,12}}) ?\)")
_GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


@dataclass(slots=True)
class Taught:
    """The short forms that the story's full names give: each with the mentions that give it."""

    people: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    organizations: dict[str, Mention] = field(default_factory=dict)


def teach(text: str, mentions: Iterable[Mention], words: Words) -> Taught:
    """Return the short forms of all full names among the mentions."""
    taught = Taught()
    for mention in mentions:
        if mention.sort == "person" and len(mention.words) > 1 and mention.confidence >= 0.55:
            _teach_person(taught, mention, words)
        elif mention.sort == "organization":
            _teach_organization(taught, text, mention, words)
    return taught


def _teach_person(taught: Taught, mention: Mention, words: Words) -> None:
    names = [word for word in mention.words if word not in _GENERATIONS]
    shorts = {names[-1]}
    family = next((i for i, word in enumerate(names) if word in PARTICLES and i), None)
    if family:
        shorts.add(" ".join(names[family:]))
        if names[family].islower():
            shorts.add(" ".join([names[family].capitalize(), *names[family + 1 :]]))
    if len(names[0]) > 1 and "." not in names[0] and names[0] not in words.places:
        shorts.add(names[0])  # the family name in the East of Asia, a given name elsewhere
    if len(names) > 2 and names[-2] not in PARTICLES and names[0] in words.given:
        shorts.add(" ".join(names[-2:]))
    if names[-1] in words.places and mention.confidence < 0.85:
        shorts.discard(names[-1])
    if names[-1][:1] >= "А":  # Cyrillic letters: names in all their cases
        shorts.update(form for short in list(shorts) for form in forms(short))
        shorts.update(forms(mention.name.split()[-1]))
    for short in shorts:
        if len(short) > 1 and all(full.name != mention.name for full in taught.people[short]):
            taught.people[short].append(mention)


def _teach_organization(taught: Taught, text: str, mention: Mention, words: Words) -> None:
    organizations = taught.organizations
    acronym = _ACRONYM.match(text, mention.end)
    if acronym and _abbreviates(acronym.group(1), mention.words):
        organizations.setdefault(acronym.group(1), mention)
    if len(mention.words) < 2 or mention.confidence < 0.6:
        return
    initials = "".join(word[0] for word in mention.words if word[0].isupper())
    if len(initials) >= 3:
        organizations.setdefault(initials, mention)
    if mention.words[-1] in words.organization_last and mention.words[-1] not in words.forms:
        organizations.setdefault(mention.words[-1], mention)
    if mention.words[-1] in words.forms:
        body = mention.words[:-1]
        while len(body) > 1 and (body[-1] in words.forms or body[-1] == "&"):
            body = body[:-1]
        organizations.setdefault(" ".join(body), mention)
        if (
            body[0] not in words.places
            and body[0].lower() not in words.common
            and body[0] not in words.nationalities
        ):
            organizations.setdefault(body[0], mention)


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    """Tell whether the letters of an acronym can be those of the words: most initials occur, in order."""
    initials = [word[0].lower() for word in words if word[0].isalnum()]
    letters = [sign.lower() for sign in short if sign.isalpha()]
    if len(letters) < 2:
        return False
    position, hits = 0, 0
    for letter in letters:
        if letter in initials[position:]:
            position = initials.index(letter, position) + 1
            hits += 1
    return hits * 2 >= len(letters) or letters[0] == initials[0]


def apply(text: str, mentions: list[Mention], taught: Taught, words: Words) -> list[Mention]:
    """Return the mentions with short forms understood as what the story's full names teach."""
    namesakes = find_namesakes(text, mentions, taught.people, words)
    understood = [_understood(mention, taught, namesakes) for mention in mentions]
    understood = _beside_people(text, sorted(understood, key=lambda mention: mention.start), words)
    return with_patronymics(understood)


_BESIDE = frozenset({" and ", ", ", " , ", " , and ", ", and ", " и ", " і "})


def _beside_people(text: str, mentions: list[Mention], words: Words) -> list[Mention]:
    """Return the mentions with lone names as people where "and" or a comma joins them to one."""
    found = list(mentions)
    for way in (range(len(found)), reversed(range(len(found)))):
        for index in way:
            mention = found[index]
            lone = mention.sort in ("other", "unknown") and mention.rule in ("capital", "surname")
            if lone and mention.text not in words.places and _joined_to_person(text, found, index):
                found[index] = mention.taken_for("person", 0.65, "beside a person")
    return _known_by_one(found)


def _joined_to_person(text: str, mentions: list[Mention], index: int) -> bool:
    mention = mentions[index]
    before = mentions[index - 1] if index else None
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    return bool(
        (before and before.sort == "person" and text[before.end : mention.start] in _BESIDE)
        or (after and after.sort == "person" and text[mention.end : after.start] in _BESIDE)
    )


def _known_by_one(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with every occurrence of a lone name as the person that one of them is."""
    people = {m.text: m for m in mentions if m.rule == "beside a person"}
    return [
        mention.taken_for("person", 0.6, "beside a person")
        if mention.text in people and mention.sort in ("other", "unknown")
        else mention
        for mention in mentions
    ]


def _understood(mention: Mention, taught: Taught, namesakes: Namesakes) -> Mention:
    if mention.entity is not None or mention.rule == NAMED_AFTER:
        return mention
    fulls = taught.people.get(mention.text)
    if fulls and (len(mention.words) == 1 or mention.sort != "organization"):
        return _surname(mention, fulls, namesakes)
    full = taught.organizations.get(mention.text)
    if (
        full is not None
        and (mention.sort != "place" or mention.rule == "place by its place")
        and full.text != mention.text
    ):
        if mention.sort == "event" or (mention.sort == "person" and mention.confidence > 0.85):
            return mention
        return mention.taken_for(
            "organization", max(0.85, mention.confidence), "acronym or short form", full.name
        )._replace(entity=full.entity)
    return mention


def _surname(mention: Mention, fulls: list[Mention], namesakes: Namesakes) -> Mention:
    """Return a lone surname as the person whose full name the story gives; as nobody's if there are two."""
    title = namesakes.title(mention)
    if title == "another's":
        return mention.taken_for("person", max(mention.confidence, 0.8), OF_ANOTHER)
    if (
        mention.sort == "place"
        and mention.rule == "known place"
        and not mention.role
        and fulls[-1].words[-1] != mention.text
    ):
        return mention
    before = [full for full in fulls if full.start <= mention.start]
    if _one_bearer(fulls) and (title or not namesakes.shares(mention, fulls[0])):
        full = fulls[0]
        sure = 0.9 if before else 0.8
        return mention.taken_for(
            "person",
            max(mention.confidence if mention.sort == "person" else 0, sure),
            "surname of a full name",
            full.name,
        )._replace(entity=full.entity)
    return mention.taken_for("person", 0.5, "surname of two full names")


def _one_bearer(fulls: list[Mention]) -> bool:
    """Tell whether full names can be one person's: "Robert Kennedy", "Robert F. Kennedy"."""
    if len(fulls) == 1:
        return True
    words = [_apart(full) for full in fulls]
    generations = {word for name in words for word in name if word in _GENERATIONS}
    names = [[word for word in name if word not in _GENERATIONS] for name in words]
    return (
        len(generations) < 2
        and len({tuple(name[-1:]) for name in names}) == 1
        and all(map(_may_be_one, zip_longest(*(name[:-1] for name in names))))
    )


def _apart(full: Mention) -> list[str]:
    """Return the words of a full name without particles, its initials one by one: "F.W." is "F", "W"."""
    words = " ".join(full.words).replace(".", ". ").split()
    return [word.strip(".") for word in words if word.strip(".") and word not in PARTICLES]


def _may_be_one(words: tuple[str | None, ...]) -> bool:
    """Tell whether words are one given name, of which some are the initial."""
    told = {word for word in words if word}
    return len({word[0] for word in told}) == 1 and sum(len(word) > 1 for word in told) < 2


def shouted(
    runs: list[Run], mentions: list[Mention], taught: Taught, words: Words
) -> list[Mention]:
    """Return the names in headlines of capitals: those that the story or a list gives in common spelling."""
    if not runs:
        return []
    by_capitals: dict[str, Mention] = {}
    for mention in mentions:
        if mention.sort in ("person", "organization") and mention.confidence >= 0.5:
            by_capitals.setdefault(mention.text.upper(), mention)
    for short, fulls in taught.people.items():
        if _one_bearer(fulls):
            by_capitals.setdefault(short.upper(), fulls[0])
    listed = words.shouted
    found: list[Mention] = []
    for run in runs:
        parts = [(m.start(), m.end()) for m in PART.finditer(run.text)]
        at = 0
        while at < len(parts):
            at = _shouted_name(run, parts, at, by_capitals, listed, found)
    return found


def _shouted_name(
    run: Run,
    parts: list[tuple[int, int]],
    at: int,
    known: dict[str, Mention],
    listed: dict[str, str],
    found: list[Mention],
) -> int:
    """Add the longest name that begins at a word of a headline; return where to go on."""
    start = parts[at][0]
    for end in range(min(len(parts), at + 5), at, -1):
        stop = parts[end - 1][1]
        capitals = run.text[start:stop]
        full = known.get(capitals)
        text_words = tuple(run.text[a:b] for a, b in parts[at:end])
        if full is not None:
            found.append(
                Mention(
                    run.start + start,
                    run.start + stop,
                    capitals,
                    full.sort,
                    min(0.85, full.confidence),
                    "in capitals",
                    full.name,
                    "",
                    full.entity,
                    text_words,
                )
            )
            return end
        if capitals in listed:
            found.append(
                Mention(
                    run.start + start,
                    run.start + stop,
                    capitals,
                    "organization",
                    0.7,
                    "known organization",
                    listed[capitals],
                    "",
                    None,
                    text_words,
                )
            )
            return end
    return at + 1
