"""Straight quotation marks among typographic ones."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Severity, View

from ._marks import CODE, quoting
from ._pairs import Pair, reading

LEAD = 2
"""One kind must be so many times as frequent as the other."""

MOST = 5
"""A text with more pairs of the rarer kind means something by them."""


class MixedQuoteStyle(Rule):
    """A text that was put together from several has straight marks here and typographic ones there.

    One finding speaks for all pairs that are not like most, and its fix makes them so.  Straight marks inside
    a typographic pair are a second level and left alone, and so are values in quotes (``name="x"``).
    """

    summary = "Some quotations have straight marks, most have typographic ones, or the other way round."
    message = "“{found}” has {few} marks, most quotations of the text have {most} ones{more}"
    severity = Severity.INFO
    bad = [
        Bad(
            'The “old” port, the “new” one and the ⟦"third"⟧.',
            "The “old” port, the “new” one and the “third”.",
            language="en",
        ),
        Bad(
            'The "old" port, the "new" one and the ⟦“third”⟧.',
            'The "old" port, the "new" one and the "third".',
            language="en",
        ),
        Bad(
            'Die „alte“ Stadt, die „neue“.\n\nUnd die ⟦"dritte"⟧, die "vierte"; „fünfte“ und „sechste“.',
            "Die „alte“ Stadt, die „neue“.\n\nUnd die „dritte“, die „vierte“; „fünfte“ und „sechste“.",
            media="text/markdown",
            language="de",
        ),
        Bad('«Старый» порт, «новый» и ⟦"третий"⟧.', "«Старый» порт, «новый» и «третий».", language="ru"),
    ]
    good = [
        Good('The “old” port and the "new" one.', language="en"),
        Good('“He calls it "old" here,” she said. “It is.”', language="en"),
        Good('The “old” port and the “new” one: name="third".', language="en"),
        Good('The “old” and “new” 12" discs.', language="en"),
        Good("Le «\xa0vieux\xa0» port, le «\xa0nouveau\xa0».", language="fr"),
    ]

    def gate(self, view: View) -> bool:
        return '"' in view.text and any(mark in view.text for mark in "“”„«»")

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        prose = (zone for zone in quoting(view) if not CODE.search(view[zone]))
        pairs = [pair for zone in prose for pair in outer(reading(view, zone).pairs)]
        straight = [pair for pair in pairs if pair.open.glyph == '"']
        curly = [pair for pair in pairs if pair.open.glyph in "“”„«»"]
        few, most = sorted((straight, curly), key=len)
        if not 0 < len(few) <= MOST or len(most) < LEAD * len(few):
            return
        (opens, closes), _ = Counter((pair.open.glyph, pair.close.glyph) for pair in most).most_common(1)[0]
        edits = [
            Edit(mark.at, mark.at + 1, glyph)
            for pair in few
            for mark, glyph in ((pair.open, opens), (pair.close, closes))
        ]
        kinds = ("straight", "typographic") if few is straight else ("typographic", "straight")
        first = few[0]
        found = view.text[first.open.at : first.close.at + 1]
        more = f", as {len(few) - 1} more" if len(few) > 1 else ""
        fix = Fix(tuple(edits), Safety.UNSAFE)
        yield self.finding(
            first.open.at, first.close.at + 1, fix, found=found, few=kinds[0], most=kinds[1], more=more
        )


def outer(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs of double marks that stand in no other one."""
    end = -1
    for pair in pairs:
        if pair.open.double and pair.open.at > end:
            end = pair.close.at
            yield pair
