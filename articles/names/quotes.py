"""Who says what in a text: the quotations in quotation marks and after dashes, and their speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from articles.names.antecedents import Company, of_pronoun, of_role, of_surname
from articles.names.attribution import Cue, cue_before, cue_of, subject_before_sentence
from articles.names.dialogue import has_dialogue, spoken_paragraphs
from articles.names.found import FoundName, FoundQuote
from articles.names.marks import Paragraph, Stretch, has_marks
from articles.names.speakers import Speaker, is_person
from articles.names.wording import Token, tokens_of

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")


def find_quotes(text: str, names: Sequence[FoundName]) -> list[FoundQuote]:
    """Return what people say in `text`, in order; `names` are those found in it, in order.

    A quotation that runs over several paragraphs is one quote a paragraph, each with the same speaker:
    so each keeps its place in the text. Titles, terms and words in ironic marks are not returned. A
    quote whose confidence is 0.8 or more may stand under the speaker's name unseen.
    """
    if not has_marks(text) and not has_dialogue(text):
        return []
    reader = _Reader(text, names)
    for paragraph in spoken_paragraphs(text):
        reader.read(paragraph)
    return reader.quotes


class _Reader:
    """Read a text paragraph by paragraph, and remember who was named and who spoke last."""

    def __init__(self, text: str, names: Sequence[FoundName]) -> None:
        self.text = text
        self.names = names
        self.starts = [name.start for name in names]
        self.people = [name for name in names if name.kind == "person"]
        self.quotes: list[FoundQuote] = []
        self.before: Sequence[FoundName] = ()  # the people of the last paragraph that named any
        self.paragraph: Paragraph | None = None  # the paragraph before
        self.tokens_before: list[Token] | None = None  # its tokens, once they were asked for
        self.last: FoundName | None = None  # who spoke last
        self.run: int | None = None  # where a quotation over several paragraphs begins in `quotes`

    def read(self, paragraph: Paragraph) -> None:
        names = self._names_in(paragraph)
        stretches = [each for each in paragraph.stretches if not _is_name(each, names)]
        if stretches:
            names = _outside(names, stretches)
            tokens = tokens_of(self.text, paragraph, stretches, names)
            self._read_quotes(stretches, tokens)
        people = [token for token in names if token.kind == "person"]
        self.before = people or self.before
        self.paragraph, self.tokens_before = paragraph, None

    def _names_in(self, paragraph: Paragraph) -> Sequence[FoundName]:
        start, end = (
            bisect_left(self.starts, paragraph.start),
            bisect_left(self.starts, paragraph.end),
        )
        return self.names[start:end]

    def _read_quotes(self, stretches: Sequence[Stretch], tokens: Sequence[Token]) -> None:
        places = [place for place, token in enumerate(tokens) if token.kind == "quote"]
        before: int | None = None
        for stretch, place in zip(stretches, places, strict=True):
            quote = self._quote(stretch, tokens, place, before)
            if quote is not None:
                self.quotes.append(quote)
                self.last = quote.speaker or self.last
                before = place if quote.speaker_text or quote.speaker else None
                self._run_on(stretch)

    def _run_on(self, stretch: Stretch) -> None:
        """Give all the stretches of a quotation over several paragraphs the speaker that one has."""
        newest = len(self.quotes) - 1
        if self.run is not None:
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
        self, stretch: Stretch, tokens: Sequence[Token], place: int, before: int | None
    ) -> FoundQuote | None:
        cue = cue_of(tokens, place)
        follows = before is not None and _is_next(tokens, before, place)
        if not _is_said(self.text, stretch, tokens, place, cue, follows=follows):
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
            return self._by_cue(found, cue, tokens, place)
        if follows:
            return _same_speaker(found, self.quotes[-1], "continued", 0.9)
        if self.run is not None:
            return found
        joined = self._with_paragraph_before(tokens)
        cue = cue_before(joined, place + len(joined) - len(tokens))
        if cue is not None and not _is_term(found.text):
            return self._by_cue(found, cue, tokens, place)
        return found

    def _with_paragraph_before(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens of the paragraph before, a full stop, and `tokens`."""
        if self.paragraph is None:
            return list(tokens)
        if self.tokens_before is None:
            names = self._names_in(self.paragraph)
            stretches = [each for each in self.paragraph.stretches if not _is_name(each, names)]
            outside = _outside(names, stretches)
            self.tokens_before = tokens_of(self.text, self.paragraph, stretches, outside)
        before = self.tokens_before
        # A headline has no full stop, and after a colon the sentence goes on.
        ended = not before or before[-1].kind in {"stop", "colon"}
        stop = [] if ended else [Token("stop", before[-1].end, before[-1].end, "")]
        return [*before, *stop, *tokens]

    def _by_cue(
        self, found: FoundQuote, cue: Cue, tokens: Sequence[Token], place: int
    ) -> FoundQuote:
        speaker = cue.speaker
        if speaker is None:
            return replace(found, rule=cue.rule, confidence=cue.confidence)
        said_by, sure = speaker.name, cue.confidence
        text = self.text[speaker.start : speaker.end]
        if speaker.kind not in {"name", "organization"}:
            person, fit = self._antecedent(speaker, text, tokens, place)
            said_by = person or said_by
            sure = min(sure, fit if person else 0.5)
        return replace(found, speaker_text=text, speaker=said_by, rule=cue.rule, confidence=sure)

    def _antecedent(
        self, speaker: Speaker, words: str, tokens: Sequence[Token], place: int
    ) -> tuple[FoundName | None, float]:
        here = [
            token.name
            for token in tokens
            if token.name is not None and is_person(token) and token.start < speaker.start
        ]
        joined = self._with_paragraph_before(tokens)
        subject = subject_before_sentence(joined, place + len(joined) - len(tokens))
        doer = subject.name if subject is not None else None
        company = Company(here, self.before, self.people, self.last, doer)
        if speaker.kind == "he" or speaker.kind == "she":
            return of_pronoun(self.text, "male" if speaker.kind == "he" else "female", company)
        if speaker.kind == "role":
            return of_role(words, company)
        return of_surname(words, company) if speaker.kind == "other" else (None, 0.0)


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


def _is_said(
    text: str,
    stretch: Stretch,
    tokens: Sequence[Token],
    place: int,
    cue: Cue | None,
    *,
    follows: bool,
) -> bool:
    """Say whether somebody says the stretch, rather than it being a title, a term or irony.

    `follows` tells that it goes on with what the quotation before it said.
    """
    words = _WORD.findall(text, stretch.start, stretch.end)
    if not words:
        return False
    marked = place > 0 and tokens[place - 1].kind in {"colon", "comma"}
    if cue is not None and cue.rule in {"introduced", "announced"} and marked:
        return True
    if _is_named(text, stretch, words, tokens, place):
        return False
    if cue is not None:
        return len(words) >= 2 or (cue.beside and cue.rule in {"said X", "X said", "signed"})
    if stretch.goes_on or (follows and words[0][0].isupper()):
        return True
    ended = text[stretch.end - 1] in ".!?…," or text[stretch.closes : stretch.closes + 1] in {
        ".",
        ",",
    }
    return len(words) >= 3 and ended and not _is_title(words)


def _is_named(
    text: str, stretch: Stretch, words: Sequence[str], tokens: Sequence[Token], place: int
) -> bool:
    """Say whether the marks hold what something is called: `the film "Gone Away"`, газета «Звезда»."""
    within = place > 0 and tokens[place - 1].kind not in {"stop", "colon", "comma", "dash", "quote"}
    if not within or not words[0][0].isupper() or text[stretch.end - 1] in ",.!?…":
        return False
    return _is_title(words) or len(words) <= 4


def _is_title(words: Sequence[str]) -> bool:
    """Say whether most words have a capital, as in the title of a work."""
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 1 and capitals * 2 > len(words)


def _is_term(text: str) -> bool:
    """Say whether the words are too few for something said in a sentence of its own."""
    return len(text.split()) < 3


def _is_next(tokens: Sequence[Token], before: int, place: int) -> bool:
    """Say whether only the end of the cue of the quotation at `before` stands before `place`."""
    stops = sum(token.kind == "stop" for token in tokens[before + 1 : place])
    return (
        stops <= 1
        and place - before < 40
        and (place == before + 1 or tokens[place - 1].kind in {"stop", "dash"})
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
