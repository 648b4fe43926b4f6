"""Find a pattern in the zones that hits woke, with a look at what stands beside them."""

from collections.abc import Iterable, Iterator

import regex

from scribal import Hit, View

SPACED = frozenset("bm br co dyu ee ewe fon fr frp gcf gcr mg mos oc sg ty wa wo".split())
"""The languages that set a blank before high marks, as French does, or where writers learnt it from French.

CLDR and the Lexique of the Imprimerie nationale say so of French and its neighbours.
"""

BLANK = r"(?:[\p{Z}\t\x0b-\x1f\x85]|$)"
"""A blank or the end of the line, as a trigger says it."""

BESIDE = 2
"""How many code points after its zone a pattern may look at; before it, any number."""


def matches(pattern: regex.Pattern[str], view: View, hits: Iterable[Hit]) -> Iterator[regex.Match[str]]:
    """Yield each match that begins in a zone of the hits; its offsets are those of the view."""
    for zone in view.zones_of(hits):
        for match in pattern.finditer(view.text, zone.start, min(zone.end + BESIDE, len(view.text))):
            if match.start() >= zone.end:
                break
            yield match
