"""A photo credit, or a line that names the agencies, as text."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, Safety, View, drop, replace

from ._agencies import CREDIT, NAMES, TAIL, WIRES


class AgencyCredit(Rule):
    """The credit of a picture that was not taken along, or the agencies that a report draws on, are metadata.

    Reported as a line of its own, “A. Reporter contributed to this report” too, and in parentheses behind the
    last sentence of a caption or a report.
    """

    summary = "A photo credit or the names of the agencies stand as text."
    message = "“{found}” is a credit, not a part of the text"
    patterns = (
        rf"(?:[/|][\p{{Z}}\t]?| via )(?:{NAMES})",
        rf"\((?:{WIRES})[),/ ]",
        r"contributed (?:reporting|research|to)",
        r"(?:With|Additional) (?:report|files|material|information|contributions)[a-z]{0,3} (?:from|by) ",
    )
    bad = [
        Bad("The river rose.\n\n⟦Staff/Getty Images⟧\n\nIt fell.", "The river rose.\n\nIt fell."),
        Bad("The bridge of Turin in spring. ⟦(Staff/Getty Images)⟧", "The bridge of Turin in spring."),
        Bad("The river rose.\n\n⟦With reports from Reuters and dpa⟧", "The river rose."),
        Bad(
            "The river rose.\n\n⟦E. Muster/Turin Herald/Getty Images⟧\nIt fell.",
            "The river rose.\n\nIt fell.",
        ),
        Bad("The river rose.\n⟦Erika Muster contributed reporting from Turin.⟧", "The river rose."),
        Bad("Der Fluss stieg, sagte die Stadt. ⟦(dpa/lby)⟧", "Der Fluss stieg, sagte die Stadt."),
    ]
    good = [
        "The agencies Reuters and AFP reported it.",
        "He sold the picture to Getty Images.",
        "See the AP/AFP style guide on credits.",
        "The mayor contributed to this report, and to another one.",
        "They asked the agency (AFP) and it answered (dpa) them.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            if CREDIT.fullmatch(line):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, zone.start + len(line), fix, found=line)
            elif tail := TAIL.search(line):
                start, end = zone.start + tail.start("credit"), zone.start + tail.end("credit")
                fix = replace(zone.start + tail.start(), end, "", Safety.UNSAFE)
                yield self.finding(start, end, fix, found=tail["credit"])
