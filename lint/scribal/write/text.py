"""The report for people: one line a finding, and on a terminal the place in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from scribal.finding import Diagnostic
from scribal.write.look import Look
from scribal.write.printable import isolated, printable
from scribal.write.summary import Summary, plural


def write_text(diagnostics: Iterable[Diagnostic], out: TextIO, look: Look, summary: Summary) -> None:
    """Write the findings and, unless the look is quiet, a closing line."""
    shown: Counter[str] = Counter()
    for diagnostic in summary.counting(diagnostics):
        if look.max_per_rule is None or shown[diagnostic.rule] < look.max_per_rule:
            shown[diagnostic.rule] += 1
            out.write(f"{headline(diagnostic, look)}\n")
            if look.frame:
                out.write(details(diagnostic, look))
    for rule, number in sorted((summary.rules - shown).items()):
        out.write(f"{look.paint('rule', rule)}: {plural(number, 'more finding')}, not shown\n")
    if not look.quiet:
        for mark, number in sorted(summary.marks.items()):
            out.write(f"{plural(number, 'document')} marked as {mark}\n")
        out.write(f"{look.paint('bold', summary.sentence())}\n")


def headline(diagnostic: Diagnostic, look: Look) -> str:
    """Return the line that says where a finding is and what it is."""
    place, message = printable(str(diagnostic.place)), printable(diagnostic.message)
    if look.frame:
        place, message = isolated(place), isolated(message)
    where = f":{diagnostic.line}:{diagnostic.column}" if diagnostic.scope == "span" else ""
    severity = look.paint(diagnostic.severity, f"{diagnostic.severity}:")
    rule = look.paint("rule", f"[{diagnostic.rule}]")
    return f"{look.paint('bold', f'{place}{where}:')} {severity} {message} {rule}"


def details(diagnostic: Diagnostic, look: Look) -> str:
    """Return what a terminal shows below the headline."""
    from scribal.write.frame import frame  # only a terminal needs it

    return "".join(f"{line}\n" for line in frame(diagnostic, look)) + "\n"
