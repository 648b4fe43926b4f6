"""Wide gaps in a line, and what they are for."""

from collections.abc import Sequence

import regex

from scribal import View, Zone, expression

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef"
_GAP = expression(rf" (?<=[^\s\\{_UNSPACED}] ) {{1,7}}+(?=[^\s{_UNSPACED}])")
"""A wider gap parts columns."""

_LABEL = expression(r"[^\p{L}\p{N}]*+ (?: \S*+ | [^.!?:]{1,30} : ) | Copyright .*+", regex.VERBOSE)
"""The bullet, the number or the term before an item, or a label: typists and tables have a wide gap there."""

_DAY = expression(r"(?<=,)\ {2}(?=\d\ )", regex.VERBOSE)
"""The gap of a date whose day has one figure, as mails write it."""

_LONG = 80
"""A shorter line with a gap of more than two spaces is a row of a table."""

_OFTEN = 20
"""A line with three gaps, and one for every so many words, is a row or justified by spaces."""

_FEWEST, _WIDEST = 5, 100
"""A text of so many lines, none with more code points, was filled by a program."""


def gaps(view: View, zone: Zone) -> list[tuple[int, int]]:
    """Return the wide gaps of a line that the source has too, and that neither markup nor code made."""
    if view.text.find("  ", zone.start, zone.end) < 0:
        return []
    spans = [match.span() for match in _GAP.finditer(view.text, zone.start, zone.end)]
    if view.about.media != "text/plain":
        spans = [(start, end) for start, end in spans if _length(view, start, end) == end - start]
    return [span for span in spans if not _coded(view.text, zone, *span)]


def _coded(text: str, zone: Zone, start: int, end: int) -> bool:
    """Return whether a gap is a literal of a program, or parts a heading from its anchor."""
    literal = text[start - 1] == text[end] and text[end] in "'\""
    return literal or (zone.kind == "heading" and text[end : zone.end] == "\ufffc")


def _length(view: View, start: int, end: int) -> int:
    span = view.source_span(start, end)
    return span.end - span.start


def justified(line: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a line has so many gaps that it is a row, or was spread to a width."""
    return len(spans) > 2 and len(spans) * _OFTEN > len(line.split())


def filled(text: str) -> bool:
    """Return whether a program filled the lines of a text; such programs set two spaces after sentences."""
    lines = text.splitlines()
    return len(lines) >= _FEWEST and max(map(len, lines)) <= _WIDEST


def in_columns(view: View, zone: Zone, start: int, end: int) -> bool:
    """Return whether a gap follows a label, or stands in a date, among figures or in a row of a table."""
    text = view.text
    figures = text[start - 1].isdigit() and text[end].isdigit()
    row = end - start > 2 and zone.end - zone.start < _LONG
    if figures or row or _LABEL.fullmatch(text, zone.start, start) or _DAY.match(text, start):
        return True
    index = view.zone_index(zone.start)
    for other in (*view.zones[max(index - 1, 0) : index], *view.zones[index + 1 : index + 2]):
        for left, right in gaps(view, other):
            if left - other.start == start - zone.start or right - other.start == end - zone.start:
                return True
    return False
