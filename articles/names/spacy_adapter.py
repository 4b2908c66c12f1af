"""The names of a story as a model of spaCy sees them, behind the same face as `find_names`.

spaCy is an extra, off by default: `uv sync --extra spacy`, and a model, `python -m spacy download
en_core_web_sm`. Its small models read some 2,300 words a second. What the newsroom knows, what the story
teaches about its own names, roles and days are read as they are without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from articles.names.events import find_events
from articles.names.finding import settled
from articles.names.found import FoundName
from articles.names.known import KnownName, KnownNames
from articles.names.mentions import Mention
from articles.names.runs import find_runs
from articles.names.sorts import Sort
from articles.names.words import words_of

MODELS = {"en": "en_core_web_sm", "ru": "ru_core_news_sm", "uk": "uk_core_news_sm"}

# The labels of spaCy's models (spacy.io/models) and how far to trust each: F1 on agency news is 0.76 for
# people and 0.69 for organizations, so no find of a model alone is shown to readers.
_LABELS: dict[str, tuple[Sort, float]] = {
    "PERSON": ("person", 0.75),
    "PER": ("person", 0.75),
    "ORG": ("organization", 0.7),
    "EVENT": ("event", 0.6),
    "GPE": ("place", 0.7),
    "LOC": ("place", 0.7),
}
_LONGEST = 100_000  # code points that a model reads at a time; its own limit is a million
_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
_POSSESSIVES = ("'s", "’s", "'", "’")


class SpacyMissing(RuntimeError):
    """spaCy or its model for a language is not installed; the message says how to get it."""


def find_names_with_spacy(
    text: str, known: KnownNames | Iterable[KnownName] | None = None, language: str = "en"
) -> list[FoundName]:
    """Return the names of a text as `find_names` does, with new ones found by spaCy's model of the language.

    Raises `SpacyMissing` if spaCy, or a model for the language, is not there.
    """
    names = known if isinstance(known, KnownNames) else KnownNames(known or ())
    found = list(_seen_by_model(text, model_of(language[:2])))
    return settled(text, found + find_events(text), find_runs(text), names, words_of(language))


@cache
def model_of(language: str) -> Any:
    """Return spaCy's model of a language, loaded once."""
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise SpacyMissing("spaCy is not installed. Get it with: uv sync --extra spacy") from error
    if language not in MODELS:
        raise SpacyMissing(
            f"No model of spaCy is named for {language!r}, only for {', '.join(MODELS)}."
        )
    name = MODELS[language]
    try:
        return spacy.load(name, exclude=["parser", "lemmatizer", "tagger", "attribute_ruler"])
    except OSError as error:
        raise SpacyMissing(
            f"spaCy's model {name} is not installed. Get it with: python -m spacy download {name}"
        ) from error


def _seen_by_model(text: str, model: Any) -> Iterator[Mention]:
    for offset, chunk in _chunks(text):
        for entity in model(chunk).ents:
            if entity.label_ in _LABELS:
                mention = _mention(entity.text, offset + entity.start_char, entity.label_)
                if mention.text:
                    yield mention


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Yield pieces of a text that a model can read, with their offsets; cut between paragraphs at best."""
    start = 0
    while start < len(text):
        end = min(start + _LONGEST, len(text))
        if end < len(text):
            end = text.rfind("\n", start + 1, end) + 1 or end
        yield start, text[start:end]
        start = end


def _mention(said: str, start: int, label: str) -> Mention:
    """Return what a model found, without the article before it and the possessive behind it."""
    sort, confidence = _LABELS[label]
    for article in _ARTICLES:
        if said.startswith(article):
            start, said = start + len(article), said[len(article) :]
            break
    for possessive in _POSSESSIVES:
        if said.endswith(possessive):
            said = said[: -len(possessive)]
            break
    name = said.strip()
    start += len(said) - len(said.lstrip())
    return Mention(
        start, start + len(name), name, sort, confidence, "spaCy", name, words=tuple(name.split())
    )
