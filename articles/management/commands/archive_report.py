"""Look through the whole archive, and say what may be wrong or missing in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any, TextIO, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, OperationalError, ProgrammingError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from articles.management.commands.import_seeds import COULD_NOT_RUN, INTERRUPTED
from articles.models import ArchiveReport, Topic
from articles.readers.file_names import printable
from articles.reporting import make_report
from articles.reporting.words import all_as_data, findings_about, refused, tell


class Command(BaseCommand):
    """`manage.py archive_report`."""

    help = (
        "Look through the whole archive and say how surely its order is known, where its sources "
        "contradict each other, which articles are lost and where they stood, which stories are "
        "cut off, doubled or there twice, and which documents were refused. What is found is kept "
        "for the desk; stories are not changed. Exit status: 0 done, 2 could not run."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--format",
            choices=["text", "json"],
            default="text",
            help="To be read, or all of it as one JSON object (default: %(default)s).",
        )
        parser.add_argument(
            "--limit",
            type=int,
            default=20,
            help="How many lines of each sort to print, 0 for all (default: %(default)s).",
        )

    def handle(self, **options: Any) -> None:
        report = self._make()
        if options["format"] == "json":
            self._write_json(report)
        elif self.stdout.isatty():
            self._draw(report, options["limit"], options["no_color"])
        else:
            self._write_lines(report, options["limit"])

    def _make(self) -> ArchiveReport:
        try:
            ArchiveReport.objects.exists()
            return make_report()
        except KeyboardInterrupt:
            raise CommandError(
                "Interrupted. Nothing was kept; the report before this one still is.",
                returncode=INTERRUPTED,
            ) from None
        except (OperationalError, ProgrammingError) as error:
            raise CommandError(
                f"The database cannot be used ({str(error).strip()}). Check DATABASE_URL, and run "
                "manage.py migrate if its tables are not there yet.",
                returncode=COULD_NOT_RUN,
            ) from error
        except IntegrityError as error:
            raise CommandError(
                f"Somebody else made a report in the same moment ({error}). Run it again.",
                returncode=COULD_NOT_RUN,
            ) from error

    def _write_json(self, report: ArchiveReport) -> None:
        """Write one object, a line for each finding, so that no report is too long to be written."""
        head = {"made_at": report.made_at.isoformat(), **report.counts}
        head |= {topic: report.counts.get(topic, 0) for topic in Topic.values}
        self.stdout.write(f'{{"counts": {_json(head)}', ending="")
        documents = (
            {"key": key, "problem": problem}
            for key, problem in refused().values_list("source_key", "problem")
        )
        parts = {topic: all_as_data(topic) for topic in Topic.values}
        for name, data in {**parts, "refused": documents}.items():
            self.stdout.write(f',\n"{name}": [', ending="")
            for number, one in enumerate(data):
                self.stdout.write(("," if number else "") + "\n" + _json(one), ending="")
            self.stdout.write("]", ending="")
        self.stdout.write("}")

    def _write_lines(self, report: ArchiveReport, limit: int) -> None:
        for name, number in _counts(report):
            self.stdout.write(f"{name:<24}{number:>12}")
        for title, count, lines in _parts(report, limit):
            self.stdout.write(f"\n{title}: {count:,}")
            for line in lines:
                self.stdout.write(f"  {line}")

    def _draw(self, report: ArchiveReport, limit: int, no_color: bool) -> None:
        console = Console(
            file=cast(TextIO, self.stdout),
            force_terminal=True,
            no_color=no_color or None,
            highlight=False,
        )
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column()
        table.add_column(justify="right")
        for name, number in _counts(report):
            table.add_row(Text(name), Text(number, style="bold"))
        console.print(table)
        for title, count, lines in _parts(report, limit):
            found = Table(
                title=Text(f"{title}: {count:,}"), title_justify="left", show_header=False
            )
            found.add_column(overflow="fold")
            for line in lines:
                found.add_row(Text(line))
            console.print(found)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _counts(report: ArchiveReport) -> Iterator[tuple[str, str]]:
    """Yield what was counted, each with its name."""
    yield "stories", f"{report.counts['stories']:,}"
    yield "firm links", f"{report.counts['firm']:,}"
    for topic in Topic:
        yield str(topic.label), f"{report.counts.get(topic, 0):,}"
    yield "refused documents", f"{refused().count():,}"
    for language, rate in report.counts["words_a_minute"].items():
        yield f"words a minute ({language})", f"{rate:,.0f}"
    if related := report.counts.get("related"):
        yield "related, recall at 5", f"{related['recall']:.3f}"
        yield "related, mean 1/rank", f"{related['mrr']:.3f}"


def _parts(report: ArchiveReport, limit: int) -> Iterator[tuple[str, int, Iterator[str]]]:
    """Yield each sort of finding of which there are any, with its count and its first lines."""
    most = limit or None
    for topic in Topic:
        if count := report.counts.get(topic, 0):
            lines = (printable(one.sentence) for one in tell([*findings_about(topic)[:most]]))
            yield str(topic.label), count, lines
    if count := refused().count():
        problems = refused().values_list("problem", flat=True)
        yield "refused documents", count, map(printable, islice(problems.iterator(), most))
