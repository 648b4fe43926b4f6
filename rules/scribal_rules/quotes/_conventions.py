"""Which way a quotation mark faces in a text: what the text does, and what its language allows."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from enum import StrEnum
from functools import cache
from pathlib import Path

import regex

from scribal import View, expression

COUPLES = (("“", "”"), ("«", "»"), ("‘", "’"), ("‹", "›"))
"""The marks that face each other, the one that opens in most languages first."""

_MARK = re.compile("[“”«»‘’‹›]")
_STRONG = expression(
    r"(?<! [^\s(\[{—–-] ) (?P<open> [“”«»‘’‹›] ) (?= [\p{L}\p{N}] ) (?! [\p{Han}\p{Hiragana}\p{Katakana}] )"
    r" | (?<= [\p{L}\p{N}.,!?…)] ) (?<! [\p{Han}\p{Hiragana}\p{Katakana}] ) (?P<close> [“”«»‘’‹›] ) (?! [\p{L}\p{M}\p{N}] )",
    regex.VERBOSE,
)

PARTNER = {"“": "”", "«": "»", "‘": "’", "‹": "›", "„": "“", "‚": "‘", '"': '"', "'": "'"}
"""What closes a mark where the language does not say."""


class Facing(StrEnum):
    """What a mark does in a text wherever it stands."""

    OPENS = "opens"
    CLOSES = "closes"


@cache
def conventions() -> dict[str, tuple[str, ...]]:
    """Return the pairs of marks of each language, the usual one first."""
    table = tomllib.loads((Path(__file__).parent / "_conventions.toml").read_text("utf-8"))
    return {language: tuple(pairs.split()) for language, pairs in table.items()}


def facings(view: View) -> dict[str, Facing]:
    """Return which way the marks of a text face; a mark that is left out may face either way.

    What the text does decides; where it is at odds with itself, its language does.
    """
    text = view.text
    marks = (_STRONG.match(text, mark.start()) for mark in _MARK.finditer(text))
    found = Counter((match[0], match.lastgroup) for match in marks if match)
    low = "„" in text or "‚" in text
    facing = dict.fromkeys("„‚‟‛", Facing.OPENS)
    for opener, closer in COUPLES:
        right = found[opener, "open"], found[closer, "close"]
        turned = found[closer, "open"], found[opener, "close"]
        ends = (Facing.CLOSES, Facing.OPENS)
        if turned[0] > right[0] and turned[1] > right[1]:
            right, turned, ends = turned, right, (Facing.OPENS, Facing.CLOSES)
        if settled(view, closer, ends[1], turned[0], right[0]):
            facing[closer] = ends[0]
        if not (low and opener in "“‘") and settled(view, opener, ends[0], turned[1], right[1]):
            facing[opener] = ends[1]
    return facing


def settled(view: View, mark: str, other: Facing, against: int, by: int) -> bool:
    """Return whether a mark never does the ``other`` thing by right.

    ``against`` says how often the text lets it, and ``by`` how often another mark does it.
    """
    if not against:
        return True
    pairs = conventions().get(view.language or "")
    end = 0 if other is Facing.OPENS else 1
    return against < by if pairs is None else against <= by and all(pair[end] != mark for pair in pairs)


def is_pair(view: View, opener: str, closer: str) -> bool:
    """Return whether the language of a text has a pair of marks, or may have it as far as is known."""
    pairs = conventions().get(view.language or "")
    return pairs is None or opener + closer in pairs


def partner(view: View, opener: str) -> str:
    """Return what closes a mark in the language of a text."""
    pairs = conventions().get(view.language or "", ())
    usual = PARTNER.get(opener, opener)
    closers = [pair[1] for pair in pairs if pair[0] == opener]
    return usual if not closers or usual in closers else closers[0]
