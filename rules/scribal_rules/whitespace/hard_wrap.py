"""Paragraphs that were wrapped at a column, among others that were not."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Sees, View

from ._wrapped import FEWEST, NARROWEST, WIDEST, lines_of, paragraphs


class HardWrap(Rule):
    """A paragraph of a mail or a printed page was pasted, with its line breaks, into a text without any.

    Only in plain text of which most lines are paragraphs: there each line would count as one.  A text that
    is wrapped throughout is read as such and needs no report.
    """

    summary = "A paragraph is broken at a fixed column inside text that is not."
    message = "a paragraph is broken into {count} lines of at most {width} characters"
    sees = Sees.SOURCE
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
        "The committee met on the first day of the month and spoke of nothing but the bridge, which everybody "
        "had seen and nobody had crossed.\n"
        "drawings of all the arches of the old bridge, by the engineer\n"
        "letters to the members of the committee, by its secretary\n"
        "a map of the road from the market to the coast, by nobody\n",
        Good("A long line.\nanother line\na third line\n", media="text/markdown"),
    ]

    def gate(self, view: View) -> bool:
        return view.about.media == "text/plain" and has_full_lines(view.text)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = view.text
        if not self.gate(view):
            return
        lines = lines_of(text)
        unwrapped = sum(line.end - line.start > WIDEST for line in lines)
        for first, last in paragraphs(text, lines):
            inside = lines[first : last + 1]
            if unwrapped * 2 < len(lines) - len(inside):
                continue
            breaks = tuple(Edit(one.end, two.start, " ") for one, two in pairwise(inside))
            width = max(line.end - line.start for line in inside)
            fix = Fix(breaks, Safety.UNSAFE, reshapes=True)
            yield self.finding(inside[0].start, inside[-1].end, fix, count=len(inside), width=width)


@lru_cache(1)
def has_full_lines(text: str) -> bool:
    """Return whether lines in a row are as long as those of a wrapped paragraph, and enough others longer."""
    sizes = [*map(len, text.split("\n"))]
    if max(sizes) <= WIDEST:
        return False
    full = groupby(NARROWEST <= size <= WIDEST + 1 for size in sizes)
    longest = max((len([*lines]) for is_full, lines in full if is_full), default=0)
    others = sum(size > 1 for size in sizes) - longest - 1
    return longest >= FEWEST - 1 and 2 * sum(size > WIDEST for size in sizes) >= others
