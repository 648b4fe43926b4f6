"""From sources to repaired copies and their edit logs, and to an exit code.

Rows are read here in order, repaired in other processes, and written in parts;
``kill -9`` at any time loses what the last part would have held, and the same
command goes on from there.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from scribal import __version__
from scribal.clean.log import VERSION, line
from scribal.clean.parts import Done, Room
from scribal.clean.plan import Plan
from scribal.clean.store import store_for
from scribal.clean.stream import Unfinished, parts
from scribal.corpus.compare import Comparison
from scribal.corpus.notes import compare, comparing
from scribal.corpus.progress import Progress
from scribal.corpus.run import tasks_in
from scribal.corpus_rule import CorpusRule
from scribal.error import UserError, nearest
from scribal.finding import Diagnostic
from scribal.pool import prepare, useful_jobs
from scribal.read.record import Fault
from scribal.read.source import format_of
from scribal.run import STDIN, files
from scribal.selection import family_of
from scribal.settings import Settings
from scribal.work import Worker, told
from scribal.write.printable import printable
from scribal.write.summary import many
from scribal.write.whole import whole

LOG = ".edits.jsonl"
"""What the name of an edit log ends in, behind that of the copy."""


def clean(plan: Plan) -> int:
    """Do what ``scribal clean`` was asked to do, and return its exit code.

    Raises :class:`UserError` for a mistake in the options or the settings.
    """
    plan = replace(plan, order=replace(plan.order, extract="none"))  # what is written is what was read
    worker = Worker(plan.order)
    here = worker.settings(STDIN)
    check_names(plan, worker, here)
    sources = list(files(plan.order, here))
    paths = [source for source in sources if isinstance(source, Path)]
    faults = [told(source) for source in sources if isinstance(source, Fault)]
    copies = outputs(plan, paths)
    jobs = here.jobs or useful_jobs(paths)[1]
    rules = [rule for rule in comparing(worker.desk(here).engine) if matters(rule, plan)]
    with Progress(plan.order.quiet) as progress, Comparison(rules) as comparison:
        worker.opener = progress.open
        progress.of(paths, 2 if rules else 1)
        if rules:
            for _ in compare(worker, tasks_in(worker, paths), comparison, jobs):
                progress.step(0)
            faults += comparison.failures
        for source, copy in copies:
            faults += copied(plan, worker, source, copy, jobs, progress, comparison)
    for fault in faults:
        print(f"{printable(str(fault.place))}: {fault.message}", file=sys.stderr)
    return 2 if faults else 0


def matters(rule: CorpusRule, plan: Plan) -> bool:
    """Return whether what a rule says of records that it compares can change a copy."""
    if not {rule.id, family_of(rule.id)}.isdisjoint(plan.drop):
        return True
    return plan.order.unsafe_fixes and type(rule).found is not CorpusRule.found


def check_names(plan: Plan, worker: Worker, here: Settings) -> None:
    """Raise :class:`UserError` for a name after ``--drop`` that no rule that is on, and no family, has."""
    on = worker.desk(here).engine.severities
    known = {name for rule in on for name in (rule, family_of(rule))}
    for name in plan.drop:
        if name not in known:
            raise UserError(f"--drop: no rule “{name}” is on{nearest(name, known)}")


def outputs(plan: Plan, sources: list[Path]) -> list[tuple[Path, Path]]:
    """Return where the copy of each source goes.

    Raises :class:`UserError` where that is a source itself, another kind of
    file, or a file that may not be replaced.
    """
    [*named] = plan.order.paths
    alone = len(named) == 1 and sources == named and not plan.output.is_dir()
    if alone:
        copies = [(sources[0], plan.output)]
    else:
        roots = [path for path in named if path.is_dir()]
        copies = [(source, plan.output / below(source, roots)) for source in sources]
    taken: dict[Path, Path] = {}
    for source, copy in copies:
        if "".join(copy.suffixes).lower() != "".join(source.suffixes).lower() and not alone:
            raise UserError(f"{copy}: is to be a copy of {source}")
        if format_of(copy, plan.order.input_format) != format_of(source, plan.order.input_format) or (
            copy.suffix.lower() != source.suffix.lower()
        ):
            raise UserError(f"{copy}: a copy has the format of its source, {source}")
        if copy.resolve() == source.resolve():
            raise UserError(f"{copy}: the copy must not take the place of its source")
        if copy in taken:
            raise UserError(f"{copy}: is to be a copy of {taken[copy]} and of {source}")
        if copy.exists() and not plan.force:
            raise UserError(f"{copy}: is there already; --force replaces it")
        taken[copy] = source
    return copies


def below(source: Path, roots: list[Path]) -> Path:
    """Return the path of a source below the folder that was named, or its name."""
    return next(
        (source.relative_to(root) for root in roots if source.is_relative_to(root)), Path(source.name)
    )


def copied(
    plan: Plan,
    worker: Worker,
    source: Path,
    copy: Path,
    jobs: int,
    progress: Progress,
    comparison: Comparison,
) -> list[Diagnostic]:
    """Write the copy of one source and its log, and return what could not be read or checked."""
    settings = worker.settings(source)
    form = format_of(source, plan.order.input_format)
    prepare(worker, source)
    store = store_for(source, form, settings.text_field)
    copy.parent.mkdir(parents=True, exist_ok=True)
    room = Room(copy)
    done = room.enter(task_of(plan, source, settings, comparison))
    faults: list[Diagnostic] = []
    try:
        for part, edits, did in parts(plan, worker, source, store, done.rows, jobs, faults, comparison):
            room.add(part, edits, did)
            done.add(did)
            progress.step(did.rows)
    except Unfinished as stop:
        print(f"{source}: {stop}; {copy} is not written", file=sys.stderr)
        return faults
    with whole(copy.with_name(copy.name + LOG)) as log:
        log.write(line(head_of(source, form, settings, done)).encode())
        for file in room.files("edits"):
            log.write(file.read_bytes())
    with whole(copy) as out:
        store.join(room.files("part"), out)
    room.leave()
    if not plan.order.quiet:
        print(f"{copy}: {summary(done)}", file=sys.stderr)
    return faults


def task_of(plan: Plan, source: Path, settings: Settings, comparison: Comparison) -> dict[str, Any]:
    """Return what tells a task from another: if any of it changes, the parts that are there are of no use."""
    return {
        "scribal": __version__,
        "source": stamp(source),
        "compared": [*map(stamp, comparison.starts), *(rule.id for rule in comparison.rules)],
        "settings": settings.key,
        "order": repr([plan.drop, plan.order.unsafe_fixes, plan.order.media, plan.order.input_format]),
        "fields": [
            settings.text_field,
            settings.id_field,
            settings.language_field,
            settings.lines,
            settings.longest_text,
        ],
    }


def stamp(source: Path) -> list[str | int]:
    """Return what tells a file from itself after a change."""
    status = source.stat()
    return [str(source.resolve()), status.st_size, status.st_mtime_ns]


def head_of(source: Path, form: str, settings: Settings, done: Done) -> dict[str, Any]:
    """Return the first line of a log."""
    return {
        "version": VERSION,
        "scribal": __version__,
        "source": source.as_posix(),
        "format": form,
        "text-field": settings.text_field,
        "records": done.rows,
    }


def summary(done: Done) -> str:
    """Return what was done, in words."""
    edited = f"{done.edited:,} edited ({many(done.edits, 'edit')})"
    said = f"{many(done.rows, 'record')}, {edited}, {done.dropped:,} dropped"
    return f"{said}, {done.faults:,} broken ones kept as they were" if done.faults else said
