"""The date of the page as a paragraph."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, drop, goes_on

from ._dates import LABELS, certainty, names

LONGEST = 120
"""A line of more code points is no date."""

ARTICLES = "am|den|dia|dne|dnia|du|el|em|il|la|le|on|op|på|vom".split("|")
"""What stands before a date: “Le 4 mars 2021”."""


class TimestampLine(Rule):
    """“Updated: 14 September 2022, 6:35” on a line of its own is metadata of the page.

    A date without a label or a time is reported where its neighbours are to go too or the same date is a line
    again, below the title of another story; in plain text alone.
    Who keeps HTML in a repository dates the page on purpose: there it is left alone.
    The fix deletes the line; whoever needs the date should take it from there first.
    """

    summary = "The date of the page stands as a line of the text."
    message = "“{line}” is metadata of the page"
    lines = (
        *("{n}", "{n} : {}", "{n} {n} {}"),
        *(f"{label} {{}}" for label in LABELS),
        *(f"{name} {{}} {{n}} {{}}" for name in sorted(names()["months"] | names()["days"])),
        *(f"{{n}} {name} {{}}" for name in sorted(names()["months"])),
        *(phrase for word in ARTICLES for phrase in (f"{word} {{n}}", f"{word} {{n}} {{}}")),
        *("{n} de {}", "{n} 年 {}", "{n} 년 {}"),
    )
    bad = [
        Bad("The river rose.\n\n⟦Updated: March 4, 2021, 7:05 PM⟧", "The river rose."),
        Bad("⟦Aktualisiert am 4. März 2021, 19:05 Uhr⟧\nDer Fluss stieg.", "Der Fluss stieg."),
        Bad("⟦4 марта 2021, 19:05⟧\nВода поднялась.", "Вода поднялась."),
        Bad("⟦2021年3月4日 19:05⟧\n川の水かさが増えた。", "川の水かさが増えた。"),
        Bad("⟦Le 04/03/2021 à 19:05⟧\nLe fleuve est monté.", "Le fleuve est monté."),
        Bad("The river rose.\n\n⟦Thursday 4 March 2021⟧", "The river rose."),
        Bad(
            "Der Fluss stieg.\n⟦März 2021\nFebruar 2021\nJanuar 2021⟧\nEr fiel.", "Der Fluss stieg.\nEr fiel."
        ),
        Bad(
            "The river rose.\nFloods\n⟦4 March 2021⟧\nBridges\n⟦4 March 2021⟧\nIt fell.",
            "The river rose.\nFloods\nBridges\nIt fell.",
        ),
    ]
    good = [
        "It was published on March 4, 2021, in Turin.",
        "Updated rules hold from 4 March 2021.",
        "The river rose.\n4 March 2021\nThat day it fell.",
        "Le 4 mars 2021 il a plu.",
        "The river rose higher than in all the years that are known, since\n4 March 2021, 19:05.",
        "March 2021 was wet.",
        "The river rose.\nMarch 2021",
        "$ date -R\nThu, 4 Mar 2021 01:08:12 +0900",
        Good(
            "# 0.12.1 / 2021-03-04\n\nIt rose.\n\n## Update (2021-03-04 19:05 UTC)\n\nIt fell.",
            media="text/markdown",
        ),
        Good("<p>The river rose.</p>\n<p>March 4, 2021, 7:05 PM</p>\n", media="text/html"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media == "text/html" and view.about.profile == "repository":
            return
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            if zone.kind != "paragraph" or len(line) > LONGEST or is_output(view, zone):
                continue
            if line.endswith(".") and goes_on(view, zone):
                continue
            weight = certainty(line)
            if weight and (weight == 1 or view.about.media == "text/plain"):
                if view.text.count(f"\n{line}\n") > 1:
                    weight = 1
                end = zone.start + len(line)
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, end, fix, weight=weight, line=line)


def is_output(view: View, zone: Zone) -> bool:
    """Return whether a command stands in the line before, which printed the date."""
    before = view.zone_at(zone.start - 2)
    return before is not None and view.text.startswith(("$ ", "# "), before.start) and before.end < zone.start
