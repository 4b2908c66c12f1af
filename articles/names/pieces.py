"""What the words of one run of capitals say by themselves, before anything around them is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from articles.names.runs import PART, PARTICLES
from articles.names.words import Words, english

Sort = Literal["person", "organization", "event", "place", "other", "unknown"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a run that may be a name; `start` and `end` count from the run's start."""

    start: int
    end: int
    text: str
    sort: Sort
    confidence: float
    rule: str
    role: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@lru_cache(maxsize=50_000)
def pieces(run: str, opens: bool, words: Words | None = None) -> tuple[Piece, ...]:
    """Return the pieces of a run of capitals, in order; `opens` says that it stands where a sentence may begin."""
    return _Reader(run, opens, words or english()).pieces()


class _Reader:
    """Reads one run from left to right; each `_take` method returns how far it came, or None."""

    def __init__(self, run: str, opens: bool, words: Words) -> None:
        self.run, self.opens, self.words = run, opens, words
        self.parts = [_Part(m.start(), m.end(), m.group()) for m in PART.finditer(run)]
        self.found: list[Piece] = []
        self.role = self.honorific = ""

    def pieces(self) -> tuple[Piece, ...]:
        at = self._after_opening() if self.opens else self._after_article()
        while at < len(self.parts):
            at = self._step(at)
        return tuple(self.found)

    def _step(self, at: int) -> int:
        part = self.parts[at]
        if not part.capital:
            if part.text in ("’s", "'s", "and", "&"):
                self.role = ""
            return at + 1
        for take in (
            self._listed, self._event, self._organization, self._title, self._honorific, self._place, self._plain_word,
        ):  # fmt: skip
            end = take(at)
            if end is not None:
                return end
        return self._name(at)

    # Where the run begins.

    def _after_opening(self) -> int:
        """Return where the name begins in a run that opens a sentence: after words that only begin sentences."""
        at, words = 0, self.words
        while at < len(self.parts) and self.parts[at].text in words.small:
            if self._longest_listed(at, words.organizations | words.clubs) or self._longest_listed(
                at, words.places
            ):
                break
            if (
                at + 1 < len(self.parts)
                and not self.parts[at + 1].capital
                and at == 0
                and self.parts[at + 1].text[0] in "’'"
            ):
                return at + 2
            at += 1
        return at

    def _after_article(self) -> int:
        return (
            1
            if self.parts[0].text in ("The", "A", "An")
            and len(self.parts) > 1
            and not self._longest_listed(0, self.words.organizations | self.words.places)
            else 0
        )

    # Lists.

    def _longest_listed(self, at: int, names: frozenset[str]) -> int:
        """Return where the longest listed name that begins here ends, 0 if there is none."""
        run, parts, start = self.run, self.parts, self.parts[at].start
        for end in range(min(len(parts), at + 6), at, -1):
            if run[start : parts[end - 1].end] in names:
                return end
        return 0

    def _listed(self, at: int) -> int | None:
        words = self.words
        for names, confidence, rule in (
            (words.clubs, 0.85, "known club"),
            (words.organizations, 0.9, "known organization"),
        ):
            end = self._longest_listed(at, names)
            if not end:
                continue
            single = end == at + 1
            text = self.parts[at].text
            longer = self._organization(at, dry=True)
            if longer and longer > end:
                return None
            if single:
                follows = (
                    end < len(self.parts)
                    and self.parts[end].capital
                    and self.parts[end].text not in words.roles
                )
                if text in words.given and follows:
                    continue
                doubtful = not text.isupper() and (
                    text.lower() in words.common
                    or text in words.places
                    or text in words.surnames
                    or text in words.given
                )
                if text.lower() in words.common and self.opens and at == 0 and not text.isupper():
                    confidence = 0.3
                elif doubtful:
                    confidence = 0.45 if not follows else 0.3
                if (
                    follows
                    and doubtful
                    and self.parts[end].text.lower() not in words.roles
                    and self.parts[end].text not in words.modifiers
                ):
                    continue
            if end < len(self.parts) and self._title_end(at) > end:
                title = self._title_end(at)
                if (
                    any(p.capital for p in self.parts[title:])
                    or self.parts[title - 1].text.lower() in words.roles
                ):
                    self._add(at, end, "organization", confidence, rule)
                    return end
            self._add(at, end, "organization", confidence, rule)
            return end
        return None

    def _place(self, at: int) -> int | None:
        words, parts = self.words, self.parts
        end = self._longest_listed(at, words.places)
        if end == at + 1 and parts[at].text in words.given and self._name_follows(end):
            return None
        stretch = self._stretch(at)
        if stretch - at > 1 and parts[stretch - 1].text in words.place_last:
            self._add(at, stretch, "place", 0.8, "place word")
            return stretch
        if (
            end
            and end < stretch
            and parts[end].text in words.teams
            and (parts[at].text not in words.given)
        ):
            self._add(at, end + 1, "organization", 0.85, "place and team")
            return end + 1
        if (
            not end
            and stretch - at > 1
            and parts[at].text in words.place_first
            and parts[at].text not in words.given
        ):
            if (
                parts[at].text
                in (
                    "North",
                    "South",
                    "East",
                    "West",
                    "New",
                    "Central",
                    "Northern",
                    "Southern",
                    "Western",
                    "Eastern",
                )
                or True
            ):
                self._add(at, at + 2, "place", 0.6, "place word")
                return at + 2
        if not end:
            return None
        self._add(at, end, "place", 0.8, "known place")
        return end

    def _name_follows(self, at: int) -> bool:
        if at >= len(self.parts):
            return False
        text = self.parts[at].text
        words = self.words
        return (
            self.parts[at].capital
            and not (
                text in words.places
                or text.lower() in words.roles
                or text in words.organization_last
                or text in words.modifiers
            )
            or (text in PARTICLES and at + 1 < len(self.parts))
        )

    # Events and organizations.

    def _event(self, at: int) -> int | None:
        parts, words = self.parts, self.words
        stretch = self._stretch(at)
        for end in range(stretch, at + 1, -1):
            if parts[end - 1].text in words.event_last:
                if (
                    parts[end - 1].text in words.organization_last
                    and end == stretch
                    and parts[end - 1].text in ("Mission",)
                ):
                    continue
                if end < len(parts) and parts[end].text in ("I", "II"):
                    end += 1
                if parts[at].text in words.honorifics or any(
                    p.text.lower() in words.roles and p.text not in words.event_last
                    for p in parts[at:end]
                ):
                    continue
                self._add(at, end, "event", 0.6, "event word")
                return end
        return None

    def _organization(self, at: int, dry: bool = False) -> int | None:
        parts, words = self.parts, self.words
        first = parts[at].text
        stretch = self._stretch(at)
        end = 0
        for index in range(stretch - 1, at, -1):
            text = parts[index].text
            if text in words.organization_last or text in words.forms:
                end = index + 1
                break
        if (
            end
            and self._title_end(at) > at
            and any(
                p.text.lower() in words.roles and p.text not in words.organization_last
                for p in parts[at : end - 1]
            )
        ):
            end = 0
        if (
            end == at + 2
            and first in words.given
            and parts[at + 1].text.lower() in words.common
            and parts[at + 1].text not in words.forms
        ):
            end = 0
        last = end or (
            at + 1 if first in words.organization_first or first in words.organization_last else 0
        )
        if (
            last
            and last < len(parts) - 1
            and parts[last].text in ("of", "for", "on")
            and (end or first in words.organization_first)
        ):
            stop = self._of_phrase(last)
            if stop:
                end = stop
        if not end:
            return None
        if not dry:
            self._add(at, end, "organization", 0.8, "organization word")
        return end

    def _of_phrase(self, at: int) -> int:
        """Return where "of Trade and Industry of the Russian Federation" ends; 0 if no capitals follow."""
        parts, end = self.parts, at
        while end < len(parts) and parts[end].text in ("of", "for", "on", "and", "the", "&"):
            after = end + 1
            while after < len(parts) and parts[after].text in ("the",):
                after += 1
            if (
                after >= len(parts)
                or not parts[after].capital
                or parts[after].text in self.words.organizations
            ):
                break
            if parts[end].text == "and" and (
                self._title_end(after) > after or parts[after].text in self.words.given
            ):
                break
            stop = self._stretch(after)
            place = self._longest_listed(after, self.words.places)
            if place and place < stop:
                return place
            end = stop
        return end if end > at else 0

    def _stretch(self, at: int) -> int:
        """Return where the row of capitalised words ends that begins here: at a small word or a possessive."""
        parts, end = self.parts, at
        while end < len(parts):
            text = parts[end].text
            if parts[end].capital or text == "&" and end > at and end + 1 < len(parts) or (
                text in ("'", "’", "'s", "’s")
                and end > at
                and end + 1 < len(parts)
                and parts[end + 1].text in self.words.organization_last | self.words.forms
            ):
                end += 1
            else:
                break
        return end

    # People.

    def _title_end(self, at: int) -> int:
        """Return where a title ends that begins here, `at` if none does: "Russian Defence Minister"."""
        parts, words = self.parts, self.words
        end, index = at, at
        while index < len(parts):
            text = parts[index].text
            if (
                text.lower() in words.roles
                and parts[index].capital
                and not (text in words.given and index == end and index > at and False)
            ):
                end = index + 1
                index += 1
            elif parts[index].capital and (
                text in words.modifiers
                or text in words.nationalities
                or text in words.places
                or text in words.organizations
                or text in words.organization_last
            ) or text in ("of", "for", "and", "the", "&") and index > at:
                index += 1
            elif self._longest_listed(index, words.places):
                index = self._longest_listed(index, words.places)
            else:
                break
            if index - at > 9:
                break
        if end == at:
            return at
        # "President of Kazakhstan": what follows "of" belongs to the title.
        if end < len(parts) and parts[end].text in ("of", "for"):
            after = end + 1
            while after < len(parts) and not parts[after].capital:
                after += 1
            stop = self._longest_listed(after, words.places) if after < len(parts) else 0
            while (
                not stop
                and after < len(parts)
                and parts[after].text in words.modifiers | words.organization_last
            ):
                after += 1
                if after == len(parts) or parts[
                    after
                ].text not in words.modifiers | words.organization_last | {"of", "and", "the"}:
                    stop = after
            if stop:
                return self._title_end_more(stop)
        return end

    def _title_end_more(self, end: int) -> int:
        parts, words = self.parts, self.words
        if end + 1 < len(parts) and parts[end].text == "of":
            after = end + 2 if parts[end + 1].text == "the" else end + 1
            stop = self._longest_listed(after, words.places) if after < len(parts) else 0
            return stop or end
        return end

    def _title(self, at: int) -> int | None:
        end = self._title_end(at)
        if end == at or self.parts[at].text in self.words.given and end == at + 1:
            return None
        self.role = self.run[self.parts[at].start : self.parts[end - 1].end]
        return end

    def _honorific(self, at: int) -> int | None:
        text = self.parts[at].text
        if (
            text not in self.words.honorifics
            or at + 1 >= len(self.parts)
            or not self.parts[at + 1].capital
        ):
            return None
        self.honorific = text
        return at + 1

    def _plain_word(self, at: int) -> int | None:
        text, words = self.parts[at].text, self.words
        after = at + 1 < len(self.parts) and self.parts[at + 1].capital
        if text in words.calendar and not (
            text in words.given and after and self.parts[at + 1].text not in words.calendar
        ):
            self.role = ""
            return at + 1
        if text in words.nationalities and not (text in words.given and after and not self.role):
            if not self._name_follows(at + 1):
                self.role = ""
            return at + 1
        return None

    def _name(self, at: int) -> int:
        parts, words = self.parts, self.words
        end = at + 1
        while end < len(parts) and end - at < 6:
            text = parts[end].text
            if parts[end].capital:
                if (
                    text in words.calendar
                    and text not in words.given
                    and len(text) > 3
                    or text.lower() in words.roles
                    and text not in words.surnames
                ):
                    break
                if (
                    end - at >= 2
                    and self._longest_listed(end, words.places)
                    and text not in words.surnames | words.given
                ):
                    break
                end += 1
            elif text in PARTICLES and self._particles_lead_on(end):
                end += 1
            else:
                break
        while not parts[end - 1].capital:
            end -= 1
        self._judge(at, end)
        return end

    def _particles_lead_on(self, at: int) -> bool:
        while at < len(self.parts) and not self.parts[at].capital:
            if self.parts[at].text not in PARTICLES:
                return False
            at += 1
        return at < len(self.parts)

    def _judge(self, at: int, end: int) -> None:
        """Add the piece of these parts, as a person where its words say so."""
        parts, words = self.parts, self.words
        texts = [part.text for part in parts[at:end]]
        first, last = texts[0], texts[-1]
        count = len(texts)
        opening = self.opens and at == 0
        if self.honorific:
            self._add(at, end, "person", 0.9, "honorific")
        elif self.role:
            self._add(at, end, "person", 0.9 if count > 1 else 0.8, "title")
        elif count == 1:
            self._judge_word(at, first, opening)
        elif (
            opening
            and first.lower() in words.common
            and first not in words.given
            and not first.isupper()
        ):
            self._judge(at + 1, end)
        elif (first in words.given or first.split("-")[0] in words.given) and not (
            opening and first.lower() in words.common and last not in words.surnames
        ):
            self._add(
                at,
                end,
                "person",
                0.88 if last in words.surnames or last.lower() not in words.common else 0.7,
                "given name",
            )
        elif len(first.rstrip(".")) == 1 or first.isupper() and "." in first:
            self._add(
                at, end, "person", 0.85 if len(last) > 2 and not last.isupper() else 0.4, "initial"
            )
        elif any(text.lower() in words.common and text not in words.surnames for text in texts):
            self._add(at, end, "unknown", 0.3, "capitals")
        elif last in words.surnames or any(text in words.given for text in texts):
            self._add(at, end, "person", 0.7, "surname")
        else:
            self._add(at, end, "unknown", 0.5, "capitals")

    def _judge_word(self, at: int, text: str, opening: bool) -> None:
        words = self.words
        if opening and text.lower() in words.common and not text.isupper():
            if text in words.surnames or text in words.given:
                self._add(at, at + 1, "unknown", 0.1, "capital")
            return
        if text.isupper() and 2 <= len(text) <= 6 and text.isalpha():
            self._add(at, at + 1, "unknown", 0.5, "acronym")
        elif text.lower() in words.common and text not in words.surnames:
            self._add(at, at + 1, "unknown", 0.15, "capital")
        elif text in words.surnames or text in words.given:
            self._add(at, at + 1, "unknown", 0.4, "surname")
        else:
            self._add(at, at + 1, "unknown", 0.35, "capital")

    def _add(self, at: int, end: int, sort: Sort, confidence: float, rule: str) -> None:
        start, stop = self.parts[at].start, self.parts[end - 1].end
        role = self.role if sort == "person" else ""
        words = tuple(part.text for part in self.parts[at:end])
        self.found.append(
            Piece(start, stop, self.run[start:stop], sort, confidence, rule, role, words)
        )
        if sort == "person":
            self.role = self.honorific = ""
