"""A table of which each cell became a line."""

import re
from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, View, Zone, expression

_NUMBER = expression(r"[\s(+±<>~≈€$£¥-]*+\d[\d.,:/%\s()+–-]*+\p{L}{0,3}[%°]?\Z")

SHORT = 40
"""A cell has at most so many code points."""

WIDEST = 12
"""A table has at most so many columns."""

ROWS, CELLS = 4, 15
"""So many rows of one pattern, and so many cells, are no accident."""

_ROWS = re.compile(rf"(a[a1]{{0,{WIDEST - 2}}}1)\1{{{ROWS - 1}}}")
"""So many rows, each of words first and a figure last, among the kinds of lines; it may be periodic itself."""


class FlattenedTable(Rule):
    """A table came out of its page as a column of short lines: name, figure, figure, name, figure, figure.

    Reported where words and figures come in one order again and again.  Only in plain text, for Markdown and
    HTML have tables.
    """

    summary = "The cells of a table stand as lines below one another."
    message = "{rows} rows of a table with {columns} columns stand as {cells} lines"
    lines = ("{n}",)
    bad = [
        Bad(
            "The clubs\n⟦Turin\n34\n70\nMilan\n34\n66\nRome\n34\n61\nParma\n34\n50\nGenoa\n34\n48⟧\nNobody slept.",
        ),
        Bad("⟦Турин\n1 200\n7 %\nМилан\n3 100\n6 %\nРим\n2 800\n6 %\nПарма\n190\n5 %\nГенуя\n560\n4 %⟧\n"),
    ]
    good = [
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n",
        "The river rose in 1910.\nIt fell.\n1911\nIt rose.\n",
        "Po\n\nTiber\n\nArno\n\nAdige\n\n650\n",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain":
            return
        zones = view.zones
        for column in columns(zones):
            kinds = "".join(
                kind(view.text, start, end) for _, start, end, *_ in zones[column.start : column.stop]
            )
            rows = _ROWS.search(kinds)
            while rows:
                at = rows.start()
                width, size = pattern(kinds, at)
                if size:
                    first, last = zones[column.start + at], zones[column.start + at + size - 1]
                    yield self.finding(first.start, last.end, rows=size // width, columns=width, cells=size)
                rows = _ROWS.search(kinds, at + (size or 1))


def columns(zones: Sequence[Zone]) -> Iterator[range]:
    """Yield the runs of lines, each as short as a cell, that may be a table."""
    first = 0
    for index, (_, start, end, *_) in enumerate(zones):
        if end - start > SHORT:
            if index - first >= CELLS:
                yield range(first, index)
            first = index + 1
    if len(zones) - first >= CELLS:
        yield range(first, len(zones))


def kind(text: str, start: int, end: int) -> str:
    """Return ``1`` for a figure, ``a`` for words, ``.`` for a line that is no cell."""
    if text[end - 1] in ".!?;:":
        return "."
    return "a" if text[start].isalpha() or not _NUMBER.match(text, start, end) else "1"


def pattern(kinds: str, at: int) -> tuple[int, int]:
    """Return how many columns a table has whose cells begin at a line, and how many cells; zeros if none does."""
    best = (0, 0)
    for width in range(2, WIDEST + 1):
        row = kinds[at : at + width]
        if not (row[-1] == "1" and "." not in row) or is_periodic(row):
            continue
        size = width
        while kinds[at + size : at + size + width] == row:
            size += width
        if size >= max(ROWS * width, CELLS) and size > best[1]:
            best = (width, size)
    return best


def is_periodic(row: str) -> bool:
    """Return whether a row is a shorter one several times over."""
    return any(len(row) % size == 0 and row == row[:size] * (len(row) // size) for size in range(1, len(row)))
