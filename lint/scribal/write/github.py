"""Annotations for GitHub Actions: one workflow command a finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from scribal.finding import Diagnostic, Severity
from scribal.write.look import Look
from scribal.write.printable import printable
from scribal.write.summary import Summary

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def write_github(diagnostics: Iterable[Diagnostic], out: TextIO, look: Look, summary: Summary) -> None:
    """Write one command a finding."""
    for diagnostic in summary.counting(diagnostics):
        properties = ",".join(f"{name}={escape(value)}" for name, value in described(diagnostic).items())
        message = printable(diagnostic.message).translate(_IN_MESSAGE)
        out.write(f"::{LEVELS[diagnostic.severity]} {properties}::{message}\n")


def described(diagnostic: Diagnostic) -> dict[str, object]:
    """Return the properties of an annotation.

    GitHub takes columns only where a finding stands on one line.  A record's
    line is that of its file.
    """
    place = diagnostic.place
    told: dict[str, object] = {"file": place.path}
    if isinstance(place.row, int):
        told |= {"line": place.row, "endLine": place.row}
    elif place.row is None and place.record is None:
        told |= {"line": diagnostic.line, "endLine": diagnostic.end_line}
        if diagnostic.line == diagnostic.end_line and diagnostic.scope == "span":
            told |= {"col": diagnostic.column, "endColumn": diagnostic.end_column}
    return told | {"title": diagnostic.rule}


def escape(value: object) -> str:
    return printable(str(value)).translate(_IN_PROPERTY)
