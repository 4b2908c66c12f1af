"""The word lists of this package, read once from `articles/names/data/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def entries(path: str) -> frozenset[str]:
    """Return the entries of a list: one a line, or several parted by commas; `#` begins a comment."""
    return frozenset(_split(line) for line in _lines(path) for line in line.split(","))


@cache
def groups(path: str) -> dict[str, frozenset[str]]:
    """Return the entries of a list whose lines begin with the group's name and a colon."""
    found: dict[str, set[str]] = {}
    for line in _lines(path):
        group, _, rest = line.partition(":")
        found.setdefault(group.strip(), set()).update(_split(entry) for entry in rest.split(","))
    return {group: frozenset(members) for group, members in found.items()}


def _split(entry: str) -> str:
    return entry.strip()


def _lines(path: str) -> list[str]:
    lines = (DATA / path).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
