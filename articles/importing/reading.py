"""Found documents → readings, many at a time, in other processes where there are processors.

Readings come in the order of the documents. A few chunks are under way at once, no more, so that
memory does not grow with the number of documents.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice

from articles.importing.manuscript import Manuscript, Options, manuscript
from articles.readers import Document, Found, Notice, Refusal, read_seed_text

# Documents read in one go and written in one transaction.
DOCUMENTS_A_CHUNK = 500
# A second process costs more than it gains below so many documents.
FEWEST_FOR_PROCESSES = 200


@dataclass(frozen=True, slots=True)
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
    processors = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    )
    if len(first) < FEWEST_FOR_PROCESSES or (processors or 1) < 2:
        yield read_chunk(first, options)
        for chunk in chunks:
            yield read_chunk(chunk, options)
        return
    yield from _read_in_processes(first, chunks, options, (processors or 2) - 1)


def _chunks(founds: Iterable[Found], known: Callable[[list[str]], Known]) -> Iterator[Chunk]:
    remaining = iter(founds)
    while chunk := list(islice(remaining, DOCUMENTS_A_CHUNK)):
        hashes = known([found.key for found in chunk])
        yield [(found, hashes.get(found.key)) for found in chunk]


def _read_in_processes(
    first: Chunk, chunks: Iterator[Chunk], options: Options, processes: int
) -> Iterator[list[Reading]]:
    # Spawned, not forked: a fork would share this process's database connections.
    pool = ProcessPoolExecutor(
        processes, multiprocessing.get_context("spawn"), initializer=_end_with_parent
    )
    with pool:
        under_way: deque[Future[list[Reading]]] = deque([pool.submit(read_chunk, first, options)])
        for chunk in chunks:
            waiting = sum(not future.done() for future in under_way)
            if waiting <= processes:
                under_way.append(pool.submit(read_chunk, chunk, options))
            else:
                # The other processes have enough to do: rather than wait, this one reads, too.
                under_way.append(_done(read_chunk(chunk, options)))
            if under_way[0].done() or len(under_way) > processes + 2:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _done(readings: list[Reading]) -> Future[list[Reading]]:
    future: Future[list[Reading]] = Future()
    future.set_result(readings)
    return future


def _end_with_parent() -> None:
    """End this process when the one that started it does, even by SIGKILL."""

    def wait() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


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
