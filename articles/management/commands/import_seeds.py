"""Bring an archive of scraped posts into the newsroom."""

from __future__ import annotations

import argparse
import json
from contextlib import ExitStack
from typing import IO, Any
from zoneinfo import available_timezones

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from articles.importing.manuscript import Options
from articles.importing.report import Result, Summary
from articles.importing.run import import_archive
from articles.management.database import require_tables
from articles.management.progress import progress_for
from articles.models import Outcome, Status
from articles.readers import walk

COULD_NOT_RUN = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells count


class Command(BaseCommand):
    """`manage.py import_seeds [PATH …]`."""

    help = (
        "Bring an archive of scraped posts into the newsroom. PATH is a text file, a folder, a .zip, "
        ".tar or .tar.gz, an export (.jsonl), or - for standard input; without one, seeds/. Running "
        "it again brings in only what is new or has changed. Exit status: 0 all in, 1 some "
        "refused, 2 could not run."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", metavar="PATH")
        parser.add_argument(
            "--dry-run", action="store_true", help="Do everything, say everything, save nothing."
        )
        parser.add_argument(
            "--status",
            choices=Status.values,
            default=Status.PUBLISHED,
            help="What new stories are: seen by readers at once, or drafts (default: published).",
        )
        parser.add_argument(
            "--report", metavar="FILE", help="Write what became of each document, as JSON Lines."
        )
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            type=_language,
            help="The language of posts whose letters don't tell it (default: %(default)s).",
        )
        parser.add_argument(
            "--timezone",
            default=settings.TIME_ZONE,
            type=_time_zone,
            help="The time zone of dates without an offset (default: %(default)s).",
        )

    def handle(self, **options: Any) -> None:
        paths = options["paths"] or [str(settings.BASE_DIR / "seeds")]
        wanted = Options(
            status=str(options["status"]),
            language=options["language"],
            time_zone=options["timezone"],
            dry_run=options["dry_run"],
            finds_names=settings.FIND_NAMES,
        )
        try:
            summary = self._import(paths, wanted, options["report"], options["verbosity"])
        except KeyboardInterrupt:
            raise CommandError(
                "Interrupted. What was reported so far is in; run the same command again to go on.",
                returncode=INTERRUPTED,
            ) from None
        if options["verbosity"] > 0:
            self._print_summary(summary, wanted)
        if summary.counts[Outcome.REFUSED]:
            raise SystemExit(1)

    def _import(
        self, paths: list[str], wanted: Options, report: str | None, verbosity: int
    ) -> Summary:
        require_tables(COULD_NOT_RUN)
        with ExitStack() as stack:
            lines = stack.enter_context(_open_report(report)) if report else None
            progress = stack.enter_context(progress_for(self.stdout, paths, verbosity))

            def on_result(result: Result) -> None:
                if lines is not None:
                    lines.write(json.dumps(result.as_data(), ensure_ascii=False) + "\n")
                progress.tell(result)

            try:
                return import_archive(walk(paths), wanted, paths, on_result)
            except IntegrityError as error:
                raise CommandError(
                    f"Somebody else wrote to the newsroom in the same moment ({error}). "
                    "Run the same command again to go on.",
                    returncode=COULD_NOT_RUN,
                ) from error

    def _print_summary(self, summary: Summary, wanted: Options) -> None:
        shown = [Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.KEPT]
        if summary.counts[Outcome.DUPLICATE]:
            shown.append(Outcome.DUPLICATE)
        width = max(9, len(f"{summary.total:,}"))
        self.stdout.write("")
        for outcome in [*shown, Outcome.REFUSED]:
            self.stdout.write(f"  {outcome.value:<10}{summary.counts[outcome]:>{width},}")
        if wanted.dry_run:
            self.stdout.write("\nThis was a dry run: nothing was saved.")
            return
        if summary.addresses and wanted.status == "draft":
            self.stdout.write("\nDrafts, which only the newsroom's staff can see:", ending="")
        for address in summary.addresses:
            self.stdout.write(f"\n  {settings.SITE_URL}{address}", ending="")
        more = summary.counts[Outcome.CREATED] - len(summary.addresses)
        if more > 0:
            self.stdout.write(f"\n  … and {more:,} more: {settings.SITE_URL}/archive/", ending="")
        if summary.addresses:
            self.stdout.write("")


def _language(word: str) -> str:
    if word in dict(settings.LANGUAGES):
        return word
    raise argparse.ArgumentTypeError(f"{word!r} is no language's code. Give one like en, ru or be.")


def _time_zone(word: str) -> str:
    if word in available_timezones():
        return word
    raise argparse.ArgumentTypeError(
        f"{word!r} is no time zone's name. Give one like UTC, Europe/Warsaw or Asia/Almaty."
    )


def _open_report(report: str) -> IO[str]:
    try:
        return open(report, "w", encoding="utf-8")
    except OSError as error:
        raise CommandError(
            f"The report {report} cannot be written ({error.strerror}). Give --report a file in a "
            "folder that is there and yours.",
            returncode=COULD_NOT_RUN,
        ) from error
