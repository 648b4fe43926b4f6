"""The rows of a source, repaired and in parts, in the order of the source."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from scribal.clean.cleaner import Cleaned, Cleaner
from scribal.clean.log import drop_line, edit_lines
from scribal.clean.parts import Done
from scribal.clean.plan import Plan
from scribal.clean.store import Store
from scribal.corpus.compare import Comparison
from scribal.corpus.notes import Assigned, Numbered, assigned
from scribal.finding import Diagnostic
from scribal.pool import BATCH, MOST, spread
from scribal.read.archive import NO_TEXT
from scribal.read.fields import Row, record_of
from scribal.read.record import Fault, Reading, Record
from scribal.read.source import TEXT, format_of, read_rows
from scribal.work import Worker, told, unwritable

ROWS = 20_000
"""How many rows a part has at the most."""

SIZE = 16_000_000
"""About how many code points a part has at the most."""

_cleaner: Cleaner

Item = tuple[int, Row, Reading | None]
"""A row, how many stand before it, and what is made of it: a record, a fault, or nothing."""


class Unfinished(Exception):
    """What follows in a source cannot be read, so that no whole copy of it can be made."""


def parts(
    plan: Plan,
    worker: Worker,
    source: Path,
    store: Store,
    skip: int,
    jobs: int,
    faults: list[Diagnostic],
    comparison: Comparison,
) -> Iterator[tuple[bytes, str, Done]]:
    """Yield the parts of a copy, the lines of its log, and what was done.  Raises :class:`Unfinished`."""
    waiting: deque[Item] = deque()
    numbered = numbered_items(items(worker, source), comparison, comparison.starts.get(source, 0))
    tasks = batches(source, watched(islice(numbered, skip, None), waiting))
    cleaner = Cleaner(worker, plan)
    given = map(partial(assigned, comparison), tasks)
    results = spread(given, partial(perform, cleaner), _perform, min(jobs, MOST), _start, plan)
    raws: list[Any] = []
    log: list[str] = []
    done, size = Done(), 0
    for cleaned in (one for batch in results for one in batch):
        pass_over(waiting, raws, done)
        index, row, reading = waiting.popleft()
        faults += cleaned.faults
        if isinstance(reading, Fault) and row.raw is None:
            raise Unfinished("what follows cannot be read")
        raw = taken(index, row, reading, cleaned, store, log, done, faults)
        if raw is not None:
            raws.append(raw)
        size += len(reading.source) if isinstance(reading, Record) else 0
        if done.rows >= ROWS or size >= SIZE:
            yield store.part(raws), "".join(log), done
            raws, log, done, size = [], [], Done(), 0
    pass_over(waiting, raws, done)
    if done.rows or not skip:
        yield store.part(raws), "".join(log), done


def pass_over(waiting: deque[Item], raws: list[Any], done: Done) -> None:
    """Take the rows that are no records as they are, up to the next one that is."""
    while waiting and waiting[0][2] is None:
        raws.append(waiting.popleft()[1].raw)
        done.rows += 1


def taken(
    index: int,
    row: Row,
    reading: Reading | None,
    cleaned: Cleaned,
    store: Store,
    log: list[str],
    done: Done,
    faults: list[Diagnostic],
) -> Any:
    """Return what is written for a row, None for nothing; write the log, and count."""
    done.rows += 1
    assert reading is not None
    if isinstance(reading, Fault):
        done.faults += 1
        return row.raw
    if cleaned.dropped is not None:
        done.dropped += 1
        log.append(drop_line(index, reading.place, cleaned.dropped, store.dump(row.raw)))
        return None
    if cleaned.text is None:
        return row.raw
    try:
        raw = store.edited(row, cleaned.text)
    except UnicodeEncodeError as error:
        faults.append(told(unwritable(reading.place, error)))
        return row.raw
    done.edited += 1
    done.edits += sum(map(len, cleaned.rounds))
    log.extend(edit_lines(index, reading.place, reading.source, cleaned.rounds))
    return raw


def items(worker: Worker, source: Path) -> Iterator[tuple[Row, Reading | None]]:
    """Yield each row of a source with the record that is made of it, what is wrong with it, or nothing."""
    settings = worker.settings(source)
    about = worker.about(source, settings)
    said = worker.order.input_format
    if format_of(source, said) == TEXT:
        for reading in worker.readings(source, settings):
            if isinstance(reading, Record):
                yield Row(1, {}, (reading.source, reading.charset)), reading
            else:
                yield Row(1, {}, None), reading
        return
    fields = worker.fields(settings)
    archive = format_of(source, said) == "warc"
    for row in read_rows(source, fields, said, worker.opener, whole=True):
        if isinstance(row, Fault):
            yield Row(row.line, {}, row.raw), row
        elif row.value is NO_TEXT:
            yield row, None
        else:
            raw = row.value if row.raw is None else row.raw
            reading = record_of(row, source.as_posix(), about, fields)
            yield row._replace(raw=raw), of_page(row, reading) if archive else reading


def of_page(row: Row, reading: Reading) -> Reading:
    """Return the record of a page with what its archive says of it."""
    if isinstance(reading, Fault):
        return reading
    about = replace(reading.about, media=row.value["media"])
    return replace(reading, about=about, charset=row.value["charset"] or "", whole=bool(row.value["charset"]))


def numbered_items(
    rows: Iterable[tuple[Row, Reading | None]], comparison: Comparison, number: int
) -> Iterator[tuple[Item, int]]:
    """Yield each row with how many stand before it, and with the number of its record in the whole corpus."""
    for index, (row, reading) in enumerate(rows):
        yield (index, row, reading), number
        if isinstance(reading, Record):
            comparison.see(number, reading.place)
            number += 1


def watched(numbered: Iterable[tuple[Item, int]], waiting: deque[Item]) -> Iterator[tuple[Reading, int]]:
    """Yield the records, and keep them with their rows until their results come."""
    for item, number in numbered:
        waiting.append(item)
        if item[2] is not None:
            yield item[2], number


def batches(source: Path, readings: Iterable[tuple[Reading, int]]) -> Iterator[Numbered]:
    """Yield records in batches for other processes; a fault goes along without what stands there."""
    batch: list[Reading] = []
    numbers: list[int] = []
    size = 0
    for reading, number in readings:
        batch.append(replace(reading, raw=None) if isinstance(reading, Fault) else reading)
        if isinstance(reading, Record):
            numbers.append(number)
            size += len(reading.source)
        if size >= BATCH or len(batch) >= BATCH // 100:
            yield numbers, (source, batch)
            batch, numbers, size = [], [], 0
    if batch:
        yield numbers, (source, batch)


def perform(cleaner: Cleaner, given: Assigned) -> list[Cleaned]:
    """Return what comes of each record of a batch."""
    task, compared = given
    assert isinstance(task, tuple)
    return cleaner.clean(*task, compared)


def _start(plan: Plan) -> None:
    global _cleaner
    _cleaner = Cleaner(Worker(plan.order), plan)


def _perform(given: Assigned) -> list[Cleaned]:
    return perform(_cleaner, given)
