"""Plain text: a line is a paragraph, unless the text is wrapped at a fixed column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scribal.text import About, Run, View, Weaver, Zone

WIDEST = 100
"""A wrapped text has no line with more code points than this: wider ones were not wrapped for a screen."""

NARROWEST = 45
"""Nor is its longest line shorter than this: verses and lists have short lines too."""

MOSTLY = 0.8
"""The share of its line breaks that stand where the next word did not fit."""

_LINE = re.compile(r"[^\n]+")
_MARKED = re.compile(r"[ \t]|[-*•·–—>#|+]|\d+[.)]|\w[\w-]*: ")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff60]")

Line = tuple[int, int]
"""Where a line's text starts and ends, without the blanks around it."""


def weave_plain(source: str, about: About = About(), lines: str = "auto") -> View:
    """Return the lines, or the paragraphs that they make up, each as a zone."""
    spans = list(text_lines(source))
    width = wrapped_width(source, spans) if lines != "paragraph" else 0
    if lines == "wrapped" and not width:
        width = max((end - start for start, end in spans), default=0)
    if not width and all(not start or source[start - 1] == "\n" for start, _ in spans):
        edges = [start for start, _ in spans[1:]] + [len(source)]
        zones = [Zone("paragraph", *span, 0, span[0], edge) for span, edge in zip(spans, edges, strict=True)]
        return View(source, (Run(0, len(source), 0, len(source), True),), zones, about)
    return weave_paragraphs(source, list(paragraphs(source, spans, width)), about)


def text_lines(source: str) -> Iterator[Line]:
    """Yield each line that has text; a byte order mark is none."""
    for match in _LINE.finditer(source):
        text = match[0].lstrip("\ufeff \t\r\f\v") if match.start() == 0 else match[0].lstrip()
        if text:
            start = match.end() - len(text)
            yield start, start + len(text.rstrip())


def wrapped_width(source: str, spans: list[Line]) -> int:
    """Return the width at which a text is wrapped, or 0 if its lines are paragraphs."""
    width = max((end - start for start, end in spans), default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    breaks = [pair for pair in zip(spans, spans[1:], strict=False) if follows(source, *pair)]
    full = sum(is_full(source, *pair, width) for pair in breaks)
    return width if breaks and full >= MOSTLY * len(breaks) else 0


def follows(source: str, line: Line, after: Line) -> bool:
    """Return whether a line stands right below another and begins as a running text does."""
    between = source[line[1] : after[0]]
    return between.count("\n") == 1 and not _MARKED.match(source, line_start(source, after))


def line_start(source: str, line: Line) -> int:
    return source.rfind("\n", 0, line[0]) + 1


def is_full(source: str, line: Line, after: Line, width: int) -> bool:
    """Return whether the first word of the next line did not fit any more."""
    word = 1 if _UNSPACED.match(source, after[0]) else len(source[slice(*after)].split(None, 1)[0]) + 1
    return line[1] - line[0] + word > width - 3


def paragraphs(source: str, spans: list[Line], width: int) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; without a width each line is one."""
    lines: list[Line] = []
    for span in spans:
        if lines and not (width and follows(source, lines[-1], span) and is_full(source, lines[-1], span, width)):
            yield lines
            lines = []
        lines.append(span)
    if lines:
        yield lines


def weave_paragraphs(source: str, found: list[list[Line]], about: About) -> View:
    """Weave paragraphs of one or more lines, without their indentation."""
    weaver = Weaver(source, about)
    edges = [line_start(source, lines[0]) for lines in found[1:]] + [len(source)]
    for lines, edge in zip(found, edges, strict=True):
        first = line_start(source, lines[0])
        if weaver.size:
            weaver.swap(first, first, "\n")
        begin, at = weaver.size, lines[0][0]
        for line in lines:
            if line[0] > at:
                weaver.swap(at, line[0], "" if _UNSPACED.match(source, line[0]) else " ")
            weaver.keep(*line)
            at = line[1]
        weaver.zones.append(Zone("paragraph", begin, weaver.size, 0, max(first, int(source[:1] == "\ufeff")), edge))
    return weaver.view()
