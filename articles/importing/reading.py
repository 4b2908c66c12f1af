"""Found documents → readings, many at a time, in other processes where there are processors.

Readings come in the order of the documents. A few chunks are under way at once, no more, so that
memory does not grow with the number of documents.
"""

from __future__ import annotations

import gc
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

# For `gc`: by its own thresholds it looks for circles of garbage a hundred times a chunk, in which there
# are hardly any, for an eighth of the time.
COLLECTED_RARELY = (100_000, 10, 10)


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
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_begin)
    with pool:
        under_way: deque[Future[list[Reading]]] = deque([pool.submit(read_chunk, first, options)])
        for chunk in chunks:
            while _waiting(under_way) > processes and under_way[0].done():
                yield under_way.popleft().result()
            if _waiting(under_way) <= processes:
                under_way.append(pool.submit(read_chunk, chunk, options))
            else:
                # The others have enough to do and nothing can be written: rather than wait, read, too.
                under_way.append(_done(read_chunk(chunk, options)))
            if len(under_way) > processes + 3:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _waiting(under_way: Iterable[Future[list[Reading]]]) -> int:
    return sum(not future.done() for future in under_way)


def _done(readings: list[Reading]) -> Future[list[Reading]]:
    future: Future[list[Reading]] = Future()
    future.set_result(readings)
    return future


def _begin() -> None:
    """Make a process ready to read."""
    gc.set_threshold(*COLLECTED_RARELY)
    _end_with_parent()


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
