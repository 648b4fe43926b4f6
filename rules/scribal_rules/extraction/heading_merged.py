"""A heading that ran into the paragraph below it."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._lexicon import common_words

_OPENER = expression(r"\s?+[\"“„«]?+(?P<word>\p{Lu}\p{Ll}*+)\s\p{L}")

LEAST, MOST = 12, 120
"""How many code points a heading has; a shorter one may well be the first words of its paragraph."""

BELOW = 2
"""So many blocks below a heading its copy is looked for."""


class HeadingMerged(Rule):
    """A page shows a heading, and says it once more in the element of the paragraph below.

    The copy and the first sentence run into one another: “Floods in Turin The river rose”.
    """

    summary = "A heading runs into the sentence behind it."
    message = "the heading “{heading}” runs into the sentence behind it"
    preview = True
    bad = [
        Bad(
            "Floods in the old town\n⟦Floods in the old town⟧ The river rose in the night and took the bridge.",
            "Floods in the old town\nThe river rose in the night and took the bridge.",
            language="en",
        ),
        Bad(
            "# Flut in der Altstadt\n\n⟦Flut in der Altstadt⟧ Der Fluss stieg in der Nacht und nahm die Brücke.\n",
            "# Flut in der Altstadt\n\nDer Fluss stieg in der Nacht und nahm die Brücke.\n",
            language="de",
            media="text/markdown",
        ),
        Bad(
            "Наводнение в старом городе\n⟦Наводнение в старом городе⟧Когда река поднялась, снесло мост.",
            "Наводнение в старом городе\nКогда река поднялась, снесло мост.",
            language="ru",
        ),
    ]
    good = [
        "The river rose\nThe river rose in the night and took the bridge.",
        "Floods in the old town\nFloods in the old town are rare, and nobody slept.",
        "Floods in the old town of Turin\nFloods in the old town of Turin (Piedmont) are rare, and nobody slept.",
        Good("The River Po\nThe River Po Delta is large, and nobody has seen all of it.", language="en"),
    ]

    def gate(self, view: View) -> bool:
        text, zones = view.text, view.zones
        return any(
            text[one.start : one.start + LEAST] == text[two.start : two.start + LEAST]
            for below in range(1, BELOW + 1)
            for one, two in zip(zones, zones[below:], strict=False)
            if LEAST <= one.end - one.start <= MOST
        )

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for index, zone in enumerate(view.zones):
            heading = view[zone]
            if (
                not LEAST <= len(heading) <= MOST
                or heading[-1] in ".,;:!?…"
                or zone.kind not in ("heading", "paragraph")
            ):
                continue
            for other in view.zones[index + 1 : index + 1 + BELOW]:
                start = other.start + len(heading)
                if (
                    other.kind == "paragraph"
                    and view.text.startswith(heading, other.start)
                    and is_new(view, start, other.end)
                ):
                    end = start + (view.text[start] == " ")
                    fix = replace(other.start, end, "", Safety.UNSAFE)
                    yield self.finding(other.start, start, fix, heading=heading)
                    break


def is_new(view: View, start: int, end: int) -> bool:
    """Return whether a sentence of some length begins here, with a common word."""
    opener = _OPENER.match(view.text, start, end) if end - start > LEAST else None
    return opener is not None and opener["word"].lower() in common_words(view.language).words
