"""Carry a fix from the view that a rule read into the source.

A fix that would join zones, eat hidden source or leave an empty shell behind is
still carried, but only to be shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from scribal.document import Document
from scribal.finding import Drop, Edit, Fix, Repair, Safety
from scribal.markup import escape
from scribal.markup.extent import over_blank_lines
from scribal.text import Span, View


def carry(document: Document, view: View, fix: Fix) -> Repair:
    """Return the fix in source offsets, lowered to ``SHOWN`` where it cannot be applied as it stands."""
    safety = fix.safety
    edits: list[Edit] = []
    for edit in fix.edits:
        if isinstance(edit, Drop) or _empties(view, edit):
            dropped = deletion(document, view, edit.start, edit.end)
            if dropped is None:
                safety, dropped = Safety.SHOWN, Edit(*view.source_span(edit.start, edit.end), "")
            edits.append(dropped)
        else:
            edit = trim(view.text, edit)
            span = (
                _insertion(view, edit) if edit.start == edit.end else view.source_span(edit.start, edit.end)
            )
            if not (_in_one_zone(view, edit) and _shows_all(document, view, edit, span)):
                safety = Safety.SHOWN
            edits.append(Edit(*span, escape(medium(document, view, edit.start), edit.text)))
    edits.sort(key=lambda edit: (edit.start, edit.end))
    if any(one.end > other.start for one, other in pairwise(edits)):
        safety = Safety.SHOWN
    return Repair(tuple(edits), safety, fix.label, fix.reshapes)


def medium(document: Document, view: View, offset: int) -> str:
    """Return the medium that a text at some place of the view goes into."""
    if view is not document.prose:
        return "text/plain"
    media = document.about.media
    html = media == "text/markdown" and any(span.start <= offset <= span.end for span in view.html)
    return "text/html" if html else media


def trim(text: str, edit: Edit) -> Edit:
    """Return the edit without what it would write over itself, at most down to an insertion."""
    old, new = text[edit.start : edit.end], edit.text
    size = min(len(old), len(new))
    head = next((i for i in range(size) if old[i] != new[i]), size)
    tail = next((i for i in range(size - head) if old[-1 - i] != new[-1 - i]), size - head)
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def _insertion(view: View, edit: Edit) -> Span:
    """Return where an insertion goes: behind the code point before it, so that it stays in its word."""
    zone = view.zone_at(edit.start)
    if zone and edit.start > zone.start:
        behind = view.source_span(edit.start - 1, edit.start).end
        return Span(behind, behind)
    start = view.source_span(edit.start, edit.start).start
    return Span(start, start)


def _empties(view: View, edit: Edit) -> bool:
    """Return whether the edit deletes all that a zone of the prose shows."""
    if edit.text.strip() or edit.start == edit.end or not view.zones:
        return False
    zone = view.zones[view.zone_index(edit.start)]
    if zone.kind in SOURCE_KINDS:
        return False
    rest = view.text[zone.start : max(edit.start, zone.start)] + view.text[min(edit.end, zone.end) : zone.end]
    return not rest.strip() and bool(view[zone].strip())


_REST = re.compile(r"\s*\Z")
_BREAK = re.compile(r"[\r\n]")

SOURCE_KINDS = frozenset({"prose", "markup", "code", "url", "attribute", "front-matter", "blank"})
"""The kinds of zones of a source view, which no edit drops."""


def deletion(document: Document, view: View, start: int, end: int) -> Edit | None:
    """Return the edit that deletes zones, or None where it would leave a shell."""
    if view is not document.prose or not view.zones:
        return None
    first = view.zone_index(start)
    last = max(first, bisect_left(view.zones, end, key=lambda zone: zone.start) - 1)
    going = view.zones[first : last + 1]
    if any(zone.kind == "cell" or zone.source_start == zone.source_end for zone in going):
        return None
    source, start = document.source, going[0].source_start
    end = over_blank_lines(source, start, going[-1].source_end)
    kept = len(source[:start].rstrip(" \t\r\n")) if _REST.match(source, end) else 0
    if not kept:
        return Edit(start, end, "")
    # what stands last takes the blank lines before it along, and leaves the line break at the end of the file
    line = _BREAK.search(source, kept, start)
    ending = next((line for line in ("\r\n", "\n") if source.endswith(line)), "")
    return Edit(line.start() if line else start, len(source), ending)


def _in_one_zone(view: View, edit: Edit) -> bool:
    zone = view.zones[view.zone_index(edit.start)] if view.zones else None
    return zone is not None and zone.start <= edit.start and edit.end <= zone.end


def _shows_all(document: Document, view: View, edit: Edit, span: Span) -> bool:
    """Return whether the source behind the edit is just what the view shows of it.

    A stretch that the view shows otherwise (an entity, a soft line break) may be
    replaced as a whole; hidden markup between its ends may not.
    """
    if span.start == span.end:
        return True
    if "\ufffc" in view.text[edit.start : edit.end]:
        return False
    at, edge = edit.start, span.start
    while at < edit.end:
        run = view.run_at(at)
        run_start = run.source_start + (at - run.start) if run.verbatim else run.source_start
        if run_start != edge:
            return False
        stop = min(run.end, edit.end)
        if not run.verbatim and (at, stop) != (run.start, run.end):
            return False
        edge = run.source_start + (stop - run.start) if run.verbatim else run.source_end
        at = stop
    return edge == span.end
