"""Where a phrase begins and ends in a text: alone, behind a mark, with the blank behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scribal.expression import expression
from scribal.text import Span, View, Zone

WRAPPED = 50
"""A line of so many code points without a stop, right above, goes on in the next one."""

_STOPS = tuple('.!?:…。！？："”»')

_UNSPACED = expression(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_BLANK_END = re.compile(r"\s*+\Z")
_CLOSE = expression(r"(?:\s*+[*＊])?+[.!?。！？؟।]?+(?:\s*+[*＊])?+")


def united(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield spans with those that overlap, or have a blank between them, as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last and not text[last.end : span.start].strip():
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def said(text: str, start: int, end: int) -> bool:
    """Return whether a stretch has a letter or a digit."""
    return any(map(str.isalnum, text[start:end]))


def stop_of(view: View, zone: Zone, end: int) -> int:
    """Return where the marks behind a sentence end."""
    mark = _CLOSE.match(view.text, end, zone.end)
    return mark.end() if mark else end


def with_blank(view: View, zone: Zone, start: int, end: int) -> tuple[int, int]:
    """Return a span and the blank behind it, or at the end of a line those before it."""
    if end < zone.end and not _BLANK_END.match(view.text, end, zone.end):
        return start, end + view.text[end].isspace()
    return zone.start + len(view.text[zone.start : start].rstrip()), end


def begins(view: View, zone: Zone, at: int) -> bool:
    """Return whether a sentence may begin at an offset: with no small letter, or behind a mark."""
    text, last = view.text, at - 1
    while last >= zone.start and text[last].isspace():
        last -= 1
    return not text[at].islower() or last < zone.start or not (text[last].isalnum() or text[last] == ",")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no letter or digit is glued to either end; scripts without spaces glue by nature."""
    return not (_glued(text[start - 1 : start], text[start]) or _glued(text[end - 1], text[end : end + 1]))


def _glued(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not (_UNSPACED.match(left) or _UNSPACED.match(right))


def goes_on(view: View, zone: Zone) -> bool:
    """Return whether the line right above one may be a sentence that was broken off at a column."""
    before = view.zone_at(zone.start - 2)
    if before is None or before.end != zone.start - 1 or before.end - before.start < WRAPPED:
        return False
    return not view[before].rstrip().endswith(_STOPS)
