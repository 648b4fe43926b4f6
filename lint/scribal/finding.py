"""What a rule finds, what may be done about it, and what is reported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

OWN = "scribal/"
"""How the ids begin under which the engine speaks for itself: of what it could not do, of suppressions."""


class Severity(StrEnum):
    """How much a finding matters; ``fail-on`` compares it."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class Safety(IntEnum):
    """How far a fix may be trusted."""

    SHOWN = 0  # an idea for a person; never applied
    UNSAFE = 1  # applied with --unsafe-fixes
    SAFE = 2  # applied with --fix: no reader could object


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points from ``start`` up to ``end`` with ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Delete every zone that ``start`` to ``end`` touches, with its markers and one run of blank lines.

    A rule says it in the offsets of its view; the engine turns it into an
    :class:`Edit` of the source.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding: all its edits, or none."""

    edits: tuple[Edit | Drop, ...]
    safety: Safety
    label: str = ""
    reshapes: bool = False
    """Whether the fix may change the document's skeleton, the kinds of its zones."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's word, in the offsets of the view that it read."""

    start: int
    end: int
    message: str
    fixes: tuple[Fix, ...] = ()
    scope: str = "span"
    """``span``, or ``document`` for a finding that has no place in the text."""
    weight: float = 1.0
    """How sure it is that a line is to go: below 1 only with its neighbours, see :mod:`scribal.gather`."""
    origin: str = ""
    """What another program calls it, where the finding is that program's."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document came from: its path, and for a record its id and its row."""

    path: str
    record: str | None = None
    row: int | str | None = None

    def __str__(self) -> str:
        if self.record is not None:
            return f"{self.path}#{self.record}"
        return self.path if self.row is None else f"{self.path}#{self.row}"


@dataclass(frozen=True, slots=True)
class Repair:
    """A fix in source offsets: edits only, in order, without overlap."""

    edits: tuple[Edit, ...]
    safety: Safety
    label: str = ""
    reshapes: bool = False


@dataclass(frozen=True, slots=True)
class Echo:
    """A finding that another one at the same place speaks for."""

    rule: str
    start: int
    end: int
    message: str
    fixes: tuple[Repair, ...] = ()
    """Its own fixes, none where the speaker supersedes it."""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """The engine's word, in source offsets; complete without its document.

    ``start`` and ``end`` are half-open code-point offsets, lines and columns
    count from 1 in code points.  A finding without a place (``scope`` other
    than ``span``) stands at 0, line 1.
    """

    place: Place
    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    context: str = ""
    """The source line that ``start`` stands in, cut to a window when it is long."""
    context_column: int = 1
    """The column of ``context``'s first code point."""
    beside: tuple[str, str] = ("", "")
    """The words before and after it in its block, by which it is known again when lines or blocks move."""
    fixes: tuple[Repair, ...] = ()
    also: tuple[Echo, ...] = ()
    scope: str = "span"
    weight: float = 1.0
    """How much it says by itself of a line that is to go."""
    marks: frozenset[str] = frozenset()
    """What it says of the whole document: ``machine-translated``."""
    origin: str = ""
    """What another program calls it, where the finding is that program's."""
