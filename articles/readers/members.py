"""The members of an archive: which of their names are fit, and how much may be unpacked."""

from __future__ import annotations

import re
import zlib
from struct import error as StructError
from tarfile import TarError
from zipfile import BadZipFile

from articles.readers.file_names import FileKind, kind_of, printable
from articles.readers.found import Found, not_text
from articles.readers.problems import UnfitArchive

LARGEST_RATIO = 100
"""How many times its size in the archive a member may unpack to, once it is past SMALL."""

SMALL = 1024 * 1024
"""Bytes below which no ratio is too large: a page of blanks packs very well."""

LARGEST_ARCHIVE = 2 * 1024**3
"""The most bytes that one archive may unpack to: half a million posts and more."""

BROKEN = (
    BadZipFile, TarError, zlib.error, StructError, EOFError, OSError, ValueError, RuntimeError,
)  # fmt: skip
"""What the standard library raises for archives that are broken, cut short or made up."""


class TooMuch(OSError):
    """Raised while an archive is read that unpacks to more than it may."""


_NESTED = re.compile(r"\.(zip|tar|gz|tgz|bz2|xz|7z|rar)$", re.IGNORECASE)
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")


def place_of(name: str, within: str, archive: str) -> Found | None:
    """Return the place of the member ``name``, refused if the name is unfit, or None for litter.

    ``within`` is put before the key, and ``archive`` is where the archive is.
    """
    name = name.replace("\\", "/")
    where = f"{archive}/{printable(name)}"
    parts = [part for part in name.split("/") if part not in ("", ".")]
    key = within + printable("/".join(parts))
    if ".." in parts or _ABSOLUTE.match(name):
        return Found(key, where, refusal=_escaping(where))
    if not parts or any(kind_of(part) is FileKind.LITTER for part in parts):
        return None
    if _NESTED.search(parts[-1]):
        return Found(key, where, refusal=_nested(where))
    match kind_of(parts[-1]):
        case FileKind.TEXT:
            return Found(key, where)
        case FileKind.EXPORT:
            return Found(key, where, format="newsroom_export")
        case _:
            return Found(key, where, refusal=not_text(where))


def _escaping(where: str) -> UnfitArchive:
    return UnfitArchive(
        "Its name leads out of the archive.",
        "No document has such a name; ask whoever made the archive what it is.",
        where=where,
    )


def _nested(where: str) -> UnfitArchive:
    return UnfitArchive(
        "This is an archive within an archive, which is not opened.",
        "Unpack the outer one and import the inner by itself.",
        where=where,
    )


def swollen(where: str) -> UnfitArchive:
    """Return the refusal for what unpacks to far more than it takes in the archive."""
    return UnfitArchive(
        f"It unpacks to more than {LARGEST_RATIO} times its size, which text does not.",
        "Ask whoever made the archive what it is.",
        where=where,
    )


def exhausted(where: str) -> UnfitArchive:
    """Return the refusal for an archive that unpacks to more than may be unpacked."""
    return UnfitArchive(
        "It unpacks to far more than an archive of posts does; the rest of it was not read.",
        "Split it into several archives, or unpack it and give the folder.",
        where=where,
    )


def broken(where: str) -> UnfitArchive:
    """Return the refusal for an archive or a member that cannot be unpacked."""
    return UnfitArchive(
        "It is broken or cut short, and cannot be unpacked.",
        "Fetch or make the archive again.",
        where=where,
    )


def not_a_document(what: str, where: str) -> UnfitArchive:
    """Return the refusal for a member that is ``what``, which no document is."""
    return UnfitArchive(
        f"This is {what}, and it was passed over.",
        "Put the document itself into a new archive.",
        where=where,
    )
