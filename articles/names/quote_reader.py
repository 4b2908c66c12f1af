"""Read a text's quotations paragraph by paragraph, remembering who was named and who spoke last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from articles.names.antecedents import Company, of_pronoun, of_role, of_surname, with_role_before
from articles.names.attribution import Cue, cue_of, sentence
from articles.names.found import FoundName, FoundQuote
from articles.names.genders import Gender
from articles.names.heads import Speaker, is_person
from articles.names.marks import Paragraph, Stretch
from articles.names.said import is_said
from articles.names.sentence_before import cue_before, subject_before_sentence, subject_in_sentence
from articles.names.wording import Passage, Token

# How far a quotation's surroundings are looked at, in tokens: some eight sentences before, one after.
_BEFORE, _AFTER = 200, 45
# How much of the paragraph before is looked at, in code points: its last sentences.
_END = 400
# What may stand behind the colon or comma with which a paragraph ends, within so many code points.
_MARKS = " \t\n\u00a0\"'“”„«»‘’‚‹›"
_NEAR_END = 8
_BY_NAME = frozenset({"name", "organization"})
# What stands before a quotation that goes on: an end, or a title in marks that ends its sentence.
_BEFORE_NEXT = frozenset({"stop", "dash", "quote"})
# Who is meant by "he" or "the minister" is left open below this.
_LEAST_SURE = 0.55
# Who speaks or acts in the sentence before is nobody known below this: no guess upon a guess.
_SURE = 0.8
# How many people of a story are compared with "the minister", the first ones named.
_MOST_PEOPLE = 200


class QuoteReader:
    """Reads paragraphs one after another, in order, and gathers `quotes`."""

    def __init__(self, text: str, names: Sequence[FoundName]) -> None:
        self.text = text
        self.names = names
        self.starts = [name.start for name in names]
        self.people = _different_people(text, names)
        self.quotes: list[FoundQuote] = []
        self._before: Sequence[FoundName] = ()  # the people of the last paragraph that named any
        self._paragraph: Paragraph | None = None  # the paragraph before
        self._passage: Passage | None = None  # the same, or its end, if it was read
        self._last: FoundName | None = None  # who spoke last
        self._run: int | None = None  # where a quotation over several paragraphs begins in `quotes`

    def read(self, paragraph: Paragraph) -> None:
        """Add the quotes of the next paragraph."""
        names = self._names_in(paragraph)
        passage = None
        if paragraph.stretches:
            stretches = [each for each in paragraph.stretches if not self._is_name(each)]
            names = _outside(names, stretches)
            passage = Passage(self.text, paragraph, stretches, names)
            self._read_quotes(stretches, passage)
        self._before = [name for name in names if name.kind == "person"] or self._before
        self._paragraph, self._passage = paragraph, passage

    def _names_in(self, paragraph: Paragraph) -> Sequence[FoundName]:
        first, last = (
            bisect_left(self.starts, paragraph.start),
            bisect_left(self.starts, paragraph.end),
        )
        return self.names[first:last]

    def _is_name(self, stretch: Stretch) -> bool:
        """Say whether the marks are those of a name: «Union Resolve – 2022», ООО «Ромашка»."""
        around = bisect_right(self.starts, stretch.start) - 1
        if around < 0:
            return False
        name = self.names[around]
        # A comma or a full stop within the marks may follow the name.
        ends = stretch.end - (self.text[stretch.end - 1] in ",.")
        return name.end >= ends and (name.start < stretch.opens or name.start <= stretch.start)

    def _read_quotes(self, stretches: Sequence[Stretch], passage: Passage) -> None:
        quoted = [place for place, each in enumerate(passage.islands) if each.kind == "quote"]
        before: int | None = None
        for stretch, island in zip(stretches, quoted, strict=True):
            quote = self._quote_by_name(stretch, passage, island) or self._quote(
                stretch, passage, island, before
            )
            if quote is not None:
                self.quotes.append(quote)
                if quote.speaker_text or quote.speaker:
                    self._last = quote.speaker  # nobody, if it is somebody unknown
                before = island if quote.speaker_text or quote.speaker else None
                self._run_on(stretch)

    def _quote_by_name(self, stretch: Stretch, passage: Passage, island: int) -> FoundQuote | None:
        """Return the quote if its own sentence names the speaker: then nothing else need be read."""
        tokens, place, begins = passage.around(island, _AFTER)
        if begins and self._paragraph is not None:
            end = self._paragraph.end
            if self.text[end - _NEAR_END : end].rstrip(_MARKS)[-1:] in {":", ","}:
                return None  # its sentence began in the paragraph before
            tokens, place = [Token("stop", end, end, ""), *tokens], place + 1
        cue = cue_of(tokens, place)
        if cue is None or cue.speaker is None or cue.speaker.kind not in _BY_NAME:
            return None
        if not is_said(self.text, stretch, tokens, place, cue, follows=False):
            return None
        return self._by_cue(self._unspoken(stretch), cue, tokens, place)

    def _unspoken(self, stretch: Stretch) -> FoundQuote:
        said = self.text[stretch.start : stretch.end]
        return FoundQuote(stretch.start, stretch.end, said, "", None, "marks", 0.3)

    def _quote(
        self, stretch: Stretch, passage: Passage, island: int, before: int | None
    ) -> FoundQuote | None:
        """Return the quote with whatever tells its speaker, None if nobody says it.

        `before` is the quotation of the paragraph whose speaker is known and that stands last before it.
        """
        tokens, place = self._scene(passage, island)
        cue = cue_of(tokens, place)
        follows = before is not None and _is_next(
            tokens, place - passage.place(island) + passage.place(before), place
        )
        if not is_said(self.text, stretch, tokens, place, cue, follows=follows):
            return None
        found = self._unspoken(stretch)
        if cue is not None:
            return self._by_cue(found, cue, tokens, place)
        if follows:
            return _same_speaker(found, self.quotes[-1], "continued", 0.9)
        if self._run is None:
            cue = cue_before(tokens, place)
        if cue is not None:
            return self._by_cue(found, cue, tokens, place)
        if self._is_paragraph_after_quote(stretch, tokens, place):
            return _same_speaker(found, self.quotes[-1], "paragraph alone", 0.6)
        return found

    def _scene(self, passage: Passage, island: int) -> tuple[list[Token], int]:
        """Return the tokens before and behind a quotation, and its place among them."""
        tokens, place = passage.tokens(), passage.place(island)
        if place >= _BEFORE:
            return tokens[place - _BEFORE : place + _AFTER], _BEFORE
        lead = self._tokens_before()[place - _BEFORE :]
        return [*lead, *tokens[: place + _AFTER]], len(lead) + place

    def _tokens_before(self) -> list[Token]:
        """Return the last tokens of the paragraph before, and the full stop that a headline lacks."""
        if self._paragraph is None:
            return []
        if self._passage is None:
            paragraph = self._paragraph
            end = paragraph._replace(start=max(paragraph.start, paragraph.end - _END))
            self._passage = Passage(self.text, end, (), self._names_in(end))
        tokens = self._passage.tokens()[-_BEFORE:]
        if tokens and tokens[-1].kind not in {"stop", "colon", "comma"}:
            tokens.append(Token("stop", tokens[-1].end, tokens[-1].end, ""))
        return tokens

    def _is_paragraph_after_quote(
        self, stretch: Stretch, tokens: Sequence[Token], place: int
    ) -> bool:
        """Say whether the quotation is all of its paragraph, and the one before ends with the last one."""
        if self._paragraph is None or not self.quotes or place + 1 < len(tokens):
            return False
        before = self.text[self._paragraph.end : stretch.opens]
        first = sentence(tokens, place - 1)[0]
        ends_quoted = any(token.kind == "quote" for token in tokens[max(0, first - 1) : place])
        last = self.quotes[-1]
        asked = last.text.rstrip().endswith("?")  # then somebody else answers
        return before.isspace() and ends_quoted and last.start > self._paragraph.start and not asked

    def _by_cue(
        self, found: FoundQuote, cue: Cue, tokens: Sequence[Token], place: int
    ) -> FoundQuote:
        speaker = cue.speaker
        if speaker is None:
            return found._replace(rule=cue.rule, confidence=cue.confidence)
        words = self.text[speaker.start : speaker.end]
        said_by, sure = speaker.name, cue.confidence
        if speaker.kind not in _BY_NAME:
            person, fit = self._antecedent(speaker, words, tokens, place)
            if person is None or sure * fit < _LEAST_SURE:
                sure = 0.5
            else:
                said_by, sure = self._nearest(person, speaker.start), round(sure * fit, 2)
        return found._replace(speaker_text=words, speaker=said_by, rule=cue.rule, confidence=sure)

    def _antecedent(
        self, speaker: Speaker, words: str, tokens: Sequence[Token], place: int
    ) -> tuple[FoundName | None, float]:
        """Return whom words like "he" or "the minister" mean, and how sure that is."""
        start = self._paragraph.end if self._paragraph is not None else 0
        here = [
            token.name
            for token in tokens
            if token.name is not None and is_person(token) and start <= token.start < speaker.start
        ]
        company = Company(here, self._before, self.people, self._last)
        if speaker.kind == "role":
            return of_role(
                words, replace(company, subject=self._subject(tokens, place, company)[0])
            )
        if speaker.kind in {"other", "unfound"}:
            return of_surname(words, company)
        if speaker.kind not in {"he", "she"}:
            return None, 0.0
        subject, known = subject_in_sentence(tokens, place, speaker.start), True
        if subject is None:
            subject, known = self._subject(tokens, place, company)
        gender: Gender = "male" if speaker.kind == "he" else "female"
        return (
            of_pronoun(self.text, gender, replace(company, subject=subject)) if known else (None, 0)
        )

    def _subject(
        self, tokens: Sequence[Token], place: int, company: Company
    ) -> tuple[FoundName | None, bool]:
        """Return the subject of the sentence before; False with it if that is somebody unknown."""
        subject = subject_before_sentence(tokens, place)
        if subject is None:
            return None, True
        if subject.name is not None:
            return subject.name, True
        words = self.text[subject.start : subject.end]
        resolve = of_role if subject.kind == "role" else of_surname
        person, sure = resolve(words, company)
        return (person, True) if sure >= _SURE else (None, False)

    def _nearest(self, person: FoundName, start: int) -> FoundName:
        """Return the last occurrence of the person's name before `start`, within the last hundred names."""
        place = bisect_left(self.starts, start)
        for name in reversed(self.names[max(0, place - 100) : place]):
            if name.key == person.key and name.kind == person.kind:
                return name
        return person

    def _run_on(self, stretch: Stretch) -> None:
        """Give the newest quote and those it continues the speaker that one of them has."""
        newest = len(self.quotes) - 1
        if self._run is not None and self.quotes[newest].speaker_text:
            for place in range(self._run, newest):
                self.quotes[place] = _same_speaker(self.quotes[place], self.quotes[newest])
        elif self._run is not None:
            self.quotes[newest] = _same_speaker(self.quotes[newest], self.quotes[newest - 1])
        spoken = bool(self.quotes[newest].speaker_text)
        if not stretch.goes_on:
            self._run = None
        elif self._run is None or spoken:
            self._run = newest


def _different_people(text: str, names: Sequence[FoundName]) -> list[FoundName]:
    """Return each person of a story once with each of the roles that it gives them."""
    people = [with_role_before(text, name) for name in names if name.kind == "person"]
    different = {(name.key, name.role): name for name in people}
    return list(different.values())[:_MOST_PEOPLE]


def _outside(names: Sequence[FoundName], stretches: Sequence[Stretch]) -> list[FoundName]:
    """Return the names that stand in none of the stretches."""
    closes = [each.closes for each in stretches]
    outside = []
    for name in names:
        place = bisect_right(closes, name.start)
        if place == len(closes) or name.end <= stretches[place].opens:
            outside.append(name)
    return outside


def _is_next(tokens: Sequence[Token], before: int, place: int) -> bool:
    """Say whether nothing but the words about the speaker of the quotation at `before` stands between."""
    if before < 0:
        return False
    stops = sum(token.kind == "stop" for token in tokens[before + 1 : place])
    return stops <= 1 and (place == before + 1 or tokens[place - 1].kind in _BEFORE_NEXT)


def _same_speaker(
    quote: FoundQuote, other: FoundQuote, rule: str = "several paragraphs", sure: float = 1.0
) -> FoundQuote:
    """Return `quote` with the speaker of `other`, if it has none of its own."""
    if quote.speaker_text or quote.speaker is not None:
        return quote
    sure = min(sure, other.confidence)
    return quote._replace(
        speaker_text=other.speaker_text, speaker=other.speaker, rule=rule, confidence=sure
    )
