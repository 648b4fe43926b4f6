"""Paragraphs that were wrapped at a column, among others that were not."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Sees, Span, View

from ._prose import is_prose

_LINE = regex.compile(r"[^\r\n]++")

NARROWEST, WIDEST = 45, 90
"""Between how many columns a paragraph is wrapped."""

SLACK = 14
"""How many columns before the widest line a full line may end."""

FEWEST = 3
"""A paragraph of fewer lines may have been broken by hand."""


class HardWrap(Rule):
    """A paragraph of a mail or a printed page was pasted, with its line breaks, into a text without any.

    Only in plain text of which most lines are paragraphs: there each line would count as one.  A text that
    is wrapped throughout is read as such and needs no report.
    """

    summary = "A paragraph is broken at a fixed column inside text that is not."
    message = "a paragraph is broken into {count} lines of at most {width} characters"
    preview = True
    sees = Sees.SOURCE
    patterns = (r"^\p{Ll}",)
    bad = [
        Bad(
            "The committee met on the first day of the month and spoke of nothing but the bridge, which everybody "
            "had seen and nobody had crossed.\n"
            "⟦A second meeting was called for the week after, since nobody\n"
            "had brought the drawings, and the engineer, who alone knew\n"
            "where they were, had taken the train to the coast.⟧\n"
            "It rained all week, and when the river had risen to the second arch the members agreed that the old "
            "bridge would have to do for one more winter.\n",
            "The committee met on the first day of the month and spoke of nothing but the bridge, which everybody "
            "had seen and nobody had crossed.\n"
            "A second meeting was called for the week after, since nobody "
            "had brought the drawings, and the engineer, who alone knew "
            "where they were, had taken the train to the coast.\n"
            "It rained all week, and when the river had risen to the second arch the members agreed that the old "
            "bridge would have to do for one more winter.\n",
        )
    ]
    good = [
        "A second meeting was called for the week after, since nobody\n"
        "had brought the drawings, and the engineer, who alone knew\n"
        "where they were, had taken the train to the coast.\n",
        Good("A long line.\nanother line\na third line\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain":
            return
        lines = [Span(*match.span()) for match in _LINE.finditer(view.text)]
        unwrapped = sum(line.end - line.start > WIDEST for line in lines)
        for first, last in _paragraphs(view.text, lines):
            inside = lines[first : last + 1]
            if unwrapped * 2 < len(lines) - len(inside) or not unwrapped:
                continue
            breaks = tuple(Edit(one.end, two.start, " ") for one, two in pairwise(inside))
            width = max(line.end - line.start for line in inside)
            fix = Fix(breaks, Safety.UNSAFE, reshapes=True)
            yield self.finding(inside[0].start, inside[-1].end, fix, count=len(inside), width=width)


def _paragraphs(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each wrapped paragraph."""
    first = 0
    for index in range(len(lines)):
        last = index + 1 == len(lines)
        if last or not _goes_on(text, lines[index], lines[index + 1]):
            if index - first + 1 >= FEWEST and _is_wrapped(text, lines[first : index + 1]):
                yield first, index
            first = index + 1


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Return whether a line is full and the next one goes on in its sentence."""
    size = line.end - line.start
    return (
        text[line.end : following.start] in ("\n", "\r\n")
        and NARROWEST <= size <= WIDEST
        and (text[following.start].islower() or text[line.end - 1] in ",;" or text[line.end - 1].islower())
        and not text[following.start].isspace()
    )


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Return whether the lines of a paragraph end at the same column, most of them inside a sentence."""
    sizes = [line.end - line.start for line in lines]
    width = max(sizes)
    small = sum(text[line.start].islower() for line in lines[1:])
    return (
        sizes[-1] <= WIDEST
        and min(sizes[:-1]) >= width - SLACK
        and 3 * small >= 2 * (len(lines) - 1)
        and all(is_prose(text[line.start : line.end]) for line in lines)
    )
