"""From paths to an exit code: what is read, who reads it, what is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from scribal.baseline import Baseline
from scribal.catalog import load
from scribal.error import UserError
from scribal.finding import Diagnostic, Severity
from scribal.hush import Allowance
from scribal.markup import MEDIA
from scribal.order import Order
from scribal.pool import outcomes
from scribal.read.jsonl import SUFFIXES, is_records
from scribal.read.walk import Wanted, walk
from scribal.rule import Rule
from scribal.settings import Settings, settings_for
from scribal.work import Outcome, Worker
from scribal.write.formats import WRITERS
from scribal.write.look import Look, look_for
from scribal.write.summary import Summary, plural

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
    output: str | None = None
    used: set[Allowance] = field(default_factory=set)

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
    worker = Worker(order)
    here = worker.settings(order.stdin_filename or STDIN)
    if order.show_view:
        return show(order, worker, here)
    tally, summary = Tally(), Summary()
    found = tally.weighing(remembered(order, here, tally.taking(results(order, worker, here))))
    with report(order) as out:
        look = look_for(out, order.color, quiet=order.quiet, max_per_rule=order.max_per_rule)
        if order.diff:
            for _ in summary.counting(found):
                pass
            out.write(tally.diff)
        else:
            writer = WRITERS["statistics" if order.statistics else order.output_format]
            writer(counted(found, summary, tally), out, look, summary)
    return finish(order, here, tally)
