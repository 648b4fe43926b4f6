"""Whether the lines of a text are those of prose, by FineWeb’s signals."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Severity, View

from ._filters import LANGUAGES, filters, is_corpus, lines_of

_ENDS = tuple(".!?…。！？।॥؟۔։።。”\"’'»)]")
TWICE = 0.1
"""The greatest share of characters that may stand in lines that came before."""


class FinewebLines(Rule):
    """Menus and lists that an extractor took for text have lines that are short, end in no mark and come twice.

    The signals that FineWeb added to Gopher’s and C4’s (Penedo et al. 2024), reported one by one: the share of
    lines that end in a mark, of characters in lines that came before (a tenth, as in FineWeb-2), and of line
    breaks to words. The limits by language are those of FineWeb-2, which dropped the limit for short lines.
    """

    summary = "The lines of a record are not those of prose."
    message = "{signal}"
    severity = Severity.INFO
    preview = True
    opt_in = True
    languages = LANGUAGES
    bad = [
        Bad("Home\nNews\nSport\nWeather\nContact\nSearch", profile="corpus", language="en"),
        Bad(
            "The river rose in the night, and nobody slept.\nWas it cold that year in the old town?\n" * 2,
            profile="corpus",
            language="en",
        ),
    ]
    good = [
        Good("The river rose in the night.\nNobody in the town slept then.", profile="corpus", language="en"),
        Good("Home\nNews\nSport\nWeather\nContact\nSearch", language="en"),
    ]

    def gate(self, view: View) -> bool:
        return is_corpus(view)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if is_corpus(view) and view.language in filters():
            for signal in signals(view, lines_of(view), filters()[view.language]):
                yield self.finding(0, 0, scope="record", signal=signal)


def signals(view: View, lines: list[str], limits: dict[str, float]) -> Iterator[str]:
    """Yield what is out of the ordinary."""
    ends = sum(line.endswith(_ENDS) for line in lines) / len(lines)
    if ends < limits["ends"]:
        yield f"{ends:.0%} of the lines end in a mark"
    every = sum(map(len, lines))
    again = 1 - sum(map(len, {*lines})) / every
    if again > TWICE:
        yield f"{again:.0%} of the text stands in lines that came before"
    breaks = (len(lines) - 1) / max(len(view.words), 1)
    if breaks > limits["breaks"]:
        yield f"there are {breaks:.2f} line breaks for each word"
