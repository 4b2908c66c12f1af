"""Who says what in a text: the quotations in quotation marks and after dashes, and their speakers."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.dialogue import has_dialogue, spoken_paragraphs
from articles.names.found import FoundName, FoundQuote
from articles.names.marks import has_marks
from articles.names.quote_reader import QuoteReader


def find_quotes(text: str, names: Sequence[FoundName]) -> list[FoundQuote]:
    """Return what people and organizations say in `text`, in order; never raises, in linear time.

    `names` are those found in `text`, by start, none overlapping. A quotation that runs over several
    paragraphs is one quote a paragraph, each with the same speaker, and so is each part of a split one:
    thus each keeps its place in the text. Titles, terms and words in ironic marks are not returned. The
    language need not be told. A confidence of 0.8 or more is that of rules sure enough to be shown under
    a living person's name without an editor's look; the rules are

        said X, X said      words next to the quotation: “…,” said X
        introduced          a verb and a colon, a comma or nothing before it: X told reporters: “…”
        within              a verb of saying in its sentence: X said the plan was “…”
        according to X, announced (X was blunt: “…”), signed (“…” — X), it says (in a document)
        continued           after the words about the speaker of the quotation before it
        several paragraphs  the mark at its end is missing, as where a quotation goes on in the next one
        paragraph alone     nothing else stands in its paragraph, and the one before ends with a quotation
        sentence before     the subject of the sentence before
        marks               nobody can be told
    """
    if not has_marks(text) and not has_dialogue(text):
        return []
    reader = QuoteReader(text, names)
    for paragraph in spoken_paragraphs(text):
        reader.read(paragraph)
    return reader.quotes
