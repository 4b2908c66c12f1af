"""Work on many things, done by this process and by others where there are processors, its results in order.

A few jobs are under way at once, no more, so that memory does not grow with their number.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

Job = TypeVar("Job")
Shared = TypeVar("Shared")
Result = TypeVar("Result")
Work = Callable[[Job, Shared], Result]

# For `gc`: by its own thresholds it looks for circles of garbage a hundred times a job, in which there are
# hardly any, for an eighth of the time.
COLLECTED_RARELY = (100_000, 10, 10)


def spread(
    work: Work[Job, Shared, Result], jobs: Iterable[Job], shared: Shared
) -> Iterator[Result]:
    """Yield `work(job, shared)` of each job, in the order of the jobs.

    `work` is a function of a module that needs no Django, which other processes start without; it and what
    it is given and returns can be pickled. `shared` goes to each process once.
    """
    others = _processors() - 1
    if others < 1:
        yield from (work(job, shared) for job in jobs)
        return
    # Spawned, not forked: a fork would share this process's database connections.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(others, spawn, initializer=_begin, initargs=(shared,)) as pool:
        under_way: deque[Future[Result]] = deque()
        for job in jobs:
            while _waiting(under_way) > others and under_way[0].done():
                yield under_way.popleft().result()
            if _waiting(under_way) <= others:
                under_way.append(pool.submit(_do, work, job))
            else:
                # The others have enough to do and no result is there: rather than wait, work, too.
                under_way.append(_done(work(job, shared)))
            if len(under_way) > others + 3:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _waiting(under_way: Iterable[Future[Result]]) -> int:
    return sum(not future.done() for future in under_way)


def _done(result: Result) -> Future[Result]:
    future: Future[Result] = Future()
    future.set_result(result)
    return future


# In another process

# What every job of a process is done with.
_shared: Any = None


def _begin(shared: Any) -> None:
    """Make a process ready to work."""
    global _shared
    _shared = shared
    gc.set_threshold(*COLLECTED_RARELY)
    _end_with_parent()


def _do(work: Work[Job, Any, Result], job: Job) -> Result:
    return work(job, _shared)


def _end_with_parent() -> None:
    """End this process when the one that started it does, even by SIGKILL."""

    def wait() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
