"""Addresses in plain Latin letters, made from titles and names in any script."""

from anyascii import anyascii
from django.utils.text import slugify

# Long enough to be understood, short enough to be quoted in a message; in characters.
LONGEST_SLUG = 80


def slug_from(words: str, otherwise: str) -> str:
    """Return `words` as a slug of at most 80 characters, cut between words where that is possible.

    Other scripts are transliterated. Words that leave no letter or digit give `otherwise`.
    """
    slug = slugify(words if words.isascii() else anyascii(words))
    if len(slug) > LONGEST_SLUG:
        head, _, tail = slug[: LONGEST_SLUG + 1].rpartition("-")
        slug = head if len(head) > LONGEST_SLUG // 2 else (head + tail)[:LONGEST_SLUG]
    return slug.strip("-_") or otherwise


def numbered(slug: str, number: int) -> str:
    """Return the `number`-th address of a `slug` that several wanted: `slug`, `slug-2`, `slug-3`."""
    return slug if number < 2 else f"{slug}-{number}"
