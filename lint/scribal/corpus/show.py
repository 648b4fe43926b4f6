"""The report on a corpus: for people, for machines, as a page."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from scribal.corpus.counts import Counts
from scribal.corpus.plan import Plan
from scribal.corpus.report import WORDS, Report
from scribal.write.look import Look, look_for
from scribal.write.printable import printable
from scribal.write.summary import many
from scribal.write.whole import whole

WIDEST = 48
"""How many columns a name may take in a table."""


def show(report: Report, plan: Plan) -> None:
    """Write the report where the plan says."""
    if plan.report is not None:
        from scribal.corpus.page import page

        with whole(plan.report) as file:
            file.write(page(report).encode("utf-8", "backslashreplace"))
    text = written(report, plan, sys.stdout)
    if plan.output_file is not None:
        with whole(plan.output_file) as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    else:
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        sys.stdout.write(text)


def written(report: Report, plan: Plan, out: TextIO) -> str:
    """Return the report in the format of the plan."""
    if plan.output_format == "json":
        return json.dumps(report.to_json(), indent=1) + "\n"
    look = look_for(out, "never" if plan.output_file else plan.order.color)
    return "\n".join(lines(report, plan, look)) + "\n"


def lines(report: Report, plan: Plan, look: Look) -> Iterator[str]:
    """Yield the lines of the report for people."""
    yield from head(report, look)
    if rules := report.rules():
        yield ""
        yield from table(report, "family", report.families(), look)
        yield ""
        yield from table(report, "rule", rules[: plan.top], look)
        if len(rules) > plan.top:
            yield f"… and {many(len(rules) - plan.top, 'rule')} more"
    for by in plan.by:
        yield from grouped(report, by, plan.top, look)
    yield from faults(report, plan.top, look)
    yield from gates(report, look)


def head(report: Report, look: Look) -> Iterator[str]:
    """Yield what was read and how much of it has something wrong."""
    total = report.survey.total
    read = f"{many(total.records, 'record')}, {many(total.words, 'word')}"
    if report.population is not None:
        read += f" (drawn from {report.population:,} with seed {report.plan.seed})"
    yield look.paint("bold", read)
    row = report.row("all")
    yield (
        f"{many(row['findings'], 'finding')} in {many(row['hit'], 'record')} "
        f"({percent(row['share'])} of them), {rate(row['per_10k_words'])} per {WORDS:,} words"
    )


def table(report: Report, title: str, names: Sequence[str], look: Look) -> Iterator[str]:
    """Yield the lines of a table of rules or families."""
    rows = [
        (
            name,
            f"{row['findings']:,}",
            f"{row['hit']:,}",
            percent(row["share"]),
            rate(row["per_10k_words"]),
        )
        for name in names
        for row in [report.row(name)]
    ]
    yield from laid_out((title, "findings", "records", "share", "per 10k words"), rows, look)


def grouped(report: Report, by: str, top: int, look: Look) -> Iterator[str]:
    """Yield the lines about the groups of a field: the worst first."""
    groups = report.groups(by)
    if len(groups) < 2:
        return
    yield ""
    rows = [
        (
            printable(value),
            f"{counts.records:,}",
            percent(row["share"]),
            rate(row["per_10k_words"]),
            worst(counts),
        )
        for value, counts in groups[:top]
        for row in [report.row("all", counts)]
    ]
    yield from laid_out((by, "records", "share", "per 10k words", "most of all"), rows, look, (0, 4))
    if len(groups) > top:
        yield f"… and {len(groups) - top:,} more"


def worst(counts: Counts) -> str:
    """Return the rule that found most in a group."""
    rules = [(number, name) for name, number in counts.findings.items() if "/" in name]
    return max(rules, default=(0, ""))[1]


def laid_out(
    titles: Sequence[str], rows: Iterable[Sequence[str]], look: Look, left: Sequence[int] = (0,)
) -> Iterator[str]:
    """Yield the lines of a table; some columns stand to the left, numbers to the right."""
    every = [titles, *([cell[:WIDEST] for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    for index, row in enumerate(every):
        cells = [
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(cells).rstrip()
        yield line if index else look.paint("bold", line)


def faults(report: Report, top: int, look: Look) -> Iterator[str]:
    """Yield the lines about what could not be read."""
    found = report.survey.faults
    if not found:
        return
    yield ""
    yield look.paint("error", f"{many(len(found), 'fault')} in what was to be read")
    for fault in found[:top]:
        yield f"{printable(str(fault.place))}: {fault.message}"
    if len(found) > top:
        yield f"… and {len(found) - top:,} more"


def gates(report: Report, look: Look) -> Iterator[str]:
    """Yield the lines about the gates that are broken."""
    if not report.breaches:
        return
    yield ""
    yield look.paint("error", many(len(report.breaches), "broken gate"))
    rows = [(breach.gate, printable(breach.group), breach.rate, breach.limit) for breach in report.breaches]
    yield from laid_out(("gate", "group", "is", "may be"), rows, look, (0, 1))


def percent(share: Mapping[str, float]) -> str:
    """Return a share with its interval."""
    if share["low"] == share["high"]:
        return f"{share['value']:.2%}"
    return f"{share['value']:.2%} ({share['low']:.2%}–{share['high']:.2%})"


def rate(numbers: Mapping[str, float]) -> str:
    """Return a rate with its interval."""
    if numbers["low"] == numbers["high"]:
        return f"{numbers['value']:.2f}"
    return f"{numbers['value']:.2f} ({numbers['low']:.2f}–{numbers['high']:.2f})"
