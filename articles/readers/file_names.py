"""Judge a file by its name, and spell its name so that it can be stored and printed."""

from __future__ import annotations

import re
from enum import Enum, auto
from unicodedata import normalize


class FileKind(Enum):
    """What a file is by its name."""

    TEXT = auto()
    EXPORT = auto()
    ARCHIVE = auto()
    LITTER = auto()
    OTHER = auto()


_TEXT = frozenset({"", "txt", "text", "md"})
_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
# "Mr. Smith" and "2022.01" end in no extension, and neither does a sentence with a full stop in it.
_EXTENSION = re.compile(r"\.([a-z][a-z0-9]{0,4})$")


def kind_of(name: str) -> FileKind:
    """Return what the file or folder called ``name``, without its folder, is."""
    name = name.lower()
    if name.startswith(".") or name in _LITTER:
        return FileKind.LITTER
    if name.endswith(_ARCHIVES):
        return FileKind.ARCHIVE
    found = _EXTENSION.search(name)
    extension = found[1] if found else ""
    if extension == "jsonl":
        return FileKind.EXPORT
    return FileKind.TEXT if extension in _TEXT else FileKind.OTHER


def printable(name: str) -> str:
    """Return ``name`` composed, with what cannot be printed or stored escaped as Python writes it.

    File systems differ in how they compose accents, and a name may hold bytes that are no text or
    commands to a terminal; the key of a document must not depend on the one nor let the other
    through.
    """
    name = normalize("NFC", name)
    if name.isprintable():
        return name
    return "".join(
        character if character.isprintable() else ascii(character)[1:-1] for character in name
    )
