"""Say what is found in one text: the names, the quotes and their speakers."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any, NamedTuple, TextIO, cast

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.table import Table
from rich.text import Text

from articles.importing.manuscript import text_of_blocks
from articles.names import FoundName, FoundQuote, find_names, find_quotes
from articles.readers import Document, Misshapen, Post, Refusal, decode, read_seed_text, walk
from articles.readers.file_names import printable
from articles.readers.languages import guess_language

COULD_NOT_RUN = 2

COLOURS = {"person": "cyan", "organization": "magenta", "event": "yellow", "quote": "green"}

# Line ends would break the lines of the report, and escape sequences would command the terminal.
_UNPRINTED = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")

Find = FoundName | FoundQuote


class Analysed(NamedTuple):
    """The text that offsets count in, its language, and whether it is the story of a scraped post."""

    text: str
    language: str
    is_post: bool


class Cells(NamedTuple):
    """What is to be read of a find."""

    place: str
    kind: str
    sure: str
    words: str
    details: str


class Command(BaseCommand):
    """`manage.py find_names [FILE|-]`."""

    help = (
        "Say what is found in one text: names with their kinds, quotes with their speakers. The "
        "database is neither read nor written, so names that only the newsroom knows are not "
        "found. FILE is a text file, or - for standard input, which is also read without one. A "
        "text with the header or footer of a scraped post is read as import_seeds reads it, and "
        "offsets count in its story alone, without title, header and footer; in any other text "
        "they count from its first character. They count Unicode code points from 0. Exit "
        "status: 0 done, 2 could not run."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", default="-", metavar="FILE")
        parser.add_argument(
            "--format",
            choices=["text", "jsonl"],
            default="text",
            help="Lines to be read, or one JSON object a find (default: %(default)s).",
        )
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            type=_language,
            help="The language of a text whose letters don't tell it (default: %(default)s).",
        )

    def handle(self, **options: Any) -> None:
        try:
            analysed = _analysed(_document(options["file"]), options["language"])
        except Refusal as refusal:
            raise CommandError(str(refusal), returncode=COULD_NOT_RUN) from refusal
        finds = _finds_in(analysed.text, analysed.language)
        if options["format"] == "jsonl":
            for find in finds:
                self.stdout.write(json.dumps(_as_data(find), ensure_ascii=False))
        elif self.stdout.isatty():
            self._draw(finds, analysed, options["no_color"])
        else:
            for find in finds:
                self.stdout.write(_line(_cells(find)))
            self.stdout.write(f"\n{_summary(finds, analysed)}")

    def _draw(self, finds: list[Find], analysed: Analysed, no_color: bool) -> None:
        table = Table(box=None, pad_edge=False, header_style="dim")
        table.add_column("Place", justify="right", no_wrap=True)
        table.add_column("Kind", no_wrap=True)
        table.add_column("Sure", justify="right", no_wrap=True)
        table.add_column("Found", overflow="fold")
        for find in finds:
            place, kind, sure, words, details = _cells(find)
            found = Text.assemble((words, COLOURS[kind]), "\n", (details, "dim"))
            table.add_row(Text(place), Text(kind, style=COLOURS[kind]), Text(sure), found)
        console = Console(
            file=cast(TextIO, self.stdout),
            force_terminal=True,
            no_color=no_color or None,
            highlight=False,
        )
        if finds:
            console.print(table)
            console.print()
        console.print(Text(_summary(finds, analysed)))


def _document(path: str) -> Document:
    """Return the one document at `path`; raises Refusal if it cannot be had, or is not one."""
    founds = list(islice(walk([path]), 2))
    if len(founds) != 1:
        amount = "more than one document" if founds else "no document"
        raise Refusal(
            f"There is {amount} here, and find_names reads one.",
            "Give a text file, or - for standard input.",
            where=printable(path),
        )
    if founds[0].format != "seed_text":
        raise Refusal(
            "This is an export, whose stories are JSON.",
            "Give the text of one story.",
            where=founds[0].where,
        )
    return founds[0].document()


def _analysed(document: Document, language: str) -> Analysed:
    """Return the story of a scraped post, or else the document's whole text; raises Refusal."""
    try:
        post = read_seed_text(document)
    except Misshapen:
        pass  # a paragraph alone is no post, but it may name somebody
    else:
        if _has_header_or_footer(post):
            return Analysed(text_of_blocks(post.blocks), post.language or language, is_post=True)
    text = decode(document.data, where=document.where).text
    return Analysed(text, guess_language(text) or language, is_post=False)


def _has_header_or_footer(post: Post) -> bool:
    header = (post.reading_minutes, post.caption, post.credit, post.published, post.authors)
    return any((*header, post.translations, post.address, post.previous, post.next, post.related))


def _finds_in(text: str, language: str) -> list[Find]:
    """Return the names and quotes in `text`, in its order; a quote stands before the names in it."""
    names = find_names(text, language=language)
    return sorted([*names, *find_quotes(text, names)], key=lambda find: (find.start, -find.end))


def _as_data(find: Find) -> dict[str, object]:
    place = {"start": find.start, "end": find.end, "text": find.text}
    found_by = {"rule": find.rule, "confidence": find.confidence}
    if isinstance(find, FoundQuote):
        speaker = find.speaker.name if find.speaker else None
        said_by = {"speaker": speaker, "speaker_text": find.speaker_text}
        return {"type": "quote", **place, **said_by, **found_by}
    days = {"first_day": _iso(find.first_day), "last_day": _iso(find.last_day)}
    named = {"kind": find.kind, "name": find.name}
    return {"type": "name", **place, **named, **found_by, "role": find.role, **days}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _line(cells: Cells) -> str:
    place, kind, sure, words, details = cells
    return f"{place:>11}  {kind:<12}  {sure:>4}  {words}  {details}"


def _cells(find: Find) -> Cells:
    place, sure = f"{find.start}–{find.end}", f"{find.confidence:.0%}"
    if isinstance(find, FoundQuote):
        details = _printed(" · ".join([*_details_of_quote(find), find.rule]))
        return Cells(place, "quote", sure, _printed(f"“{find.text}”"), details)
    details = _printed(" · ".join([*_details_of_name(find), find.rule]))
    return Cells(place, find.kind, sure, _printed(find.text), details)


def _details_of_quote(quote: FoundQuote) -> Iterator[str]:
    if quote.speaker is None:
        yield "→ somebody unknown"
    else:
        yield f"→ {quote.speaker.name}"
    if quote.speaker_text and (quote.speaker is None or quote.speaker.name != quote.speaker_text):
        yield f"“{quote.speaker_text}”"


def _details_of_name(name: FoundName) -> Iterator[str]:
    if name.name != name.text:
        yield f"→ {name.name}"
    if name.role:
        yield name.role
    days = dict.fromkeys(day.isoformat() for day in (name.first_day, name.last_day) if day)
    if days:
        yield " to ".join(days)


def _printed(words: str) -> str:
    return _UNPRINTED.sub(" ", words)


def _summary(finds: list[Find], analysed: Analysed) -> str:
    names = [find for find in finds if isinstance(find, FoundName)]
    different = {(name.kind, name.key) for name in names}
    read_as = "a scraped post, its story" if analysed.is_post else "plain text,"
    return (
        f"Read as {read_as} {len(analysed.text):,} characters long, language {analysed.language}.\n"
        f"Names: {len(different):,}. Places where they stand: {len(names):,}. "
        f"Quotes: {len(finds) - len(names):,}."
    )


def _language(word: str) -> str:
    if word in dict(settings.LANGUAGES):
        return word
    raise argparse.ArgumentTypeError(f"{word!r} is no language's code. Give one like en, ru or be.")
