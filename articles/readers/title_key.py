"""The key by which a title in a footer finds its article.

The title in a footer is rarely the very title of the article: another kind of quote, a dash for a
hyphen, three dots for an ellipsis, no full stop. Two titles mean one article when their keys are
equal.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

LONGEST_KEY = 500

_DROPPED = (
    "'\"`´‘’‚‛“”„‟«»‹›′″‵‶ʹʺʻʼʽˈ＂＇「」『』" + "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
_DASHES = "‐‑‒–—―−﹘﹣－⸺⸻"
_FOLDED = {
    **dict.fromkeys(map(ord, _DROPPED), ""),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    ord("…"): "...",
}
_TRAILING = " .,;:!?-"


# A title stands in its own post and in the footers of those beside it.
@lru_cache(maxsize=10_000)
def title_key(title: str) -> str:
    """Return the key of ``title``: case folded, no quotes, one kind of dash and of space.

    The key has at most 500 characters and is empty only if ``title`` is blank; the key of a key is
    itself.
    """
    key = title
    # Dropping a quote can bring two characters together that compose: fold until nothing changes.
    while (folded := _folded(key)) != key:
        key = folded
    return key or _plain(title)


def _folded(title: str) -> str:
    # Quotes first: the compatibility form of an accent used as a quote is a space and an accent.
    text = normalize("NFKC", title.translate(_FOLDED)).casefold()
    text = normalize("NFKC", text).translate(_FOLDED)
    return " ".join(text.split())[:LONGEST_KEY].rstrip(_TRAILING)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())[:LONGEST_KEY].rstrip()
