"""Whose surname it is when a family stands in one story: "President Clinton spoke, Hillary Clinton watched".

A title before a lone surname tells it apart from a full name that does not bear it: "Mr" from a woman's
name, an office from a name that the story gives without it. Who is told apart so is somebody else, and
from there on the surname without a title is nobody's for sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from articles.names.declension import all_forms
from articles.names.genders import given_name_gender, title_gender
from articles.names.mentions import Mention
from articles.names.roles import is_fit, role_beside
from articles.names.words import Words

OF_ANOTHER = "surname of another"
"""The rule of lone surnames that a title tells apart from the full name in the story."""

Title = Literal["fits", "another's", ""]
"""What the title before a lone surname says of the full name that the story gives; "" says nothing."""

# Ranks of learning: whoever has one is as often named without it.
_LEARNED = frozenset({"doctor", "professor"})
# Where the surname behind a title may stand in the genitive, "trainer of X" reads like "trainer X": only
# offices that nobody holds for a person tell anything.
_CYRILLIC_OFFICES = all_forms(
    frozenset(
        {"президент", "премьер", "премьер-министр", "министр", "канцлер", "губернатор", "мэр"}
        | {"король", "генерал", "епископ", "депутат", "прэзідэнт", "прэм’ер-міністр", "міністр"}
        | {"губернатар", "мэр", "кароль", "епіскап", "дэпутат"}
    )
)
_LONGEST_TITLE = 24  # code points of the word before a name


@dataclass(slots=True)
class Namesakes:
    """What titles say of lone surnames, by where these start, and from where on a surname is two people's."""

    titles: dict[int, Title] = field(default_factory=dict)
    shared: dict[tuple[str, bool], int] = field(default_factory=dict)

    def title(self, mention: Mention) -> Title:
        """Return what the title before a lone surname says of the full name that teaches it."""
        return self.titles.get(mention.start, "")

    def shares(self, mention: Mention, full: Mention) -> bool:
        """Tell whether two people have come up before a lone name whom it may mean."""
        since = self.shared.get(_short_of(mention, full))
        return since is not None and since < mention.start


def find_namesakes(
    text: str, mentions: Sequence[Mention], people: Mapping[str, list[Mention]], words: Words
) -> Namesakes:
    """Return whom titles tell apart; `people` are the full names that teach each short form."""
    namesakes = Namesakes()
    offices = _Offices(text, mentions, words)
    for mention in mentions:
        if mention.text not in people or not (title := offices.title_before(mention)):
            continue
        fulls = people[mention.text]
        said = _said_of(title, mention, fulls, offices)
        namesakes.titles[mention.start] = said
        if said == "another's":
            for full in fulls:
                short = _short_of(mention, full)
                since = namesakes.shared.get(short, mention.start)
                namesakes.shared[short] = min(since, mention.start)
    return namesakes


def _short_of(mention: Mention, full: Mention) -> tuple[str, bool]:
    """Return a full name, and whether the short form is its first word; all cases of a surname are one."""
    return full.name, mention.text == full.words[0]


def _said_of(title: str, mention: Mention, fulls: list[Mention], offices: _Offices) -> Title:
    """Return what a title says of the full names that teach a short form, which are one person's."""
    gender = title_gender(title)
    if gender and mention.text != fulls[0].words[0]:
        known = given_name_gender(fulls[0].words[0])
        if known:
            return "fits" if known == gender else "another's"
    office = offices.nouns(title)
    if not office:
        return ""
    return "fits" if any(office <= offices[full.text] for full in fulls) else "another's"


class _Offices(defaultdict[str, frozenset[str]]):
    """The nouns of the offices that each full name bears in the story, found when they are asked for."""

    def __init__(self, text: str, mentions: Iterable[Mention], words: Words) -> None:
        super().__init__()
        self.text, self.mentions, self.words = text, mentions, words

    def __missing__(self, name: str) -> frozenset[str]:
        told = (self._told(mention) for mention in self.mentions if mention.text == name)
        self[name] = frozenset().union(*map(self.nouns, told))
        return self[name]

    def _told(self, mention: Mention) -> str:
        beside = role_beside(self.text, mention.start, mention.end, self.words)
        return f"{self.title_before(mention)} {beside}"

    def title_before(self, mention: Mention) -> str:
        """Return the title of a name, "" if none stands before it."""
        if mention.role:
            return mention.role
        before = self.text[max(0, mention.start - _LONGEST_TITLE) : mention.start]
        last = before.rpartition(" ")[0].rpartition(" ")[2] if before.endswith(" ") else ""
        return last if last in self.words.honorifics or last in self.words.roles else ""

    def nouns(self, title: str) -> frozenset[str]:
        """Return the words of a title that say which office its bearer has, in small letters."""
        said = frozenset(title.lower().split()) & self.words.roles - _LEARNED
        return frozenset(
            word for word in said if is_fit(word) and (word < "а" or word in _CYRILLIC_OFFICES)
        )
