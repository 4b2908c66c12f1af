"""Run `manage.py` as an archivist does: in a process of its own, set up by the environment."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What settings.py reads; whoever runs the tests may have set some of it for a site of their own.
SETTINGS = {
    *("DATABASE_URL", "DATA_DIR", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "BEHIND_PROXY"),
    *("SITE_URL", "SITE_NAME", "TIME_ZONE", "LANGUAGE_CODE"),
    *("TASKS", "FIND_NAMES", "NAMES_PUBLIC_FROM", "NAMES_MADE_FROM"),
    *("API_REQUESTS_A_MINUTE", "INDEXNOW_KEY", "INDEXNOW_SERVER", "WEBSUB_HUB"),
}


def surroundings(**settings: str) -> dict[str, str]:
    """Return this process's environment with `settings` as the only settings in it."""
    # Playwright's tests set the first, for this process alone; check --deploy rightly minds it. With
    # the other, Python would compile all of Django anew for each command, as on nobody's machine.
    dropped = {*SETTINGS, "DJANGO_ALLOW_ASYNC_UNSAFE", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | settings


def command(*words: str) -> list[str]:
    return [sys.executable, str(ROOT / "manage.py"), *words]


def manage(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and return what it said; its exit status is not judged."""
    return subprocess.run(
        command(*words), env=surroundings(**settings), capture_output=True, text=True
    )


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
