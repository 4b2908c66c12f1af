"""The documents that the tests of the readers read, made by plain functions."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.readers import Block, BlockKind, Document, Found, Post, Refusal, read_seed_text, walk

TITLE = "Sputnik reaches orbit"
FIRST = "The Soviet Union has launched the first artificial satellite. It beeps."
SECOND = "Radio amateurs all over the world can hear it. It circles the Earth every 96 minutes."
STORY = f"{FIRST}\n\n{SECOND}"
POST = f"{TITLE}\n\n{STORY}\n"


def document(content: str | bytes) -> Document:
    data = content.encode() if isinstance(content, str) else content
    return Document("1957/sputnik.txt", data, "seeds/1957/sputnik.txt")


def read(content: str | bytes) -> Post:
    return read_seed_text(document(content))


def refusal_of(content: str | bytes) -> Refusal:
    with pytest.raises(Refusal) as raised:
        read(content)
    return raised.value


def post_with_header(header: str) -> Post:
    return read(f"{TITLE}\n\n{header}\n\n{STORY}\n")


def post_with_story(story: str) -> Post:
    return read(f"{TITLE}\n\n{story}\n")


def post_with_footer(footer: str) -> Post:
    return read(f"{TITLE}\n\n{STORY}\n\n{footer}")


def paragraph(line: str) -> Block:
    return Block(BlockKind.PARAGRAPH, (line,))


def subheading(line: str) -> Block:
    return Block(BlockKind.SUBHEADING, (line,))


def bulleted(*items: str) -> Block:
    return Block(BlockKind.LIST, items)


def numbered(*items: str) -> Block:
    return Block(BlockKind.NUMBERED_LIST, items)


def text_of(post: Post) -> str:
    """Return the story as one string, its lines parted by line ends."""
    return "\n".join(line for block in post.blocks for line in block.lines)


def found_in(*paths: Path) -> list[Found]:
    return list(walk(paths))


def keys_in(*paths: Path) -> list[str]:
    """Return the keys of the documents in ``paths`` that may be read."""
    return [found.key for found in walk(paths) if found.refusal is None]


def refusals_in(*paths: Path) -> dict[str, Refusal]:
    """Return what is refused in ``paths``, by its key."""
    return {found.key: found.refusal for found in walk(paths) if found.refusal is not None}
