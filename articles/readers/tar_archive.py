"""Read the documents in a tar archive, packed with gzip or not."""

from __future__ import annotations

import gzip
import io
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from articles.readers.found import LARGEST_DOCUMENT, Found, too_large
from articles.readers.members import (
    LARGEST_ARCHIVE,
    LARGEST_RATIO,
    TooMuch,
    not_a_document,
    place_of,
)
from articles.readers.problems import Refusal

GZIP = b"\x1f\x8b"

_ALWAYS_ALLOWED = 64 * 1024**2
_LARGEST_READ = 2 * LARGEST_DOCUMENT


def tar_members(file: BinaryIO, within: str, where: str) -> Iterator[Found]:
    """Yield the documents in the tar ``file``, in its order; ``within`` is put before their keys.

    Raises one of BROKEN where it cannot be read any further, TooMuch if it unpacks to too much.
    """
    measured = _measured(file)
    with tarfile.open(fileobj=measured, mode="r:") as archive:
        yield from _documents(archive, within, where)
    if measured.last.strip(b"\0"):
        # tarfile takes whatever is no header, garbage in the middle too, for the end.
        raise tarfile.ReadError("no header where one should be")


def _measured(file: BinaryIO) -> _Measured:
    packed = file.read(len(GZIP)) == GZIP
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if not packed:
        return _Measured(file, sys.maxsize)
    most = max(_ALWAYS_ALLOWED, min(LARGEST_ARCHIVE, size * LARGEST_RATIO))
    return _Measured(gzip.GzipFile(fileobj=file), most)


def _documents(archive: tarfile.TarFile, within: str, where: str) -> Iterator[Found]:
    taken: set[str] = set()
    while (member := archive.next()) is not None:
        # The library remembers every member, and there may be very many.
        archive.members.clear()  # type: ignore[attr-defined]  # which the stubs leave out
        place = None if member.isdir() else place_of(member.name, within, where)
        if place is None:
            continue
        refusal = place.refusal or _unfit(member, place.where)
        if refusal is None and place.key in taken:
            refusal = not_a_document("a second member of one name", place.where)
        if refusal is not None:
            yield replace(place, refusal=refusal)
            continue
        taken.add(place.key)
        yield replace(place, data=_data(archive, member))


def _unfit(member: tarfile.TarInfo, where: str) -> Refusal | None:
    if not member.isreg() or member.issparse():
        return not_a_document("a link or a device, not a file", where)
    return too_large(where) if member.size > LARGEST_DOCUMENT else None


def _data(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    data = b"" if file is None else file.read(LARGEST_DOCUMENT)
    if len(data) != member.size:
        raise tarfile.ReadError("a member is cut short")
    return data


class _Measured(io.BufferedIOBase):
    """A file that is read forwards only, not past a limit, and not in very large pieces.

    Seeking in a packed file unpacks what lies between, which is where a bomb goes off; seeking back
    is how a made-up size makes the library read for ever. ``last`` is the piece last read.
    """

    def __init__(self, file: BinaryIO | gzip.GzipFile, most: int) -> None:
        self._file = file
        self._most = most
        self.last = b""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= _LARGEST_READ:
            raise TooMuch(size)
        self.last = self._file.read(size)
        if self._file.tell() > self._most:
            raise TooMuch(self._most)
        return self.last

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        if whence != io.SEEK_SET or offset < self._file.tell() - 1:
            raise OSError("A tar archive is read forwards only.")
        if offset > self._most:
            raise TooMuch(offset)
        return self._file.seek(offset)

    def tell(self) -> int:
        return self._file.tell()
