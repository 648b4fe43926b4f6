"""The author of a post, or the address of its picture."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, Safety, Severity, View, drop, expression, replace

from ._posts import of_author

_PICTURE = expression(r"(?:https?://)?+pic\.(?:twitter|x)\.com/\w{6,12}+")


class PostFrame(Rule):
    """A page shows a post of a social network; who wrote it, and when, stands as a line of the text.

    Reported are “A post shared by …” with a handle, a line of a name, a handle and an age, “4h”, or, where its
    neighbours are to go too, a date, and the address of a picture, “pic.twitter.com/…”.
    """

    summary = "The author of a post, or the address of its picture, stands in the text."
    message = "“{found}” belongs to a post of a social network"
    severity = Severity.INFO
    patterns = (r"[\p{Z}\t(]@[A-Za-z0-9_.]{2,30}", r"pic\.(?:twitter|x)\.com/")
    bad = [
        Bad(
            "The river rises!\n⟦— Town of Turin (@example) March 4, 2021\nTown of Turin @example · 4h⟧\nIt fell.",
            "The river rises!\nIt fell.",
        ),
        Bad(
            "The river rises!\n⟦A post shared by Turin (@turin.example)⟧\nIt fell.",
            "The river rises!\nIt fell.",
        ),
        Bad("Der Fluss stieg.\n⟦Ein Beitrag geteilt von Turin (@turin) am 4. März 2021⟧", "Der Fluss stieg."),
        Bad("The river rises! ⟦pic.twitter.com/aBcDeF1234⟧\nIt fell.", "The river rises!\nIt fell."),
        Bad("⟦Town of Turin @example · 4h⟧\nThe river rises!", "The river rises!"),
        Bad("Вода поднимается!\n⟦Публикация от Турин (@example) 4 марта 2021⟧\n", "Вода поднимается!\n"),
    ]
    good = [
        "Write to Town of Turin (@example) today.",
        "She wrote on March 4, 2021 as @example, and the town answered.",
        "Turin (@example)",
        "A post shared by two hundred people is nothing.",
        "— Town of Turin (@example) March 4, 2021\nThe river rises!",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            if weight := of_author(line.strip()):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, zone.start + len(line), fix, weight=weight, found=line)
            elif picture := _PICTURE.search(line):
                start, stop = zone.start + picture.start(), zone.start + picture.end()
                before = zone.start + len(line[: picture.start()].rstrip())
                fix = replace(before, stop, "", Safety.UNSAFE)
                yield self.finding(start, stop, fix, found=picture[0])
