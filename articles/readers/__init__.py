"""Read documents as they came into posts: bytes in, plain values out; no Django, no database.

    walk(paths)  ──▶ Found ──▶ Document ──read_seed_text──▶ Post

Every document that cannot be read ends as a `Refusal`, whose tree is drawn in `problems`.
"""

from articles.readers.decoding import Decoded, decode
from articles.readers.found import LARGEST_DOCUMENT, Document, Format, Found
from articles.readers.post import Block, BlockKind, Notice, PartialDate, Post, Translation
from articles.readers.problems import (
    Misshapen,
    NotText,
    Refusal,
    TooLarge,
    Undecodable,
    UnfitArchive,
    Unreachable,
)
from articles.readers.seed_text import read_seed_text
from articles.readers.sources import walk
from articles.readers.title_key import title_key

__all__ = [
    "LARGEST_DOCUMENT",
    "Block",
    "BlockKind",
    "Decoded",
    "Document",
    "Format",
    "Found",
    "Misshapen",
    "NotText",
    "Notice",
    "PartialDate",
    "Post",
    "Refusal",
    "TooLarge",
    "Translation",
    "Undecodable",
    "UnfitArchive",
    "Unreachable",
    "decode",
    "read_seed_text",
    "title_key",
    "walk",
]
