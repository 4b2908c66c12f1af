"""spaCy's models behind the face of `find_names`; with the real model where it is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from types import SimpleNamespace

import pytest

from articles.names import KnownName, spacy_adapter
from articles.names.spacy_adapter import MODELS, SpacyMissing, find_names_with_spacy, model_of

TEXT = "Sergei Shoigu praised the Acme Corporation's staff. Shoigu left for Paris."


@pytest.fixture(autouse=True)
def _no_model_is_kept() -> Iterator[None]:
    model_of.cache_clear()
    yield
    model_of.cache_clear()


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that finds what it was told to find in `TEXT`."""

    def read(text: str) -> SimpleNamespace:
        said = [("Sergei Shoigu", "PERSON"), ("the Acme Corporation's", "ORG"), ("Paris", "GPE")]
        return SimpleNamespace(
            ents=[
                SimpleNamespace(text=words, start_char=text.index(words), label_=label)
                for words, label in said
                if words in text
            ]
        )

    monkeypatch.setattr(spacy_adapter, "model_of", lambda language: read)


@pytest.mark.usefixtures("model")
def test_articles_and_possessives_stand_outside() -> None:
    assert [(f.text, f.kind) for f in find_names_with_spacy(TEXT)][:2] == [
        ("Sergei Shoigu", "person"),
        ("Acme Corporation", "organization"),
    ]


@pytest.mark.usefixtures("model")
def test_offsets_are_those_of_the_whole_text() -> None:
    long = "One more line.\n" * 10_000 + TEXT

    found = find_names_with_spacy(long)

    assert [long[f.start : f.end] for f in found] == ["Sergei Shoigu", "Acme Corporation"]


@pytest.mark.usefixtures("model")
def test_known_names_are_found_besides() -> None:
    known = [KnownName("Sergei Shoigu", "person", 7)]

    assert find_names_with_spacy(TEXT, known)[0].entity == 7


def test_without_spacy_the_mend_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)

    with pytest.raises(SpacyMissing, match="uv sync --extra spacy"):
        find_names_with_spacy(TEXT)


@pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed")
@pytest.mark.skipif(find_spec(MODELS["en"]) is None, reason=f"{MODELS['en']} is not installed")
def test_the_real_model_finds_people() -> None:
    found = find_names_with_spacy("Barack Obama met Angela Merkel in Berlin.")

    assert [f.text for f in found if f.kind == "person"] == ["Barack Obama", "Angela Merkel"]


@pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed")
def test_a_language_without_a_model_is_refused() -> None:
    with pytest.raises(SpacyMissing, match="only for en"):
        find_names_with_spacy("Ahoj.", language="cs")
