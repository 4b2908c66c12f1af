"""Turn decoded text into lines that hold only what a reader sees.

White space of every kind inside a line, no-break spaces included, becomes one plain space, and none is left
at either end. Soft hyphens, zero-width spaces, byte-order marks and control characters go. CRLF, CR, NEL and
the Unicode line and paragraph separators all end a line. Marks of direction stay, and so do joiners where a
script or an emoji needs them. Everything that can be seen, guillemets and dashes included, stays as it is.
"""

from __future__ import annotations

import re

_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_JOINERS = "\u200c\u200d"

_INVISIBLE = (
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark
    "\ufffe\uffff"  # no characters at all, and forbidden in the feeds made from a story
    + "".join(map(chr, [*range(0x00, 0x09), *range(0x0E, 0x1C), 0x7F]))
)
_INVISIBLE_RUN = re.compile(f"[{re.escape(_INVISIBLE)}]+")

# Between Latin, Greek or Cyrillic letters, spaces and marks a joiner does nothing; in Persian it parts
# syllables, and in a family of emoji it holds the family together.
_IDLE_JOINERS = re.compile(
    "(?:(?<=[\u0000-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e])|^)[\u200c\u200d]+"
    "(?=[\u0000-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e]|$)",
    re.MULTILINE,
)

# What windows-1252 has where Unicode has control characters; browsers read &#150; as a dash for the same
# reason: a page was once converted as if it were Latin-1. U+0085 is left out, for it ends a line.
_STRAY_MARKS = {
    code: bytes([code]).decode("windows-1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85
}
_STRAY_MARK = re.compile("[\x80-\x84\x86-\x9f]")


def visible_lines(text: str) -> list[str]:
    """Return the lines of ``text`` as a reader sees them; a line with nothing to see is "".

    The list keeps every line, so that the place of a line in it, counted from 1, is its number in the file.
    """
    # A file converted twice ends its lines with CR CR LF, which is not a blank line after each.
    text = text.replace("\r\r\n", "\n")
    # One look for each character is far quicker than one look for all of them: most posts have none.
    if not text.isascii() and _STRAY_MARK.search(text):
        text = text.translate(_STRAY_MARKS)
    if any(mark in text for mark in _INVISIBLE):
        text = _INVISIBLE_RUN.sub("", text)
    if any(joiner in text for joiner in _JOINERS):
        text = _IDLE_JOINERS.sub("", text)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    if any(mark in text for mark in _DIRECTION_MARKS + _JOINERS):
        lines = [line if line.strip(_DIRECTION_MARKS + _JOINERS + " ") else "" for line in lines]
    return lines
