"""Plain text: a line is a paragraph."""

from __future__ import annotations

import re

from scribal.text import About, Run, View, Zone

_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def weave_plain(source: str, about: About = About(), lines: str = "auto") -> View:  # noqa: B008
    spans = [match.span() for match in _LINE.finditer(source)]
    edges = [start for start, _ in spans[1:]] + [len(source)]
    zones = [Zone("paragraph", start, end, 0, start, edge) for (start, end), edge in zip(spans, edges, strict=True)]
    return View(source, (Run(0, len(source), 0, len(source), True),), zones, about)
