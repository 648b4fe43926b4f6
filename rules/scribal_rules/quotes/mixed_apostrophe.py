"""A straight apostrophe among curly ones."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, Severity, View, expression, replace

_STRAIGHT = expression(r"(?<=\p{L})'(?=\p{L})")
_CURLY = expression(r"(?<=\p{L})’(?=\p{L})")

LEAD = 2
"""The curly apostrophes must be so many times as frequent as the straight ones."""


class MixedApostrophe(Rule):
    """Where a text was put together from several, or curled in part, straight apostrophes stay among curly ones.

    Reported only where the curly ones lead clearly.
    """

    summary = "A straight apostrophe stands in a text with curly ones."
    message = "“{found}” has a straight apostrophe, the rest of the text curly ones"
    severity = Severity.INFO
    bad = [
        Bad(
            "The city’s port, the king’s ship, the queen’s boat, the captain⟦'⟧s hat.",
            "The city’s port, the king’s ship, the queen’s boat, the captain’s hat.",
        )
    ]
    good = ["The city's port and the king’s ship.", "Don't.", "The city’s port."]

    def gate(self, view: View) -> bool:
        return "’" in view.text and "'" in view.text

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        straight = [match.start() for match in _STRAIGHT.finditer(view.text)]
        curly = view.text.count("’") and sum(1 for _ in _CURLY.finditer(view.text))
        if curly < LEAD * len(straight):
            return
        for at in straight:
            word = regex.compile(r"\p{L}++").match(view.text, at + 1)
            before = regex.compile(r"(?r)\p{L}++").match(view.text, 0, at)
            found = (before[0] if before else "") + "'" + (word[0] if word else "")
            yield self.finding(at, at + 1, replace(at, at + 1, "’", Safety.UNSAFE), found=found)
