"""A caption that stands twice, once with the credit of the picture."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, drop, expression

from ._repeats import OBJECT

_CREDIT = expression(
    r"""
      \s*+ [(\[] (?=[^()\[\]]*?(?:[/©]|\b(?:Photo|Foto|Image|Bild|Фото|Getty|Reuters|AFP|AP|dpa|EPA|EFE|ANSA|TASS|ТАСС)\b))
          [^()\[\]]{2,60}+ [)\]] \.?+ \Z
    | \s*+ [|–—/-]? \s*+ (?:Photo|Image|Picture|Credit|Foto|Bild|Crédit|Crédito|Imagen|Imagem|Zdjęcie|Фото|Снимок)
        (?:s|grafía|grafia|graph)? (?:\ (?:by|credit|von|de|di|par))? \s?+ [:：/©] .{2,60}+ \Z
    | \s*+ © .{2,60}+ \Z
    """,
    regex.VERBOSE | regex.IGNORECASE,
)

NEAR = 4
"""How many blocks apart the two captions of one picture stand at most."""

LEAST = 25
"""A shorter text is a label, which may well stand beside itself with brackets."""


TAIL = 61
"""How many code points from the end the mark of a credit without brackets stands at most."""


class RepeatedCaption(Rule):
    """A page shows a caption below its picture and says it once more to those who cannot see it.

    One of the two has the photographer or the agency behind it.  The first one stays.
    """

    summary = "A caption stands twice, once with its credit."
    message = "this caption stands a few lines above already"
    bad = [
        Bad(
            "The mayor of Turin opens the new bridge over the river on Monday. (Staff/Herald)\n\n"
            "⟦The mayor of Turin opens the new bridge over the river on Monday.⟧\n\nThe river rose.",
            "The mayor of Turin opens the new bridge over the river on Monday. (Staff/Herald)\n\nThe river rose.",
        ),
        Bad(
            "Die Bürgermeisterin eröffnet am Montag die Brücke.\n⟦Die Bürgermeisterin eröffnet am Montag die Brücke. "
            "Foto: Herold⟧\nDer Fluss stieg.",
            "Die Bürgermeisterin eröffnet am Montag die Brücke.\nDer Fluss stieg.",
        ),
        Bad(
            "Мэр открывает новый мост через реку. Фото: Вестник\n⟦Мэр открывает новый мост через реку.⟧\n",
            "Мэр открывает новый мост через реку. Фото: Вестник\n",
        ),
    ]
    good = [
        "The river rose (again).\nThe river rose.",
        "Shows dialogs to those who wait (in colours)\nShows dialogs to those who wait\n",
        "The committee of the bridge (COB)\nThe members of the committee of the bridge met.",
    ]

    def gate(self, view: View) -> bool:
        return bool(alike(view))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        seen: dict[str, tuple[int, str]] = {}
        for index in alike(view):
            zone = view.zones[index]
            text = view[zone]
            bare = without_credit(text)
            if len(bare) < LEAST or zone.kind == "cell" or OBJECT in text:
                continue
            before, other = seen.get(bare, (-NEAR - 1, text))
            seen[bare] = index, text
            if index - before <= NEAR and other != text:
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, zone.end, fix)


@lru_cache(1)
def alike(view: View) -> list[int]:
    """Return the indexes of the blocks near which another one begins as they do."""
    text = view.text
    long = [index for index, zone in enumerate(view.zones) if zone[2] - zone[1] >= LEAST]
    beginnings = [text[(start := view.zones[index][1]) : start + LEAST] for index in long]
    if len(set(beginnings)) == len(beginnings):
        return []
    last: dict[str, int] = {}
    near: set[int] = set()
    times = Counter(beginnings)
    for index, beginning in zip(long, beginnings, strict=True):
        if times[beginning] > 1:
            before = last.get(beginning, -NEAR - 1)
            if index - before <= NEAR:
                near |= {before, index}
            last[beginning] = index
    return sorted(near)


def without_credit(text: str) -> str:
    """Return a block without the credit at its end."""
    if text.endswith((")", "]", ").", "].")) or any(mark in text[-TAIL:] for mark in ":：/©"):
        credit = _CREDIT.search(text, max(0, len(text) - 3 * TAIL))
        return text[: credit.start()] if credit else text
    return text
