"""Runs of lines: what stands beside one another and is all to go is one finding with one fix.

A finding whose fix deletes a line says with its weight how sure it is.  A line
between others that are to go is surer than one alone: “Search” below “Archives”
is a menu.  So the weights of neighbouring lines are added up; a run that does
not come to 1 is not spoken of.  Some entries of a menu are the site's own: short lines without
a mark, of words that no paragraph has, belong to the menu that they stand in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from scribal.carry import deletion
from scribal.document import Document
from scribal.entries import Entries
from scribal.finding import Diagnostic, Edit, Repair, Safety
from scribal.text import View, Zone

ENOUGH = 1.0
"""The weight from which on a run is spoken of."""

EDGE = 0.5
"""What a run gains at the last line of a plain text, where footers stand; the first may be its title."""

GAP = 10
"""So many lines that no rule knows may stand between two of a menu."""

KNOWN = 5
"""A menu has so many lines that rules know."""

SHARE = 3
"""One in so many lines of a menu is such a line."""

Lines = dict[int, list[Diagnostic]]
"""What is said of each line that is to go, by the index of its zone."""


def gather(document: Document, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics with one more for each run of lines, and without those that are too slight."""
    lines = lines_that_go(document, diagnostics)
    view = document.prose
    sure = [run for run in blocks(lines, document) if len(run) > 1 and weight(view, run, lines) >= ENOUGH]
    joint = [one for run in sure if (one := as_one(document, run, lines))]
    kept = spoken_of(document, diagnostics)
    return sorted([*kept, *joint], key=lambda d: (d.start, d.end, d.rule)) if joint else kept


def spoken_of(document: Document, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics without those that are too slight where they stand."""
    if all(diagnostic.weight >= ENOUGH for diagnostic in diagnostics):
        return list(diagnostics)
    lines = lines_that_go(document, diagnostics)
    borne = {
        id(diagnostic)
        for run in blocks(lines, document)
        if weight(document.prose, run, lines) >= ENOUGH
        for index in run
        for diagnostic in lines.get(index, ())
    }
    return [d for d in diagnostics if d.weight >= ENOUGH or id(d) in borne]


def lines_that_go(document: Document, diagnostics: Sequence[Diagnostic]) -> Lines:
    """Return, by the index of its zone, what is said of each line that a fix deletes, in order."""
    going: Lines = {}
    for diagnostic in diagnostics:
        if diagnostic.fixes and diagnostic.fixes[0].safety and diagnostic.scope == "span":
            for index in deleted(document.prose, diagnostic):
                going.setdefault(index, []).append(diagnostic)
    return dict(sorted(going.items()))


def deleted(view: View, diagnostic: Diagnostic) -> range:
    """Return the zones that the first fix of a diagnostic deletes as a whole, where it does nothing else."""
    edit, *others = diagnostic.fixes[0].edits or [None]
    zones = view.zones
    if edit is None or others or edit.text.strip() or not zones:
        return range(0)
    first = max(bisect_right(zones, diagnostic.start, key=_source_start) - 1, 0)
    last = max(bisect_right(zones, max(diagnostic.end - 1, diagnostic.start), key=_source_start) - 1, first)
    shown = view.source_span(zones[first].start, zones[last].end)
    whole = edit.start <= shown.start and shown.end <= edit.end
    return range(first, last + 1) if whole else range(0)


def _source_start(zone: Zone) -> int:
    return zone.source_start


def runs(lines: Lines, document: Document) -> Iterator[range]:
    """Yield each run of zones that follow one another with at most blank lines between them."""
    first = last = -1
    for index in lines:
        if index == last + 1 and first >= 0 and adjoin(document, last):
            last = index
            continue
        if first >= 0:
            yield range(first, last + 1)
        first = last = index
    if first >= 0:
        yield range(first, last + 1)


def blocks(lines: Lines, document: Document) -> Iterator[range]:
    """Yield the runs, those of one menu as one, with the entries between them that no rule knows."""
    done = 0
    for group, entries in groups(lines, document):
        if entries and is_menu(group):
            whole = with_entries(range(group[0].start, group[-1].stop), entries, done)
            done = whole.stop
            yield whole
        else:
            yield from group


def groups(lines: Lines, document: Document) -> Iterator[tuple[list[range], Entries | None]]:
    """Yield the runs that only entries stand between together, with what tells entries if it was asked."""
    group: list[range] = []
    entries: Entries | None = None
    for run in runs(lines, document):
        gap = range(group[-1].stop, run.start) if group else range(0)
        if group and len(gap) <= GAP and document.about.media == "text/plain":
            entries = entries or Entries(document.prose)
            if all(map(entries.holds, gap)):
                group.append(run)
                continue
        yield group, entries
        group = [run]
    yield group, entries


def is_menu(group: Sequence[range]) -> bool:
    """Return whether enough of the lines that a group of runs spans are known."""
    known = sum(map(len, group))
    return len(group) > 1 and known >= KNOWN and SHARE * known >= group[-1].stop - group[0].start


def with_entries(menu: range, entries: Entries, least: int) -> range:
    """Return a menu with the lines above, down from the ``least``, and below it that come again as a menu."""
    start, stop = menu.start, menu.stop
    while start > max(least, menu.start - GAP) and entries.comes_again(start - 1):
        start -= 1
    while stop < menu.stop + GAP and entries.comes_again(stop):
        stop += 1
    return range(start, stop)


def adjoin(document: Document, index: int) -> bool:
    """Return whether nothing stands between a zone and the next one."""
    one, other = document.prose.zones[index : index + 2]
    return not document.source[one.source_end : other.source_start].strip(" \t\r\n>")


def weight(view: View, run: range, lines: Lines) -> float:
    """Return how sure it is that a run is to go."""
    known = (lines[index] for index in run if index in lines)
    edge = run.stop == len(view.zones) and view.about.media == "text/plain"
    if is_introduced(view, run) and all(d.weight < ENOUGH for index in run for d in lines.get(index, ())):
        return 0
    return sum(max(d.weight for d in said) for said in known) + EDGE * edge


def is_introduced(view: View, run: range) -> bool:
    """Return whether the line above a run ends with a colon: “The club offers:”."""
    return run.start > 0 and view[view.zones[run.start - 1]].rstrip().endswith((":", "："))


def as_one(document: Document, run: range, lines: Lines) -> Diagnostic | None:
    """Return the diagnostic that speaks for a run, None where it cannot be deleted at once."""
    view = document.prose
    edit = deletion(document, view, view.zones[run.start].start, view.zones[run.stop - 1].end)
    if edit is None:
        return None
    every = [d for index in run for d in lines.get(index, ())]
    speaker = max(every, key=lambda d: (d.weight, -d.start))
    first, last = every[0], max(every, key=lambda d: d.end)
    shown = view.source_span(view.zones[run.start].start, view.zones[run.stop - 1].end)
    start, end = min(shown.start, first.start), max(shown.end, last.end)
    line, column = document.line_column(start)
    end_line, end_column = document.line_column(end)
    sure = [d for d in every if d.weight >= ENOUGH] or every
    safety = min(d.fixes[0].safety for d in sure)
    if any(index not in lines for index in run):
        safety = min(safety, Safety.UNSAFE)
    repairs = [Repair((edit,), safety, f"delete the {len(run)} lines")]
    if safety < Safety.SAFE and (edits := safe_edits(document, run, lines)):
        repairs.append(Repair(edits, Safety.SAFE, "delete those of the lines that are safe to delete"))
    return replace(
        first,
        rule=speaker.rule,
        severity=max((d.severity for d in every), key=lambda severity: severity.rank),
        message=f"{speaker.message}; {len(run)} lines in a row are no part of the text",
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=document.excerpt(start, end),
        beside=(first.beside[0], last.beside[1]),
        fixes=tuple(repairs),
        weight=ENOUGH,
    )


def safe_edits(document: Document, run: range, lines: Lines) -> tuple[Edit, ...]:
    """Return what deletes the stretches of a run in which all that is sure is safe, and something is."""
    view = document.prose
    sure = {index: [d for d in lines.get(index, ()) if d.weight >= ENOUGH] for index in run}
    parts = groupby(
        run, key=lambda index: index in lines and all(d.fixes[0].safety == Safety.SAFE for d in sure[index])
    )
    stretches = [list(part) for safe, part in parts if safe]
    edits = [
        deletion(document, view, view.zones[part[0]].start, view.zones[part[-1]].end)
        for part in stretches
        if any(sure[index] for index in part)
    ]
    return tuple(edit for edit in edits if edit)
