"""What may be an entry of a menu: a short line without a mark, of words that no paragraph has."""

from __future__ import annotations

from functools import cached_property

import regex

from scribal.text import View

LONGEST = 40
"""An entry has at most so many code points."""

WORDS = 5
"""And so many words."""

PROSE = 80
"""A line of so many code points is a paragraph."""

_ENTRY = regex.compile(r"[^\p{L}\p{N}.!?:;,…]{0,4}+[\p{L}\p{N}][^.!?:;,…。！？\"”’»]*+")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]{3,}+")


class Entries:
    """The lines of a view that may be entries of a menu; the title of a text has words of its paragraphs."""

    def __init__(self, view: View) -> None:
        self.view = view

    def holds(self, index: int) -> bool:
        """Return whether the zone of an index may be an entry."""
        zone = self.view.zones[index]
        line = self.view[zone].strip()
        if zone.kind != "paragraph" or len(line) > LONGEST or not _ENTRY.fullmatch(line):
            return False
        return len(line.split()) <= WORDS and self.prose.isdisjoint(_WORD.findall(line.casefold()))

    @cached_property
    def prose(self) -> frozenset[str]:
        """The longer words of the paragraphs, folded."""
        text = self.view.text
        paragraphs = (
            text[zone.start : zone.end] for zone in self.view.zones if zone.end - zone.start >= PROSE
        )
        return frozenset(word for paragraph in paragraphs for word in _WORD.findall(paragraph.casefold()))
