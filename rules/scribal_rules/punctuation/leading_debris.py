"""A mark at the edge of a line that belongs to what is gone."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, expression, replace

_EDGE = expression(
    r"(?P<head> \A\s*+ (?: [,;)\]]{1,2} | [.!?] (?= [ \u00a0] [\p{Lu}\p{Lo}] ) ) [ \u00a0] ) (?= \p{L} )"
    r" | (?<= [\p{L}\p{N}.,!?%)”»\"] ) (?P<tail> [ \u00a0]++ [|•·▪◦‣] \s*+ ) \Z",
    regex.VERBOSE,
)

NOTICED = ("text/markdown", "text/mdx")
"""Where a line that begins with “! ” may be a notice, as some dialects of Markdown have it."""


class LeadingDebris(Rule):
    """A line that begins with a comma or ends in a bar lost what stood before or after it: a link, a name, a cell.

    Rows of a table, in which bars stand inside as well, and commands that begin with a stop are left alone.
    """

    summary = "A line begins or ends with a mark that belongs to nothing."
    message = "“{mark}” at the {edge} of the line belongs to nothing"
    patterns = (r"^[ \t]{0,8}[,;.!?)\]]{1,2}[ \xa0]", r"[ \xa0][|•·▪◦‣]")
    bad = [
        Bad(
            "It was late.\n⟦, ⟧and then it rained on the old port.",
            "It was late.\nand then it rained on the old port.",
        ),
        Bad("⟦) ⟧The port is old.", "The port is old."),
        Bad("The port is old⟦ |⟧\nIt was late.", "The port is old\nIt was late."),
        Bad("⟦. ⟧Порт старый.", "Порт старый."),
    ]
    good = [
        "The port is old. It was late.",
        "| port | mole |",
        "• port\n• mole",
        ":) It was late.",
        "Home | News | Ports",
        Good(": the definition of it", media="text/markdown"),
        Good("! The port is closed.", media="text/markdown"),
        Good("$$\na + b\n$$\n\n, where *a* is the port.", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone]
            match = _EDGE.search(line) if zone.kind in ("paragraph", "item", "quote") else None
            if match is None or line.count("|") > 1 or (match["tail"] and view.about.media != "text/plain"):
                continue
            name = "head" if match["head"] else "tail"
            if line.startswith("! ") and view.about.media in NOTICED:
                continue
            if name == "head" and follows_formula(view, zone):
                continue
            start, end = (zone.start + at for at in match.span(name))
            fix = replace(start, end, "", Safety.UNSAFE)
            yield self.finding(
                start, end, fix, mark=match[name].strip(), edge="beginning" if name == "head" else "end"
            )


def follows_formula(view: View, zone: Zone) -> bool:
    """Return whether the block before a line ends with a formula or another object, which the line goes on from."""
    return zone.start > 1 and view.text.startswith("\ufffc\n", zone.start - 2)
