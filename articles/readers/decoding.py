"""Turn bytes into text, and say which encoding they were taken for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding its bytes were taken for."""

    text: str
    encoding: str


def decode(data: bytes, *, where: str = "the document") -> Decoded:
    """Return the text of ``data``; raises NotText or Undecodable, naming ``where`` and the line."""
    return Decoded(data.decode("utf-8"), "utf-8")
