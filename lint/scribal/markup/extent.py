"""What goes when a zone of Markdown is dropped: whole lines, with their markers and the blank ones after."""

from __future__ import annotations

import re
from collections.abc import Container

from scribal.text import Zone

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)?+")
_BLANK_LINES = re.compile(r"(?:[ \t>]*+(?:\r\n|\r|\n))*+")


def settle(source: str, zones: list[Zone], rooted: Container[int], settled: Container[int]) -> None:
    """Give each zone, by its index, the extent that goes when it is dropped.

    The extent of a rooted zone is empty: it cannot be dropped alone.  Those that
    are settled already stay as they are.
    """
    limit = len(source)
    for index in range(len(zones) - 1, -1, -1):
        zone = zones[index]
        if index not in settled and zone.kind != "cell":
            first = line_start(source, zone.source_start)
            last = min(end_of(source, first, zone.source_end), limit)
            if index in rooted or last <= first:
                last = first
            zones[index] = zone = Zone(zone.kind, zone.start, zone.end, zone.depth, first, last, zone.linked)
        limit = min(limit, zone.source_start)


def line_start(source: str, offset: int) -> int:
    """Return where the line begins that ``offset`` stands in."""
    line = source.rfind("\n", 0, offset) + 1
    return max(source.rfind("\r", line, offset) + 1, line)


def end_of(source: str, first: int, end: int) -> int:
    """Return where the lines end that begin at ``first`` and show their last at ``end``.

    The blank lines after them go too where there are some before: those that are
    left part what remains.
    """
    line = _LINE.match(source, max(end - 1, first))
    return over_blank_lines(source, first, line.end() if line else end)


def over_blank_lines(source: str, first: int, end: int) -> int:
    """Return where lines end with the blank ones after them, if there are some before them too."""
    after = _BLANK_LINES.match(source, end) if blank_before(source, first) else None
    return after.end() if after else end


def blank_before(source: str, first: int) -> bool:
    """Return whether a line begins at ``first``, and the one before shows nothing but a quote's marker."""
    if first == 0 or source[first - 1] not in "\r\n":
        return first == 0
    end = first - 2 if source.startswith("\r\n", first - 2) else first - 1
    return not source[line_start(source, end) : end].strip(" \t>")
