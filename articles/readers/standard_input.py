"""Read documents from standard input."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256

from articles.readers.archives import is_archive, members
from articles.readers.found import LARGEST_DOCUMENT, Format, Found, too_large

STANDARD_INPUT = "-"
_WHERE = "standard input"


def read_standard_input() -> Iterator[Found]:
    """Yield what standard input holds: the members of an archive, or one document.

    A document that comes this way has no name, so its key is made of what it says: the same
    document has the same key again, and another never takes its place.
    """
    stream = sys.stdin.buffer
    start = stream.read(LARGEST_DOCUMENT + 1)
    if is_archive(start):
        # An archive is read from its end, which a pipe cannot show before everything has come.
        with tempfile.TemporaryFile() as file:
            file.write(start)
            shutil.copyfileobj(stream, file)
            file.seek(0)
            yield from members(file, _WHERE, "", _WHERE)
        return
    key = f"standard-input/{sha256(start).hexdigest()[:16]}"
    if len(start) > LARGEST_DOCUMENT:
        yield Found(key, _WHERE, refusal=too_large(_WHERE))
    else:
        yield Found(key, _WHERE, data=start, format=_format_of(start))


def _format_of(start: bytes) -> Format:
    """Tell an export, which is JSON objects line by line, from a post by its first line."""
    try:
        first = json.loads(start.split(b"\n", 1)[0])
    except ValueError:
        return "seed_text"
    return "newsroom_export" if isinstance(first, dict) and "type" in first else "seed_text"
