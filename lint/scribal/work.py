"""What one process does with one file, or with a batch of records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scribal.document import Document
from scribal.engine import FAILURES, Engine
from scribal.error import UserError
from scribal.finding import Diagnostic, Finding, Place, Safety, Severity
from scribal.fix import mend
from scribal.hush import UNUSED, Hush
from scribal.index import load_asleep
from scribal.markup import MEDIA, Reading, document
from scribal.order import Order
from scribal.read.compression import bare, suffix_of
from scribal.read.decode import encode
from scribal.read.extract import extracted
from scribal.read.fields import Fields
from scribal.read.file import read_file
from scribal.read.record import UNDECODABLE, Fault, Record
from scribal.read.remote import Opener, opened
from scribal.read.source import is_records, read_records
from scribal.selection import selected, severities, trusted
from scribal.settings import Allowance, Settings
from scribal.settings_file import settings_for
from scribal.text import About
from scribal.write.diff import difference
from scribal.write.rewrite import UNWRITABLE, rewrite


@dataclass(slots=True)
class Outcome:
    """What came of a file or a batch: what is wrong, and what was done about it."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    applied: int = 0
    """How many fixes were made, or would be with ``--diff``."""
    diff: str = ""
    output: bytes | None = None
    """The mended text, where it came from standard input."""
    used: set[Allowance] = field(default_factory=set)
    """The allowances that hushed something."""
    failed: bool = False
    """Whether something could not be checked."""

    def take(self, diagnostics: list[Diagnostic]) -> None:
        """Add what was found, and see whether a rule failed."""
        self.diagnostics += diagnostics
        self.failed |= any(map(is_failure, diagnostics))


@dataclass(frozen=True, slots=True)
class Desk:
    """The engine and the hush for one set of settings."""

    engine: Engine
    hush: Hush


class Worker:
    """Reads files and batches of records by the settings that hold for them."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.settings_in: dict[Path, Settings] = {}
        self.desks: dict[object, Desk] = {}
        self.opener: Opener = opened

    def settings(self, path: Path) -> Settings:
        """Return the settings that hold for a path, the command line's own included."""
        folder = path.absolute().parent
        if folder not in self.settings_in:
            order = self.order
            base = Settings(root=Path.cwd()) if order.isolated else settings_for(path, order.config)
            self.settings_in[folder] = base.override(order.overrides)
        return self.settings_in[folder].for_path(path)

    def desk(self, settings: Settings) -> Desk:
        """Return the engine and the hush for some settings, made once."""
        key = settings.key
        if key not in self.desks:
            rules = load_asleep(settings.rule_paths, settings.rules, settings.where)
            on = selected(rules, settings)
            engine = Engine(on, severities(on, settings), trusted(on, settings), settings.preview)
            ids, running = [rule.id for rule in rules], [rule.id for rule in on if not rule.compares]
            hush = Hush(settings.allow, settings.words, ids, running, settings.root)
            self.desks[key] = Desk(engine, hush)
        return self.desks[key]

    def runs(self, rule: str, path: Path) -> bool:
        """Return whether a rule, given by its id, is on for a path."""
        return rule in self.desk(self.settings(path)).engine.severities

    def file(self, path: Path) -> Outcome:
        """Lint, and if asked mend, one file."""
        settings = self.settings(path)
        return self.lint(self.readings(path, settings), settings, path)

    def stdin(self, path: Path) -> Outcome:
        """Lint, and if asked mend, what came on standard input; the mended text is the outcome's output."""
        settings = self.settings(path)
        return self.lint(self.readings(path, settings), settings, None)

    def lint(self, readings: Iterable[Record | Fault], settings: Settings, path: Path | None) -> Outcome:
        """Lint, and if asked mend, what was read; ``path`` is the file to rewrite."""
        outcome, desk = Outcome(), self.desk(settings)
        for reading in readings:
            if isinstance(reading, Fault):
                outcome.diagnostics.append(told(reading))
                outcome.failed |= reading.rule != UNDECODABLE or reading.place.row is not None
            elif reading.whole and (self.order.fix or self.order.diff):
                self.mend(reading, desk, settings, outcome, path)
            else:
                reading = extracted(reading, settings.extract)
                document = self.weave(reading, reading.source, settings)
                outcome.take(self.said(document, desk))
                if self.order.fix and path is None:
                    outcome.output = encode(reading.source, reading.charset)
        outcome.used |= desk.hush.used
        return outcome

    def documents(self, path: Path) -> Iterator[Document]:
        """Yield the documents in a file, as they are read."""
        settings = self.settings(path)
        for reading in self.readings(path, settings):
            if isinstance(reading, Record):
                reading = extracted(reading, settings.extract)
                yield self.weave(reading, reading.source, settings)

    def readings(self, path: Path, settings: Settings) -> Iterator[Record | Fault]:
        """Yield the text of a file, or its records, and what could not be read.

        Raises :class:`UserError` where records, or what is compressed, were to be fixed.
        """
        about = self.about(path, settings)
        records = is_records(path, self.order.input_format)
        if (self.order.fix or self.order.diff) and (records or suffix_of(path.name)):
            what = "records are" if records else "a compressed file is"
            raise UserError(f"{path}: {what} not fixed in place; use “scribal clean --output”")
        if not records:
            return read_file(path, about, settings.encoding, self.opener)
        fields = self.fields(settings)
        return read_records(path, about, fields, self.order.input_format, self.opener)

    def fields(self, settings: Settings) -> Fields:
        """Return under which names records hold what."""
        names = (settings.text_field, settings.id_field, settings.language_field, settings.url_field)
        return Fields(*names, besides=self.order.by, longest=settings.longest_text)

    def records(self, path: Path, batch: Sequence[Record | Fault]) -> Outcome:
        """Lint a batch of one file's records."""
        return self.lint(batch, self.settings(path), None)

    def about(self, path: Path, settings: Settings) -> About:
        """Return what is known of a file before it is read."""
        media = self.order.media or MEDIA.get(Path(bare(path.name)).suffix, "text/plain")
        asked = settings.languagetool
        return About(media, settings.language, profile=self.order.profile, languagetool=asked)

    def weave(self, record: Record, source: str, settings: Settings) -> Document:
        """Return the document that a source is."""
        reading = Reading(settings.lines, settings.front_matter)
        return document(source, record.place, record.about, reading)

    def said(
        self, document: Document, desk: Desk, compared: Iterable[tuple[str, Finding]] = ()
    ) -> list[Diagnostic]:
        """Return what is said of a document: found in it or by comparison, not hushed, and merged."""
        found = desk.hush.said(document, desk.engine.diagnose(document, compared))
        return desk.engine.united(document, found)

    def mend(
        self, record: Record, desk: Desk, settings: Settings, outcome: Outcome, path: Path | None
    ) -> None:
        """Fix a text, and put it where the order says: into its file, a diff, or the outcome."""
        mended = mend(
            self.weave(record, record.source, settings),
            lambda document: self.said(document, desk),
            lambda source: self.weave(record, source, settings),
            Safety.UNSAFE if self.order.unsafe_fixes else Safety.SAFE,
        )
        source = mended.document.source
        outcome.applied += mended.applied
        if self.order.diff:
            outcome.diff += "".join(difference(record.place.path, record.source, source))
        elif fault := put(source, record, outcome, path):
            outcome.applied -= mended.applied
            outcome.failed = True
            if path is None:
                outcome.output = encode(record.source, record.charset)
            outcome.take([told(fault), *self.said(self.weave(record, record.source, settings), desk)])
            return
        outcome.take(mended.diagnostics)


def put(source: str, record: Record, outcome: Outcome, path: Path | None) -> Fault | None:
    """Put a mended text into its file, or into the outcome; return why that cannot be done, if it cannot."""
    try:
        data = encode(source, record.charset)
        if path is None:
            outcome.output = data
        elif source != record.source:
            rewrite(path, data)
    except UnicodeEncodeError as error:
        return unwritable(record.place, error, record.charset)
    except OSError as error:
        return Fault(record.place, UNWRITABLE, f"cannot be written: {error.strerror or error}")
    return None


def unwritable(place: Place, error: UnicodeEncodeError, charset: str = "") -> Fault:
    """Return the fault of a text that its charset, named as Python does unless told, has no bytes for."""
    lost = error.object[error.start : error.end]
    said = f"the fixes need “{lost}”, which {charset or error.encoding} has no bytes for"
    return Fault(place, UNWRITABLE, said)


def is_failure(diagnostic: Diagnostic) -> bool:
    """Return whether a diagnostic says that something was not checked."""
    return diagnostic.rule in FAILURES


def told(fault: Fault, severity: Severity = Severity.ERROR) -> Diagnostic:
    """Return the diagnostic that reports what could not be read."""
    record = fault.place.row is not None
    return Diagnostic(
        place=fault.place,
        rule=fault.rule,
        severity=severity,
        message=fault.message if record or fault.line == 1 else f"{fault.message} (line {fault.line})",
        start=0,
        end=0,
        line=1,
        column=1,
        end_line=1,
        end_column=1,
        excerpt="",
        scope="record" if record else "document",
    )


def unused(allowance: Allowance, settings: Settings) -> Diagnostic:
    """Return the diagnostic about an allowance that allowed nothing."""
    said = {key: getattr(allowance, key) for key in ("path", "rule", "text", "record")}
    words = ", ".join(f"{key} = “{value}”" for key, value in said.items() if value is not None)
    message = f"the allowance with {words} allowed nothing"
    return told(Fault(Place(str(settings.origin or "-")), UNUSED, message), Severity.WARNING)
