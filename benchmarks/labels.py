"""Texts with labels, and what a finding in one of them is worth.

A row of a set is ``id, lang, text, defects[{start, end, class, expected_fix}], clean``, with optional
``media``, ``keep[]`` (spans that nothing may flag), ``ignore[]`` (spans that are not scored) and
``expected_text``.  Offsets are half-open code-point offsets.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import regex

from scribal.error import UserError
from scribal.finding import Diagnostic, Edit, Repair, Safety, Severity
from scribal.fix import apply
from scribal.text import Span

LONGEST = 80
"""A finding may be this long, or three times as long as its label, and still count for it."""

_WORD = regex.compile(
    r"(?P<unspaced>[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{1,2})"
    r"|[\p{L}\p{N}](?:(?!\p{Han}|\p{Hiragana}|\p{Katakana})[\p{L}\p{M}\p{N}'’\-])*+"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A defect that somebody marked."""

    start: int
    end: int
    kind: str
    fix: str | None
    """What should stand there; None where nobody said."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text of a set."""

    name: str
    language: str | None
    media: str
    source: str
    labels: tuple[Label, ...]
    keep: tuple[Span, ...]
    ignore: tuple[Span, ...]
    clean: bool
    expected: str | None
    """What the whole text should be."""

    @property
    def whole(self) -> bool:
        """Whether it is a document rather than one paragraph."""
        return self.source.strip().count("\n") > 1

    @property
    def tongue(self) -> str:
        """Its primary language subtag, ``und`` where nobody said it."""
        return self.language.partition("-")[0].lower() if self.language else "und"

    @property
    def edited_words(self) -> int:
        """How many of its words stand where nothing may be flagged."""
        return sum(map(count_words, self.edited))

    @property
    def edited_size(self) -> int:
        """How many of its code points stand there."""
        return sum(map(len, self.edited))

    @property
    def edited(self) -> list[str]:
        """The stretches in which nothing may be flagged."""
        return [self.source] if self.clean else [self.source[span.start : span.end] for span in self.keep]


class Worth(StrEnum):
    """What a finding is."""

    FOUND = "found"
    """It points at a label."""
    FALSE = "false"
    """It stands in text that is clean, or that is to be kept."""
    OPEN = "open"
    """It stands in text about which nobody said anything."""
    NOTE = "note"
    """It stands in clean text but is for information only."""
    UNSCORED = "unscored"


def read(file: Path) -> Iterator[Labelled]:
    """Yield the texts of a set.  Raises :class:`UserError` with the line of a row that is broken."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield text_from(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UserError(f"{file}:{number}: {type(error).__name__}: {error}") from None


def text_from(row: dict[str, Any]) -> Labelled:
    """Return the text that a row describes."""
    language = row.get("lang")
    return Labelled(
        name=str(row["id"]),
        language=None if language in (None, "", "und") else language.replace("_", "-"),
        media=row.get("media", "text/plain"),
        source=row["text"],
        labels=tuple(
            Label(d["start"], d["end"], kind_of(d), d.get("expected_fix")) for d in row.get("defects", ())
        ),
        keep=tuple(Span(k["start"], k["end"]) for k in row.get("keep", ())),
        ignore=tuple(Span(i["start"], i["end"]) for i in row.get("ignore", ())),
        clean=row.get("clean") is True,
        expected=row.get("expected_text"),
    )


def kind_of(defect: dict[str, Any]) -> str:
    """Return the class of a defect; a line that was seen on one site only is a class of its own."""
    return f"{defect['class']} (once)" if defect.get("recurs", 2) < 2 else str(defect["class"])


def count_words(text: str) -> int:
    """Return the number of words; where a script has no spaces two letters count as one."""
    return sum(1 for _ in _WORD.finditer(text))


def touch(one: Span | Label | Diagnostic, other: Span | Label | Diagnostic) -> bool:
    """Return whether two spans share a code point, or an empty one lies in or at the other."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return start < end or (start == end and (one.start == one.end or other.start == other.end))


def labels_at(text: Labelled, diagnostic: Diagnostic) -> Iterator[int]:
    """Yield the index of each label that a finding counts for.

    It touches the label and is not much longer, unless it is one finding for a run of labelled lines.
    """
    if diagnostic.scope != "span":
        return
    near = [(i, label) for i, label in enumerate(text.labels) if touch(label, diagnostic)]
    covered = sum(min(label.end, diagnostic.end) - max(label.start, diagnostic.start) for _, label in near)
    for index, label in near:
        room = max(3 * (label.end - label.start), LONGEST, covered + LONGEST // 2)
        if diagnostic.end - diagnostic.start <= room:
            yield index


def worth(text: Labelled, diagnostic: Diagnostic) -> Worth:
    """Return what a finding is."""
    if next(labels_at(text, diagnostic), None) is not None:
        return Worth.FOUND
    if any(touch(span, diagnostic) for span in text.ignore):
        return Worth.UNSCORED
    if text.clean or any(touch(span, diagnostic) for span in text.keep):
        return Worth.NOTE if diagnostic.severity is Severity.INFO else Worth.FALSE
    return Worth.OPEN


def mends(text: Labelled, label: Label, repairs: Iterable[Repair]) -> bool:
    """Return whether one of some fixes gives what should stand in the place of a label.

    A fix may mend several labels at once.  Where a label is to be deleted, the blanks that it leaves
    behind do not matter.
    """
    return label.fix is not None and any(right(text, label, repair) for repair in repairs)


def right(text: Labelled, label: Label, repair: Repair) -> bool:
    """Return whether a fix gives what should stand in the place of a label, and harms nothing else."""
    if not repair.edits:
        return False
    outcome = apply(text.source, [repair])
    reach = Span(repair.edits[0].start, repair.edits[-1].end)
    mended = [one for one in text.labels if one is label or (one.fix is not None and touch(one, reach))]
    wanted = replaced(text.source, mended)
    if outcome in (wanted, text.expected):
        return True
    return not any(one.fix for one in mended) and outcome.split() == wanted.split()


def replaced(source: str, labels: Sequence[Label]) -> str:
    """Return the source with what should stand in the place of some labels, less those that overlap."""
    edits: list[Edit] = []
    for label in sorted(labels, key=lambda label: (label.start, label.end)):
        if label.fix is not None and (not edits or edits[-1].end <= label.start):
            edits.append(Edit(label.start, label.end, label.fix))
    return apply(source, [Repair(tuple(edits), Safety.SHOWN)])
