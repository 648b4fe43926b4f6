"""Diagnostics as the engine would give them, and what is written of them."""

from __future__ import annotations

import io

from scribal.finding import Diagnostic, Edit, Place, Repair, Safety, Severity
from scribal.write.formats import WRITERS
from scribal.write.look import Look
from scribal.write.summary import Summary

PIPE = Look(quiet=True)
SCREEN = Look(frame=True, width=60)


def found(text, start, end, *fixes, rule="x/y", severity=Severity.WARNING, path="a.md", **more):
    """Return a diagnostic as the engine would give it, with lines and columns counted here."""
    line, end_line = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    line_start, end_line_start = text.rfind("\n", 0, start) + 1, text.rfind("\n", 0, end) + 1
    context = text[line_start:].split("\n")[0]
    return Diagnostic(
        place=Place(path),
        rule=rule,
        severity=severity,
        message="odd",
        start=start,
        end=end,
        line=line,
        column=start - line_start + 1,
        end_line=end_line,
        end_column=end - end_line_start + 1,
        excerpt=text[start:end],
        context=context,
        fixes=fixes,
        **more,
    )


def fix(start, end, text, safety=Safety.SAFE, label=""):
    return Repair((Edit(start, end, text),), safety, label)


def written(*diagnostics, look=PIPE, summary=None, name="text"):
    out = io.StringIO()
    WRITERS[name](iter(diagnostics), out, look, summary or Summary())
    return out.getvalue()
