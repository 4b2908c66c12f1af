"""What the words of one run of capitals say by themselves, before anything around them is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from articles.names.genders import given_name_gender
from articles.names.organizations import listed_organization, organization_end
from articles.names.people import judge, name_end
from articles.names.row import Row
from articles.names.sorts import Judgement, Sort
from articles.names.titles import in_singular, title_end, title_start
from articles.names.words import words_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a run that may be a name; `start` and `end` count from the run's start."""

    start: int
    end: int
    text: str
    sort: Sort
    confidence: float
    rule: str
    role: str
    words: tuple[str, ...]


# News says the same names over and over: most runs of a story were read in an earlier one.
@lru_cache(maxsize=10_000)
def pieces(run: str, opens: bool, language: str) -> tuple[Piece, ...]:
    """Return the pieces of a run of capitals, in order; `opens` says that a sentence may begin with it."""
    return tuple(_Reader(Row(run, opens, words_of(language))).read())


class _Reader:
    """Reads one row from left to right and remembers the title that stands before a name."""

    def __init__(self, row: Row) -> None:
        self.row, self.words = row, row.words
        self.found: list[Piece] = []
        self.role = ""
        self.honorific = False

    def read(self) -> list[Piece]:
        at = self._after_opening()
        while at < len(self.row):
            at = self._step(at)
        return self.found

    def _after_opening(self) -> int:
        """Return where the first name may begin: behind words that only begin sentences."""
        row, words, at = self.row, self.words, 0
        while at < len(row) and (
            row.text(at) in words.small if row.opens else at == 0 and row.text(at) in words.articles
        ):
            if any(
                row.listed(at, names) for names in (words.organizations, words.clubs, words.places)
            ):
                break
            at += 1
        return at

    def _step(self, at: int) -> int:
        """Take what begins here; return where to go on."""
        if not self.row.capital(at):
            if self.row.text(at) not in {"of", "the", "for"}:
                self.role, self.honorific = "", False
            return at + 1
        for take in (
            self._listed,
            self._event,
            self._organization,
            self._title,
            self._place,
            self._no_name,
        ):
            end = take(at)
            if end:
                return end
        return self._name(at)

    def _listed(self, at: int) -> int:
        no_name = max(
            self.row.listed(at, names) for names in (self.words.calendar, self.words.things)
        )
        event = self.row.listed(at, self.words.events)
        if event and event >= no_name:
            return self._add(at, event, Judgement("event", 0.9, "known event"))
        if no_name > at + 1:
            return no_name
        end, confidence, rule = listed_organization(self.row, at)
        if (
            end == at + 1
            and (self.honorific or self.role)
            and self.row.text(at) in self.words.surnames
        ):
            return 0  # "Lord Halifax" is no bank
        return self._add(at, end, Judgement("organization", confidence, rule)) if end else 0

    def _event(self, at: int) -> int:
        row, words = self.row, self.words
        for end in range(row.stretch(at), max(at + 1, organization_end(row, at)), -1):
            if row.text(end - 1) not in words.event_last or any(
                row.text(index).lower() in words.roles or row.text(index) in words.honorifics
                for index in range(at, end - 1)
            ):
                continue
            more = row.text(end) in {"I", "II", "III"}
            sure = 0.7 if self._belongs_somewhere(at, end) else 0.5
            return self._add(at, end + more, Judgement("event", sure, "event word"))
        return 0

    def _belongs_somewhere(self, at: int, end: int) -> bool:
        """Tell whether an event's name says where or whose it is: "Reykjavik Summit", not "South Summit"."""
        row, words = self.row, self.words
        return any(
            row.listed(index, words.places) or row.text(index) in words.nationalities
            for index in range(at, end - 1)
        )

    def _organization(self, at: int) -> int:
        end = organization_end(self.row, at)
        return self._add(at, end, Judgement("organization", 0.8, "organization word")) if end else 0

    def _title(self, at: int) -> int:
        row = self.row
        if row.text(at) in self.words.honorifics and row.capital(at + 1):
            self.honorific = True
            return at + 1
        end = title_end(row, at)
        given = self.words.given  # "Dean Smith" is a name, "Marshal Nikolai Ogarkov" has a title
        if end == at or (row.text(at) in given and end == at + 1 and row.text(end) not in given):
            return 0
        title = row.run[row.parts[title_start(row, at)].start : row.parts[end - 1].end]
        self.role = in_singular(title)
        return end

    def _place(self, at: int) -> int:
        row, words = self.row, self.words
        if self.honorific:
            return 0
        end, stretch = row.listed(at, words.places), row.stretch(at)
        if not end and row.text(at) in words.place_first and row.capital(at + 1):
            end = row.listed(at + 1, words.places)  # "West Berlin"
        if end == at + 1 and row.text(at) in words.given and self._name_goes_on(end):
            return 0
        if stretch > at + 1 and row.text(stretch - 1) in words.place_last:
            return self._add(at, stretch, Judgement("place", 0.8, "place word"))
        if end and end < stretch and row.text(end) in words.teams:
            return self._add(at, end + 1, Judgement("organization", 0.85, "place and team"))
        if end:
            return self._add(at, end, Judgement("place", 0.8, "known place"))
        if stretch > at + 1 and row.text(at) in words.place_first - words.given:
            return self._add(at, at + 2, Judgement("place", 0.6, "place word"))
        return 0

    def _name_goes_on(self, at: int) -> bool:
        text, words = self.row.text(at), self.words
        return self.row.capital(at) and not (
            (text in words.places and text not in words.surnames)
            or text.lower() in words.roles
            or text in words.organization_last
            or text in words.modifiers
            or text in words.teams
            or text in words.organizations
        )

    def _no_name(self, at: int) -> int:
        """Pass over days, months, things, nationalities; a nationality keeps the title that a name needs."""
        text, words = self.row.text(at), self.words
        if self.honorific or (text in words.given and self.row.capital(at + 1) and not self.role):
            return 0
        if text in words.calendar or (text.isupper() and text.title() in words.calendar):
            self.role = ""
            return at + 1
        end = self.row.listed(at, words.things) or self.row.listed(at, words.nationalities)
        if (
            end == at + 1 and text in words.surnames
        ):  # a full name in the story may teach it: "Greg Norman"
            return self._add(at, end, Judgement("unknown", 0.1, "opening word"))
        return end

    def _name(self, at: int) -> int:
        row = self.row
        end = name_end(row, at)
        if self.honorific:
            return self._add(at, end, Judgement("person", 0.9, "honorific"))
        if self.role and row.text(at) not in self.words.modifiers:
            return self._add(at, end, Judgement("person", 0.9 if end > at + 1 else 0.8, "title"))
        # At a sentence's start an everyday word before a name is no part of it: "Rare Hendrix song".
        if (
            end > at + 1
            and row.first_word(at)
            and row.common(at)
            and row.text(at) not in self.words.given
            and not self._family_name_first(at, end)
        ):
            at += 1
        # "Charles de Gaulle Airport", which particles part
        if end > at + 2 and row.text(end - 1) in self.words.place_last - self.words.surnames:
            return self._add(at, end, Judgement("place", 0.8, "place word"))
        return self._add(at, end, judge(row, at, end))

    def _family_name_first(self, at: int, end: int) -> bool:
        """Tell whether a name may begin with its family name: "Ho Chi Minh", "Ban Ki-moon"."""
        following = self.row.text(at + 1)
        return (
            self.row.text(at) in self.words.surnames
            and (end > at + 2 or "-" in following)
            and not given_name_gender(following)
        )

    def _add(self, at: int, end: int, judgement: Judgement) -> int:
        row = self.row
        start, stop = row.parts[at].start, row.parts[end - 1].end
        person = judgement.sort == "person"
        role = self.role if person else ""
        self.found.append(
            Piece(
                start,
                stop,
                row.run[start:stop],
                judgement.sort,
                judgement.confidence,
                judgement.rule,
                role,
                row.texts(at, end),
            )
        )
        if person:
            self.role, self.honorific = "", False
        return end
