"""Static files as a public server sends them: hashed, compressed, and lists of files joined into one.

`site.css` and `story.js` only import others, which hold one component each. Under DEBUG a browser follows
the imports itself. For a public server they are put in their place, so that a page asks for one file and
waits for none that it learns of from another.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from whitenoise.storage import (  # type: ignore[import-untyped]  # it ships no types
    CompressedManifestStaticFilesStorage,
)

# A line that is one import, as only the site's own lists are written; the admin's name files otherwise.
IMPORT = re.compile(r'^@?import "\./([\w-]+\.(?:css|js))"(?: (\w+))?;$', re.MULTILINE)


class JoinedFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise ships no types
    """Whitenoise's storage, given the lists with what they import in its place."""

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        joined = {
            name: (Joining(storage) if name.endswith((".css", ".js")) else storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(joined, dry_run, **options)


class Joining:
    """A folder of source files, each of which is opened with what it imports in its place."""

    def __init__(self, source: Storage) -> None:
        self.source = source

    def open(self, name: str) -> File[bytes]:
        return ContentFile(self._joined(name).encode())

    def _joined(self, name: str) -> str:
        with self.source.open(name) as file:
            text: str = file.read().decode()
        folder = posixpath.dirname(name)
        return IMPORT.sub(lambda line: self._imported(folder, line[1], line[2]), text)

    def _imported(self, folder: str, name: str, medium: str | None) -> str:
        text = self._joined(posixpath.join(folder, name))
        if name.endswith(".js"):
            # A block keeps names to itself, as a module does.
            return f"{{\n{text}}}"
        return f"@media {medium} {{\n{text}}}" if medium else text
