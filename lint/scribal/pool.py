"""Many files, several processes, one order of results."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from scribal.garbage import collect_rarely
from scribal.languagetool.registry import Announcement, announced, listen, source_for
from scribal.order import Order
from scribal.read.record import Fault, Record
from scribal.read.source import is_records
from scribal.work import Outcome, Worker, told

WORTHWHILE = 4_000_000
"""Below this many bytes of input a second process costs more time than it saves."""

MOST = 61
"""For no more processes can Windows wait."""

BATCH = 500_000
"""About how many code points of records are handed over at once."""

Batch = tuple[Path, list[Record | Fault]]
Task = Path | Fault | Batch
Given = TypeVar("Given")
Result = TypeVar("Result")

_worker: Worker


def outcomes(order: Order, worker: Worker, files: Iterable[Path | Fault], jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each file, or of each batch of its records, in the order of the files.

    ``jobs`` is a number of processes; 0 means as many as the input is worth.
    """
    if jobs == 0:
        files, jobs = useful_jobs(files)
    tasks = chain.from_iterable(map(partial(tasks_of, worker), files))
    yield from spread(tasks, partial(perform, worker), _perform, jobs, _start, order)


def spread(
    tasks: Iterable[Given],
    here: Callable[[Given], Result],
    there: Callable[[Given], Result],
    jobs: int,
    start: Callable[[Any], None],
    given: Any,
) -> Iterator[Result]:
    """Yield the results of tasks in their order: done ``here`` by one process, or ``there`` by several.

    ``start`` makes each other process ready with what it is ``given``.
    """
    tasks = iter(tasks)
    if jobs == 1:
        yield from map(here, tasks)
        return
    told = partial(informed, there)
    from concurrent.futures import ProcessPoolExecutor  # 30 ms that one process does not need

    with ProcessPoolExecutor(min(jobs, MOST), initializer=_begin, initargs=(start, given)) as pool:
        waiting = deque(pool.submit(told, announced(), task) for task in islice(tasks, 4 * jobs))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(told, announced(), task) for task in islice(tasks, 1))


def informed(there: Callable[[Given], Result], servers: Announcement, task: Given) -> Result:
    """Do a task in a process that knows of the servers of the first one."""
    listen(servers)
    return there(task)


def prepare(worker: Worker, path: Path) -> None:
    """Look for LanguageTool where rules for a path want it.

    The first process does so, and starts it where others need it.  Raises
    :class:`UserError` where there is none.
    """
    settings = worker.settings(path)
    named = settings.select or settings.extend_select
    if named and any(rule.categories for rule in worker.desk(settings).engine.rules):
        source_for(settings.languagetool).find()


def useful_jobs(files: Iterable[Path | Fault]) -> tuple[Iterable[Path | Fault], int]:
    """Return the files, and how many processes they are worth."""
    seen: list[Path | Fault] = []
    size = 0
    stream = iter(files)
    for file in stream:
        seen.append(file)
        if isinstance(file, Path):
            size += file.stat().st_size if file.is_file() else 0
        if size >= WORTHWHILE:
            return chain(seen, stream), os.cpu_count() or 1
    return seen, 1


def tasks_of(worker: Worker, file: Path | Fault) -> Iterator[Task]:
    """Yield a file as it is, and a file of records in batches."""
    if isinstance(file, Path):
        prepare(worker, file)
    if isinstance(file, Fault) or not is_records(file, worker.order.input_format):
        yield file
        return
    batch: list[Record | Fault] = []
    size = 0
    for reading in worker.readings(file, worker.settings(file)):
        batch.append(replace(reading, raw=None) if isinstance(reading, Fault) else reading)
        size += len(reading.source) if isinstance(reading, Record) else 0
        if size >= BATCH or len(batch) >= BATCH // 100:
            yield file, batch
            batch, size = [], 0
    yield file, batch


def perform(worker: Worker, task: Task) -> Outcome:
    """Return the outcome of a task."""
    if isinstance(task, Fault):
        return Outcome([told(task)], failed=True)
    return worker.file(task) if isinstance(task, Path) else worker.records(*task)


def _begin(start: Callable[[Any], None], given: Any) -> None:
    """Make a process ready, and let it end when the one that it works for does, however that ends."""
    from threading import Thread

    Thread(target=_end_with_parent, daemon=True).start()
    collect_rarely()
    start(given)


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _start(order: Order) -> None:
    global _worker
    _worker = Worker(order)


def _perform(task: Task) -> Outcome:
    return perform(_worker, task)
