"""A blank between a quotation mark and what it quotes."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, expression, replace

from ._marks import Stand
from ._pairs import Pair, reading

SPACED = frozenset(("fr", "br", "oc", "co", "wa"))
"""The languages that set a blank inside quotation marks."""

_BLANKS = " \xa0\u202f"
_TIGHT = expression(r"[«»](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[«»]")
_LOOSE = expression(r"«[ \xa0\u202f]++(?=[\p{L}\p{N}])")
_MENTION = expression(r"(?:and|or|und|oder|et|ou|y|o|e|og|och|en|и|или|і|та|和|或|と)\Z", regex.IGNORECASE)
"""What stands between two marks that are mentioned."""

_WORD = expression(r"\A\W{0,3}[\p{L}\p{N}\ufffc]")


class SpaceInsideQuote(Rule):
    """A blank beside a quotation mark is left where markup was taken out, or typed by a hand that slipped.

    French sets blanks there and is left alone, as are guillemets wherever a text has them mostly with blanks.
    Of straight marks, which do not show which way they face, one must stand where it belongs; the other may
    not stand at the end of a line.
    """

    summary = "A blank stands between a quotation mark and what it quotes."
    message = "a blank stands between “{mark}” and what it quotes"
    patterns = (
        r"[“„«‘‚][ \xa0 ]{1,3}[^\p{Z}\n]",
        r"[^\p{Z}\n][ \xa0 ]{1,3}[”“»’‘]",
        r"(?:^|[ \xa0 ])\"[ \xa0 ,.;:!?)]",
    )
    bad = [
        Bad("The “⟦ ⟧old⟦ ⟧” port is shut.", "The “old” port is shut.", language="en"),
        Bad('He called it "⟦ ⟧old" and "new⟦ ⟧", twice.', 'He called it "old" and "new", twice.'),
        Bad("Die „⟦ ⟧alte⟦ ⟧“ Stadt.", "Die „alte“ Stadt.", language="de"),
        Bad("Сказала: «да» и «⟦ ⟧нет».", "Сказала: «да» и «нет».", language="ru"),
        Bad("Сказала: «⟦ ⟧нет» и ушла.", "Сказала: «нет» и ушла.", language="ru"),
        Bad("Порт «старый⟦ ⟧» закрыт.", "Порт «старый» закрыт.", language="ru"),
        Bad("港口“⟦ ⟧旧”城。", "港口“旧”城。", language="zh"),
        Bad("The “⟦ ⟧*old*” port.", "The “*old*” port.", media="text/markdown", language="en"),
    ]
    good = [
        Good("Le « vieux » port, le “ vieux ” port.", language="fr"),
        Good("Le «\xa0vieux\xa0» port."),
        Good('The marks “ and ” and the mark " stand alone.', language="en"),
        Good('A "word" is " + what is typed + " here.', language="en"),
        Good("It ends in “ . ” or in “ ”.", language="en"),
        Good('The last word is "old "', language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.language in SPACED:
            return
        for zone in view.zones_of(hits):
            found = reading(view, zone)
            uneven = {mark.glyph for mark in found.loose}
            for pair in found.pairs:
                if not any(pair.turned) and pair.open.glyph not in uneven and self.quotes(view, zone, pair):
                    yield from self.blanks(view, pair)

    def quotes(self, view: View, zone: Zone, pair: Pair) -> bool:
        """Return whether a pair quotes words rather than a mark, in a text that does so without blanks."""
        inside = view.text[pair.open.at + 1 : pair.close.at].strip()
        floating = sum(mark.stand is Stand.FLOATS for mark in (pair.open, pair.close))
        behind_a_word = pair.open.stand is Stand.CLOSES and not pair.open.unspaced
        if behind_a_word or pair.close.stand is Stand.OPENS:
            return False
        if not _WORD.match(inside) or (floating == 2 and _MENTION.match(inside)):
            return False
        if pair.open.glyph in "«»‹›":
            tight, spaced = len(_TIGHT.findall(view.text)), len(_LOOSE.findall(view.text))
            return tight > spaced - (view.language is not None)
        return pair.open.glyph not in "\"'" or not (floating == 2 or pair.close.at + 1 == zone.end)

    def blanks(self, view: View, pair: Pair) -> Iterator[Finding]:
        """Yield the blanks inside a pair."""
        inside = view.text[pair.open.at + 1 : pair.close.at]
        left, right = len(inside) - len(inside.lstrip(_BLANKS)), len(inside.rstrip(_BLANKS))
        for mark, start, end in ((pair.open, 0, left), (pair.close, right, len(inside))):
            if 0 < end - start <= 3:
                span = (pair.open.at + 1 + start, pair.open.at + 1 + end)
                yield self.finding(*span, replace(*span, "", Safety.SAFE), mark=mark.glyph)
