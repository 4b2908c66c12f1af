"""The public addresses of stories, people, organizations, events, tags and lists."""

from functools import lru_cache

from django.urls import reverse

# A page names some twenty addresses; 10,000 of them take 2 MB.
ADDRESSES_REMEMBERED = 10_000


@lru_cache(ADDRESSES_REMEMBERED)
def address(name: str, slug: str = "") -> str:
    """Return what `reverse()` does, which takes 12 µs to find each anew.

    `name` is one of those in `articles/urls.py`; `slug` is that of the thing shown there, if any.
    """
    return reverse(name, args=[slug] if slug else [])
