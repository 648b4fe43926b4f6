"""Mend a document: apply fixes, read it again, until nothing moves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from scribal.document import Document
from scribal.engine import FAILURES
from scribal.finding import Diagnostic, Edit, Repair, Safety, Severity
from scribal.text import Span

ROUNDS = 10
"""How often a document is read again; fixes that still move things then are left alone."""

REVERTED = "scribal/fix-reverted"
"""The id under which a fix is reported that would have changed the document's skeleton."""


class Applied(NamedTuple):
    """One edit that was made, and the rule that offered it."""

    rule: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Mended:
    """A document after its fixes, and what is still wrong with it."""

    document: Document
    diagnostics: list[Diagnostic]
    applied: int
    """How many fixes were made."""
    rounds: tuple[tuple[Applied, ...], ...] = ()
    """The edits of each round, in the offsets of the text before that round, in order."""


def mend(
    document: Document,
    lint: Callable[[Document], list[Diagnostic]],
    weave: Callable[[str], Document],
    least: Safety,
) -> Mended:
    """Apply every fix that is safe enough, at most ten rounds of them.

    A document that was not wholly checked is left as it is.  A fix that would change
    the skeleton (the kinds of the zones, less those that it drops) is not made,
    and reported instead.
    """
    applied = 0
    diagnostics = lint(document)
    reverted: list[Diagnostic] = []
    rounds: list[tuple[Applied, ...]] = []
    for _ in range(ROUNDS):
        if any(diagnostic.rule in FAILURES for diagnostic in diagnostics):
            break
        chosen = choose(diagnostics, least)
        kept, refused = sift(document, chosen, weave)
        reverted = [put_back(diagnostic) for diagnostic, _ in refused]
        if not kept:
            break
        document = weave(apply(document.source, (repair for _, repair in kept)))
        applied += len(kept)
        rounds.append(tuple(edits_of(kept)))
        diagnostics = lint(document)
    return Mended(document, [*diagnostics, *reverted], applied, tuple(rounds))


Choice = tuple[Diagnostic, Repair]


def edits_of(choices: Iterable[Choice]) -> list[Applied]:
    """Return the edits of some choices in the order of the text, each with the rule that offered it."""
    made = [
        Applied(offering(diagnostic, repair), edit) for diagnostic, repair in choices for edit in repair.edits
    ]
    return sorted(made, key=lambda one: (one.edit.start, one.edit.end))


def offering(diagnostic: Diagnostic, repair: Repair) -> str:
    """Return the rule that offered a fix: the diagnostic's own, or one for which it speaks."""
    if repair in diagnostic.fixes:
        return diagnostic.rule
    return next((echo.rule for echo in diagnostic.also if repair in echo.fixes), diagnostic.rule)


def choose(diagnostics: Iterable[Diagnostic], least: Safety) -> list[Choice]:
    """Return the first fix of each diagnostic that is safe enough and overlaps none chosen before it."""
    chosen: list[Choice] = []
    taken: list[tuple[int, int]] = []
    for diagnostic in sorted(diagnostics, key=lambda d: (d.start, -d.end)):
        for repairs in offers(diagnostic):
            repair = next((repair for repair in repairs if repair.safety >= max(least, Safety.UNSAFE)), None)
            if repair and repair.edits and all(free(taken, edit) for edit in repair.edits):
                chosen.append((diagnostic, repair))
                for edit in repair.edits:
                    insort(taken, (edit.start, edit.end))
    return chosen


def offers(diagnostic: Diagnostic) -> Iterator[tuple[Repair, ...]]:
    """Yield the fixes of a diagnostic, then those of each finding it speaks for."""
    yield diagnostic.fixes
    for echo in diagnostic.also:
        yield echo.fixes


def free(taken: Sequence[tuple[int, int]], edit: Edit) -> bool:
    """Return whether an edit touches none of the taken spans, which are in order and do not overlap."""
    place = bisect_left(taken, (edit.start, edit.end))
    return all(
        not (edit.start < end and start < edit.end) and edit.start != start
        for start, end in taken[max(place - 1, 0) : place + 1]
    )


def sift(
    document: Document, chosen: list[Choice], weave: Callable[[str], Document]
) -> tuple[list[Choice], list[Choice]]:
    """Part the choices into those that keep the skeleton and those that would change it."""
    if keeps_skeleton(document, chosen, weave):
        return chosen, []
    if len(chosen) == 1:
        return [], chosen
    middle = len(chosen) // 2
    halves = [sift(document, half, weave) for half in (chosen[:middle], chosen[middle:])]
    kept = [choice for half, _ in halves for choice in half]
    if not keeps_skeleton(document, kept, weave):
        return [], chosen
    return kept, [choice for _, half in halves for choice in half]


def keeps_skeleton(document: Document, chosen: Sequence[Choice], weave: Callable[[str], Document]) -> bool:
    """Return whether these fixes leave all zones but the dropped ones, and all else is read as before."""
    if not chosen or all(repair.reshapes for _, repair in chosen):
        return True
    edits = in_order(edit for _, repair in chosen for edit in repair.edits)
    after = weave(apply_edits(document.source, edits))
    if [zone.kind for zone in after.prose.zones] != list(remaining(document, edits)):
        return False
    written, shift = list[Span](), 0
    for edit in edits:
        start = edit.start + shift
        written.append(Span(start, start + len(edit.text)))
        shift += len(edit.text) - (edit.end - edit.start)
    edited = [Span(edit.start, edit.end) for edit in edits]
    before, now = ways_of_reading(document), ways_of_reading(after)
    if any(set(of_letters(after, now, span)) & set(b"ho") for span in written):
        return False
    return without(before, edited) == without(now, written)


def ways_of_reading(document: Document) -> bytes:
    """Return of each code point of the source if it is shown, swapped, an object, or hidden: v, s, o or h."""
    ways = bytearray(b"h" * len(document.source))
    for run in document.prose.runs:
        way = b"v" if run.verbatim else b"o" if document.prose[run] == "\ufffc" else b"s"
        ways[run.source_start : run.source_end] = way * (run.source_end - run.source_start)
    return bytes(ways)


def of_letters(document: Document, ways: bytes, span: Span) -> bytes:
    """Return how what is no blank is read in a stretch of the source."""
    text = document.source[slice(*span)]
    return bytes(way for way, char in zip(ways[slice(*span)], text, strict=True) if not char.isspace())


def without(ways: bytes, spans: Sequence[Span]) -> bytes:
    """Return how the source is read but for some stretches."""
    parts, at = list[bytes](), 0
    for start, end in spans:
        parts.append(ways[at:start])
        at = end
    return b"".join([*parts, ways[at:]])


def remaining(document: Document, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield the kind of each zone that no deletion covers as a whole."""
    view = document.prose
    gone = [edit for edit in edits if not edit.text.strip()]
    starts = [edit.start for edit in gone]
    for zone in view.zones:
        span = view.source_span(zone.start, zone.end)
        place = bisect_right(starts, span.start) - 1
        if place < 0 or gone[place].end < span.end:
            yield zone.kind


def apply(source: str, repairs: Iterable[Repair]) -> str:
    """Return the source with the edits of all repairs; they must not overlap."""
    return apply_edits(source, (edit for repair in repairs for edit in repair.edits))


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """Return the source with edits, in any order; they must not overlap."""
    parts: list[str] = []
    at = 0
    for edit in in_order(edits):
        parts += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, source[at:]])


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits from the first to the last."""
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def put_back(diagnostic: Diagnostic) -> Diagnostic:
    """Return the report on a fix that was not made."""
    return replace(
        diagnostic,
        rule=REVERTED,
        severity=Severity.WARNING,
        message=f"the fix of {diagnostic.rule} would change the structure of the document and was not made",
        fixes=(),
        also=(),
    )
