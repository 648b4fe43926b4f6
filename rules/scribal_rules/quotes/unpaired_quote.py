"""A quotation mark without its partner."""

import re
from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, expression, replace

from ._marks import CODE, DOUBLE, Mark, Stand, quoting
from ._pairs import reading

REACH, NEAR = 8, 3
"""In how many paragraphs, at most, the partner may stand, and the speech may go on."""

_CUT = expression(r"(?:\.\.\.|…)[\]) ]*+\Z")
"""How a teaser ends."""

_STRAIGHT = re.compile(r'"(?:(?<![^\s(]")(?=[^\W\d_])[^"\n]*+(?<=[^\W\d_]|[.,!?])"(?=[\s.,;)]|\Z))?')
"""Two straight marks that are plainly a pair, or a single one."""

_AGAIN = expression(r"[.!?…][ \xa0]([\"“«„])(?=\S)")
"""Where speech opens again, whose paragraphs were run together."""


class UnpairedQuote(Rule):
    """A mark without a partner leaves open where the quotation ends; the partner was lost or never written.

    Speech of several paragraphs opens each of them and closes the last alone, and a quotation may run over
    some paragraphs: both are left alone.  So is a single paragraph of which one cannot see what went before
    it, unless the mark stands amid a sentence.
    """

    summary = "A quotation mark has no partner."
    message = "“{mark}” {does} a quotation that never {lacks}"
    bad = [
        Bad('The port is the largest⟦"⟧ of the north.', language="en"),
        Bad("The ⟦“⟧old port of the north.", language="en"),
        Bad(
            "It is old.\n\nThe port: ⟦«⟧El viejo puerto.\n\nIt is «late».",
            media="text/markdown",
            language="es",
        ),
        Bad("Der Hafen⟦“⟧ der alten Stadt „Riga“.", language="de"),
        Bad("Порт⟦»⟧ старого города «Рига».", language="ru"),
    ]
    good = [
        Good("He said: “It is late.\n\n“We must go.”", language="en"),
        Good("He said: “It is late.\n\nWe must go.”\n\nThey went.", language="en"),
        Good("He said: “It is late.\nRead on\n“We must go.”", language="en"),
        Good('He said: "It is late. "We must go."\nThey went.', language="en"),
        Good("Он сказал: «Это пароход «Рига».\nБыло поздно.", language="ru"),
        Good('We must go," he said.', language="en"),
        Good('The 12" disc is 5\'10" long.', language="en"),
        Good('name="old" and "x":y', language="en"),
        Good('צה"ל הוא צבא.', language="he"),
    ]

    def gate(self, view: View) -> bool:
        return any(mark in view.text for mark in DOUBLE)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        read = ((zone, reading(view, zone).loose) for zone in doubtful(view))
        pointing = not quotes_with_guillemets(view.text)
        loose = {view.zone_index(zone.start): [m for m in marks if m.double] for zone, marks in read}
        for index, marks in loose.items():
            if len(marks) != 1:
                continue
            line = view[view.zones[index]]
            if CODE.search(line) or (marks[0].glyph in "«»" and pointing):
                continue
            (mark,) = marks
            if mark.stand is Stand.CLOSES and self.closes_nothing(
                view, mark, [loose.get(other, ()) for other in range(index - REACH, index)]
            ):
                yield self.lone(mark, does="closes", lacks="opened")
            elif (
                mark.stand is Stand.OPENS
                and not _CUT.search(line)
                and self.opens_for_good(
                    view, mark, index, [loose.get(other, ()) for other in range(index + 1, index + 1 + REACH)]
                )
            ):
                yield self.lone(mark, does="opens", lacks="closes")

    def lone(self, mark: Mark, does: str, lacks: str) -> Finding:
        """Return the finding of a mark without a partner, which may be one too many."""
        fix = replace(mark.at, mark.at + 1, "", Safety.SHOWN)
        return self.finding(mark.at, mark.at + 1, fix, mark=mark.glyph, does=does, lacks=lacks)

    def closes_nothing(self, view: View, mark: Mark, before: Sequence[Sequence[Mark]]) -> bool:
        """Return whether nothing was opened that a mark could close."""
        if any(other.stand is not Stand.CLOSES for marks in before for other in marks):
            return False
        return len(view.zones) > 1 or (mark.before.isalpha() and goes_on(view.text, mark.at + 1))

    def opens_for_good(self, view: View, mark: Mark, index: int, later: Sequence[Sequence[Mark]]) -> bool:
        """Return whether nothing closes what a mark opens."""
        if any(other.stand is not Stand.OPENS for marks in later for other in marks):
            return False
        if _AGAIN.search(view.text, mark.at, view.zones[index].end):
            return False
        after = view.zones[index + 1 : index + 1 + NEAR]
        if after:
            return all(view.text[zone.start : zone.start + 1] not in DOUBLE for zone in after)
        return mark.after.islower() and view.text[mark.at - 2 : mark.at - 1] not in (":", ",")


def doubtful(view: View) -> Sequence[Zone]:
    """Return the zones of which one must read whether their marks pair."""
    if any(mark in view.text for mark in DOUBLE - {'"'}):
        return quoting(view)
    return list(
        view.zones_of(
            Hit(match.start(), match.end(), "")
            for match in _STRAIGHT.finditer(view.text)
            if len(match[0]) == 1
        )
    )


def quotes_with_guillemets(text: str) -> bool:
    """Return whether a text has both guillemets, so that it quotes with them rather than points."""
    return "«" in text and "»" in text


def goes_on(text: str, at: int) -> bool:
    """Return whether a blank and a small letter follow."""
    return text[at : at + 1] == " " and text[at + 1 : at + 2].islower()
