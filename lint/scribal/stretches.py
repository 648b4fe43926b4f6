"""Where phrases may fill something: a line, what follows the last sentence of a paragraph, a sentence.

Boilerplate stands inside a paragraph too: “… he said. Read more: Ten things to know”.  A paragraph of prose
ends with a mark; where one does not, its end is looked at, and in a page of one line each sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scribal.text import View, Zone

LONGEST = 300
"""A line or a sentence of more code points is prose."""

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
    if len(zones) == 1:
        yield from sentences(text, zones[0])
        return
    for _, start, end, *_ in [
        zone for zone in zones if zone[2] - zone[1] >= SHORTEST and text[zone[2] - 1] not in _STOPS
    ]:
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
