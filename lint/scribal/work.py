"""What one process does with one file, or with a batch of records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from functools import cache
from pathlib import Path

from scribal.catalog import load
from scribal.document import Document
from scribal.engine import FAILED, Engine
from scribal.finding import Diagnostic, Place, Safety, Severity
from scribal.fix import mend
from scribal.hush import Allowance, Hush
from scribal.markup import MEDIA, Reading, document
from scribal.merge import merge
from scribal.order import Order
from scribal.read.decode import encode
from scribal.read.file import read_file, read_text
from scribal.read.record import Fault, Record
from scribal.selection import selected
from scribal.settings import Settings, settings_for
from scribal.text import About
from scribal.write.rewrite import rewrite


@dataclass(slots=True)
class Outcome:
    """What came of a file or a batch: what is wrong, and what was done about it."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    applied: int = 0
    """How many fixes were made, or would be with ``--diff``."""
    diff: str = ""
    output: str | None = None
    """The mended text, where it came from standard input."""
    used: set[Allowance] = field(default_factory=set)
    """The allowances that hushed something."""
    failed: bool = False
    """Whether something could not be checked."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The engine and the hush for one set of settings."""

    engine: Engine
    hush: Hush
    settings: Settings


class Worker:
    """Reads files and batches of records by the settings that hold for them."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.desk_for = cache(self._desk)

    def settings(self, path: Path) -> Settings:
        """Return the settings that hold for a path, the command line's own included."""
        order = self.order
        base = Settings() if order.isolated else settings_for(path, order.config)
        return base.override(**order.overrides).for_path(path)

    def _desk(self, settings: Settings) -> Desk:
        rules = load(settings.rule_paths, settings.rules)
        on = selected(rules, settings)
        engine = Engine(on, settings.severities(on), bool(settings.preview))
        hush = Hush(settings.allow, settings.words, frozenset(rule.id for rule in rules))
        return Desk(engine, hush, settings)

    def file(self, path: Path) -> Outcome:
        """Lint, and if asked mend, one file."""
        settings = self.settings(path)
        outcome = Outcome()
        for reading in read_file(path, self.about(path, settings), settings.encoding):
            if isinstance(reading, Fault):
                self._fault(reading, outcome)
            elif self.order.fix or self.order.diff:
                self._mend(reading, self.desk_for(settings), outcome, path)
            else:
                self._lint(reading, self.desk_for(settings), outcome)
        return outcome

    def stdin(self, data: bytes, path: Path) -> Outcome:
        """Lint, and if asked mend, what came on standard input; the mended text is the outcome's output."""
        settings = self.settings(path)
        outcome = Outcome()
        for reading in read_text(data, Place(path.as_posix()), self.about(path, settings), settings.encoding):
            if isinstance(reading, Fault):
                self._fault(reading, outcome)
            elif self.order.fix or self.order.diff:
                self._mend(reading, self.desk_for(settings), outcome, None)
            else:
                self._lint(reading, self.desk_for(settings), outcome)
        return outcome

    def records(self, path: Path, batch: Sequence[Record | Fault]) -> Outcome:
        """Lint a batch of one file's records."""
        desk = self.desk_for(self.settings(path))
        outcome = Outcome()
        for reading in batch:
            if isinstance(reading, Fault):
                self._fault(reading, outcome)
            else:
                self._lint(reading, desk, outcome)
        return outcome

    def about(self, path: Path, settings: Settings) -> About:
        """Return what is known of a file before it is read."""
        media = self.order.media or MEDIA.get(path.suffix.lower(), "text/plain")
        return About(media, settings.language_of(path))

    def weave(self, record: Record, source: str, settings: Settings) -> Document:
        """Return the document that a source is."""
        reading = Reading(settings.lines, settings.front_matter)
        return document(source, record.place, record.about, reading)

    def _lint(self, record: Record, desk: Desk, outcome: Outcome) -> None:
        self._take(self._said(self.weave(record, record.source, desk.settings), desk, outcome), desk, outcome)

    def _said(self, document: Document, desk: Desk, outcome: Outcome) -> list[Diagnostic]:
        found = desk.hush.said(document, desk.engine.diagnose(document))
        outcome.used |= desk.hush.used
        return merge(found, desk.engine.supersedes)

    def _take(self, diagnostics: list[Diagnostic], desk: Desk, outcome: Outcome) -> None:
        outcome.failed |= any(diagnostic.rule == FAILED for diagnostic in diagnostics)
        outcome.diagnostics += diagnostics

    def _mend(self, record: Record, desk: Desk, outcome: Outcome, path: Path | None) -> None:
        if not record.whole:
            return self._lint(record, desk, outcome)
        mended = mend(
            self.weave(record, record.source, desk.settings),
            lambda document: self._said(document, desk, outcome),
            lambda source: self.weave(record, source, desk.settings),
            Safety.UNSAFE if self.order.unsafe_fixes else Safety.SAFE,
        )
        source = mended.document.source
        outcome.applied += mended.applied
        if self.order.diff:
            outcome.diff += "".join(difference(record.place.path, record.source, source))
        elif path is None:
            outcome.output = source
        elif source != record.source:
            rewrite(path, encode(source, record.charset))
        return self._take(mended.diagnostics, desk, outcome)

    def _fault(self, fault: Fault, outcome: Outcome) -> None:
        outcome.diagnostics.append(told(fault))


def told(fault: Fault) -> Diagnostic:
    """Return the diagnostic that reports what could not be read."""
    record = fault.place.row is not None
    return Diagnostic(
        place=fault.place,
        rule=fault.rule,
        severity=Severity.ERROR,
        message=fault.message if record else f"{fault.message} (line {fault.line})",
        start=0,
        end=0,
        line=1,
        column=1,
        end_line=1,
        end_column=1,
        excerpt="",
        scope="record" if record else "document",
    )


def difference(path: str, old: str, new: str) -> Iterator[str]:
    """Yield the lines of the unified diff of a file."""
    lines = unified_diff(old.splitlines(True), new.splitlines(True), f"a/{path}", f"b/{path}")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
