"""Mojibake that was changed again, so that nothing can decode it."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, Sees, Severity, View, expression, replace

_EDITED = expression(
    r"""
      â€ (?![œ™˜“”¢¦š¡°³º\x9d\xa0…?\ufffd]) ["']?      # a quotation mark or a dash that was made straight
    | â ["'] (?: ¢ | \x9d ) | Ã¢ (?: € | ["'] )(?![\x80-\xbf])
    """,
    regex.VERBOSE,
)
_STRIPPED = expression(
    r"(?<= (?<!\p{L}) (?: \p{L}{2,20} ) ) (?: (?<=\p{L}n) â (?=t(?!\p{L})) | â (?=(?:s|re|ve|ll)(?!\p{L})) )",
    regex.VERBOSE,
)


class LossyMojibake(Rule):
    """UTF-8 was read as another charset, and then a program straightened quotes or dropped controls.

    ``â"¢`` was a trade mark, ``â€"`` a dash, and in English ``itâs`` was “it’s”.  Only the apostrophe can be
    put back; the rest has to come from the source.
    """

    summary = "Mojibake was changed again and cannot be decoded."
    message = "“{found}” is left of a mark that was read in another charset"
    severity = Severity.ERROR
    sees = Sees.SOURCE
    patterns = ("â€", "â[\"']", "Ã¢", r"\p{Ll}â(?:s|t|re|ve|ll)")
    bad = [
        Bad('The gadget⟦â"¢⟧ is new ⟦â€"⟧ and dear.'),
        Bad(
            "The port was closed, it⟦â⟧s said, and they didn⟦â⟧t know.",
            "The port was closed, it’s said, and they didn’t know.",
            language="en",
        ),
    ]
    good = [
        Good("The pâté and the château of Bâle are not mojibake.", language="en"),
        Good("Le mât et les dégâts sont là, les bâts aussi.", language="fr"),
        Good("Atât de mult încât decât.", language="ro"),
        "Sheâ€™s here.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            for match in _EDITED.finditer(view.text, zone.start, zone.end):
                yield self.finding(*match.span(), found=match[0])
            for match in _STRIPPED.finditer(view.text, zone.start, zone.end):
                if view.language == "en":
                    start, end = match.span()
                    yield self.finding(start, end, replace(start, end, "’", Safety.UNSAFE), found=match[0])
