"""Find the names and quotes of the labelled documents as the newsroom finds them, and count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.names import SAME, find_names, find_quotes, same_name
from tests.evaluation.gold import gold_documents
from tests.evaluation.scoring import Figures, Scored, score


def scored_documents() -> Iterator[Scored]:
    """Yield every labelled document with what is found in it; nothing is known beforehand."""
    for document in gold_documents():
        names = find_names(document.text, language=document.language)
        yield score(document, names, find_quotes(document.text, names))


def figures_of(scored: Iterable[Scored]) -> Figures:
    """Return the counts over `scored`."""
    figures = Figures()
    for one in scored:
        figures.add(one, same_speaker)
    return figures


def same_speaker(found: str, labelled: str) -> bool:
    """Tell whether a found speaker is the labelled one.

    A story may name somebody by the surname alone; then the last words are compared.
    """
    if " " not in found:
        labelled = labelled.split()[-1]
    return same_name(found, labelled, "person") >= SAME
