"""A table of which each cell became a line."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, View

_NUMBER = regex.compile(r"[\s(+±<>~≈€$£¥-]*+\d[\d.,:/%\s()+–-]*+\p{L}{0,3}[%°]?\Z")

SHORT = 40
"""A cell has at most so many code points."""

WIDEST = 12
"""A table has at most so many columns."""

ROWS, CELLS = 4, 15
"""So many rows of one pattern, and so many cells, are no accident."""


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
        kinds = [kind(view[zone]) for zone in zones]
        at = 0
        while at < len(zones):
            width, size = pattern(kinds, at)
            if size:
                rows = size // width
                yield self.finding(
                    zones[at].start, zones[at + size - 1].end, rows=rows, columns=width, cells=size
                )
            at += size or 1


def kind(text: str) -> str:
    """Return ``1`` for a figure, ``a`` for words, nothing for a line that is no cell."""
    if len(text) > SHORT or text[-1] in ".!?;:":
        return ""
    return "1" if _NUMBER.match(text) else "a"


def pattern(kinds: list[str], at: int) -> tuple[int, int]:
    """Return how many columns a table has whose cells begin at a line, and how many cells; zeros if none does."""
    best = (0, 0)
    for width in range(2, WIDEST + 1):
        row = kinds[at : at + width]
        if len(set(row)) != 2 or "" in row or row[0] != "a" or row[-1] != "1" or is_periodic(row):
            continue
        size = width
        while kinds[at + size : at + size + width] == row:
            size += width
        if size >= max(ROWS * width, CELLS) and size > best[1]:
            best = (width, size)
    return best


def is_periodic(row: list[str]) -> bool:
    """Return whether a row is a shorter one several times over."""
    return any(len(row) % size == 0 and row == row[:size] * (len(row) // size) for size in range(1, len(row)))
