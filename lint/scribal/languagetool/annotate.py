"""A text as LanguageTool wants it, and the way back from its offsets.

Java counts UTF-16 code units, in which an emoji is two; what stands for code or
an image is markup that is read as some noun.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import accumulate

MASK = "\ufffc"
"""What stands in the prose for code or an image."""

READ_AS = "X"
"""What LanguageTool reads there: a word of no language, that any sentence may have for a noun."""

_PARTS = re.compile(f"{MASK}|[^{MASK}]+")


def annotated(text: str) -> str:
    """Return the text as the JSON of annotated text; it is ASCII."""
    parts = (
        {"markup": part, "interpretAs": READ_AS} if part == MASK else {"text": part}
        for part in _PARTS.findall(text)
    )
    return json.dumps({"annotation": list(parts)})


def way_back(text: str) -> Callable[[int], int]:
    """Return the way from offsets in UTF-16 code units to those in code points."""
    if not text or max(text) <= "\uffff":
        return int
    units = list(accumulate((2 if char > "\uffff" else 1 for char in text), initial=0))
    places = {unit: place for place, unit in enumerate(units)}
    return lambda unit: places.get(unit, places.get(unit + 1, len(text)))


def beside_mask(text: str, start: int, end: int) -> bool:
    """Return whether code or an image stands inside of a stretch of the text, or next to it."""
    before, after = text[:start].rstrip(" ")[-1:], text[end:].lstrip(" ")[:1]
    return MASK in (before, after) or MASK in text[start:end]
