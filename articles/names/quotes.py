"""Who says what in a text: the quotations in quotation marks and after dashes, and their speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from articles.names.antecedents import antecedent
from articles.names.attribution import Cue, cue_of
from articles.names.found import FoundName, FoundQuote
from articles.names.marks import Paragraph, Stretch, has_marks, quoted_paragraphs
from articles.names.wording import Token, tokens_of

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")


def find_quotes(text: str, names: Sequence[FoundName]) -> list[FoundQuote]:
    """Return what people say in `text`, in order; `names` are those found in it, in order.

    A quotation that runs over several paragraphs is one quote a paragraph, each with the same speaker:
    so each keeps its place in the text. Titles, terms and words in ironic marks are not returned. A
    quote whose confidence is 0.8 or more may stand under the speaker's name unseen.
    """
    if not has_marks(text):
        return []
    reader = _Reader(text, names)
    for paragraph in quoted_paragraphs(text):
        reader.read(paragraph)
    return reader.quotes


class _Reader:
    """Read a text paragraph by paragraph, and remember who was named and who spoke last."""

    def __init__(self, text: str, names: Sequence[FoundName]) -> None:
        self.text = text
        self.names = names
        self.starts = [name.start for name in names]
        self.people: list[FoundName] = []
        self.quotes: list[FoundQuote] = []
        self.last: FoundName | None = None
        self.last_text = ""
        self.run: int | None = None  # where a quotation over several paragraphs begins in `quotes`

    def read(self, paragraph: Paragraph) -> None:
        names = self._names_in(paragraph.start, paragraph.end)
        stretches = [each for each in paragraph.stretches if not _is_name(each, names)]
        if stretches:
            outside = _outside(names, stretches)
            tokens = tokens_of(self.text, paragraph, stretches, outside)
            self._read_quotes(paragraph, stretches, tokens, outside)
            names = outside
        self.people.extend(each for each in names if each.kind == "person")

    def _names_in(self, start: int, end: int) -> Sequence[FoundName]:
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _read_quotes(
        self,
        paragraph: Paragraph,
        stretches: Sequence[Stretch],
        tokens: Sequence[Token],
        names: Sequence[FoundName],
    ) -> None:
        places = [place for place, token in enumerate(tokens) if token.kind == "quote"]
        before: int | None = None
        for stretch, place in zip(stretches, places, strict=True):
            quote = self._quote(paragraph, stretch, tokens, place, before, names)
            if quote is not None:
                self.quotes.append(quote)
                if quote.speaker is not None:
                    self.last, self.last_text = quote.speaker, quote.speaker_text
                before = place if quote.speaker_text else None
                self._run_on(stretch, paragraph)

    def _run_on(self, stretch: Stretch, paragraph: Paragraph) -> None:
        """Give all the stretches of a quotation over several paragraphs the speaker that one has."""
        newest = len(self.quotes) - 1
        if self.run is not None and stretch.opens == paragraph.start:
            spoken = [each for each in self.quotes[self.run :] if each.speaker_text]
            if spoken:
                for place in range(self.run, newest + 1):
                    self.quotes[place] = _same_speaker(self.quotes[place], spoken[0])
                self.run = newest
        if not stretch.goes_on:
            self.run = None
        elif self.run is None:
            self.run = newest

    def _quote(
        self,
        paragraph: Paragraph,
        stretch: Stretch,
        tokens: Sequence[Token],
        place: int,
        before: int | None,
        names: Sequence[FoundName],
    ) -> FoundQuote | None:
        words = _WORD.findall(self.text, stretch.start, stretch.end)
        cue = cue_of(tokens, place)
        if not _is_said(self.text, stretch, words, cue):
            return None
        found = FoundQuote(
            stretch.start,
            stretch.end,
            self.text[stretch.start : stretch.end],
            "",
            None,
            "marks",
            0.3,
        )
        if cue is not None:
            return self._by_cue(found, cue, paragraph, names)
        if before is not None and _is_next(tokens, before, place):
            return _same_speaker(found, self.quotes[-1], "continued", 0.9)
        if place == 0 and len(tokens) == 1 and self.last is not None and not stretch.goes_on:
            return replace(
                found, speaker_text="", speaker=self.last, rule="carried on", confidence=0.6
            )
        return found

    def _by_cue(
        self, found: FoundQuote, cue: Cue, paragraph: Paragraph, names: Sequence[FoundName]
    ) -> FoundQuote:
        speaker = cue.speaker
        said_by, sure = speaker.name, cue.confidence
        if speaker.kind not in {"name", "organization"}:
            people = [
                *self.people,
                *(each for each in names if each.kind == "person" and each.start < speaker.start),
            ]
            person, fit = antecedent(self.text, speaker, people, self.last, paragraph.start)
            said_by = person or said_by
            sure = min(sure, fit) if person else 0.5
        text = self.text[speaker.start : speaker.end]
        return replace(found, speaker_text=text, speaker=said_by, rule=cue.rule, confidence=sure)


def _is_name(stretch: Stretch, names: Sequence[FoundName]) -> bool:
    """Say whether the marks are those of a name: «Union Resolve – 2022», OOO «Romashka»."""
    return any(
        (each.start <= stretch.start and stretch.end <= each.end)
        or (each.start == stretch.start and each.end >= stretch.end - 1)
        for each in names
    )


def _outside(names: Sequence[FoundName], stretches: Sequence[Stretch]) -> list[FoundName]:
    """Return the names that stand in none of the stretches."""
    closes = [each.closes for each in stretches]
    opens = [each.opens for each in stretches]
    outside = []
    for name in names:
        place = bisect_left(closes, name.start + 1)
        if place == len(opens) or name.end <= opens[place]:
            outside.append(name)
    return outside


def _is_said(text: str, stretch: Stretch, words: Sequence[str], cue: Cue | None) -> bool:
    """Say whether somebody says the stretch, rather than it being a title, a term or irony."""
    if not words:
        return False
    if cue is not None and cue.beside and cue.rule != "within":
        return True
    if _is_title(words) and text[stretch.end - 1] not in ".,!?…":
        return False
    if cue is not None:
        return len(words) >= 2
    return len(words) >= 4 and (stretch.goes_on or text[stretch.end - 1] in ".!?…,")


def _is_title(words: Sequence[str]) -> bool:
    """Say whether most words have a capital, as in the title of a work."""
    capitals = sum(word[0].isupper() for word in words)
    return capitals * 2 > len(words)


def _is_next(tokens: Sequence[Token], before: int, place: int) -> bool:
    """Say whether only the end of the cue of the quotation at `before` stands before `place`."""
    stops = sum(token.kind == "stop" for token in tokens[before + 1 : place])
    return (
        stops <= 1
        and place - before < 40
        and (place == before + 1 or tokens[place - 1].kind == "stop")
    )


def _same_speaker(
    quote: FoundQuote, other: FoundQuote, rule: str = "several paragraphs", sure: float = 1.0
) -> FoundQuote:
    if quote.speaker_text:
        return quote
    return replace(
        quote,
        speaker_text=other.speaker_text,
        speaker=other.speaker,
        rule=rule,
        confidence=min(sure, other.confidence),
    )
