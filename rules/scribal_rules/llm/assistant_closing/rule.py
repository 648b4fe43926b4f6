"""What a chat assistant says after it has given what it was asked for."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, Safety, View, drop, expression

from .._mentions import is_shown
from .._phrases import words_beside

LAST = 2
"""Among how many last lines a closing is reported."""

LONGEST = 250
"""A closing of more code points is a paragraph of the text."""

_BEFORE = expression(r"[\W_]*+")


class AssistantClosing(Rule):
    """“Let me know if you would like me to shorten it!” is said to the one who asked for the text.

    Reported where it begins one of the last lines of a document.  People write so in letters and in
    forums; a line that says “I hope this helps” may be a person's.
    """

    summary = "What an assistant said after its answer stands at the end of the text."
    message = "“{found}” was said by an assistant to its user"
    preview = True
    literals = words_beside(__file__, "phrases")
    bad = [
        Bad(
            "The river rose.\n\n⟦Let me know if you'd like me to adjust the tone!⟧\n",
            "The river rose.\n",
        ),
        Bad("Der Fluss stieg.\n⟦Ich hoffe, das hilft!⟧", "Der Fluss stieg."),
        Bad("El río creció.\n\n⟦¿Quieres que lo traduzca también al francés?⟧", "El río creció."),
        Bad(
            "# 河\n\n河水上涨。\n\n⟦希望这对您有帮助！⟧\n",
            "# 河\n\n河水上涨。\n",
            media="text/markdown",
            language="zh",
        ),
    ]
    good = [
        "Let me know if you come.\nShe wrote it on the wall.\nNobody read it.\nIt rained.",
        "She said: “Let me know if you need anything else.”",
        "He did let me know if you need anything.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        first = len(view.zones) - LAST
        for hit in hits:
            index = view.zone_index(hit.start)
            if index < first or not view.zones or index == 0:
                continue
            zone = view.zones[index]
            before = _BEFORE.match(view.text, zone.start, hit.start)
            starts = before is not None and before.end() == hit.start
            if starts and zone.end - zone.start <= LONGEST and not is_shown(view, hit.start, hit.end):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, zone.end, fix, found=view[zone])
