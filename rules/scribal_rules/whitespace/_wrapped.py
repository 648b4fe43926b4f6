"""Find the paragraphs of a text that were wrapped at a column."""

import re
from collections.abc import Iterator, Sequence

from scribal import Span

from ._prose import is_prose

_LINE = re.compile(r"[^\r\n]++")

NARROWEST, WIDEST = 45, 90
"""Between how many columns a paragraph is wrapped."""

SLACK = 14
"""How many columns before the widest line a full line may end."""

FEWEST = 3
"""A paragraph of fewer lines may have been broken by hand."""

ENDS = (".", "!", "?", ":", "…", "”", '"', "»", ")")
"""How the last line of a paragraph ends."""


def lines_of(text: str) -> list[Span]:
    """Return the lines of a text that hold something, without their ends."""
    return [Span(*match.span()) for match in _LINE.finditer(text)]


def paragraphs(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, int]]:
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
        and not (
            text[following.start].isspace()
            or (text[following.start].islower() and text[line.end - 1] in ".!?")
        )
    )


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Return whether the lines of a paragraph end at the same column, most of them inside a sentence."""
    sizes = [line.end - line.start for line in lines]
    width = max(sizes)
    small = sum(text[line.start].islower() for line in lines[1:])
    return (
        sizes[-1] <= WIDEST
        and text[lines[-1].start : lines[-1].end].endswith(ENDS)
        and min(sizes[:-1]) >= width - SLACK
        and 3 * small >= 2 * (len(lines) - 1)
        and all(is_prose(text[line.start : line.end]) for line in lines)
    )
