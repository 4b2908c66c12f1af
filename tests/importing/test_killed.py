"""An import that is killed and run again ends as if nothing had happened."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.generator import Archive
from tests.databases import Databases
from tests.importing.killed import kills

# Enough for several chunks, read in other processes.
POSTS = 1_200
KILLS = 3


def test_killed_at_any_moment_and_run_again_it_ends_in_the_same_rows(
    database: Databases, tmp_path: Path
) -> None:
    Archive(POSTS).write(tmp_path / "posts")
    assert [
        kill for kill in kills(database, tmp_path / "posts", tmp_path, KILLS) if not kill.is_whole
    ] == []
