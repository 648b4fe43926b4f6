"""A paragraph that stands twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, Zone, drop

_CREDIT = regex.compile(r"\s*+[(\[][^()\[\]]{3,60}+[)\]]\s*+\Z")


_OBJECT = "\ufffc"
"""Stands for code or an image: paragraphs of manuals that differ in nothing else are not the same."""

NEAR = 3
"""How many blocks apart in a page with markup, where manuals repeat themselves by section."""


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
        return bool(self.alike(view))

    def alike(self, view: View) -> set[str]:
        """Return the beginnings that several long lines have."""
        size, text = self.options.characters, view.text
        starts = [text[start : start + size] for _, start, end, *_ in view.zones if end - start >= size]
        if len(set(starts)) == len(starts):
            return set()
        return {start for start, count in Counter(starts).items() if count > 1}

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        size, alike = self.options.characters, self.alike(view)
        seen: dict[str, int] = {}
        reach = len(view.zones) if view.about.media == "text/plain" else NEAR
        for index, zone in enumerate(view.zones):
            if view.text[zone.start : zone.start + size] not in alike:
                continue
            text = self.words(view, zone)
            if not text:
                continue
            if index - seen.get(text, -reach - 1) <= reach:
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, zone.start + len(view[zone].rstrip()), fix)
            seen[text] = index

    def words(self, view: View, zone: Zone) -> str:
        """Return the words of a paragraph without a credit at its end; none if it is not to be compared."""
        if (
            zone.kind not in ("paragraph", "quote", "caption")
            or zone.end - zone.start < self.options.characters
        ):
            return ""
        text = " ".join(_CREDIT.sub("", view[zone]).split())
        return "" if _OBJECT in text or text.endswith(":") else text
