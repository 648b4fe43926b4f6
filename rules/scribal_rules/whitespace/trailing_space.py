"""Blanks at the end of a line."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, Sees, Severity, View, replace

_BLANKS = regex.compile(r"(?<![ \t]) [\ \t]++ (?=\r?\n|\Z)", regex.VERBOSE)
_HARD_BREAK = regex.compile(r"(?<=\S)\ {2,}+ (?=\r?\n[ \t]*+\S)", regex.VERBOSE)
"""Two spaces that break the line in Markdown, because another one follows."""


class TrailingSpace(Rule):
    """Nobody sees a blank at the end of a line, but every comparison of two versions does.

    For information only.  The two spaces that break a line in Markdown, the mark before a signature in a
    mail, code and HTML are left alone.
    """

    summary = "A line ends with blanks."
    message = "the line ends with blanks"
    severity = Severity.INFO
    sees = Sees.SOURCE
    bad = [
        Bad("The first line.⟦ \t⟧\nThe second line.⟦ ⟧", "The first line.\nThe second line."),
        Bad("The first line.⟦ ⟧\r\n⟦  ⟧\r\nThe second.\r\n", "The first line.\r\n\r\nThe second.\r\n"),
        Bad(
            "One line.⟦ ⟧\nAnother.⟦  ⟧\n\nA third.\n",
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
        return any(end in text for end in (" \n", "\t\n", " \r\n", "\t\r\n")) or text.endswith((" ", "\t"))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        text, media = view.text, view.about.media
        if media == "text/html":
            return
        for match in _BLANKS.finditer(text):
            start, end = match.span()
            zone = view.zone_at(start)
            if zone and zone.kind not in self.kinds:
                continue
            broken = media in ("text/markdown", "text/mdx") and _HARD_BREAK.match(text, start)
            signature = text[max(0, start - 3) : start] in ("\n--", "--")
            if not broken and not signature:
                yield self.finding(start, end, replace(start, end, "", Safety.SAFE))
