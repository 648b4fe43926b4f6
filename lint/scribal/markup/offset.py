"""From offsets in bytes to offsets in code points."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

_CONTINUATION = bytes(range(0x80, 0xC0))
_STEP = 256


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
