"""Kill imports at random moments, run them again, and compare what is in the newsroom.

    python -m tests.importing.killed [--kills 20] [--posts 3000] [--database sqlite|postgres|both]

An undisturbed import is measured first. Then, each time in an empty database, an import is killed with
SIGKILL at a moment drawn from its length, the same command is run to its end, and every row that the
importer writes is compared with the undisturbed run's. The exit status is 1 if any differs.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests import databases
from tests.benchmarks.generator import Archive
from tests.commands import ROOT, command, manage, surroundings
from tests.databases import Databases

SNAPSHOT = "from tests.importing.snapshot import rows; print('\\n'.join(rows()))"


@dataclass(frozen=True)
class Kill:
    """One import that was killed after so many seconds, and whether the next one made it whole."""

    seconds: float
    documents_before: int
    is_whole: bool


def kills(
    started: Databases, folder: Path, data: Path, count: int, seed: int = 0
) -> Iterator[Kill]:
    """Yield what became of `count` killed imports of the documents in `folder`.

    `data` is a folder for what a newsroom makes while it runs.
    """
    with started.scratch() as url:
        whole, length = undisturbed(url, folder, data)
    moments = random.Random(seed)
    for _ in range(count):
        with started.scratch() as url:
            settings = _settings(url, data)
            manage("migrate", "-v0", **settings)
            seconds = moments.uniform(0, length)
            _import_and_kill(folder, settings, seconds)
            before = _snapshot(settings).count("\ndocument")
            done = manage("import_seeds", str(folder), "-v0", **settings)
            is_whole = done.returncode == 0 and _snapshot(settings) == whole
            yield Kill(seconds, before, is_whole)


def undisturbed(url: str, folder: Path, data: Path) -> tuple[str, float]:
    """Return the rows of an import that nothing disturbs, and the seconds it took."""
    settings = _settings(url, data)
    manage("migrate", "-v0", **settings)
    start = time.monotonic()
    done = manage("import_seeds", str(folder), "-v0", **settings)
    assert done.returncode == 0, done.stderr
    return _snapshot(settings), time.monotonic() - start


def _settings(url: str, data: Path) -> dict[str, str]:
    return {"DATABASE_URL": url, "DATA_DIR": str(data)}


def _import_and_kill(folder: Path, settings: dict[str, str], seconds: float) -> None:
    process = subprocess.Popen(
        command("import_seeds", str(folder), "-v0"), env=surroundings(**settings)
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.kill()
    process.wait()


def _snapshot(settings: dict[str, str]) -> str:
    done = subprocess.run(
        command("shell", "--no-imports", "-v0", "-c", SNAPSHOT),
        env=surroundings(**settings),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def main() -> None:
    """Kill imports and say, for each, what became of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--posts", type=int, default=3000)
    parser.add_argument("--database", choices=[*databases.KINDS, "both"], default="both")
    parser.add_argument("--seed", type=int, default=0, help="other moments")
    options = parser.parse_args()
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        posts = Path(folder) / "posts"
        Archive(options.posts).write(posts)
        for kind in databases.KINDS if options.database == "both" else [options.database]:
            with databases.start(kind) as started:
                for kill in kills(started, posts, Path(folder), options.kills, options.seed):
                    broken += not kill.is_whole
                    sys.stdout.write(
                        f"{kind}: killed after {kill.seconds:.2f} s with {kill.documents_before:,} "
                        f"documents in, then {'the same rows' if kill.is_whole else 'OTHER ROWS'}\n"
                    )
                    sys.stdout.flush()
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
