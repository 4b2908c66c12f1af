"""Read a post saved as text."""

from __future__ import annotations

from .found import Document
from .post import Post


def read_seed_text(document: Document) -> Post:
    """Return the post that ``document`` holds; raises Refusal if it holds none."""
    raise NotImplementedError
