"""The first reading of a corpus: every rule that compares takes its notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scribal.corpus.compare import Compared, Comparison
from scribal.corpus.group import NOTE
from scribal.corpus.survey import host_of
from scribal.corpus_rule import MARK, CorpusRule, Note
from scribal.document import Document
from scribal.engine import Engine, failed
from scribal.error import UserError
from scribal.finding import Diagnostic, Place
from scribal.index import woken
from scribal.order import Order
from scribal.pool import Task, spread
from scribal.read.extract import extracted
from scribal.read.record import Fault, Record
from scribal.read.remote import address_of
from scribal.work import Worker

Numbered = tuple[Sequence[int], Task]
"""A task with the numbers of its records among all of the corpus."""

Assigned = tuple[Task, dict[int, Compared]]
"""A task with what comparison has found in its records, by their place among them."""

_worker: Worker
_wanted: frozenset[str]


@dataclass(slots=True)
class Notes:
    """What was noted of some records."""

    rows: dict[str, bytearray] = field(default_factory=dict)
    """By rule, as they lie on disk."""
    records: int = 0
    failures: list[Diagnostic] = field(default_factory=list)


def compare(worker: Worker, tasks: Iterable[Task], comparison: Comparison, jobs: int) -> Iterator[int]:
    """Read a corpus, and judge what rules noted of it.  Yields how many records were read, now and then."""
    given, wanted = numbered(tasks, comparison.starts), frozenset(comparison.notes)
    here = partial(perform, worker, wanted)
    for notes in spread(given, here, _perform, jobs, _start, (worker.order, wanted)):
        comparison.take(notes.rows)
        comparison.failures += notes.failures
        yield notes.records
    comparison.judge()


def numbered(tasks: Iterable[Task], starts: dict[Path, int]) -> Iterator[Numbered]:
    """Yield each task with the numbers of its records; keep the number of the first one of each file."""
    first = 0
    for task in tasks:
        size = records_in(task)
        if not isinstance(task, Fault):
            starts.setdefault(task if isinstance(task, Path) else task[0], first)
        yield range(first, first + size), task
        first += size


def assigned(comparison: Comparison, given: Numbered) -> Assigned:
    """Return a task with what comparison has found in its records; tasks are in the order of the corpus."""
    numbers, task = given
    for number, place in zip(numbers, places(task), strict=True):
        comparison.see(number, place)
    return task, comparison.findings(numbers)


def places(task: Task) -> Iterator[Place]:
    """Yield the place of each record of a task."""
    if isinstance(task, Path):
        yield Place(address_of(task) or task.as_posix())
    elif not isinstance(task, Fault):
        yield from (reading.place for reading in task[1] if isinstance(reading, Record))


def records_in(task: Task) -> int:
    """Return how many records a task has; a file that is one text counts as one."""
    if isinstance(task, Fault):
        return 0
    return 1 if isinstance(task, Path) else sum(isinstance(reading, Record) for reading in task[1])


def perform(worker: Worker, wanted: frozenset[str], given: Numbered) -> Notes:
    """Take the notes of a task, for the rules that are wanted."""
    numbers, task = given
    notes = Notes()
    if isinstance(task, Fault):
        return notes
    path = task if isinstance(task, Path) else task[0]
    settings = worker.settings(path)
    readings = worker.readings(path, settings) if isinstance(task, Path) else task[1]
    engine = worker.desk(settings).engine
    rules = [rule for rule in comparing(engine) if rule.id in wanted]
    records = (reading for reading in readings if isinstance(reading, Record))
    for number, record in zip(numbers, records, strict=False):  # a file that cannot be read has none
        record = extracted(record, settings.extract)
        take(notes, rules, engine, worker.weave(record, record.source, settings), number)
    return notes


def take(notes: Notes, rules: Iterable[CorpusRule], engine: Engine, document: Document, number: int) -> None:
    """Take the notes of one record."""
    notes.records += 1
    view, site = document.prose, site_of(document)
    for rule in rules:
        try:
            found = rule.notes(view, site) if engine.speaks(rule, view) else ()
            rows = b"".join(packed(rule, number, found))
        except UserError:
            raise
        except Exception as error:
            notes.failures.append(failed(document.place, rule, f"{type(error).__name__}: {error}"))
        else:
            notes.rows.setdefault(rule.id, bytearray()).extend(rows)


def comparing(engine: Engine) -> Iterator[CorpusRule]:
    """Yield the rules of an engine that compare, awake."""
    for rule in map(woken, engine.comparing):
        assert isinstance(rule, CorpusRule)
        yield rule


def packed(rule: CorpusRule, number: int, notes: Iterable[Note]) -> Iterator[bytes]:
    """Yield notes as they lie on disk.  Raises ValueError for one of another size than its rule has said."""
    for key, value, start, end in notes:
        if len(key) != MARK or len(value) != rule.width:
            raise ValueError(f"a note of {len(key)} and {len(value)} bytes, not of {MARK} and {rule.width}")
        yield NOTE.pack(key, number, start, end) + value


def site_of(document: Document) -> str:
    """Return what a record has its template from: its host, or the folder of its file."""
    return host_of(document.about.url) or document.place.path.rpartition("/")[0]


def _start(given: tuple[Order, frozenset[str]]) -> None:
    global _worker, _wanted
    order, _wanted = given
    _worker = Worker(order)


def _perform(given: Numbered) -> Notes:
    return perform(_worker, _wanted, given)
