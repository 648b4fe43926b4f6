"""From sources to the numbers of a corpus, and to an exit code."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from scribal.corpus.limit import broken, grown, limits
from scribal.corpus.plan import Plan
from scribal.corpus.progress import Progress
from scribal.corpus.report import Report, read_report
from scribal.corpus.survey import Survey, Surveyor, draw
from scribal.error import UserError
from scribal.pool import BATCH, Batch, Task, spread, tasks_of, useful_jobs
from scribal.read.record import Fault, Record
from scribal.run import STDIN, files
from scribal.selection import family_of
from scribal.settings import Settings
from scribal.work import Worker, told

_surveyor: Surveyor


def corpus(plan: Plan) -> int:
    """Do what ``scribal corpus`` was asked to do, and return its exit code.

    Raises :class:`UserError` for a mistake in the options or the settings.
    """
    from scribal.corpus.show import show

    worker = Worker(plan.order)
    here = worker.settings(STDIN)
    gates = limits(here.gate, known(worker, here), here.where)
    plan = grouping(plan, {gate.field for gate in gates if gate.field})
    before = read_report(plan.against) if plan.against else None
    report = measured(plan, worker, here)
    report.breaches += broken(report.survey, gates, report.population)
    if before:
        report.breaches += grown(report.survey.total, before.total, plan.margin)
    show(report, plan)
    return exit_code(report, plan, gated=bool(gates or before))


def known(worker: Worker, here: Settings) -> set[str]:
    """Return the names that a gate can have."""
    rules = worker.desk(here).engine.severities
    return {name for rule in rules for name in (rule, family_of(rule))}


def grouping(plan: Plan, fields: set[str]) -> Plan:
    """Return the plan with the fields that gates ask for."""
    by = tuple(dict.fromkeys((*plan.by, *sorted(fields))))
    return replace(plan, by=by, order=replace(plan.order, by=by))


def exit_code(report: Report, plan: Plan, gated: bool) -> int:
    """Return 2 where something could not be checked, 1 where a gate is broken or, without gates, never."""
    if report.survey.failed or report.survey.faults:
        return 2
    return 1 if report.breaches and not plan.order.exit_zero else 0


def measured(plan: Plan, worker: Worker, here: Settings) -> Report:
    """Read the sources, or a sample of them, and return what was counted."""
    if STDIN in plan.order.paths:
        raise UserError("-: a corpus is read from files")
    surveyor = Surveyor(worker, plan.by, plan.samples, plan.seed)
    survey, population = Survey(), None
    with Progress(plan.order.quiet) as progress:
        worker.opener = progress.open
        sources: Iterable[Path | Fault] = progress.of(files(plan.order, here))
        jobs = here.jobs
        if not jobs:
            sources, jobs = useful_jobs(sources)
        tasks: Iterator[Task] = chain.from_iterable(map(partial(tasks_of, worker), sources))
        if plan.sample is not None:
            chosen, population = drawn(tasks, worker, plan.sample, plan.seed)
            tasks = iter(chosen)
        surveys = spread(tasks, partial(perform, surveyor), _perform, jobs, _start, plan)
        with closing(surveys):  # type: ignore[type-var]
            for part in surveys:
                survey.add(part, plan.samples)
                progress.step(part.total.records)
    return Report(survey, plan, worker.desk(here).engine.severities, population)


def drawn(tasks: Iterable[Task], worker: Worker, size: int, seed: int) -> tuple[list[Task], int]:
    """Return so many records, drawn from all, with what could not be read, and how many records there are.

    Only the records that are drawn so far are held in memory.
    """
    kept: list[tuple[int, int, Path, Record]] = []
    faults: list[Task] = []
    number = 0
    for task in tasks:
        for path, reading in readings(task, worker):
            if isinstance(reading, Fault):
                faults.append(reading)
                continue
            number += 1
            lot = draw(seed, f"{reading.place}:{reading.place.row}")
            entry = (-int.from_bytes(lot), number, path, reading)  # the first of a heap is the least
            if len(kept) < size:
                heapq.heappush(kept, entry)
            else:
                heapq.heappushpop(kept, entry)
    kept.sort(key=lambda entry: entry[1])
    return [*faults, *batches((path, record) for _, _, path, record in kept)], number


def readings(task: Task, worker: Worker) -> Iterator[tuple[Path, Record | Fault]]:
    """Yield the records of a task, read here."""
    if isinstance(task, Fault):
        yield Path(task.place.path), task
    elif isinstance(task, Path):
        yield from ((task, reading) for reading in worker.readings(task, worker.settings(task)))
    else:
        yield from ((task[0], reading) for reading in task[1])


def batches(records: Iterable[tuple[Path, Record]]) -> Iterator[Batch]:
    """Yield records in batches, each of one file."""
    batch: list[Record | Fault] = []
    size, last = 0, Path()
    for path, record in records:
        if batch and (path != last or size >= BATCH):
            yield last, batch
            batch, size = [], 0
        batch.append(record)
        size, last = size + len(record.source), path
    if batch:
        yield last, batch


def perform(surveyor: Surveyor, task: Task) -> Survey:
    """Return what is counted in a task."""
    if isinstance(task, Fault):
        return Survey(faults=[told(task)])
    if isinstance(task, Path):
        worker = surveyor.worker
        return surveyor.survey(task, worker.readings(task, worker.settings(task)))
    return surveyor.survey(*task)


def _start(plan: Plan) -> None:
    global _surveyor
    _surveyor = Surveyor(Worker(plan.order), plan.by, plan.samples, plan.seed)


def _perform(task: Task) -> Survey:
    return perform(_surveyor, task)
