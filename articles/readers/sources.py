"""Walk over the paths given and yield every document that may be read, in a stable order.

    a file                  one document, its key the file's name
    a folder                everything in it, by name, its key the path within the folder
    .zip .tar .tar.gz .tgz  every member, its key the path within the archive
    -                       standard input: one document, or one of these archives

An archive within a folder is opened, an archive within an archive is not. What cannot be read is
yielded as a refusal in its place and stops nothing else. Hidden files and the litter of file
managers are passed over.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from articles.readers.archives import read_archive
from articles.readers.file_names import FileKind, kind_of, printable
from articles.readers.found import Found, not_a_file, not_text, unreadable
from articles.readers.problems import Unreachable
from articles.readers.standard_input import STANDARD_INPUT, read_standard_input

DEEPEST_FOLDER = 100
"""The most folders within folders; a deeper nest is a mistake of some program."""


def walk(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Found]:
    """Yield what is found under ``paths``, where "-" is standard input.

    Keys are paths within each of ``paths``. Where two of them have a document of the same key, the
    later one's is prefixed with the name of the folder or archive it is in.
    """
    # The first spelling of a path stands for all of them: nothing is read twice.
    spelled = {os.path.abspath(path): os.fspath(path) for path in reversed(list(paths))}
    roots = list(reversed(spelled.values()))
    if len(roots) == 1:
        yield from _walk_root(roots[0])
        return
    # Only the hashes are kept, for there may be very many keys; should two be alike by chance, all
    # that happens is a prefix.
    taken: set[int] = set()
    for root in roots:
        for found in _walk_root(root):
            if found.refusal is None:
                found = replace(found, key=_untaken(found.key, root, taken))
                taken.add(hash(found.key))
            yield found


def _untaken(key: str, root: str, taken: set[int]) -> str:
    if hash(key) not in taken:
        return key
    name = printable(os.path.basename(os.path.abspath(root)))
    untaken, number = f"{name}/{key}", 2
    while hash(untaken) in taken:
        untaken, number = f"{name}-{number}/{key}", number + 1
    return untaken


def _walk_root(root: str) -> Iterator[Found]:
    if root == STANDARD_INPUT:
        yield from read_standard_input()
        return
    where = printable(root)
    name = printable(os.path.basename(os.path.abspath(root)))
    try:
        status = os.stat(root)
    except OSError as error:
        yield Found(name, where, refusal=unreadable(error, where))
    except ValueError:
        refusal = Unreachable("This can be no path.", "Check its spelling.", where=where)
        yield Found(name, where, refusal=refusal)
    else:
        if stat.S_ISDIR(status.st_mode):
            yield from _Folders(name).walk(root, "", status, depth=0)
        else:
            # The name of an archive that was given is no part of the paths within it.
            yield from _walk_file(root, name, "", status)


def _walk_file(path: str, key: str, within: str, status: os.stat_result) -> Iterator[Found]:
    where = printable(path)
    if not stat.S_ISREG(status.st_mode):
        yield Found(key, where, refusal=not_a_file(where))
        return
    match kind_of(os.path.basename(path)):
        case FileKind.ARCHIVE:
            yield from read_archive(path, key, within, where)
        case FileKind.EXPORT:
            yield Found(key, where, path=path, format="newsroom_export")
        case FileKind.OTHER:
            yield Found(key, where, refusal=not_text(where))
        case FileKind.TEXT | FileKind.LITTER:
            # Litter only comes here by its own name, and whoever gives that means it.
            yield Found(key, where, path=path)


@dataclass(slots=True)
class _Folders:
    """A walk through one folder, which remembers where it has been."""

    name: str
    open: set[tuple[int, int]] = field(default_factory=set)
    seen: set[tuple[int, int]] = field(default_factory=set)

    def walk(self, folder: str, key: str, status: os.stat_result, *, depth: int) -> Iterator[Found]:
        identity = (status.st_dev, status.st_ino)
        where = printable(folder)
        if identity in self.open:
            yield Found(key, where, refusal=_loop(where))
            return
        if identity in self.seen:
            # A second link to a folder that was read: the same documents under another name.
            return
        if depth > DEEPEST_FOLDER:
            yield Found(key, where, refusal=_too_deep(where))
            return
        self.open.add(identity)
        self.seen.add(identity)
        yield from self._entries(folder, key, depth)
        self.open.discard(identity)

    def _entries(self, folder: str, key: str, depth: int) -> Iterator[Found]:
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            where = printable(folder)
            yield Found(key or self.name, where, refusal=unreadable(error, where))
            return
        for name in names:
            if kind_of(name) is FileKind.LITTER:
                continue
            path = os.path.join(folder, name)
            inner = f"{key}/{printable(name)}" if key else printable(name)
            try:
                status = os.stat(path)
            except OSError as error:
                yield Found(inner, printable(path), refusal=unreadable(error, printable(path)))
                continue
            if stat.S_ISDIR(status.st_mode):
                yield from self.walk(path, inner, status, depth=depth + 1)
            else:
                yield from _walk_file(path, inner, f"{inner}/", status)


def _loop(where: str) -> Unreachable:
    return Unreachable(
        "This folder leads back to one that it is in.",
        "Nothing within is lost; remove the link if it is not wanted.",
        where=where,
    )


def _too_deep(where: str) -> Unreachable:
    return Unreachable(
        f"This folder is nested more than {DEEPEST_FOLDER} deep.",
        "Give the path of this folder to import what is in it.",
        where=where,
    )
