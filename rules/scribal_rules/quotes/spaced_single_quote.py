"""Straight single quotation marks, and apostrophes, between blanks."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View, expression

_FLOATS = expression(r"(?<=\A|\s|[(\"“])'(?=[ ]\S)|(?<=\S[ ])'(?=\s|\Z|[.,;:!?)\"”])")
_INSIDE = expression(r"[ ](?=\p{N}*+\p{L})[^'\n]{0,200}[^\s'][ ]")
_PLURAL = expression(r"(?<=\p{L}{2}s[ ])'(?=[ ]\p{L})", regex.IGNORECASE)
_CODE = expression(r"[{}<>=$\\`|]|(?<!\S)'[^'\s]{1,2}'(?!\S)")
"""What stands in a line of code."""


class SpacedSingleQuote(Rule):
    """A text that was cut into tokens and translated kept the blanks: “the ' old ' port”, “the parties ' plan”.

    Reported where all such marks of a line are pairs around words, or all follow a plural; a mark between
    blanks that is neither may be a prime, an inch or code.
    """

    summary = "A blank stands inside straight single quotation marks, or before an apostrophe."
    message = "a blank stands {where}"
    patterns = (r"(?:^|[\p{Z}(\"“])' [\p{L}\p{N}]",)
    bad = [
        Bad("The ⟦' old '⟧ port is shut.", "The 'old' port is shut.", language="en"),
        Bad("They say ⟦' we will leave the port. '⟧", "They say 'we will leave the port.'"),
        Bad("Both parties⟦ '⟧ plan was old.", "Both parties' plan was old.", language="en"),
        Bad("Der ⟦' alte '⟧ Hafen ist zu.", "Der 'alte' Hafen ist zu.", language="de"),
        Bad("*Порт* ⟦' старый '⟧.", "*Порт* 'старый'.", media="text/markdown"),
    ]
    good = [
        "The 'old' port and its 'new one'.",
        "It is 6 ' 2 long, and 5 ' 4 wide.",
        "print ' a ' + b ' = ' c",
        "The mark ' stands alone.",
        "awk ' { print } ' file",
        Good("Both parties ' plan.", language="de"),
    ]  # fmt: skip

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone]
            marks = [match.start() for match in _FLOATS.finditer(line)]
            if _CODE.search(line):
                continue
            if all(_PLURAL.match(line, at) for at in marks):
                if view.language == "en":
                    yield from (self.blanks(zone.start, at - 1, at + 1, at - 1) for at in marks)
                continue
            pairs = list(zip(marks[::2], marks[1::2], strict=False))
            if len(marks) % 2 == 0 and all(_INSIDE.fullmatch(line, one + 1, other) for one, other in pairs):
                for one, other in pairs:
                    yield self.blanks(zone.start, one, other + 1, one + 1, other - 1)

    def blanks(self, offset: int, start: int, end: int, *places: int) -> Finding:
        """Return the finding on a span of the line at ``offset`` that has blanks to lose in some places."""
        where = "before an apostrophe" if len(places) == 1 else "between “'” and what it quotes"
        edits = tuple(Edit(offset + at, offset + at + 1, "") for at in places)
        return self.finding(offset + start, offset + end, Fix(edits, Safety.SAFE), where=where)
