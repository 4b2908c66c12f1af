"""Found documents → readings, many at a time, in other processes where there are processors.

Readings come in the order of the documents. A few chunks are under way at once, no more, so that
memory does not grow with the number of documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from articles.importing.manuscript import Manuscript, Options, manuscript
from articles.processes import spread
from articles.readers import Document, Found, Notice, Refusal, read_seed_text

# Documents read in one go and written in one transaction.
DOCUMENTS_A_CHUNK = 500
# A second process costs more than it gains below so many documents.
FEWEST_FOR_PROCESSES = 200


@dataclass(frozen=True)  # without slots: these make the way between processes slow
class Reading:
    """What reading one document gave: a manuscript, a refusal, or neither when it is unchanged."""

    found: Found
    sha256: str = ""
    manuscript: Manuscript | None = None
    refusal: Refusal | None = None
    address: str = ""
    encoding: str = ""
    notices: tuple[Notice, ...] = ()
    is_known: bool = False


Known = dict[str, str]
Chunk = list[tuple[Found, str | None]]


def read_all(
    founds: Iterable[Found], known: Callable[[list[str]], Known], options: Options
) -> Iterator[list[Reading]]:
    """Yield the readings of all documents, chunk by chunk.

    `known` tells, for a list of keys, the SHA-256 of those that the newsroom knows already; a document
    that still has it is not read further.
    """
    chunks = _chunks(founds, known)
    first = next(chunks, [])
    if len(first) < FEWEST_FOR_PROCESSES:
        yield read_chunk(first, options)  # there are no more
    else:
        yield from spread(read_chunk, chain([first], chunks), options)


def _chunks(founds: Iterable[Found], known: Callable[[list[str]], Known]) -> Iterator[Chunk]:
    remaining = iter(founds)
    while chunk := list(islice(remaining, DOCUMENTS_A_CHUNK)):
        hashes = known([found.key for found in chunk])
        yield [(found, hashes.get(found.key)) for found in chunk]


def read_chunk(chunk: Chunk, options: Options) -> list[Reading]:
    """Return the readings of some documents, each with the hash it is known by."""
    return [read_one(found, known_sha, options) for found, known_sha in chunk]


def read_one(found: Found, known_sha: str | None, options: Options) -> Reading:
    """Return the reading of one document. What is wrong with it is in the reading, never raised."""
    if found.refusal is not None:
        return Reading(found, refusal=found.refusal)
    sha, is_known = "", known_sha is not None
    try:
        data = found.read()
        sha = hashlib.sha256(data).hexdigest()
        if sha == known_sha:
            return Reading(found, sha, is_known=is_known)
        post = read_seed_text(Document(found.key, data, found.where))
    except Refusal as refusal:
        return Reading(found, sha, refusal=refusal, is_known=is_known)
    return Reading(
        found,
        sha,
        manuscript=manuscript(post, options),
        address=post.address,
        encoding=post.encoding,
        notices=post.notices,
        is_known=is_known,
    )
