"""Characters that a decoder could not read."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Sees, Severity, View

_RUN = regex.compile(r"\ufffd++")
_SPOKEN_OF = regex.compile(r"(?i)[\"'“‘«(\[「\u201e]\ufffd[\"'”’»)\]」“]|fffd|replacement character")


class ReplacementChar(Rule):
    """Where a decoder meets bytes that it cannot read it writes U+FFFD, and the letter is gone.

    What was lost can only be had from the source, so that there is no fix.  Silent where the text speaks of
    the character itself: alone between quotes or brackets, or in a line that names it.
    """

    summary = "A replacement character stands where letters were lost."
    message = "“{found}” stands where a decoder lost a letter"
    severity = Severity.ERROR
    sees = Sees.SOURCE
    patterns = ("\ufffd",)
    bad = [
        Bad("The caf⟦\ufffd⟧ on the corner closes at ten."),
        Bad("Der S⟦\ufffd\ufffd⟧den des Landes ist trocken, der N⟦\ufffd⟧rden nicht."),
        Bad("A caf⟦\ufffd⟧ and a *fianc⟦\ufffd⟧*.", media="text/markdown"),
    ]
    good = [
        "A decoder writes U+FFFD (\ufffd) for what it cannot read.",
        "If you see “\ufffd” in the title, set the charset of the page.",
        "The café on the corner closes at ten.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in hits:
            text = view.text[hit.start : hit.end]
            if not _SPOKEN_OF.search(text):
                for match in _RUN.finditer(text):
                    start, end = match.span()
                    yield self.finding(hit.start + start, hit.start + end, found=match[0])
