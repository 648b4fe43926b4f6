"""Plain text: a line is a paragraph, unless the text is hard-wrapped.

Scrapers write one paragraph a line without blank lines, mails and old books
wrap their paragraphs at a column.  Which of the two a document is, its own
lines tell: see :func:`common_width`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scribal.expression import expression
from scribal.text import About, Run, View, Zone

WIDEST = 100
"""No text is wrapped at more columns than this."""

NARROWEST = 40
"""A text of shorter lines is a poem, a list or a table rather than wrapped prose."""

SLACK = 15
"""How many columns before the common width a wrapped line may end."""

_BOM = "\ufeff"
_STANDS_ALONE = re.compile(
    r"""
      [>|#]                                   # a quoted line of a mail, a row of a table, a comment
    | [-*+\u2022\u2013\u2014\u00b7\u2023\u25aa\u25e6][ \t]   # a bullet, or a dash that opens speech
    | \(?(?:\d{1,3}|[A-Za-z])[.)][ \t]        # a numbered item
    | \[\d                                    # a note
    | [-=_*~]{2,}                             # a rule under a title, the mark before a signature
    """,
    re.VERBOSE,
)
_ITEM_MARKS = (".", ")")
_HEADER = re.compile(r"[A-Z][A-Za-z-]{1,30}:[ \t]")
_UNSPACED = expression("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""The scripts that write no space between words, in which a joined line break leaves none."""


def weave_plain(source: str, about: About = About(), lines: str = "auto") -> View:
    """Return the text as it is, a zone for each paragraph.

    Without indentation, joined lines or a byte order mark the view's text is the
    source itself.  ``lines`` is ``auto``, ``paragraph`` or ``wrapped``.
    """
    bom = 1 if source.startswith(_BOM) else 0
    rows = source.split("\n")
    zones, indented = _paragraphs(rows, bom)
    joined = frozenset[int]()
    if len(zones) > 1 and (lines == "wrapped" or (lines == "auto" and _may_be_wrapped(rows, len(zones)))):
        joined = _joined(source, zones, lines == "wrapped")
    if bom or joined or indented:
        return _rewoven(source, about, zones, joined)
    size = len(source)
    return View(source, (Run(0, size, 0, size, True),), zones, about)


def _paragraphs(rows: Sequence[str], at: int) -> tuple[list[Zone], bool]:
    """Return a zone for each line that is not blank, in offsets of the source, and whether one is indented.

    ``at`` is where the text begins.  This is the one loop over the lines that
    every text pays for.
    """
    new, zones, indented = tuple.__new__, list[Zone](), False
    begin = start = end = -1
    edge = at
    for row in rows if not at else (rows[0][at:], *rows[1:]):
        text = row.strip()
        if text:
            if begin >= 0:
                zones.append(new(Zone, ("paragraph", start, end, 0, begin, edge, 0)))
            begin = start = edge
            if row[0] != text[0]:
                start += len(row) - len(row.lstrip())
                indented = True
            end = start + len(text)
        edge += len(row) + 1
    if begin >= 0:
        zones.append(new(Zone, ("paragraph", start, end, 0, begin, edge - 1, 0)))
    return zones, indented


def _rewoven(source: str, about: About, zones: Sequence[Zone], joined: frozenset[int]) -> View:
    """Weave line by line: hide indentation, show a joined line break as a space.

    A run goes on over line breaks as long as the text is the source.
    """
    new, parts, runs, paragraphs = tuple.__new__, list[str](), list[Run](), list[Zone]()
    first = before = zones[0].start if zones else 0  # of the run that is open, in the source
    place = 0  # where it begins in the text

    def close(end: int) -> int:
        size = place + end - first
        parts.append(source[first:end])
        runs.append(new(Run, (place, size, first, end, True)))
        return size

    def glue(at: int, start: int, end: int, text: str) -> int:
        parts.append(text)
        runs.append(new(Run, (at, at + len(text), start, end, False)))
        return at + len(text)

    begin = edge = 0
    last = len(zones) - 1
    for index, (kind, start, end, depth, source_start, source_end, _) in enumerate(zones):
        goes_on = index in joined
        if goes_on:
            place = close(before)
            place, first = place if _glued(source, before, start) else glue(place, before, start, " "), start
        elif index and (source[before] != "\n" or start != before + 1):
            if source[before] == "\n":
                place = close(before + 1)
            else:
                breaks = source.index("\n", before)
                place = glue(close(before), breaks, breaks + 1, "\n")
            first = start
        if not goes_on:
            begin, edge = place + start - first, source_start
        before = end
        if index == last or index + 1 not in joined:
            paragraphs.append(new(Zone, (kind, begin, place + end - first, depth, edge, source_end, 0)))
    if zones:
        close(before)
    return View("".join(parts), runs, paragraphs, about)


def _glued(source: str, before: int, after: int) -> bool:
    """Return whether a joined line break leaves no space, by the letters on both sides of it."""
    return source[after] >= "\u2e80" and bool(
        _UNSPACED.match(source, before - 1) and _UNSPACED.match(source, after)
    )


def _may_be_wrapped(rows: Sequence[str], count: int) -> bool:
    """Return False at once for a text of one paragraph a line, in which one line in ten is long.

    ``count`` is how many lines are not blank.
    """
    return NARROWEST <= sorted(map(len, rows))[-1 - count // 10] <= WIDEST + 1


def _joined(source: str, zones: Sequence[Zone], wrapped: bool) -> frozenset[int]:
    """Return the indexes of the lines that go on in the paragraph of the line before."""
    joints = list(_joints(source, zones))
    if wrapped:
        return frozenset(joints)
    width = common_width(source, [(zones[i - 1], zones[i]) for i in joints])
    return frozenset(i for i in joints if width and _full(source, zones[i - 1], zones[i], width))


def _joints(source: str, zones: Sequence[Zone]) -> Iterator[int]:
    """Yield the index of each line that could go on in the paragraph of the line before.

    None does that is indented, bulleted or quoted, that follows a blank line, a
    quoted one or a rule, or that is a header of a mail among others or a line of
    its signature.
    """
    headers = False
    for index, (line, following) in enumerate(pairwise(zones), 1):
        start = following.start
        if following.source_start - line.end != 1 and source.count("\n", line.end, start) != 1:
            headers = False
            continue
        if source[start].islower() and source[start + 1 : start + 2] not in _ITEM_MARKS:
            headered = alone = False  # as nearly all lines that go on
        else:
            headered = bool(_HEADER.match(source, start) and _HEADER.match(source, line.start))
            alone = bool(_STANDS_ALONE.match(source, start))
        ruled = source[line.start] in "-=_*~" and not source[line.start : line.end].strip("-=_*~")
        headers = headers or headered or (ruled and line.end - line.start == len("--"))
        if not (headers or alone or ruled or start != following.source_start or source[line.start] in ">|"):
            yield index


def common_width(source: str, joints: Sequence[tuple[Zone, Zone]]) -> int:
    """Return the column at which a text is wrapped, 0 if it is not.

    Most lines that another one follows must end within ``SLACK`` columns of the
    width, and there because the next word had no room: in a poem it would have
    had.  And most of the lines that follow must not begin with a capital.
    """
    sizes = sorted(line.end - line.start for line, _ in joints)
    if not sizes:
        return 0
    width = sizes[(len(sizes) - 1) * 9 // 10]
    if not NARROWEST <= width <= WIDEST:
        return 0
    count = len(joints)
    near = bisect_right(sizes, width + SLACK) - bisect_left(sizes, width - SLACK)
    small = sum(not source[following.start].isupper() for _, following in joints)
    if near * 3 <= count * 2 or small * 2 <= count or (count < 3 and not small == near == count):
        return 0
    crowded = sum(
        line.end - line.start + 1 + _first_word(source, following) > width for line, following in joints
    )
    if count < 3:
        return width if crowded == count else 0
    return width if crowded * 3 > count * 2 else 0


def _full(source: str, line: Zone, following: Zone, width: int) -> bool:
    """Return whether a line ends where it does because it is full."""
    size = line.end - line.start
    return size >= width - SLACK or size + 1 + _first_word(source, following) > width


def _first_word(source: str, line: Zone) -> int:
    """Return the length of a line's first word."""
    blank = source.find(" ", line.start, line.end)
    return (line.end if blank < 0 else blank) - line.start
