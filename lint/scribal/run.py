"""From paths to an exit code: what is read, who reads it, what is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from scribal.catalog import load
from scribal.error import UserError
from scribal.finding import Diagnostic
from scribal.markup import MEDIA
from scribal.order import Order
from scribal.pool import outcomes
from scribal.read.record import Fault
from scribal.read.source import is_records, suffixes_of
from scribal.read.walk import Wanted, walk
from scribal.rule import Rule
from scribal.settings import Allowance, Settings
from scribal.settings_file import settings_for
from scribal.work import Outcome, Worker, unused
from scribal.write.formats import WRITERS
from scribal.write.look import look_for
from scribal.write.summary import Summary, plural

if TYPE_CHECKING:
    from scribal.baseline import Baseline

STDIN = Path("-")


@dataclass(slots=True)
class Tally:
    """What decides the exit code, and what is said at the end of a run."""

    worst: int = -1
    """The rank of the worst severity that was found."""
    failed: bool = False
    """Whether something could not be checked."""
    applied: int = 0
    diff: str = ""
    output: bytes | None = None
    used: set[Allowance] = field(default_factory=set)
    files: list[Path] = field(default_factory=list)
    baseline: Baseline | None = None

    def noting(self, files: Iterator[Path | Fault]) -> Iterator[Path | Fault]:
        """Yield the files, and remember them."""
        for file in files:
            if isinstance(file, Path):
                self.files.append(file)
            yield file

    def taking(self, results: Iterator[Outcome]) -> Iterator[Diagnostic]:
        """Yield the findings of all outcomes as they come, and count what else is in them."""
        for outcome in results:
            self.failed |= outcome.failed
            self.applied += outcome.applied
            self.used |= outcome.used
            self.diff += outcome.diff
            self.output = outcome.output if self.output is None else self.output
            yield from outcome.diagnostics

    def weighing(self, diagnostics: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings and remember the worst of them."""
        for diagnostic in diagnostics:
            self.worst = max(self.worst, diagnostic.severity.rank)
            yield diagnostic


def check(order: Order) -> int:
    """Do what ``scribal check`` was asked to do, and return its exit code.

    Raises :class:`UserError` for a mistake in the options or the settings.
    """
    validate(order)
    worker = Worker(order)
    here = worker.settings(order.stdin_filename or STDIN)
    if order.show_view:
        return show(order, worker, here)
    refuse_to_compare(order, worker, here)
    tally, summary = Tally(), Summary()
    found = remembered(order, worker, here, tally)
    with report(order) as out:
        look = look_for(out, order.color, quiet=order.quiet, max_per_rule=order.max_per_rule)
        if order.diff:
            for _ in summary.counting(tally.weighing(found)):
                pass
            out.write(tally.diff)
        else:
            writer = WRITERS["statistics" if order.statistics else order.output_format]
            writer(counted(tally.weighing(found), summary, tally), out, look, summary)
    return finish(order, worker, here, tally)


def validate(order: Order) -> None:
    """Raise :class:`UserError` for options that say nothing without others."""
    if order.unsafe_fixes and not (order.fix or order.diff):
        raise UserError("--unsafe-fixes wants --fix or --diff")
    if order.stdin_filename is not None and STDIN not in order.paths:
        raise UserError("--stdin-filename wants the path - for standard input")


def refuse_to_compare(order: Order, worker: Worker, here: Settings) -> None:
    """Raise :class:`UserError` where a rule that compares the records of a corpus is asked for by its id."""
    named = {name for name in (*order.select, *order.extend_select) if "/" in name}
    for rule in worker.desk(here).engine.comparing if named else ():
        if rule.id in named:
            raise UserError(f"--select: {rule.id} compares the records of a corpus: use “scribal corpus”")


def findings(order: Order, worker: Worker, here: Settings, tally: Tally) -> Iterator[Diagnostic]:
    """Yield what is wrong with all that was asked about, then what is wrong with the allowances."""
    yield from tally.taking(results(order, worker, here, tally))
    folders = any(path.is_dir() for path in order.paths)
    if folders and not here.select:
        yield from (unused(a, here) for a in here.allow if a not in tally.used)


def results(order: Order, worker: Worker, here: Settings, tally: Tally) -> Iterator[Outcome]:
    """Yield the outcome of each input."""
    if STDIN in order.paths:
        if len(order.paths) > 1:
            raise UserError("-: standard input goes with no other path")
        path = standard_input(order, worker)
        tally.files.append(path)
        records = is_records(path, order.input_format)
        yield from outcomes(order, worker, [path], 1) if records else [worker.stdin(path)]
        return
    yield from outcomes(order, worker, tally.noting(files(order, here)), here.jobs)


def standard_input(order: Order, worker: Worker) -> Path:
    """Return the path under which the worker shall read standard input."""
    worker.opener = lambda path: sys.stdin.buffer
    return order.stdin_filename or STDIN


def files(order: Order, here: Settings) -> Iterator[Path | Fault]:
    """Yield the files to read.  Raises :class:`UserError` for a path that does not exist."""
    wanted = Wanted(
        suffixes=(*MEDIA, *suffixes_of()),
        exclude=here.excluded,
        root=here.root,
        gitignore=here.respect_gitignore,
        force_exclude=here.force_exclude,
    )
    return walk(order.paths, wanted)


def remembered(order: Order, worker: Worker, here: Settings, tally: Tally) -> Iterator[Diagnostic]:
    """Yield the findings that the baseline does not know, after renewing it where that was asked for."""
    found, file = findings(order, worker, here, tally), here.baseline
    if file is None:
        if order.add_baseline:
            raise UserError("--add-baseline wants --baseline FILE, or “baseline” in the settings")
        return found
    from scribal.baseline import Baseline

    baseline = Baseline(file) if order.add_baseline and not file.exists() else Baseline.read(file)
    if order.add_baseline:
        diagnostics = list(found)
        baseline = baseline.renewed(diagnostics, looked_for(worker, tally))
        baseline.save()
        found = iter(diagnostics)
    tally.baseline = baseline
    return baseline.news(found)


def looked_for(worker: Worker, tally: Tally) -> Callable[[Path, str], bool]:
    """Return the test whether a file was read, with a rule on, in this run."""
    files = {os.path.realpath(file): file for file in tally.files}

    def checked(file: Path, rule: str) -> bool:
        read = files.get(os.path.realpath(file))
        return read is not None and worker.runs(rule, read)

    return checked


def counted(found: Iterator[Diagnostic], summary: Summary, tally: Tally) -> Iterator[Diagnostic]:
    """Yield the findings, and tell the summary at the end how much was read and mended."""
    yield from found
    summary.fixed, summary.checked = tally.applied, len(tally.files)


def report(order: Order) -> AbstractContextManager[TextIO]:
    """Return where the report goes; the mended text goes to standard output alone."""
    if order.output_file is not None:
        try:
            return order.output_file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise UserError(f"--output-file: {order.output_file}: {error.strerror}") from None
    out = sys.stderr if order.fix and STDIN in order.paths else sys.stdout
    return nullcontext(out)


def finish(order: Order, worker: Worker, here: Settings, tally: Tally) -> int:
    """Say what is to be said last, and return the exit code."""
    sys.stdout.flush()  # what is said now goes elsewhere, and must not come before the report
    if tally.output is not None:
        sys.stdout.buffer.write(tally.output)
    if order.diff and not order.quiet:
        print(
            f"would make {plural(tally.applied, 'fix')}",
            file=sys.stderr,
        )
    if tally.baseline and order.add_baseline and not order.quiet:
        print(
            f"{tally.baseline.file}: {plural(tally.baseline.known.total(), 'finding')} known", file=sys.stderr
        )
    if tally.baseline and not order.quiet and (gone := tally.baseline.stale(looked_for(worker, tally))):
        count = plural(len(gone), "finding")
        print(f"{tally.baseline.file}: {count} gone; --add-baseline forgets what was fixed", file=sys.stderr)
    if tally.failed:
        return 2
    if order.exit_zero or order.add_baseline:
        return 0
    return 1 if tally.worst >= here.fail_on.rank or (order.diff and tally.applied) else 0


def show(order: Order, worker: Worker, here: Settings) -> int:
    """Print what is read of each file."""
    from scribal.show import shown

    for file in [standard_input(order, worker)] if STDIN in order.paths else files(order, here):
        if isinstance(file, Path):
            for document in worker.documents(file):
                print("\n".join(shown(document)))
    return 0


def catalog(config: Path | None = None) -> Sequence[Rule]:
    """Return all rules, those of the settings' own folders included."""
    settings = settings_for(Path("scribal").absolute(), config)
    return load(settings.rule_paths, settings.rules, settings.where)
