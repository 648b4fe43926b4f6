"""Whether a text says of itself what a phrase says: at the beginning of a sentence, or as the opening of a line."""

from __future__ import annotations

from collections.abc import Callable

import regex

from scribal import Zone, expression

PREFIX = 60
"""How many code points of its sentence may stand before a notice: “Please note that”, “Warning:”."""

CREDITED = ("paragraph", "quote", "caption", "item", "cell")
"""The kinds of lines that credits stand on."""

_STOP = expression(r"[.!?。！？|\n](?=\s|[\p{Han}\p{Hiragana}\p{Katakana}]|\Z)")
_WORD = expression(r"[\p{L}\p{M}'-]+")
_LABEL = expression(r"[^\p{L}\p{N}]*(?:\p{L}[\p{L}\p{M}\p{N} ]{0,30}[:,·|–—-])?[^\p{L}\p{N}«»“”„\"]*")
_AFTER = expression(r"[ ]*([\p{L}\p{M}\p{N}'-]+)")
_OPENED = expression(r"[\"“„«»「『‹‚']\s?\Z")


def is_said(denied: frozenset[str], text: str, zone: Zone, match: regex.Match[str]) -> bool:
    """Return whether a sentence says that it was so, at its beginning and in nobody else's words."""
    start = max((stop.end() for stop in _STOP.finditer(text, zone.start, match.start())), default=zone.start)
    before = text[start : match.start()]
    words = _WORD.findall(text, start, match.end())
    return len(before) <= PREFIX and not _OPENED.search(before) and denied.isdisjoint(words)


def opens(joins: frozenset[str], text: str, zone: Zone, match: regex.Match[str]) -> bool:
    """Return whether a credit opens its line, perhaps after a label, and ends there or is joined to more."""
    after = _AFTER.match(text, match.end(), zone.end)
    return bool(
        zone.kind in CREDITED
        and _LABEL.fullmatch(text, zone.start, match.start())
        and (after is None or after[1] in joins)
    )


Says = Callable[[str, Zone, regex.Match[str]], bool]

SAYS = {"sentences": is_said, "openings": opens}

WORDS = {"sentences": "denied", "openings": "joins"}
"""The words that each kind of phrase looks for around it."""
