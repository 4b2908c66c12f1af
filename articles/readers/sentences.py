"""Where a sentence ends, as far as telling a title or a subheading from a paragraph needs it."""

from __future__ import annotations

import re

OPENING_QUOTES = "«“„‘\"'‹"
CLOSING_QUOTES = "»”“’\"'›"

# Four letters before the stop, so that initials, "St." and "U.S." do not look like the end of a
# sentence.
_END_INSIDE = re.compile(r"\w{4}[.!?…]+[»”“’\"'›)\]]*\s")


def ends_with_full_stop(text: str) -> bool:
    """Say whether ``text`` ends with a full stop, be it within a closing quote or bracket."""
    end = text.rstrip(CLOSING_QUOTES + ")] ")
    return end.endswith((".", "。", "۔"))


def has_sentence_end_inside(text: str) -> bool:
    """Say whether a sentence ends within ``text`` and another begins."""
    return _END_INSIDE.search(text) is not None
