"""Quotation marks and how each stands among its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from scribal import Hit, View, Zone, expression

FAMILIES = ('"＂', "“”„‟", "«»", "'", "‘’‚‛", "‹›")
"""The marks that pair with one another; a pair across two families is unlike."""

FAMILY = {mark: family for family in FAMILIES for mark in family}
DOUBLE = frozenset('"＂“”„‟«»')
"""The marks of the outer level; an outer mark never pairs with an inner one."""

_MARK = re.compile("[" + "".join(FAMILY) + "]")
_GERSHAYIM = re.compile("[\u05d0-\u05ea][\"”'’](?=[\u05d0-\u05ea](?![\u05d0-\u05ea]))")
"""The mark of a Hebrew acronym or numeral, before its last letter."""

_UNSPACED = expression(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_BRACKETS = frozenset("([{（［｛【「『《〈")
_CLASPS = _BRACKETS | frozenset("=+~&#$|")
_OPENS_AFTER = _CLASPS | frozenset("<—–―-‐‑/\\¿¡_£€…")
_CLOSES_BEFORE = frozenset(".,;:!?…)]}—–―-‐‑*。．，、：；！？）］｝】」』》〉،؛؟।॥։՝·")
_STOPS = expression(r"[,;:!?)\]}…。，、：；！？）]|\.(?![\p{L}\p{N}./])")
_UNSEEN = FAMILY.keys() | frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
"""What is looked through from a mark to its neighbour: other marks, and characters without a shape."""

_DEPTH = 8
"""Through how many of them, at most."""


CODE = expression(r"=\s*+[\"'“]|[\\{}$<>|]|;\s*+\Z|\":|^\s*+[-\[$#]|_\w+\"")
"""What stands in a line of code, where marks obey other laws."""


@lru_cache(1)
def quoting(view: View) -> list[Zone]:
    """Return the zones in which a mark of the outer level stands, in order."""
    places = sorted(at for mark in DOUBLE if mark in view.text for at in view.places_of(mark))
    return list(view.zones_of(Hit(at, at, "") for at in places))


class Stand(StrEnum):
    """Where a mark stands, judged by its neighbours alone."""

    OPENS = "opens"
    """Before a word, and not behind one."""
    CLOSES = "closes"
    """Behind a word, and not before one."""
    FLOATS = "floats"
    """Between blanks, or between a blank and a mark that ends a clause."""
    INNER = "inner"
    """Between two words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, at an offset of the view."""

    at: int
    glyph: str
    stand: Stand
    before: str
    """The code point before it and before the marks that it adjoins; empty at the start."""
    after: str

    @property
    def clause_end(self) -> bool:
        """Whether a mark that ends a clause follows."""
        return bool(_STOPS.match(self.after))

    @property
    def unspaced(self) -> bool:
        """Whether it stands behind a letter of a script that sets no blanks between words."""
        return bool(_UNSPACED.match(self.before))

    @property
    def double(self) -> bool:
        return self.glyph in DOUBLE


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the quotation marks of a stretch of text, those within words and primes included."""
    for found in _MARK.finditer(text, start, end):
        at, glyph = found.start(), found[0]
        left, right = at - 1, at + 1
        if _GERSHAYIM.match(text, left):
            continue
        while left >= max(start, at - _DEPTH) and text[left] in _UNSEEN:
            left -= 1
        while right < min(end, at + _DEPTH) and text[right] in _UNSEEN:
            right += 1
        before = text[left] if left >= start else ""
        after = text[right] if right < end else ""
        place = stand(before, after, text[right : right + 2])
        if place is Stand.INNER and left < at - 1:
            place = Stand.OPENS  # an elided word, as in l’«x»
        elif place is Stand.INNER and right > at + 1:
            place = Stand.CLOSES  # an ending, as in “x”’s
        yield Mark(at, glyph, place, before, after)


def stand(before: str, after: str, ahead: str) -> Stand:
    """Return how a mark stands between two code points; ``ahead`` is what begins with the second."""
    no_left, no_right = not before or before.isspace(), not after or after.isspace()
    if no_left and no_right:
        return Stand.FLOATS
    if no_left:
        return Stand.FLOATS if before and _STOPS.match(ahead) else Stand.OPENS
    if no_right:
        return Stand.OPENS if before in _BRACKETS else Stand.CLOSES
    opening, closing = before in _OPENS_AFTER, after in _CLOSES_BEFORE
    if opening and closing:
        return Stand.OPENS if before in _CLASPS else Stand.CLOSES
    if opening:
        return Stand.OPENS
    return Stand.CLOSES if closing else Stand.INNER
