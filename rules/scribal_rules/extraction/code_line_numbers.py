"""The numbers of lines, or of pages, without the lines."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, Safety, View, drop, expression

_ROW = expression(r"1(?:[ \t|·•,]++\d{1,4}){4,}+[ \t.…|]*+")
_NUMBER = expression(r"\d{1,4}")

FEWEST = 5
"""So many numbers in a row are no list of figures."""


class CodeLineNumbers(Rule):
    """A page numbers the lines of a listing in a column of its own, its pages in a row of links, or shows a calendar.

    What a scraper makes of it is “1 2 3 4 5 …” on a line, or a number on each of many lines.
    """

    summary = "Numbers from one on stand where lines, pages or days were numbered."
    message = "the numbers 1 to {last} count lines, pages or days that do not stand here"
    patterns = (r"^1[ \t|·•,]{1,3}2[ \t|·•,]",)
    lines = ("{n}",)
    bad = [
        Bad("The river rose.\n⟦1 2 3 4 5 6 7 8⟧\nfunction", "The river rose.\nfunction"),
        Bad("Der Fluss stieg.\n⟦1\n2\n3\n4\n5\n6⟧\nEnde.", "Der Fluss stieg.\nEnde."),
    ]
    good = [
        "1 2 3 are the first numbers.",
        "1 3 5 7 9 11",
        "1\n2\n3\n",
        "5\n6\n7\n8\n9\n",
        "1 2 3 4 5 6 are the first numbers.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        done = -1
        for zone in view.zones_of(hits):
            index = view.zone_index(zone.start)
            if index <= done:
                continue
            if _ROW.fullmatch(view[zone]):
                numbers = [int(number) for number in _NUMBER.findall(view[zone])]
                last = index
            else:
                last = column(view, index)
                numbers = list(range(1, last - index + 2))
            if len(numbers) >= FEWEST and numbers == list(range(1, len(numbers) + 1)):
                done = last
                start, end = zone.start, view.zones[last].end
                yield self.finding(start, end, drop(start, end, Safety.UNSAFE), last=numbers[-1])


def column(view: View, index: int) -> int:
    """Return the index of the last line that goes on counting, each line one number."""
    wanted = 1
    while index < len(view.zones) and view[view.zones[index]] == str(wanted):
        index, wanted = index + 1, wanted + 1
    return index - 1
