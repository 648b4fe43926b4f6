"""A line that is too long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scribal import Bad, Finding, Good, Hit, Rule, Severity, View

_LINE = "The river rose in the night, and nobody in the town slept, because the old bridge had fallen. "


class LongLine(Rule):
    """Where an extractor lost all line breaks, a whole page is one line, with its menus and captions.

    Reported of the first line of a record that is longer than any paragraph that people write.
    """

    summary = "A line is longer than any paragraph."
    message = "the line has {size} characters"
    severity = Severity.INFO
    preview = True
    bad = [
        Bad(f"The flood.\n⟦{(_LINE * 110).strip()}⟧", profile="corpus"),
        Bad("⟦水が出た。橋が落ちた。⟧", media="text/markdown", profile="corpus", options={"longest": 10}),
    ]
    good = [
        Good(_LINE * 50, profile="corpus"),
        Good(_LINE * 110),
        Good((_LINE + "\n") * 110, profile="corpus"),
    ]

    @dataclass(frozen=True)
    class Options:
        longest: int = 10_000
        """How many characters a line may have."""

    def gate(self, view: View) -> bool:
        return view.about.profile == "corpus" and len(view.text) > self.options.longest

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if self.gate(view):
            for zone in view.zones:
                if (size := zone.end - zone.start) > self.options.longest:
                    yield self.finding(zone.start, zone.end, size=f"{size:,}")
                    return
