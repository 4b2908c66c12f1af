"""How far an import is: a bar on a terminal, plain lines elsewhere; a line for each thing to know."""

from __future__ import annotations

import os
import time
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import Self, TextIO, cast

from django.core.management.base import OutputWrapper
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from articles.importing.report import Result
from articles.models import Outcome

SECONDS_BETWEEN_LINES = 5.0
# What an archivist wants to read of each document at verbosity 1; at 2 and more, all.
WORTH_A_LINE = {Outcome.REFUSED, Outcome.KEPT, Outcome.DUPLICATE}


def progress_for(
    stdout: OutputWrapper, paths: list[str], verbosity: int
) -> AbstractContextManager[Telling]:
    """Return what tells of an import's progress, as the output and the verbosity ask for."""
    if verbosity == 0:
        return nullcontext(Telling())
    total = documents_under(paths)
    if stdout.isatty():
        return Bar(cast(TextIO, stdout), total, verbosity)
    return Lines(stdout, total, verbosity)


def documents_under(paths: list[str]) -> int | None:
    """Return how many files lie in folders, or None if archives or standard input are among the paths."""
    total = 0
    for path in paths:
        if os.path.isdir(path):
            total += sum(len(files) for _, _, files in os.walk(path))
        elif path == "-" or path.endswith((".zip", ".tar", ".gz", ".tgz", ".jsonl")):
            return None
        else:
            total += 1
    return total


def lines_about(result: Result, verbosity: int) -> list[str]:
    """Return what is to be said of one document: whole sentences, one a line."""
    lines = []
    if result.outcome in WORTH_A_LINE:
        lines.append(f"{result.outcome.value}: {result.text}")
    elif verbosity > 1:
        lines.append(f"{result.outcome.value}: {result.where} {result.address}".rstrip())
    lines += [
        f"note: {result.where}, line {line}: {text}" if line else f"note: {result.where}: {text}"
        for line, text in result.notices
    ]
    return lines


class Telling:
    """Say nothing."""

    def tell(self, result: Result) -> None:
        """Tell of one document that is done."""


class Lines(Telling):
    """Say what is worth it in plain lines, and every few seconds how far the import is."""

    def __init__(self, stdout: OutputWrapper, total: int | None, verbosity: int) -> None:
        self.stdout = stdout
        self.total = total
        self.verbosity = verbosity
        self.done = 0
        self.started = self.spoke = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._say_how_far(time.monotonic())

    def tell(self, result: Result) -> None:
        self.done += 1
        for line in lines_about(result, self.verbosity):
            self.stdout.write(line)
        now = time.monotonic()
        if now - self.spoke > SECONDS_BETWEEN_LINES:
            self.spoke = now
            self._say_how_far(now)

    def _say_how_far(self, now: float) -> None:
        rate = self.done / max(now - self.started, 0.001)
        of_all = f" of {self.total:,}" if self.total else ""
        self.stdout.write(f"{self.done:,}{of_all} documents, {rate:,.0f} a second")


class Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:,.0f} a second", style="progress.data.speed")


class Bar(Telling):
    """Draw a bar with the rate and the time left, and say above it what is worth a line."""

    def __init__(self, stdout: TextIO, total: int | None, verbosity: int) -> None:
        self.verbosity = verbosity
        self.console = Console(file=stdout, force_terminal=True, highlight=False)
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            Rate(),
            TimeRemainingColumn(),
            console=self.console,
        )
        self.task = self.progress.add_task("Importing", total=total)

    def __enter__(self) -> Self:
        self.progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.progress.stop()

    def tell(self, result: Result) -> None:
        for line in lines_about(result, self.verbosity):
            self.console.print(Text(line), soft_wrap=True)
        self.progress.advance(self.task)
