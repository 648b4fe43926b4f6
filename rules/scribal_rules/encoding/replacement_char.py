"""Characters that a decoder could not read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scribal import Bad, Finding, Hit, Rule, Sees, Severity, View, expression

_RUN = expression(r"\ufffd++")
_SPOKEN_OF = expression(r"(?i)[\"'“‘«(\[「\u201e]\ufffd[\"'”’»)\]」“]|fffd|replacement character")


class ReplacementChar(Rule):
    """Where a decoder meets bytes that it cannot read it writes U+FFFD, and the letter is gone.

    What was lost can only be had from the source, so that there is no fix.  ``many`` of them in one text are
    one finding, for then the whole text was read in a wrong charset.  Silent where the text speaks of the
    character itself: alone between quotes or brackets, or in a line that names it.
    """

    @dataclass(frozen=True)
    class Options:
        many: int = 5
        """From how many places on one finding speaks for all."""

    summary = "A replacement character stands where letters were lost."
    message = "“{found}” stands where a decoder lost a letter{more}"
    severity = Severity.ERROR
    sees = Sees.SOURCE
    patterns = ("\ufffd",)
    bad = [
        Bad("The caf⟦\ufffd⟧ on the corner closes at ten."),
        Bad("Der S⟦\ufffd\ufffd⟧den des Landes ist trocken, der N⟦\ufffd⟧rden nicht."),
        Bad("L⟦\ufffd⟧ o\ufffd il g\ufffdle, tout est g\ufffdch\ufffd."),
        Bad("A caf⟦\ufffd⟧ and a *fianc⟦\ufffd⟧*.", media="text/markdown"),
    ]
    good = [
        "A decoder writes U+FFFD (\ufffd) for what it cannot read.",
        "If you see “\ufffd” in the title, set the charset of the page.",
        "The café on the corner closes at ten.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        places = [
            match.span()
            for zone in view.zones_of(hits)
            if not _SPOKEN_OF.search(view[zone])
            for match in _RUN.finditer(view.text, zone.start, zone.end)
        ]
        more = ""
        if len(places) >= self.options.many:
            more = f", as in {len(places) - 1} more places"
            places = places[:1]
        for start, end in places:
            yield self.finding(start, end, found=view.text[start:end], more=more)
