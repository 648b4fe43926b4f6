"""Who wrote a comment below a page."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop

from ._comments import LONGEST, REPLY, certainty_of
from ._dates import certainty

BACK = 40
"""So many lines above the button the date of its comment may stand."""


class CommentAuthor(Rule):
    """Below each comment stands a button, “Reply”, and above the next one its author and its date.

    The name is reported together with the date and the button; what the comment says is left alone.
    """

    summary = "The name of who wrote a comment stands as a line of the text."
    message = "“{name}” wrote a comment, which is no part of the text"
    lines = tuple(REPLY)
    bad = [
        Bad(
            "The river rose.\nA comment on it.\nReply\n⟦Erika Muster⟧\nMarch 4, 2021 at 7:05 pm\nIt fell here.\nReply",
            "The river rose.\nA comment on it.\nReply\nMarch 4, 2021 at 7:05 pm\nIt fell here.\nReply",
        ),
        Bad(
            "Der Fluss stieg.\n⟦Erika Muster sagt:⟧\n4. März 2021 um 19:05 Uhr\nEr fiel.\nAntworten",
            "Der Fluss stieg.\n4. März 2021 um 19:05 Uhr\nEr fiel.\nAntworten",
        ),
        Bad(
            "Вода поднялась.\nЭто так.\nОтветить\n⟦Иван Иванов⟧\n4 марта 2021, 19:05\nОна упала.",
            "Вода поднялась.\nЭто так.\nОтветить\n4 марта 2021, 19:05\nОна упала.",
        ),
    ]
    good = [
        "Flood in Turin\nMarch 4, 2021 at 7:05 pm\nThe river rose.\nErika\nIt fell here.\nReply\nWell said.\nReply",
        "The river rose.\nErika Muster\nMarch 4, 2021 at 7:05 pm\nIt fell.",
        "The letter\nMarch 4, 2021\nIt rose.\nReply\nThe harbour, again\nMarch 5, 2021\nIt fell.",
        Good("The river rose.\n\nReply\n\nErika\n\nMarch 4, 2021 at 7:05 pm\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain":
            return
        lines = [view[zone].strip() for zone in view.zones]
        buttons = [view.zone_index(hit.start) for hit in hits]
        spoken = {above_date(lines, button) for button in buttons}
        for index in sorted(spoken.union(button + 1 for button in buttons)):
            weight = certainty_of(lines[index : index + 2], index - 1 in buttons)
            if weight:
                zone = view.zones[index]
                fix, end = drop(zone.start, zone.end, Safety.UNSAFE), zone.start + len(view[zone].rstrip())
                yield self.finding(zone.start, end, fix, weight=weight, name=lines[index])


def above_date(lines: Sequence[str], button: int) -> int:
    """Return the index of the line above the nearest date above a button, or that of the button."""
    for index in range(button - 1, max(button - BACK, 0), -1):
        if len(lines[index]) <= LONGEST and certainty(lines[index]):
            return index - 1
    return button
