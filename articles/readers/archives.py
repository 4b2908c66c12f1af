"""Read the documents in a zip or tar archive one after another; nothing is unpacked to disk.

What an archive says about itself is never trusted: only bytes that were truly unpacked count. Each
member that is unfit is refused alone, and the rest is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from zipfile import is_zipfile

from articles.readers.found import Found, unreadable
from articles.readers.members import BROKEN, TooMuch, broken, exhausted
from articles.readers.tar_archive import GZIP, tar_members
from articles.readers.zip_archive import zip_members

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_TAR, _TAR_AT = b"ustar", 257


def read_archive(path: str, key: str, within: str, where: str) -> Iterator[Found]:
    """Yield the documents in the archive at ``path``; ``within`` is put before their keys.

    If the archive as a whole cannot be read, its refusal is yielded under its own ``key``.
    """
    try:
        file = open(path, "rb")  # noqa: SIM115  # an error while opening is another than one while reading
    except OSError as error:
        yield Found(key, where, refusal=unreadable(error, where))
        return
    with file:
        yield from members(file, key, within, where)


def members(file: BinaryIO, key: str, within: str, where: str) -> Iterator[Found]:
    """Yield the documents in the archive ``file``, which is at its start and can be sought in."""
    start = file.read(_TAR_AT + len(_TAR))
    # A zip may begin with anything, a program that unpacks it for example: its end tells it.
    is_zip = not _is_tar(start) and is_zipfile(file)
    file.seek(0)
    read = zip_members if is_zip else tar_members
    try:
        yield from read(file, within, where)
    except TooMuch:
        yield Found(key, where, refusal=exhausted(where))
    except BROKEN:
        yield Found(key, where, refusal=broken(where))


def is_archive(start: bytes) -> bool:
    """Say whether a file that begins with ``start`` is a zip, a tar or packed with gzip."""
    return start.startswith(_ZIP) or _is_tar(start)


def _is_tar(start: bytes) -> bool:
    return start.startswith(GZIP) or start.startswith(_TAR, _TAR_AT)
