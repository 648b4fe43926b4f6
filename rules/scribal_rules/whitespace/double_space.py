"""More than one space between two words."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, replace

from ._prose import is_prose

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef"
_GAP = regex.compile(rf"(?<=[^\s{_UNSPACED}])\ {{2,8}}+(?=[^\s{_UNSPACED}])", regex.VERBOSE)
"""A wider gap parts columns."""

_STOP = regex.compile(r"[.!?:…] [\"'”’»)\]]{0,3}+ (?<gap>\ {1,2}) (?=\S)", regex.VERBOSE)
_LABEL = regex.compile(r"[^\p{L}\p{N}]*+ (?: \S*+ | [^.!?:]{1,30} : ) | Copyright .*+", regex.VERBOSE)
"""The bullet, the number or the term before an item, or a label: typists and tables have a wide gap there."""

_DAY = regex.compile(r"(?<=,)\ {2}(?=\d\ )", regex.VERBOSE)
"""The gap of a date whose day has one figure, as mails write it."""

_LONG = 80
"""A shorter line with a gap of more than two spaces is a row of a table."""

_OFTEN = 20
"""A line with three gaps, and one for every so many words, is a row or justified by spaces."""

_HABIT = 3
"""So many sentences with a wide gap after them are the habit of somebody who wrote a part of the text."""


class DoubleSpace(Rule):
    """Two spaces between words are left of something that was taken out, or of a slip of the thumb.

    Left alone: two spaces after each sentence, where at least half of the sentences of a text or, in a text
    with several of them, of a paragraph have them, as typists do, and after any sentence of a paragraph whose
    lines were filled by a program, since such programs set them; tables, columns and lines that spaces
    justify; the gap after the number or the term of an item; commands and listings in plain text.
    """

    summary = "Two or more spaces stand between two words."
    message = "{count} spaces stand where one belongs"
    patterns = (r"[^ \n]  ",)
    bad = [
        Bad("The port of⟦  ⟧Odesa is open.", "The port of Odesa is open."),
        Bad(
            "It rained.⟦  ⟧(Nobody came.) It was cold. I left.",
            "It rained. (Nobody came.) It was cold. I left.",
        ),
        Bad("It *rained*⟦  ⟧all day.", "It *rained* all day.", media="text/markdown"),
    ]
    good = [
        "It rained.  Nobody came.  It was cold.",
        "It rained. Nobody came.\nIt was cold.",
        "It rained. I left. I slept. I rose. I ate.\nIt was cold.  Nobody came.  The sun rose.  It was hot.",
        "It was cold, and the sun rose over the frozen fields to the north of\nthe town. Nobody was there.  It was "
        "said that they had gone away a\nweek before. There was no smoke above the roofs, and the dogs were gone.\n",
        "1.  The first item.\n•  Another one.\n(a)  A third.\n* ###  A title.\nEPERM  The caller may not.",
        "Fingerprint: 2718 2818  3141 5926",
        "Sun,  7 Nov 2021 it was.",
        "$ ls  -a\ncount = one  + two",
        "Odesa      1.0 million\nLviv       0.7 million",
        "Monday  open\nSunday  closed",
        "They  that  go  down  to  the sea in ships, that do",
        Good("| a  b | c |\n|---|---|\n| d  e | f |\n", media="text/markdown"),
        Good("Words <!-- a note --> and words.\n", media="text/markdown"),
        "標題  作者  日期",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        after_stop = {match.start("gap"): len(match["gap"]) == 2 for match in _STOP.finditer(view.text)}
        wide = sum(after_stop.values())
        habit = 2 * wide >= len(after_stop)
        plain = view.about.media == "text/plain"
        for zone in view.zones_of(hits):
            gaps = _gaps(view, zone)
            if zone.kind == "cell" or _justified(view[zone], gaps) or (plain and not is_prose(view[zone])):
                continue
            stops = [after_stop[at] for at in after_stop if zone.start <= at < zone.end] if wide else []
            often = wide >= _HABIT and 2 * sum(stops) >= len(stops)
            spared = habit or often or (plain and _filled(view, zone))
            for start, end in gaps:
                if not (spared and after_stop.get(start)) and not _in_columns(view, zone, start, end):
                    yield self.finding(start, end, replace(start, end, " ", Safety.SAFE), count=end - start)


def _gaps(view: View, zone: Zone) -> list[tuple[int, int]]:
    """Return the wide gaps of a line that the source has too, and hidden markup did not make."""
    spans = [match.span() for match in _GAP.finditer(view.text, zone.start, zone.end)]
    return [(start, end) for start, end in spans if _length(view, start, end) == end - start]


def _filled(view: View, zone: Zone) -> bool:
    """Return whether a paragraph of plain text was several lines of its source."""
    return view.run_at(zone.start) is not view.run_at(zone.end - 1)


def _length(view: View, start: int, end: int) -> int:
    span = view.source_span(start, end)
    return span.end - span.start


def _justified(line: str, gaps: Sequence[tuple[int, int]]) -> bool:
    return len(gaps) > 2 and len(gaps) * _OFTEN > len(line.split())


def _in_columns(view: View, zone: Zone, start: int, end: int) -> bool:
    """Return whether a gap follows a label, or stands in a date, among figures or in a row of a table."""
    text = view.text
    figures = text[start - 1].isdigit() and text[end].isdigit()
    row = end - start > 2 and zone.end - zone.start < _LONG
    if figures or row or _LABEL.fullmatch(text, zone.start, start) or _DAY.match(text, start):
        return True
    index = view.zone_index(zone.start)
    for other in (*view.zones[max(index - 1, 0) : index], *view.zones[index + 1 : index + 2]):
        for left, right in _gaps(view, other):
            if left - other.start == start - zone.start or right - other.start == end - zone.start:
                return True
    return False
