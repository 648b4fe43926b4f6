"""One text to lint: its place, its source, its views and its line table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, partial

from scribal.finding import Place
from scribal.text import About, Run, Sees, Span, View, Zone, fold

_BREAK = re.compile("\n")

EXCERPT = 200
"""How many code points of a finding's text a diagnostic carries."""


class Document:
    """A source beside what a reader sees of it.

    Offsets are half-open code-point offsets; lines and columns count from 1.
    Only ``\\n`` ends a line, so that a ``\\r`` counts as a column.
    """

    def __init__(self, place: Place, source: str, prose: View) -> None:
        self.place = place
        self.source = source
        self.prose = prose

    @property
    def about(self) -> About:
        return self.prose.about

    def view(self, sees: Sees) -> View:
        return self.prose if sees is Sees.PROSE else self.source_view

    @cached_property
    def source_view(self) -> View:
        """The source as it is, with zones that say what each stretch of it is."""
        return SourceView(self.source, self.prose)

    def excerpt(self, start: int, end: int) -> str:
        """Return what a diagnostic shows of a stretch of the source."""
        return self.source[start : min(end, start + EXCERPT)]

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.source))]

    def line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """Return the span of a line without its line break."""
        start = self.line_starts[line - 1]
        end = self.source.find("\n", start)
        end = len(self.source) if end < 0 else end
        return Span(start, end - 1 if end > start and self.source[end - 1] == "\r" else end)


class SourceView(View):
    """The source as it is; parted into zones where a rule asks for them."""

    def __init__(self, source: str, prose: View) -> None:
        size = len(source)
        super().__init__(
            source, (Run(0, size, 0, size, True),), partial(source_zones, source, prose), prose.about
        )
        self.prose = prose

    @cached_property
    def folded(self) -> str:
        return self.prose.folded if self.prose.text == self.text else fold(self.text)

    @cached_property
    def language(self) -> str | None:
        return self.prose.language


def read(source: str, prose: View) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the source that are read, without what stands for code or an image.

    Of a line break with the indentation after it, only the break itself is.
    """
    for start, end, source_start, source_end, verbatim in prose.runs:
        if not verbatim:
            if prose.text[start:end] == "\ufffc":
                continue
            source_end = source.find("\n", source_start, source_end) + 1 or source_end
        if source_end > source_start:
            yield source_start, source_end


def source_zones(source: str, prose: View) -> list[Zone]:
    """Part the source into prose, what the weaver named, blanks, and markup for the rest."""
    veils = [(veil.start, veil.end, veil.kind) for veil in prose.veils]
    named = sorted([*veils, *((start, end, "prose") for start, end in read(source, prose))])
    zones: list[Zone] = []
    at = 0

    def add(start: int, end: int, kind: str) -> None:
        if zones and zones[-1].kind == kind and zones[-1].end == start:
            start = zones.pop().start
        zones.append(Zone(kind, start, end, 0, start, end))

    def between(start: int, end: int) -> None:
        inner = source[start:end].strip()
        first = source.index(inner, start) if inner else end
        for edge, stop, kind in ((start, first, "blank"), (first, first + len(inner), "markup")):
            if edge < stop:
                add(edge, stop, kind)
        if inner and first + len(inner) < end:
            add(first + len(inner), end, "blank")

    for start, end, kind in named:
        if end <= at:
            continue
        between(at, max(start, at))
        add(max(start, at), end, kind)
        at = end
    between(at, len(source))
    return zones
