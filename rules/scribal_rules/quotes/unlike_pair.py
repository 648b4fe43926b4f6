"""Two quotation marks that are no pair."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View

from ._conventions import conventions, partner
from ._marks import FAMILY, Mark, Stand, quoting
from ._pairs import reading

_CURLY = "“”„«»"
_OPENER = {"”": "“", "“": "„", "»": "«", "«": "»"}


class UnlikePair(Rule):
    """A quotation that opens with one kind of mark and closes with another was typed by two hands.

    A program curled one of the marks alone, or a translator changed one and forgot the other.  The fix writes
    what the text has mostly.
    """

    summary = "A quotation opens with one kind of mark and closes with another."
    message = "“{opens}” opens the quotation and “{closes}” closes it"
    bad = [
        Bad('The ⟦“old"⟧ port, the “new” one.', "The “old” port, the “new” one.", language="en"),
        Bad('The ⟦"old”⟧ port, the "new" one.', 'The "old" port, the "new" one.', language="en"),
        Bad('Die ⟦„alte"⟧ Stadt, die „neue“.', "Die „alte“ Stadt, die „neue“.", language="de"),
        Bad('Stare ⟦„miasto"⟧ i „nowe”.', "Stare „miasto” i „nowe”.", language="pl"),
        Bad("La ciudad ⟦«vieja”⟧ y la «nueva».", "La ciudad «vieja» y la «nueva».", language="es"),
        Bad('Старый ⟦«город"⟧ и «новый».', "Старый «город» и «новый».", language="ru"),
    ]
    good = [
        Good('The “old” port and the "new" one.', language="en"),
        Good('“He calls it "old" here.”', language="en"),
        Good('A 12" disc is “old”, and so is a “7" one”.', language="en"),
        Good("Er las «Die “alte” Stadt».", language="de"),
        Good('The mark “ closes with " in some texts.', language="en"),
    ]

    def gate(self, view: View) -> bool:
        text = view.text
        return ('"' in text and any(mark in text for mark in _CURLY)) or (
            ("«" in text or "»" in text) and any(mark in text for mark in "“”„")
        )

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in quoting(view):
            marks = [mark for mark in reading(view, zone).loose if mark.double]
            for one, other in pairwise(marks):
                if (
                    one.stand is Stand.OPENS
                    and other.stand is Stand.CLOSES
                    and FAMILY[one.glyph] != FAMILY[other.glyph]
                ):
                    wanted = zip((one, other), self.wanted(view, one, other), strict=True)
                    edits = tuple(
                        Edit(mark.at, mark.at + 1, glyph) for mark, glyph in wanted if mark.glyph != glyph
                    )
                    fix = Fix(edits, Safety.UNSAFE)
                    yield self.finding(one.at, other.at + 1, fix, opens=one.glyph, closes=other.glyph)

    def wanted(self, view: View, one: Mark, other: Mark) -> tuple[str, str]:
        """Return the pair that the text has mostly."""
        straight = view.text.count('"')
        if straight > sum(view.text.count(mark) for mark in _CURLY):
            return '"', '"'
        if one.glyph not in '"”':
            return one.glyph, partner(view, one.glyph)
        pairs = conventions().get(view.language or "", ())
        openers = [pair[0] for pair in pairs if pair[1] == other.glyph]
        opener = openers[0] if openers else _OPENER.get(other.glyph, "“")
        return opener, other.glyph if other.glyph != '"' else partner(view, opener)
