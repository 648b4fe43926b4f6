"""The report in numbers: how many findings each rule has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from scribal.finding import Diagnostic
from scribal.write.look import Look
from scribal.write.summary import Summary


def write_statistics(diagnostics: Iterable[Diagnostic], out: TextIO, look: Look, summary: Summary) -> None:
    """Write a line for each rule, the most frequent first; ``[*]`` marks rules with a safe fix."""
    for _ in summary.counting(diagnostics):
        pass
    counts = sorted(summary.rules.items(), key=lambda count: (-count[1], count[0]))
    width = len(str(counts[0][1])) if counts else 0
    for rule, number in counts:
        mark = "[*]" if rule in summary.safe_rules else "[ ]"
        out.write(f"{number:>{width}} {mark} {look.paint('rule', rule)}\n")
    if not look.quiet:
        out.write(f"{look.paint('bold', summary.sentence())}\n")
