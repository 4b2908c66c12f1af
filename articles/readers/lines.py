"""Turn decoded text into lines that hold only what a reader sees.

White space of every kind inside a line, no-break spaces included, becomes one plain space, and none
is left at either end. Soft hyphens, zero-width spaces, byte-order marks and control characters go.
CRLF, CR, NEL and the Unicode line and paragraph separators all end a line. Marks of direction stay,
and so do joiners where a script or an emoji needs them. Everything that can be seen, guillemets and
dashes included, stays as it is.
"""

from __future__ import annotations

import re

_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_JOINERS = "\u200c\u200d"

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark
    "\ufffe\uffff"  # no characters at all, and forbidden in the feeds made from a story
    "\x00-\x08\x0e-\x1f\x7f]+"
)

# Between Latin, Greek or Cyrillic letters, spaces and marks a joiner does nothing; in Persian it
# parts syllables, and in a family of emoji it holds the family together.
_PLAIN = "[\x00-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e]"
_IDLE_JOINERS = re.compile(f"(?:(?<={_PLAIN})|^)[{_JOINERS}]+(?={_PLAIN}|$)")

# What windows-1252 has where Unicode has control characters: a page was once converted as if it
# were Latin-1, and browsers read &#150; as a dash for that reason. U+0085 ends a line.
_STRAY_MARKS = {
    code: bytes([code]).decode("windows-1252", "ignore")
    for code in range(0x80, 0xA0)
    if code != 0x85
}


def visible_lines(text: str) -> list[str]:
    """Return the lines of ``text`` as a reader sees them; a line with nothing to see is "".

    The list keeps every line, so that the place of a line in it, counted from 1, is its number in
    the file.
    """
    # A file converted twice ends its lines with CR CR LF, which is not a blank line after each.
    lines = [_spaced(line) for line in text.replace("\r\r\n", "\n").splitlines()]
    # Most lines hold nothing but what prints, and asking them so is quick.
    return [line if line.isprintable() else _visible(line) for line in lines]


def _spaced(line: str) -> str:
    return " ".join(line.split())


def _visible(line: str) -> str:
    line = _INVISIBLE.sub("", line.translate(_STRAY_MARKS))
    line = _spaced(_IDLE_JOINERS.sub("", line))
    return line if line.strip(_DIRECTION_MARKS + _JOINERS + " ") else ""
