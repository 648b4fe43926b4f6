"""Who wrote it, as a line of the text."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, Safety, View, drop

from ._authors import LABELS, certainty_beside, certainty_of


class Byline(Rule):
    """“By Staff Writer” on a line of its own names the author: metadata of the page.

    Reported with the date beside it, or where the neighbours are metadata and menus too; in plain text alone.
    """

    summary = "The name of the author stands as a line of the text."
    message = "“{line}” names the author, metadata of the page"
    lines = tuple(f"{label} {{}}" for label in LABELS)
    patterns = (
        r"^[^!?\n]{0,40}[0-9][^!?\n]{0,12}(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]utora?|Автор)[ :]{1,2}\p{Lu}",
    )
    bad = [
        Bad("The river rose.\n\n⟦By Staff Writer⟧", "The river rose."),
        Bad("⟦von Erika Muster am 4. März 2021, 19:05 Uhr⟧\nDer Fluss stieg.", "Der Fluss stieg."),
        Bad("⟦Von Erika Muster | 4. März 2021, 19:05 Uhr⟧\nDer Fluss stieg.", "Der Fluss stieg."),
        Bad("Вода поднялась.\n⟦Автор: Иван Иванов⟧", "Вода поднялась."),
        Bad("⟦By Erika Muster Mar 4, 2021 5 min read⟧\nThe river rose.", "The river rose."),
        Bad("⟦4 March 2021, 19:05 by Erika Muster⟧\nThe river rose.", "The river rose."),
    ]
    good = [
        "The river rose.\nBy noon\nIt fell.",
        "By Monday Morning the river had risen.",
        "The poem\nBy Erika Muster\nThe river rose.",
        "Von Turin nach Rom fährt ein Zug.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain":
            return
        for zone in view.zones_of(hits):
            line = view[zone].strip()
            if weight := certainty_of(line) or certainty_beside(view, zone):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                end = zone.start + len(view[zone].rstrip())
                yield self.finding(zone.start, end, fix, weight=weight, line=line)
