"""Archives and commands for tests of the importer."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command

Import = Callable[..., tuple[int, str]]
Archive = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Give a function that saves documents, by their paths, in one folder."""

    def save(documents: dict[str, str | bytes]) -> Path:
        folder = tmp_path / "archive"
        for name, text in documents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder

    return save


@pytest.fixture
def import_seeds(db: None) -> Import:
    """Give a function that runs the command, and returns its exit status and what it printed."""

    def run(*arguments: object) -> tuple[int, str]:
        out = io.StringIO()
        try:
            call_command("import_seeds", *map(str, arguments), stdout=out, stderr=out)
        except SystemExit as stopped:
            return int(stopped.code or 0), out.getvalue()
        return 0, out.getvalue()

    return run


def post(title: str, body: str = "It happened today.", **footer: str) -> str:
    """Return a document: a title, a story, and the footer's titles by `previous`, `next`, `related`."""
    lines = [title, "", body, "", ""]
    labels = {"previous": "Previous post", "next": "Next post", "related": "Related Posts"}
    for name, titles in footer.items():
        lines += [labels[name], *titles.split("|")]
    return "\n".join(lines)
