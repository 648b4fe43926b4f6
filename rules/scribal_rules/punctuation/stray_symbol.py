"""A symbol that hangs on the end of a word."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, expression, replace

_SYMBOL = expression(
    r"(?<= [\p{L}\p{M}]{2} | \b[aI] | \p{N}{2} | \p{L}, ) (?P<symbol> [~^@] | (?<! \b\p{Lu}\p{L}* ) _ ) (?= [ \xa0] [\p{L}\p{N}] )",
    regex.VERBOSE,
)


class StraySymbol(Rule):
    """An underscore, a tilde, a caret or an at-sign at the end of a word is left of markup or of a slip.

    In pairs such symbols stress or strike; in a name they are meant; a text with many means them, as
    reStructuredText does in its links.
    """

    summary = "A symbol hangs on the end of a word."
    message = "“{symbol}” hangs on the end of “{word}”"
    patterns = (r"[\p{L}\p{M}\p{N},][_~^@][ \xa0][\p{L}\p{N}]",)
    bad = [
        Bad("The town⟦_⟧ is old.", "The town is old."),
        Bad("A point⟦^⟧ more, and a⟦~⟧ ship.", "A point more, and a ship."),
        Bad("Город⟦@⟧ стоит здесь.", "Город стоит здесь."),
        Bad("The *town*,⟦_⟧ an old one.", "The *town*, an old one.", media="text/markdown"),
    ]
    good = [
        "The _old_ town is ~late~ now.",
        "The constant MAX_SIZE_ is set, and __init__ runs.",
        "See rust_ and perl_ and ruby_ there.",
        "Names begin with VEN_ or From_ here.",
        "The terms x^ y and ~ z.",
    ]

    MOST = 2

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [
            match
            for zone in view.zones_of(hits)
            for match in _SYMBOL.finditer(view.text, zone.start, zone.end)
        ]
        if len(found) > self.MOST:
            return
        for match in found:
            zone = view.zone_at(match.start())
            word = regex.compile(r"(?r)\S*+").match(view.text, zone.start if zone else 0, match.start())
            before = view.text[zone.start if zone else 0 : match.start()]
            if match["symbol"] in before:
                continue
            fix = replace(*match.span(), "", Safety.UNSAFE)
            yield self.finding(*match.span(), fix, symbol=match["symbol"], word=word[0] if word else "")
