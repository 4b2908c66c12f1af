"""Commands on a database without tables end in a sentence with the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import manage


@pytest.mark.parametrize("command", ["export_archive", "import_seeds", "index_search"])
def test_a_database_without_tables_is_told_with_the_mend(command: str, tmp_path: Path) -> None:
    ended = manage(
        command, DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3", DATA_DIR=str(tmp_path)
    )
    assert ended.returncode != 0
    assert "run manage.py migrate" in ended.stderr
    assert "Traceback" not in ended.stderr
