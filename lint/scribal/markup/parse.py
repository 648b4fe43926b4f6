"""The parser of Markdown, and its offsets in code points."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Any

import pyromark

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_GFM
)

_CONTINUATION = bytes(range(0x80, 0xC0))
_STEP = 256


def events_of(text: str) -> Any:
    """Yield what the parser meets, with its range in the UTF-8 form of the text."""
    return pyromark.events_with_range(text, options=OPTIONS)


def offsets_of(text: str) -> Callable[[int], int]:
    """Return the function from offsets in the UTF-8 form of a text to offsets in the text."""
    if text.isascii():
        return int
    data = text.encode()
    counts = (len(data[at : at + _STEP].translate(None, _CONTINUATION)) for at in range(0, len(data), _STEP))
    before = [0, *accumulate(counts)]

    def offset(place: int) -> int:
        block = place // _STEP
        return before[block] + len(data[block * _STEP : place].translate(None, _CONTINUATION))

    return offset
