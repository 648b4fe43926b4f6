"""Byte order marks inside a text."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, Safety, Sees, View, expression, replace

_MARKS = expression("\ufeff++")


class BomInside(Rule):
    """A byte order mark tells how a file is encoded; inside a text it is left of files put together.

    The mark at the very start of a file is left alone; a record of a corpus has no use for one.
    """

    summary = "A byte order mark stands inside the text."
    message = "a byte order mark (U+FEFF) stands inside the text"
    sees = Sees.SOURCE
    kinds = ("prose", "blank", "markup", "front-matter")
    patterns = ("\ufeff",)
    bad = [
        Bad("One file ends here.\n⟦\ufeff⟧Another begins.", "One file ends here.\nAnother begins."),
        Bad("\ufeffA mark inside a wo⟦\ufeff⟧rd.", "\ufeffA mark inside a word."),
        Bad("\ufeff⟦\ufeff\ufeff⟧Three marks.", "\ufeffThree marks."),
        Bad("⟦\ufeff⟧A record.", "A record.", profile="corpus"),
    ]
    good = ["\ufeffThe file begins with its mark.", "The file has no mark."]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        first = 0 if view.about.profile == "corpus" else 1
        for zone in view.zones_of(hits):
            for match in _MARKS.finditer(view.text, max(zone.start, first), zone.end):
                start, end = match.span()
                yield self.finding(start, end, replace(start, end, "", Safety.SAFE))
