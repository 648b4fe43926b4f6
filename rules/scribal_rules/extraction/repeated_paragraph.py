"""A paragraph that stands twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, Zone, drop

_CREDIT = regex.compile(r"\s*+[(\[][^()\[\]]{3,60}+[)\]]\s*+\Z")


class RepeatedParagraph(Rule):
    """A caption stands in a page once for the picture and once for its text, a lead once as a teaser.

    The first one stays.  Lines in a table or a list and short ones (refrains, labels) are left alone.
    """

    summary = "A paragraph stands twice in the text."
    message = "this paragraph stands in the text already"

    @dataclass(frozen=True)
    class Options:
        characters: int = 60
        """The fewest code points of a paragraph that is compared."""

    bad = [
        Bad(
            "The mayor of Turin opens the new bridge over the river on Monday. (Staff/Herald)\n\n"
            "⟦The mayor of Turin opens the new bridge over the river on Monday.⟧\n\nThe river rose.",
            "The mayor of Turin opens the new bridge over the river on Monday. (Staff/Herald)\n\nThe river rose.",
        ),
        Bad(
            "The river rose in the night and took the old bridge of the town along.\nPeople slept.\n"
            "⟦The river rose in the night and took the old bridge of the town along.⟧",
            "The river rose in the night and took the old bridge of the town along.\nPeople slept.",
        ),
    ]
    good = [
        "The river rose.\n\nThe river rose.",
        "The river rose in the night and took the old bridge of the town along.",
    ]

    def gate(self, view: View) -> bool:
        size = self.options.characters
        seen: set[str] = set()
        for zone in view.zones:
            if zone.end - zone.start >= size:
                start = view.text[zone.start : zone.start + size]
                if start in seen:
                    return True
                seen.add(start)
        return False

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        seen: set[str] = set()
        for zone in view.zones:
            if (
                zone.kind not in ("paragraph", "quote", "caption")
                or zone.end - zone.start < self.options.characters
            ):
                continue
            text = self.bare(view, zone)
            if text in seen:
                yield self.finding(
                    zone.start,
                    zone.start + len(view[zone].rstrip()),
                    drop(zone.start, zone.end, Safety.UNSAFE),
                )
            seen.add(text)

    def bare(self, view: View, zone: Zone) -> str:
        """Return the words of a paragraph without a credit at its end."""
        return " ".join(_CREDIT.sub("", view[zone]).split())
