"""Turn bytes into text, and say which encoding they were taken for.

UTF-8 and, by its mark, UTF-16 tell themselves; windows-1251, windows-1252 and KOI8-R are told apart
by `single_byte`. Bytes that spell nothing in any of these are refused rather than turned into signs
that nobody wrote, and so is UTF-8 that was damaged on its way.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from articles.readers.problems import NotText, Undecodable
from articles.readers.single_byte import likeliest_encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding its bytes were taken for."""

    text: str
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_WEB_PAGE = (b"<!doctype html", b"<html")
_ASCII = bytes(range(0x80))
_CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])
_LARGEST_SHARE_OF_CONTROLS = 0.02
_ENOUGH = 500


def decode(data: bytes, *, where: str = "the document") -> Decoded:
    """Return the text of ``data``, without a byte-order mark.

    Raises NotText for what is no plain text and Undecodable for text that cannot be read, both
    naming ``where`` and, if one is to blame, the line.
    """
    _refuse_other_kinds(data, where)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_by_its_mark(data, encoding, where), encoding)
    _refuse_control_bytes(data, where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        # Text in another encoding is wrong all over, and a little of it shows that.
        if _is_damaged_utf8(data[: error.start + _ENOUGH]):
            raise _damaged(data, error, where) from error
    return _by_its_letters(data, where)


def _refuse_other_kinds(data: bytes, where: str) -> None:
    kind = next((kind for start, kind in _OTHER_KINDS if data.startswith(start)), None)
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGE):
        kind = "a web page"
    if kind is not None:
        raise NotText(
            f"This is {kind}, not plain text.", "Save its text as a .txt file.", where=where
        )


def _by_its_mark(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _damaged(data, error, where) from error
    nul = text.find("\0")
    if nul >= 0:
        raise _with_nul(where, len(text[: nul + 1].splitlines()))
    return text


def _refuse_control_bytes(data: bytes, where: str) -> None:
    nul = data.find(b"\0")
    if nul >= 0:
        raise _with_nul(where, len(data[: nul + 1].splitlines()))
    controls = len(data) - len(data.translate(None, delete=_CONTROLS))
    if controls > len(data) * _LARGEST_SHARE_OF_CONTROLS:
        raise NotText(
            f"It is full of control characters ({controls:,} of {len(data):,} bytes).",
            "This is no text file; save the text of the post as UTF-8.",
            where=where,
        )


def _is_damaged_utf8(data: bytes) -> bool:
    """Say whether ``data`` has more characters that only UTF-8 spells than bytes that it does
    not."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    plain = len(data) - len(data.translate(None, delete=_ASCII))
    return len(text) - plain - wrong > wrong


def _by_its_letters(data: bytes, where: str) -> Decoded:
    encoding = likeliest_encoding(data)
    if encoding is None:
        raise _unknown(where, None)
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise _unknown(where, len(data[: error.start + 1].splitlines())) from error


def _with_nul(where: str, line: int) -> NotText:
    return NotText(
        "There is a NUL character here, which no text has.",
        "If this is UTF-16 without its mark, or another kind of file, save the text as UTF-8.",
        where=where,
        line=line,
    )


def _damaged(data: bytes, error: UnicodeDecodeError, where: str) -> Undecodable:
    before = data[: error.start].decode(error.encoding, "ignore")
    return Undecodable(
        f"It is {error.encoding.upper()} text, but for the byte {data[error.start]:#04x} here.",
        "Fetch the document again, or save it anew as UTF-8.",
        where=where,
        line=len(f"{before}.".splitlines()),
    )


def _unknown(where: str, line: int | None) -> Undecodable:
    return Undecodable(
        "Its bytes make no text in UTF-8, UTF-16, windows-1251, windows-1252 or KOI8-R.",
        "Save it anew as UTF-8.",
        where=where,
        line=line,
    )
