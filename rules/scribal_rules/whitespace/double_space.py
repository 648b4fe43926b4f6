"""More than one space between two words."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, replace

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef"
_GAP = regex.compile(rf"(?<=[^\s{_UNSPACED}])\ {{2,}}+(?=[^\s{_UNSPACED}])", regex.VERBOSE)
_STOP = regex.compile(
    r"[.!?:…] [\"'”’»)\]]{0,3}+ (?<wide>\ {1,2}) (?=[\"'“‘«(\[¿¡]{0,3}+[\p{Lu}\p{N}])", regex.VERBOSE
)
_MARKER = regex.compile(r"[^\p{L}\p{N}]{0,12}+[\p{L}\p{N}]{0,4}+[^\p{L}\p{N}\s]{0,3}+")
"""The number or bullet of an item, after which old typewriters had a wide gap."""

_LONG = 80
"""A shorter line with a gap of more than three spaces is a row of a table."""

_OFTEN = 20
"""A line with three gaps, and one for every so many words, is a row or justified by spaces."""


class DoubleSpace(Rule):
    """Two spaces between words are left of something that was taken out, or of a slip of the thumb.

    Left alone: two spaces after each sentence, where at least half of the sentences of a text have them, as
    typists do; tables, columns and lines that spaces justify; the gap after the number of an item.
    """

    summary = "Two or more spaces stand between two words."
    message = "{count} spaces stand where one belongs"
    patterns = (r"[^ \n]  ",)
    bad = [
        Bad("The port of⟦  ⟧Odesa is open.", "The port of Odesa is open."),
        Bad(
            "It rained.⟦  ⟧(Nobody came.) It was cold. It was late.",
            "It rained. (Nobody came.) It was cold. It was late.",
        ),
        Bad("It *rained*⟦   ⟧all day.", "It *rained* all day.", media="text/markdown"),
    ]
    good = [
        "It rained.  Nobody came.  It was cold.",
        "It rained. Nobody came.\nIt was cold.",
        "1.  The first item.\n•  Another one.\n(a)  A third.\n* ###  A title.",
        "Fingerprint: 2718 2818  3141 5926",
        "Odesa      1.0 million\nLviv       0.7 million",
        "Monday  open\nSunday  closed",
        "They  that  go  down  to  the sea in ships, that do",
        Good("| a  b | c |\n|---|---|\n| d  e | f |\n", media="text/markdown"),
        Good("Words <!-- a note --> and words.\n", media="text/markdown"),
        "標題  作者  日期",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        house_style = None
        stops = {match.start("wide") for match in _STOP.finditer(view.text) if len(match["wide"]) == 2}
        for zone in view.zones_of(hits):
            gaps = _gaps(view, zone)
            if zone.kind == "cell" or _justified(view[zone], gaps):
                continue
            for start, end in gaps:
                if start in stops:
                    house_style = _is_house_style(view.text) if house_style is None else house_style
                    if house_style:
                        continue
                if not _in_columns(view, zone, start, end):
                    yield self.finding(start, end, replace(start, end, " ", Safety.SAFE), count=end - start)


def _gaps(view: View, zone: Zone) -> list[tuple[int, int]]:
    """Return the wide gaps of a line that the source has too, and hidden markup did not make."""
    spans = [match.span() for match in _GAP.finditer(view.text, zone.start, zone.end)]
    return [(start, end) for start, end in spans if _length(view, start, end) == end - start]


def _length(view: View, start: int, end: int) -> int:
    span = view.source_span(start, end)
    return span.end - span.start


def _justified(line: str, gaps: Sequence[tuple[int, int]]) -> bool:
    return len(gaps) > 2 and len(gaps) * _OFTEN > len(line.split())


def _is_house_style(text: str) -> bool:
    """Return whether at least half of the sentences are followed by two spaces."""
    wide = [len(match["wide"]) == 2 for match in _STOP.finditer(text)]
    return 2 * sum(wide) >= len(wide)


def _in_columns(view: View, zone: Zone, start: int, end: int) -> bool:
    """Return whether a gap follows the number of an item, or stands in a row of a table."""
    numbers = view.text[start - 1].isdigit() and view.text[end].isdigit()
    row = end - start > 3 and zone.end - zone.start < _LONG
    if numbers or row or _MARKER.fullmatch(view.text, zone.start, start):
        return True
    index = view.zone_index(zone.start)
    for other in (*view.zones[max(index - 1, 0) : index], *view.zones[index + 1 : index + 2]):
        for left, right in _gaps(view, other):
            if left - other.start == start - zone.start or right - other.start == end - zone.start:
                return True
    return False
