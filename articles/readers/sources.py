"""Walk over the paths given and yield every document that may be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from articles.readers.found import Found


def walk(paths: Iterable[str], *, standard_input: BinaryIO | None = None) -> Iterator[Found]:
    """Yield the documents under ``paths`` in a stable order."""
    raise NotImplementedError
