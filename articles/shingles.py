"""How alike two texts are: the part of their runs of five words that both have.

That is their resemblance, which a few of their runs estimate, the same few for every text: those whose
hashes are lowest (A. Z. Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from zlib import crc32

WORDS_A_SHINGLE = 5
# Of a resemblance of 0.8, so many runs tell with a standard error of 0.1.
SKETCH_SIZE = 16

_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[int]:
    """Return the hashes of all runs of five words in `text`, whatever their case and punctuation."""
    words = _WORD.findall(text.casefold())
    runs = (
        " ".join(words[i : i + WORDS_A_SHINGLE]) for i in range(len(words) - WORDS_A_SHINGLE + 1)
    )
    return {crc32(run.encode()) for run in runs}


def sketch(text: str) -> array[int]:
    """Return the lowest hashes of a text's runs, SKETCH_SIZE at most, in their order."""
    return array("I", sorted(shingles(text))[:SKETCH_SIZE])


def resemblance(one: str, other: str) -> float:
    """Return the part of all runs of two texts that both have, from 0 to 1; 0 for texts without any."""
    first, second = shingles(one), shingles(other)
    return len(first & second) / (len(first | second) or 1)


def estimate(one: Sequence[int], other: Sequence[int]) -> float:
    """Return about what resemblance() would, from two sketches."""
    lowest = sorted({*one, *other})[:SKETCH_SIZE]
    both = set(one).intersection(other)
    return sum(hashed in both for hashed in lowest) / (len(lowest) or 1)
