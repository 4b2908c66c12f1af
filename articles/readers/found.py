"""What a walk over folders and archives yields: documents to be read, and those that cannot be."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import Literal

from articles.readers.problems import NotText, Refusal, TooLarge, Unreachable

LARGEST_DOCUMENT = 2 * 1024 * 1024
"""The most bytes one document may have; a long novel is shorter."""

Format = Literal["seed_text", "newsroom_export"]


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it came: its key within the archive given, its bytes, and where it is
    found."""

    key: str
    data: bytes
    where: str


@dataclass(frozen=True)  # without slots: these make the way between processes slow
class Found:
    """A document that may be read, or the refusal of one that cannot be; cheap, and can be pickled.

    ``key`` is the path within the folder or archive given, with forward slashes, so that the same
    archive given from another place has the same keys. A plain file has a ``path`` and is read by
    whoever needs it; a member of an archive has its ``data`` already, because only the walk holds
    the archive open.
    """

    key: str
    where: str
    path: str | None = None
    data: bytes | None = None
    refusal: Refusal | None = None
    format: Format = "seed_text"

    def document(self) -> Document:
        """Read the bytes and return them with their key and place; raises Refusal as `read`
        does."""
        return Document(self.key, self.read(), self.where)

    def read(self) -> bytes:
        """Return the bytes, at most LARGEST_DOCUMENT; raises Refusal if they cannot be had."""
        if self.refusal is not None:
            raise self.refusal
        if self.path is None:
            return self.data or b""
        try:
            return _bytes_of(self.path, self.where)
        except OSError as error:
            raise unreadable(error, self.where) from error


def _bytes_of(path: str, where: str) -> bytes:
    status = os.stat(path)
    # Opening a pipe would wait for somebody to write into it.
    if not stat.S_ISREG(status.st_mode):
        raise not_a_file(where)
    if status.st_size > LARGEST_DOCUMENT:
        raise too_large(where)
    with open(path, "rb") as file:
        # The size is only what the file system says: /proc says 0, and a file may grow meanwhile.
        data = file.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise too_large(where)
    return data


def unreadable(error: OSError, where: str) -> Unreachable:
    """Return the refusal for a file or folder that the system will not let be read."""
    if isinstance(error, FileNotFoundError):
        return Unreachable("There is no such file or folder.", "Check its spelling.", where=where)
    reason = error.strerror or type(error).__name__
    return Unreachable(
        f"It cannot be read: {reason}.",
        "Check that you may read it, then import again.",
        where=where,
    )


def not_a_file(where: str) -> Unreachable:
    """Return the refusal for a device, a pipe or a socket among the documents."""
    return Unreachable(
        "This is a device, a pipe or a socket, not a file.",
        "Save what it holds as a text file, or give it as standard input, '-'.",
        where=where,
    )


def not_text(where: str) -> NotText:
    """Return the refusal for a file whose name says that it is no text."""
    return NotText(
        "By its name this is no text file, and it was passed over.",
        "If it is a post, save it as plain text with a name that ends in .txt.",
        where=where,
    )


def too_large(where: str) -> TooLarge:
    """Return the refusal for a document over the limit."""
    return TooLarge(
        f"It has more than {LARGEST_DOCUMENT // 1024**2} MB, the most that one document may have.",
        "If it holds many posts, give each a file of its own.",
        where=where,
    )
