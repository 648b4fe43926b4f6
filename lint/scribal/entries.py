"""What may be an entry of a menu: a short line without a mark, of words that no paragraph has, or one of some
lines that stand in a page twice, once for the phone and once for the desk."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from scribal.expression import expression
from scribal.text import View

LONGEST = 40
"""An entry has at most so many code points."""

WORDS = 5
"""And so many words."""

PROSE = 80
"""A line of so many code points is a paragraph."""

TOGETHER = 3
"""So many lines in a row that stand twice are a menu; a title may stand twice alone."""

_ENTRY = expression(r"[^\p{L}\p{N}.!?:;,…]{0,4}+[\p{L}\p{N}][^.!?:;,…。！？\"”’»]*+")
_WORD = expression(r"\p{L}[\p{L}\p{M}]{3,}+")


class Entries:
    """The lines of a view that may be entries of a menu; the title of a text has words of its paragraphs."""

    def __init__(self, view: View) -> None:
        self.view = view

    def holds(self, index: int) -> bool:
        """Return whether the zone of an index may be an entry."""
        if self.view.zones[index].kind != "paragraph":
            return False
        line = self.view[self.view.zones[index]].strip()
        return self.comes_again(index) or (
            is_short(line) and self.prose.isdisjoint(_WORD.findall(line.casefold()))
        )

    def comes_again(self, index: int) -> bool:
        """Return whether the zone of an index is one of some short lines that stand in the text twice."""
        return index in self.again

    @cached_property
    def again(self) -> frozenset[int]:
        """The indices of the short lines that stand in the text twice, with the same neighbours."""
        lines = [self.view[zone].strip() for zone in self.view.zones]
        rows = [tuple(lines[at : at + TOGETHER]) for at in range(len(lines) - TOGETHER + 1)]
        twice = {row for row, times in Counter(rows).items() if times > 1 and all(map(is_short, row))}
        return frozenset(at + step for at, row in enumerate(rows) if row in twice for step in range(TOGETHER))

    @cached_property
    def prose(self) -> frozenset[str]:
        """The longer words of the paragraphs, folded."""
        text = self.view.text
        paragraphs = (
            text[zone.start : zone.end] for zone in self.view.zones if zone.end - zone.start >= PROSE
        )
        return frozenset(word for paragraph in paragraphs for word in _WORD.findall(paragraph.casefold()))


def is_short(line: str) -> bool:
    """Return whether a line is no longer than an entry, and no sentence."""
    return len(line) <= LONGEST and len(line.split()) <= WORDS and bool(_ENTRY.fullmatch(line))
