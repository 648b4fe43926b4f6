"""Blanks at the end of a line."""

import re
from collections.abc import Iterator, Sequence

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Sees, Severity, View

_BLANKS = re.compile(r"(?<![ \t]) [\ \t]++ (?=\r?\n|\Z)", re.VERBOSE)
_HARD_BREAK = re.compile(r"(?<=\S)\ {2,}+ (?=\r?\n[ \t]*+\S)", re.VERBOSE)
"""Two spaces that break the line in Markdown, because another one follows."""


class TrailingSpace(Rule):
    """Nobody sees a blank at the end of a line, but every comparison of two versions does.

    For information only, once for a text.  The two spaces that break a line in Markdown, the mark before a
    signature in a mail, code and HTML are left alone.
    """

    summary = "A line ends with blanks."
    message = "the line ends with blanks{more}"
    severity = Severity.INFO
    sees = Sees.SOURCE
    bad = [
        Bad("The first line.⟦ \t⟧\nThe second line. ", "The first line.\nThe second line."),
        Bad("The first line.⟦ ⟧\r\n  \r\nThe second.\r\n", "The first line.\r\n\r\nThe second.\r\n"),
        Bad(
            "One line.⟦ ⟧\nAnother.  \n\nA third.\n",
            "One line.\nAnother.\n\nA third.\n",
            media="text/markdown",
        ),
    ]
    good = [
        "The first line.\nThe second line.\n",
        "Best wishes\n\n-- \nThe editors\n",
        Good("A line that is broken  \nhere.\n", media="text/markdown"),
        Good("<p>A line \nand another. </p>\n", media="text/html"),
    ]

    def gate(self, view: View) -> bool:
        text = view.text
        ends = (" \n", "\t\n", " \r\n", "\t\r\n") if "\r" in text else (" \n", "\t\n")
        return any(end in text for end in ends) or text.endswith((" ", "\t"))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media == "text/html":
            return
        places = [match.span() for match in _BLANKS.finditer(view.text) if self.useless(view, match.start())]
        if places:
            more = f", and so do {len(places) - 1} more" if places[1:] else ""
            fix = Fix(tuple(Edit(start, end, "") for start, end in places), Safety.SAFE)
            yield self.finding(*places[0], fix, more=more)

    def useless(self, view: View, start: int) -> bool:
        """Return whether the blanks at an end of a line stand in text and mean nothing."""
        zone = view.zone_at(start)
        if zone and zone.kind not in self.kinds:
            return False
        broken = view.about.media in ("text/markdown", "text/mdx") and _HARD_BREAK.match(view.text, start)
        return not (broken or view.text[max(0, start - 3) : start] in ("\n--", "--"))
