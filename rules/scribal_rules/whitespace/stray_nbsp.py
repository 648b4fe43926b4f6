"""No-break spaces where nobody asked for one."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Sees, View, expression

from ._bytes import is_byte
from ._places import matches

_BESIDE = expression(
    r"(?<=[^\s|•·/»–—\u2500-\u257f-]) (?<!\d[.)]) (?=\ *+[\xa0\u202f]) [\xa0\u202f\ ]{2,}+ (?=[^\s|•·/»–—:;!?%°<-])",
    regex.VERBOSE,
)
_BETWEEN = expression(r"(?<=\p{Ll}{4})(?<!\[email)\xa0(?=\p{Ll}{4})")

_KINDS = (
    (_BESIDE, "a no-break space stands beside another blank"),
    (_BETWEEN, "a no-break space ties two ordinary words"),
)

_HABIT = frozenset({"be", "br", "bg", "cs", "fr", "hr", "lt", "lv", "mk", "pl", "ru", "sk", "sl", "sr", "uk"})
"""Languages whose typesetters put no-break spaces after short words or beside marks."""


class StrayNbsp(Rule):
    """A web editor writes a no-break space for every second blank; the words then stick together on a phone.

    One beside another blank is wrong, except before a French mark, after the number of a heading or beside a
    line or dot that parts items.  Between two ordinary words it is wrong in languages whose typesetters do not
    tie words together so; where a figure, an initial, an abbreviation or a mark stands beside it, it is left
    alone.  One finding of each kind speaks for the whole text.
    """

    summary = "A no-break space stands where an ordinary one belongs."
    message = "{what}{more}"
    sees = Sees.SOURCE
    patterns = ("[\xa0\u202f][\xa0\u202f ]", " [\xa0\u202f]", r"\p{Ll}\xa0\p{Ll}")
    bad = [
        Bad("The ferry has left.⟦\xa0 ⟧(Another one follows.)", "The ferry has left. (Another one follows.)"),
        Bad("The ferry⟦ \xa0⟧has left.", "The ferry has left."),
        Bad(
            "They made⟦\xa0⟧lunch and then went\xa0home.",
            "They made lunch and then went home.",
            language="en",
        ),
    ]
    good = [
        Good("Il a dit\xa0: «\xa0Vraiment\u202f!\xa0» et vingt\xa0mille francs.", language="fr"),
        Good("It is 5\xa0km long, says J.\xa0S.\xa0Bach in fig.\xa03.", language="en"),
        "1.\xa0 The first section",
        "E disse Ã\xa0 mÃ£e",
        "One\xa0 |\xa0 two \xa0•\xa0 three",
        Good("Byl\xa0jsem v\xa0domě.", language="cs"),
        Good("Il a dit \xa0: non.", language="fr"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for pattern, what in _KINDS:
            if pattern is _BETWEEN and view.language in _HABIT:
                continue
            found = [match.span() for match in matches(pattern, view, hits)]
            if places := [span for span in found if not _has_bytes(view.text, *span)]:
                fix = Fix(tuple(Edit(start, end, " ") for start, end in places), Safety.UNSAFE)
                more = f", like {len(places) - 1} more" if places[1:] else ""
                yield self.finding(*places[0], fix, what=what, more=more)


def _has_bytes(text: str, start: int, end: int) -> bool:
    """Return whether a no-break space is a byte of mojibake, which ``encoding/mojibake-utf8`` mends."""
    return any(is_byte(text, at) for at in range(start, end) if text[at] == "\xa0")
