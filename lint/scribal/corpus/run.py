"""From sources to the numbers of a corpus, and to an exit code."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from scribal.corpus.compare import Comparison
from scribal.corpus.limit import broken, grown, limits
from scribal.corpus.notes import Assigned, Numbered, assigned, compare, comparing, numbered
from scribal.corpus.plan import Plan
from scribal.corpus.progress import Progress
from scribal.corpus.report import Report, read_report
from scribal.corpus.survey import Survey, Surveyor, draw
from scribal.error import UserError
from scribal.pool import BATCH, Task, spread, tasks_of, useful_jobs
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
    rules = list(comparing(worker.desk(here).engine))
    with Progress(plan.order.quiet) as progress, Comparison(rules) as comparison:
        worker.opener = progress.open
        sources = progress.of(files(plan.order, here), 2 if rules else 1)
        jobs = here.jobs or useful_jobs(sources)[1]
        if rules:
            for _ in compare(worker, tasks_in(worker, sources), comparison, jobs):
                progress.step(0)
            survey.faults += comparison.failures
        tasks = numbered(tasks_in(worker, sources), comparison.starts)
        if plan.sample is not None:
            chosen, population = drawn(tasks, worker, plan.sample, plan.seed, comparison)
            tasks = iter(chosen)
        given = map(partial(assigned, comparison), tasks)
        surveys = spread(given, partial(perform, surveyor), _perform, jobs, _start, plan)
        with closing(surveys):  # type: ignore[type-var]
            for part in surveys:
                survey.add(part, plan.samples)
                progress.step(part.total.records)
    return Report(survey, plan, worker.desk(here).engine.severities, population)


def tasks_in(worker: Worker, sources: Iterable[Path | Fault]) -> Iterator[Task]:
    """Yield what there is to do in some files."""
    return chain.from_iterable(map(partial(tasks_of, worker), sources))


def drawn(
    tasks: Iterable[Numbered], worker: Worker, size: int, seed: int, comparison: Comparison
) -> tuple[list[Numbered], int]:
    """Return so many records, drawn from all, with what could not be read, and how many records there are.

    Only the records that are drawn so far are held in memory.
    """
    kept: list[tuple[int, int, Path, Record]] = []
    faults: list[Numbered] = []
    population = 0
    for numbers, task in tasks:
        waiting = iter(numbers)
        for path, reading in readings(task, worker):
            if isinstance(reading, Fault):
                faults.append(((), reading))
                continue
            population += 1
            number = next(waiting)
            comparison.see(number, reading.place)
            lot = draw(seed, f"{reading.place}:{reading.place.row}")
            entry = (-int.from_bytes(lot), number, path, reading)  # the first of a heap is the least
            if len(kept) < size:
                heapq.heappush(kept, entry)
            else:
                heapq.heappushpop(kept, entry)
    kept.sort(key=lambda entry: entry[1])
    return [*faults, *batches((number, path, record) for _, number, path, record in kept)], population


def readings(task: Task, worker: Worker) -> Iterator[tuple[Path, Record | Fault]]:
    """Yield the records of a task, read here."""
    if isinstance(task, Fault):
        yield Path(task.place.path), task
    elif isinstance(task, Path):
        yield from ((task, reading) for reading in worker.readings(task, worker.settings(task)))
    else:
        yield from ((task[0], reading) for reading in task[1])


def batches(records: Iterable[tuple[int, Path, Record]]) -> Iterator[Numbered]:
    """Yield records, given with their numbers, in batches, each of one file."""
    batch: list[Record | Fault] = []
    numbers: list[int] = []
    size, last = 0, Path()
    for number, path, record in records:
        if batch and (path != last or size >= BATCH):
            yield numbers, (last, batch)
            batch, numbers, size = [], [], 0
        batch.append(record)
        numbers.append(number)
        size, last = size + len(record.source), path
    if batch:
        yield numbers, (last, batch)


def perform(surveyor: Surveyor, given: Assigned) -> Survey:
    """Return what is counted in a task."""
    task, compared = given
    if isinstance(task, Fault):
        return Survey(faults=[told(task)])
    if isinstance(task, Path):
        worker = surveyor.worker
        return surveyor.survey(task, worker.readings(task, worker.settings(task)), compared)
    return surveyor.survey(*task, compared)


def _start(plan: Plan) -> None:
    global _surveyor
    _surveyor = Surveyor(Worker(plan.order), plan.by, plan.samples, plan.seed)


def _perform(given: Assigned) -> Survey:
    return perform(_surveyor, given)
