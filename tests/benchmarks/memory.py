"""How much memory a process and all its children hold, from /proc."""

from __future__ import annotations

from pathlib import Path

KIB = 1024


def resident(pid: int) -> int:
    """Return the resident bytes of a process and its descendants; shared ones count for each."""
    return sum(_resident(each) for each in [pid, *_descendants(pid)])


def _resident(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0  # it has ended meanwhile
    sizes = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(next(sizes, "0")) * KIB


def _descendants(pid: int) -> list[int]:
    children: list[int] = []
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children += map(int, file.read_text().split())
        except OSError:
            continue
    return children + [below for child in children for below in _descendants(child)]
