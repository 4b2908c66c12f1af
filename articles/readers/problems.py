"""What stops a document from becoming a post.

    Refusal              a document, folder or archive member that is passed over ├── Unreachable
    nothing is there, it may not be read, a folder leads back to itself, a device ├── UnfitArchive
    a broken archive, or a member of one that is nested, encrypted, a link, or out to do harm ├──
    TooLarge         more bytes than one document may have ├── NotText          the wrong kind of
    file, NUL bytes, a picture, a PDF, a web page ├── Undecodable      text, but in no encoding that
    is read here └── Misshapen        readable text that is not a post: empty, without a story, a
    title without end

A refusal is raised while a document is read and carried by ``Found.refusal`` while folders and
archives are walked. It crosses process boundaries, so it can be pickled.
"""

from __future__ import annotations


class Refusal(ValueError):
    """One document that cannot be read: what is wrong, where, and the mend.

    ``problem`` and ``mend`` are whole sentences, ``where`` names the document as a person would
    look for it, ``line`` counts from 1 and is None when no line is to blame. ``str()`` gives all of
    it in one line.
    """

    def __init__(self, problem: str, mend: str, *, where: str, line: int | None = None) -> None:
        super().__init__(problem, mend)
        self.problem = problem
        self.mend = mend
        self.where = where
        self.line = line

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}, line {self.line}"
        return f"{place}: {self.problem} {self.mend}"

    def __reduce__(self) -> tuple[object, ...]:
        # ValueError alone would be rebuilt from its positional arguments and lose where and line.
        return _rebuilt, (type(self), self.problem, self.mend, self.where, self.line)


class Unreachable(Refusal):
    """The bytes could not be had."""


class UnfitArchive(Refusal):
    """An archive, or a member of one, that cannot or must not be unpacked."""


class TooLarge(Refusal):
    """More bytes than one document may have."""


class NotText(Refusal):
    """A file that is no plain text."""


class Undecodable(Refusal):
    """Text in an encoding that is not read here, or damaged on its way."""


class Misshapen(Refusal):
    """Text that does not have the form of a post."""


def _rebuilt(kind: type[Refusal], problem: str, mend: str, where: str, line: int | None) -> Refusal:
    return kind(problem, mend, where=where, line=line)
