"""Reports for other programs: JSON, and JSON Lines with one finding a line.

The keys of a finding are a contract: they are added to, never renamed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from scribal.finding import Diagnostic, Echo, Edit, Place, Repair
from scribal.write.look import Look
from scribal.write.summary import Summary

VERSION = 1
"""The version of the JSON report; it grows when a key changes its meaning."""


def write_jsonl(diagnostics: Iterable[Diagnostic], out: TextIO, look: Look, summary: Summary) -> None:
    """Write one finding a line."""
    for diagnostic in summary.counting(diagnostics):
        out.write(f"{json.dumps(finding_object(diagnostic))}\n")


def write_json(diagnostics: Iterable[Diagnostic], out: TextIO, look: Look, summary: Summary) -> None:
    """Write one object; documents that findings mark, and the summary, come last: no finding is held back."""
    out.write(f'{{"version": {VERSION}, "findings": [')
    separator = "\n"
    for diagnostic in summary.counting(diagnostics):
        out.write(f"{separator}{json.dumps(finding_object(diagnostic))}")
        separator = ",\n"
    marked = json.dumps([marked_object(place, marks) for place, marks in summary.marked.items()])
    out.write(f'\n], "documents": {marked}, "summary": {json.dumps(summary_object(summary))}}}\n')


def finding_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a finding as other programs read it."""
    return {
        "path": diagnostic.place.path,
        "record": diagnostic.place.record,
        "row": diagnostic.place.row,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "start": diagnostic.start,
        "end": diagnostic.end,
        "scope": diagnostic.scope,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line,
        "end_column": diagnostic.end_column,
        "excerpt": diagnostic.excerpt,
        "origin": diagnostic.origin or None,
        "also": [echo_object(echo) for echo in diagnostic.also],
        "fixes": [fix_object(fix) for fix in diagnostic.fixes],
    }


def marked_object(place: Place, marks: Iterable[str]) -> dict[str, Any]:
    """Return what findings say of a whole document."""
    return {"path": place.path, "record": place.record, "row": place.row, "marks": sorted(marks)}


def echo_object(echo: Echo) -> dict[str, Any]:
    return {
        "rule": echo.rule,
        "start": echo.start,
        "end": echo.end,
        "message": echo.message,
        "origin": echo.origin or None,
    }


def fix_object(fix: Repair) -> dict[str, Any]:
    return {
        "label": fix.label,
        "safety": fix.safety.name.lower(),
        "edits": [edit_object(edit) for edit in fix.edits],
    }


def edit_object(edit: Edit) -> dict[str, Any]:
    return {"start": edit.start, "end": edit.end, "text": edit.text}


def summary_object(summary: Summary) -> dict[str, Any]:
    return {
        "findings": summary.findings,
        "files": len(summary.paths),
        "checked": summary.checked,
        "fixed": summary.fixed,
        "severities": {severity.value: number for severity, number in sorted(summary.severities.items())},
        "rules": dict(sorted(summary.rules.items())),
        "marks": dict(sorted(summary.marks.items())),
    }
