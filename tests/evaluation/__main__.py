"""Print how well names and quotes are found in the documents labelled by hand.

    uv run python -m tests.evaluation             the figures, seen and unseen apart, and by language
    uv run python -m tests.evaluation --misses    and the misses and false finds of the seen documents

The unseen documents stay unseen: their misses are printed for `--misses=unseen` alone.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence

from tests.evaluation.finding import figures_of, same_speaker, scored_documents
from tests.evaluation.gold import PARTS
from tests.evaluation.scoring import Count, Figures, Scored, Span, judge_speaker

HEADING = (
    f"{'':14}{'precision':>10}{'recall':>8}{'F1':>7}{'exact F1':>10}{'labelled':>10}{'found':>7}"
)
SENTENCE_END = re.compile(r"[.!?…]\s|\n")


def main() -> None:
    """Print the figures, and the misses if asked."""
    arguments = _parser().parse_args()
    scored = list(scored_documents())
    for part in PARTS:
        _print(_tables(part, [one for one in scored if one.document.part == part]))
    for one in scored:
        if one.document.part == arguments.misses:
            _print(f"{one.document.key}: {miss}" for miss in _misses(one))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation")
    parser.add_argument(
        "--misses",
        nargs="?",
        const="seen",
        choices=PARTS,
        help="print the misses and false finds of one part, each with its sentence",
    )
    return parser


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _tables(part: str, scored: Sequence[Scored]) -> Iterator[str]:
    yield from _table(part, figures_of(scored))
    for language in sorted({one.document.language for one in scored}):
        of_language = [one for one in scored if one.document.language == language]
        yield from _table(f"{part}, {language}", figures_of(of_language))


def _table(title: str, figures: Figures) -> Iterator[str]:
    yield f"{title}: {figures.documents} documents"
    yield HEADING
    for kind, count in figures.names.items():
        yield _row(kind, count)
    yield _row("quote", figures.quotes)
    speakers = figures.speakers
    yield (
        f"{'speakers':14}right {speakers.right} ({speakers.share(speakers.right):.1%}), "
        f"wrong {speakers.wrong} ({speakers.share(speakers.wrong):.1%}), "
        f"none {speakers.none}, invented {speakers.invented}"
    )
    yield ""


def _row(name: str, count: Count) -> str:
    return (
        f"{name:14}{count.precision:10.3f}{count.recall:8.3f}{count.f1:7.3f}{count.exact_f1:10.3f}"
        f"{count.labelled:10}{count.found:7}"
    )


def _misses(scored: Scored) -> Iterator[str]:
    """Yield a line for each name or quote missed, found where none is, or with a wrong speaker."""
    text = scored.document.text
    for kind, names in scored.names.items():
        for label in names.missed:
            yield f"{kind} missed: {_in_sentence(text, label)}"
        for name in names.false:
            yield f"{kind} false, by {name.rule}: {_in_sentence(text, name)}"
    for quote in scored.quotes.missed:
        yield f"quote missed, by {quote.speaker or 'nobody known'}: {_in_sentence(text, quote)}"
    for false in scored.quotes.false:
        yield f"quote false, by {false.rule}: {_in_sentence(text, false)}"
    for quote, found in scored.quotes.pairs:
        verdict = judge_speaker(quote, found, same_speaker)
        if verdict not in ("right", "rightly none"):
            speaker = found.speaker.name if found.speaker else "nobody"
            yield (
                f"speaker {verdict}, {speaker} for {quote.speaker or 'nobody known'}, by {found.rule}: "
                f"{_in_sentence(text, found)}"
            )


def _in_sentence(text: str, span: Span) -> str:
    """Return the sentence around the span, which is set off by ▸ ◂."""
    start = max((end.end() for end in SENTENCE_END.finditer(text, 0, span.start)), default=0)
    after = SENTENCE_END.search(text, span.end)
    end = after.start() + 1 if after else len(text)
    sentence = f"{text[start : span.start]}▸{text[span.start : span.end]}◂{text[span.end : end]}"
    return " ".join(sentence.split())


if __name__ == "__main__":
    main()
