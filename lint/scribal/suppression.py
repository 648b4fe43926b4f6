"""Comments that ask for silence: what they say, and for which block they speak.

``<!-- scribal: ignore boilerplate/comment-form, encoding -- a reason -->`` names
rules, families, or ``all``.  Behind text, or in a cell, it speaks for that block
(a paragraph, an item, a heading, a cell); alone on a line it speaks for the next
block; ``ignore-file`` speaks for the whole document, wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import regex

from scribal.document import Document
from scribal.expression import expression
from scribal.finding import Diagnostic, Edit, Repair, Safety, Severity
from scribal.text import Span

_COMMENT = expression(
    r"""
      (?: \{%-?+ \s*+ comment \b [^%]*+ %\} | [\s{}(\[*/\#;%<!\-] )*+      # how comments open
      scribal \s*+ : \s*+
      (?P<verb> \w (?: \w | -(?!-) )*+ )?+
      (?P<names> (?: [\s,]++ \w (?: [\w/] | -(?!-) )*+ )*+ )
      [\s,]*+
      (?: (?! --|\u2013|\u2014 | \*/|\#\}|\{%|\Z ) (?P<odd> \S++ ) )?+       # neither a reason nor the end
    """,
    regex.VERBOSE | regex.IGNORECASE,
)

VERBS = ("ignore", "ignore-file")

EVERYWHERE = -1
"""The block of a comment that speaks for the whole document."""


class Suppression(NamedTuple):
    """What one comment asks for."""

    comment: Span
    verb: str
    """``ignore`` or ``ignore-file``; whatever else stands there is a mistake."""
    names: tuple[str, ...]
    """Rules, families, or ``all``."""
    block: int | None
    """The index of the zone that it speaks for, or ``EVERYWHERE``; None where there is none."""


def suppressions_of(document: Document, blocks: Blocks) -> Iterator[Suppression]:
    """Yield what the comments of a document ask for, the mistaken ones included."""
    for comment in document.prose.comments:
        if found := _COMMENT.match(document.source, *comment):
            verb, odd = found["verb"] or "", found["odd"]
            names = dict.fromkeys([*found["names"].replace(",", " ").split(), *([odd] if odd else [])])
            block = {"ignore": blocks.of(comment), "ignore-file": EVERYWHERE}.get(verb)
            yield Suppression(comment, verb, tuple(names), block)


class Blocks:
    """The zones of a document's prose as stretches of its source."""

    def __init__(self, document: Document) -> None:
        self.document = document
        prose = document.prose
        self.spans = [prose.source_span(zone.start, zone.end) for zone in prose.zones]
        self.text_starts = [span.start for span in self.spans]
        ends = [0, *(span.end for span in self.spans)]
        self.starts = [
            zone.source_start if end <= zone.source_start <= span.start else span.start
            for zone, span, end in zip(prose.zones, self.spans, ends, strict=False)
        ]

    def at(self, offset: int) -> int | None:
        """Return the index of the block that an offset of the source stands in or behind."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 else None

    def of(self, comment: Span) -> int | None:
        """Return the index of the block that a comment speaks for, None where there is none."""
        line = self._lines(comment)
        index = bisect_right(self.starts, comment.start) - 1
        if index >= 0 and self.spans[index].end > comment.end:
            return index
        if self._alone(comment, line):
            after = bisect_left(self.text_starts, comment.end)
            return after if after < len(self.spans) else None
        return next((i for i in (index, index + 1) if self._on(i, line)), None)

    def _lines(self, comment: Span) -> Span:
        """Return the span of the lines that a comment stands on."""
        first, last = (self.document.line_column(offset)[0] for offset in comment)
        return Span(self.document.line_span(first).start, self.document.line_span(last).end)

    def _alone(self, comment: Span, line: Span) -> bool:
        """Return whether only markers of quotes and lists stand beside a comment."""
        before = self.document.source[line.start : comment.start]
        after = self.document.source[comment.end : line.end]
        return not before.strip(" \t\ufeff>*+-") and not after.strip()

    def _on(self, index: int, line: Span) -> bool:
        """Return whether the text of a block reaches into some lines."""
        if not 0 <= index < len(self.spans):
            return False
        span = self.spans[index]
        return span.start <= line.end and line.start <= span.end


def complaint(
    document: Document, suppression: Suppression, rule: str, message: str, mend: bool = False
) -> Diagnostic:
    """Return the diagnostic about a comment, with the fix that deletes it where it is to be mended."""
    start, end = suppression.comment
    line, column = document.line_column(start)
    end_line, end_column = document.line_column(end)
    excerpt = document.excerpt(start, end)
    delete = Repair((Edit(*removal(document, suppression.comment), ""),), Safety.SAFE, "delete the comment")
    return Diagnostic(
        place=document.place,
        rule=rule,
        severity=Severity.WARNING,
        message=message,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=excerpt,
        context=excerpt.partition("\n")[0],
        context_column=column,
        fixes=(delete,) if mend else (),
    )


def removal(document: Document, comment: Span) -> Span:
    """Return what goes with a comment: the blanks before it, or its lines where it stands alone.

    Of the empty lines on both sides those behind it go too; between two lines of
    text an empty one stays, lest they become one block.
    """
    source = document.source
    first, last = (document.line_column(offset)[0] for offset in comment)
    line = Span(document.line_span(first).start, document.line_span(last).end)
    start = line.start + len(source[line.start : comment.start].rstrip(" \t"))
    if start > line.start or source[comment.end : line.end].strip():
        return Span(start if start > line.start else comment.start, comment.end)
    above, below = (_line(document, number) for number in (first - 1, last + 1))
    if above and below:
        return Span(line.start, line.end)
    after = last + (2 if not above and below == "" else 1)
    starts = document.line_starts
    return Span(line.start, starts[after - 1] if after <= len(starts) else len(source))


def _line(document: Document, number: int) -> str | None:
    """Return the text of a line, None where there is none."""
    inside = 0 < number <= len(document.line_starts)
    return document.source[slice(*document.line_span(number))].strip() if inside else None
