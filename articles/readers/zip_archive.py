"""Read the documents in a zip archive."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from articles.readers.found import LARGEST_DOCUMENT, Found, too_large
from articles.readers.members import (
    BROKEN,
    LARGEST_ARCHIVE,
    LARGEST_RATIO,
    SMALL,
    TooMuch,
    broken,
    not_a_document,
    place_of,
    swollen,
)
from articles.readers.problems import Refusal

_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800


def zip_members(file: BinaryIO, within: str, where: str) -> Iterator[Found]:
    """Yield the documents in the zip ``file``, by name; ``within`` is put before their keys.

    Raises one of BROKEN if the file as a whole cannot be read, TooMuch if it unpacks to too much.
    """
    left = LARGEST_ARCHIVE
    taken: set[str] = set()
    with ZipFile(file) as archive:
        members = [(_name(member), member) for member in archive.infolist() if not member.is_dir()]
        for name, member in sorted(members, key=lambda named: named[0]):
            place = place_of(name, within, where)
            if place is None:
                continue
            # zipfile unpacks no more than the size a member states, be it true or not.
            left -= min(member.file_size, LARGEST_DOCUMENT + 1)
            if left < 0:
                raise TooMuch(where)
            found = _read(archive, member, place, is_second=place.key in taken)
            taken.add(place.key)
            yield found


def _name(member: ZipInfo) -> str:
    # Some programs write UTF-8 without saying so, which zipfile takes for the code page of DOS.
    if member.flag_bits & _NAME_IS_UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _read(archive: ZipFile, member: ZipInfo, place: Found, *, is_second: bool) -> Found:
    refusal = place.refusal or _unfit(member, place.where)
    if refusal is None and is_second:
        refusal = not_a_document("a second member of one name", place.where)
    if refusal is not None:
        return replace(place, refusal=refusal)
    try:
        with archive.open(member) as file:
            data = file.read(LARGEST_DOCUMENT + 1)
    except BROKEN:
        return replace(place, refusal=broken(place.where))
    if len(data) > max(SMALL, LARGEST_RATIO * member.compress_size):
        return replace(place, refusal=swollen(place.where))
    if len(data) > LARGEST_DOCUMENT:
        return replace(place, refusal=too_large(place.where))
    return replace(place, data=data)


def _unfit(member: ZipInfo, where: str) -> Refusal | None:
    if member.flag_bits & _ENCRYPTED:
        return not_a_document("locked with a password", where)
    if stat.S_ISLNK(member.external_attr >> 16):
        return not_a_document("a link, not a file", where)
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        # The library unpacks the other methods without any limit to what comes out.
        return not_a_document("packed by an unusual method", where)
    return None
