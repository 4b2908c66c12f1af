"""Write the newsroom as JSON Lines."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.export import export
from articles.management.database import require_tables


class Command(BaseCommand):
    """`manage.py export_archive [--output FILE]`."""

    help = (
        "Write every published story, and the names in them, as JSON Lines: one object a line. "
        "manage.py import_seeds FILE reads it back into an empty newsroom."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--output", metavar="FILE", help="The file to write (default: standard output)."
        )
        parser.add_argument(
            "--everything",
            action="store_true",
            help="A backup: also drafts, stories still to come, and what editors rejected.",
        )

    def handle(self, **options: Any) -> None:
        require_tables()
        lines = (
            json.dumps(data, ensure_ascii=False) + "\n" for data in export(options["everything"])
        )
        if options["output"] is None:
            for line in lines:
                self.stdout.write(line, ending="")
            return
        count = self._write(Path(options["output"]), lines)
        self.stdout.write(f"{count:,} lines in {options['output']}")

    def _write(self, path: Path, lines: Any) -> int:
        """Write the lines beside `path`, then put them in its place: a broken export replaces nothing."""
        count = 0
        try:
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", newline="\n", dir=path.parent, delete=False
            ) as file:
                for line in lines:
                    file.write(line)
                    count += 1
            os.replace(file.name, path)
        except OSError as error:
            raise CommandError(
                f"{path} cannot be written ({error.strerror}). Give --output a file in a folder "
                "that is there and yours.",
            ) from error
        return count
