"""Where phrases may fill something: a line, what follows the last sentence of a paragraph, a sentence.

Boilerplate stands inside a paragraph too: “… he said. Read more: Ten things to know”.  A paragraph of prose
ends with a mark; where one does not, its end is looked at, and each sentence of a page without line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scribal.text import View, Zone

LONGEST = 300
"""A line or a sentence of more code points is prose."""

PAGE = 2_000
"""A line of so many code points, or one that is alone, may be a page that lost its line breaks."""

SHORTEST = 60
"""A line of fewer code points is no sentence with something behind it."""

_STOPS = frozenset(".!?。！？।؟:;,…\"'”’»“")
"""What a paragraph that ends as it should has for its last character."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,2}\s+|[。！？।؟]\s*")
_MARKS = (". ", "! ", "? ", "” ", '" ', "。")
"""Between a sentence and what is behind it; looked for one by one, which is faster than an expression."""


def inner(view: View) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each stretch inside a line that phrases may fill, in order."""
    zones, text = view.zones, view.text
    alone = len(zones) == 1
    for zone in zones if alone else [zone for zone in zones if zone[2] - zone[1] >= SHORTEST]:
        _, start, end, *_ = zone
        if alone or end - start >= PAGE:
            yield from sentences(text, zone)
        elif text[end - 1] not in _STOPS:
            at = max(text.rfind(mark, max(start, end - LONGEST), end) for mark in _MARKS)
            if at >= 0:
                yield at + 1, end


def sentences(text: str, zone: Zone) -> Iterator[tuple[int, int]]:
    """Yield each short sentence of a zone that is more than one."""
    if zone.end - zone.start < SHORTEST:
        return
    at = zone.start
    for mark in _SENTENCE_END.finditer(text, zone.start, zone.end):
        if mark.end() - at <= LONGEST:
            yield at, mark.end()
        at = mark.end()
    if zone.start < at and zone.end - at <= LONGEST:
        yield at, zone.end
