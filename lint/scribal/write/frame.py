"""The source line of a finding with carets under the span, then what may be done.

The carets stand right where code points and columns differ: wide and combining
characters, emoji, tabs, escapes, text that runs from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, east_asian_width

import regex

from scribal.finding import Diagnostic, Edit, Repair
from scribal.write.look import Look
from scribal.write.printable import isolated, printable, quoted

TAB = "    "
"""What a tab is shown as: where it ends depends on the terminal."""

EDITS = 3
"""How many edits of a fix are shown."""

LEAST = 20
"""The least columns that a line gets, however narrow the terminal is."""

_CLUSTER = regex.compile(r"\X")


class Cell(NamedTuple):
    """A grapheme cluster of the line: where it stands in the text and where on the screen."""

    start: int
    end: int
    shown: str
    column: int
    width: int


def frame(diagnostic: Diagnostic, look: Look) -> Iterator[str]:
    """Yield the lines that a terminal shows below the headline of a finding."""
    number = str(diagnostic.line)
    margin = " " * len(number)
    bar, equals = look.paint("gutter", "|"), look.paint("gutter", "=")
    if diagnostic.scope == "span":
        line, carets = pointed(diagnostic, max(look.width - len(number) - 4, LEAST))
        yield f"{margin} {bar}"
        yield f"{look.paint('gutter', number)} {bar} {line}"
        indent = " " * (len(carets) - len(carets.lstrip()))
        yield f"{margin} {bar} {indent}{look.paint(diagnostic.severity, carets.lstrip())}"
    for fix in diagnostic.fixes:
        name = look.paint("fix", f"fix ({fix.safety.name.lower()})")
        yield f"{margin} {equals} {name}: {told(diagnostic, fix)}"
    for echo in diagnostic.also:
        rule = look.paint("rule", f"[{echo.rule}]")
        yield f"{margin} {equals} also: {isolated(printable(echo.message))} {rule}"


def pointed(diagnostic: Diagnostic, width: int) -> tuple[str, str]:
    """Return the line, in ``width`` columns and one for an ellipsis, and the carets below it."""
    start = diagnostic.column - diagnostic.context_column
    end = start + diagnostic.end - diagnostic.start
    cells = list(laid_out(diagnostic.context))
    size, total = len(diagnostic.context), sum(cell.width for cell in cells)
    first = next((cell for cell in cells if start < cell.end), Cell(size, size, "", total, 0))
    head, visible, tail = window(cells, first.column, total, width)
    if diagnostic.context_column > 1:
        head = "…"
    before = [cell for cell in visible if cell.start < first.start]
    marked = [cell for cell in visible if cell.start < end and start < cell.end]
    after = visible[len(before) + len(marked) :]
    indent = " " * (len(head) + sum(cell.width for cell in before))
    carets = "^" * max(sum(cell.width for cell in marked), 1)
    more = "…" if end > (marked[-1].end if marked else start) else ""
    return f"{head}{joined(before)}{joined(marked)}{joined(after)}{tail}", f"{indent}{carets}{more}"


def laid_out(line: str) -> Iterator[Cell]:
    """Yield the cells of a line from left to right."""
    column = 0
    for match in _CLUSTER.finditer(line):
        shown = TAB if match[0] == "\t" else printable(match[0])
        width = sum(columns(cluster) for cluster in _CLUSTER.findall(shown))
        yield Cell(match.start(), match.end(), shown, column, width)
        column += width


def columns(cluster: str) -> int:
    """Return how many columns a terminal gives to a grapheme cluster."""
    if east_asian_width(cluster[0]) in "WF" or "\N{VARIATION SELECTOR-16}" in cluster:
        return 2
    return sum(category(character) not in ("Mn", "Me", "Cf") for character in cluster)


def window(cells: Sequence[Cell], at: int, total: int, width: int) -> tuple[str, Sequence[Cell], str]:
    """Return the cells that fit around column ``at``, and an ellipsis for each end that was cut."""
    if total <= width:
        return "", cells, ""
    room = width - 2
    begin = max(0, min(at - room // 3, total - room))
    end = begin + room
    visible = [cell for cell in cells if begin <= cell.column and cell.column + cell.width <= end]
    return "…" if begin else "", visible, "…" if end < total else ""


def joined(cells: Sequence[Cell]) -> str:
    return isolated("".join(cell.shown for cell in cells))


def told(diagnostic: Diagnostic, fix: Repair) -> str:
    """Return what a fix does, in words."""
    if fix.label and all(drops(diagnostic, edit) for edit in fix.edits):
        return isolated(printable(fix.label))
    deeds = [deed(diagnostic, edit) for edit in fix.edits[:EDITS]]
    if len(fix.edits) > EDITS:
        deeds.append(f"and {len(fix.edits) - EDITS} more")
    return ": ".join(part for part in (isolated(printable(fix.label)), ", ".join(deeds)) if part)


def deed(diagnostic: Diagnostic, edit: Edit) -> str:
    """Return what an edit does; the old text is named where the diagnostic holds it."""
    old = held(diagnostic, edit)
    if edit.start == edit.end:
        return f"insert {quoted(edit.text)}"
    if drops(diagnostic, edit):
        return "delete the block"
    if not edit.text:
        return f"delete {quoted(old) if old else f'{edit.end - edit.start} characters'}"
    return f"{quoted(old)} -> {quoted(edit.text)}" if old else f"put {quoted(edit.text)}"


def drops(diagnostic: Diagnostic, edit: Edit) -> bool:
    """Return whether an edit deletes the whole block of a finding, with the line break behind it."""
    around = edit.start <= diagnostic.start and diagnostic.end <= edit.end
    return around and not edit.text.strip() and held(diagnostic, edit) is None


def held(diagnostic: Diagnostic, edit: Edit) -> str | None:
    """Return the source between the ends of an edit, if the context or the excerpt holds it."""
    context_start = diagnostic.start - (diagnostic.column - diagnostic.context_column)
    for start, text in ((context_start, diagnostic.context), (diagnostic.start, diagnostic.excerpt)):
        if start <= edit.start and edit.end <= start + len(text):
            return text[edit.start - start : edit.end - start]
    return None
