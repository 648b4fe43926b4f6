"""A bracket without its partner."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, View, expression

from ._brackets import BRACKETS, PAIRS, beside_pairs, brackets_of, unpaired

REACH = 9
"""In how many paragraphs before or after the partner may stand."""

_FACE = expression(
    r"(?<![\p{L}\p{N}])[:;=8xX]['’,]?[-~^o]?[()\[\]]{1,9} | [()\[\]]{1,9}[-~^o]?[:;=](?![\p{L}\p{N}]) | (?<![\p{L}\p{N}])[\^>][-_.]?[\^<]['’]?[()]*",
    regex.VERBOSE,
)
_MARKER = expression(
    r"(?<![\p{L}\p{N}])(?:\p{L}{1,2}|\d{1,4}|[ivxIVX]{1,5})(?:\.\d{1,3})*[.]?[*]?\)|(?:\A|[。\s])\p{Han}{1,2}[)）]"
)
"""What begins an item of a list or an example, in its own line or within a sentence, as a) does."""

_KEY = expression(r"(?<=[-+^])[()\[\]]|(?<=\.)[(\[]|^\s*+[)\]](?=\p{L})")
"""A bracket that is a key or the name of a command."""

_INTERVAL = expression(r"[\[(]\s*+[-−]?[\w.∞]+\s*+[,;]\s*+[\w.∞+-]+\s*+[\])]")
_CODE = expression(
    r"\A\s*+[()\[\]]\s*+\Z|[\\{}$<>|=]|^\s*+[-#%]|\"[()\[\]]|[()\[\]]\"|['‘“`«][()\[\]]{1,2}['’”`»]|\w\(\d?\w*\)\s*,|::|//|\w_\w"
)
"""What stands in a line of code, or speaks of the brackets themselves."""


class UnpairedBracket(Rule):
    """A bracket without a partner leaves open where the insertion ends; the partner was lost or never written.

    Markers of lists (“a)”), faces, intervals and lines of code are left alone, and so are insertions of
    several paragraphs.
    """

    summary = "A bracket has no partner."
    message = "“{bracket}” has no partner"
    bad = [
        Bad("The port ⟦(⟧in the north is old."),
        Bad("The port in the north⟦)⟧ is old."),
        Bad("港口⟦（⟧旧城很大。"),
        Bad("The *port* ⟦[⟧of old is late.", media="text/markdown"),
        Bad("Порт ⟦(⟧в городе старый."),
    ]
    good = [
        "The port (in the north [or so]) is old :-) and late ;)",
        "First a) the port, b) the mole; then 1) and iv) and 2.1) too.",
        "It lies (as they say\n\nin the north) there.",
        "The interval [0, 1) is half open.",
        "if (x[0] = y { z }",
        "The mark “(” opens.",
        "Leave by CTRL-] or C-[ here.",
        "港口（旧）城。",
        "(We were there ;-) and left :)).",
        "港は古い。\n例）北の港",
        Good("# [\n\nIt tests.", media="text/markdown"),
    ]

    def gate(self, view: View) -> bool:
        return any(bracket in view.text for bracket in BRACKETS)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        left = ((index, beside_pairs(found)) for index, found in brackets_of(view).items())
        loose = {index: unpaired(found) for index, found in left if found}
        for index, lost in loose.items():
            zone, (at, bracket) = view.zones[index], lost[0]
            opens = bracket in PAIRS.values()
            beside = range(index + 1, index + 1 + REACH) if opens else range(max(index - REACH, 0), index)
            if len(lost) != 1 or any(
                (other in PAIRS) is opens for near in beside for _, other in loose.get(near, ())
            ):
                continue
            line = view[zone]
            if _CODE.search(line) or meant(line, at - zone.start) or not without_faces(line):
                continue
            yield self.finding(at, at + 1, bracket=bracket)


def meant(line: str, at: int) -> bool:
    """Return whether a bracket is a part of a face, of the marker of an item, of an interval or of a key."""
    spans = (match.span() for kind in (_FACE, _MARKER, _INTERVAL, _KEY) for match in kind.finditer(line))
    return any(start <= at < end for start, end in spans)


def without_faces(line: str) -> list[tuple[int, str]]:
    """Return the brackets of a line that have no partner where those of faces count for nothing."""
    plain = _FACE.sub(lambda face: " " * len(face[0]), line)
    return unpaired([(at, bracket) for at, bracket in enumerate(plain) if bracket in BRACKETS])
