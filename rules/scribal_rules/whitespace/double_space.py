"""More than one space between two words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View

from ._gaps import filled, gaps, in_columns, justified
from ._prose import is_prose

_STOP = re.compile(r"[.!?:…] [\"'”’»)\]]{0,3}+ (?P<gap>\ {1,2}) (?=\S)", re.VERBOSE)
_HABIT = 3
"""So many sentences with a wide gap after them are the habit of somebody who wrote a part of the text."""


class DoubleSpace(Rule):
    """Two spaces between words are left of something that was taken out, or of a slip of the thumb.

    Left alone: two spaces after each sentence, where at least half of the sentences of a text or, in a text
    with several of them, of a paragraph have them, as typists do, and after any sentence of a text
    whose lines were filled by a program, since such programs set them; tables, columns and lines that spaces
    justify; the gap after the number or the term of an item; commands and listings in plain text.  ``many`` in
    one text are one finding.
    """

    @dataclass(frozen=True)
    class Options:
        many: int = 5
        """From how many gaps on one finding speaks for all."""

    summary = "Two or more spaces stand between two words."
    message = "{count} spaces stand where one belongs{more}"
    patterns = (r"[^\p{Z}\t\n] {2,8}[^\p{Z}\t\n]",)
    bad = [
        Bad("The port of⟦  ⟧Odesa is open.", "The port of Odesa is open."),
        Bad(
            "It rained.⟦  ⟧(Nobody came.) It was cold. I left.",
            "It rained. (Nobody came.) It was cold. I left.",
        ),
        Bad(
            "The port of⟦  ⟧Odesa.\nIt rained at the  port of Kerch.\nNobody came to see  them.\n"
            "They  had left.\nThey had gone to the coast  again.\nAll this was  the last of their ships.\n",
            "The port of Odesa.\nIt rained at the port of Kerch.\nNobody came to see them.\n"
            "They  had left.\nThey had gone to the coast again.\nAll this was the last of their ships.\n",
        ),
        Bad("It *rained*⟦  ⟧all day.", "It *rained* all day.", media="text/markdown"),
    ]
    good = [
        "It rained.  Nobody came.  It was cold.",
        "It rained. Nobody came.\nIt was cold.",
        "It rained. I left. I slept. I rose. I ate.\nIt was cold.  Nobody came.  The sun rose.  It was hot.",
        "It was cold, and the sun rose over the frozen fields to the north of\nthe town. Nobody was there.  It was\n"
        "said that they had gone away a week before. There was no smoke above the\nroofs, and the dogs were gone.\n"
        "A week later the first of them came back. It rained.\n",
        "1.  The first item.\n•  Another one.\n(a)  A third.\n* ###  A title.\nEPERM  The caller may not.",
        "Fingerprint: 2718 2818  3141 5926",
        "Sun,  7 Nov 2021 it was.",
        "$ ls  -a\ncount = one  + two",
        "Odesa      1.0 million\nLviv       0.7 million",
        "Monday  open\nSunday  closed",
        "They  that  go  down  to  the sea in ships, that do",
        Good("## A heading  {#its-id}\n\nIt is {'  '} that.\n", media="text/markdown"),
        Good("| a  b | c |\n|---|---|\n| d  e | f |\n", media="text/markdown"),
        Good("Words <!-- a note --> and words.\n", media="text/markdown"),
        "標題  作者  日期",
        Good("Then cut by -d\\  and the rest of it.", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = list(self.stray(view, hits))
        at_once = len(found) >= self.options.many
        for group in [found] if at_once else [[span] for span in found]:
            start, end = group[0]
            more = f", and so in {len(group) - 1} more places" if at_once else ""
            fix = Fix(tuple(Edit(*span, " ") for span in group), Safety.SAFE)
            yield self.finding(start, end, fix, count=end - start, more=more)

    def stray(self, view: View, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
        """Yield the gaps that nothing explains."""
        plain = view.about.media == "text/plain"
        lines = [
            (zone, found)
            for zone in view.zones_of(hits)
            if zone.kind != "cell" and (found := gaps(view, zone)) and not justified(view[zone], found)
        ]
        after_stop = _after_stops(view) if lines else {}
        places, wide = list(after_stop), sum(after_stop.values())
        habit = 2 * wide >= len(after_stop) or (plain and wide > 0 and filled(view.text))
        for zone, found in lines:
            spared = habit
            if wide >= _HABIT and not habit:
                stops = places[bisect_left(places, zone.start) : bisect_left(places, zone.end)]
                spared = 2 * sum(map(after_stop.__getitem__, stops)) >= len(stops)
            if spared:
                found = [gap for gap in found if not after_stop.get(gap[0])]
            if not found or (plain and not is_prose(view[zone])):
                continue
            for start, end in found:
                if not in_columns(view, zone, start, end):
                    yield start, end


def _after_stops(view: View) -> dict[int, bool]:
    """Return where the gap after each sentence is, and whether it is a wide one."""
    return {match.start("gap"): len(match["gap"]) == 2 for match in _STOP.finditer(view.text)}
