"""What one process does with a batch of records that are to be repaired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scribal.clean.plan import Plan
from scribal.corpus.compare import Compared
from scribal.finding import Diagnostic, Repair, Safety
from scribal.fix import Applied, mend
from scribal.read.record import Fault, Record
from scribal.selection import family_of
from scribal.settings import Settings
from scribal.work import Desk, Worker, is_failure, told


class Cleaned(NamedTuple):
    """What came of one record."""

    text: str | None = None
    """Its new text; None where it stays."""
    dropped: str | None = None
    """The rule because of which it is left out."""
    rounds: tuple[tuple[Applied, ...], ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """What could not be read or checked."""


class Cleaner:
    """Repairs records."""

    def __init__(self, worker: Worker, plan: Plan) -> None:
        self.worker = worker
        self.drop = frozenset(plan.drop)
        self.least = Safety.UNSAFE if plan.order.unsafe_fixes else Safety.SAFE

    def clean(
        self, path: Path, readings: Iterable[Record | Fault], compared: Mapping[int, Compared]
    ) -> list[Cleaned]:
        """Return what comes of each record of a batch, given what comparison has found in which of them."""
        settings = self.worker.settings(path)
        desk = self.worker.desk(settings)
        cleaned, number = [], 0
        for reading in readings:
            if isinstance(reading, Fault):
                cleaned.append(Cleaned(faults=(told(reading),)))
            else:
                cleaned.append(self.one(reading, desk, settings, compared.get(number, ())))
                number += 1
        return cleaned

    def one(self, record: Record, desk: Desk, settings: Settings, compared: Compared) -> Cleaned:
        """Return what comes of one record: one in which a rule failed stays as it is."""
        worker = self.worker
        document = worker.weave(record, record.source, settings)
        found = worker.said(document, desk, compared)
        failures = tuple(filter(is_failure, found))
        if failures:
            return Cleaned(faults=failures)
        if reason := self.reason(found):
            return Cleaned(dropped=reason)
        if not record.whole or not any(fix.safety >= self.least for fix in offered(found)):
            return Cleaned()
        mended = mend(
            document,
            lambda other: worker.said(other, desk, compared if other is document else ()),
            lambda source: worker.weave(record, source, settings),
            self.least,
        )
        source = mended.document.source
        return Cleaned(source, rounds=mended.rounds) if source != record.source else Cleaned()

    def reason(self, found: Sequence[Diagnostic]) -> str | None:
        """Return the rule because of which a record is dropped, if one of them found something."""
        rules = (rule for diagnostic in found for rule in rules_of(diagnostic))
        return next((rule for rule in rules if not self.drop.isdisjoint((rule, family_of(rule)))), None)


def rules_of(diagnostic: Diagnostic) -> list[str]:
    """Return the rule of a diagnostic, and those that it speaks for."""
    return [diagnostic.rule, *(echo.rule for echo in diagnostic.also)]


def offered(found: Iterable[Diagnostic]) -> Iterator[Repair]:
    """Yield every fix that is offered."""
    for diagnostic in found:
        yield from diagnostic.fixes
        for echo in diagnostic.also:
            yield from echo.fixes
