"""Which sentences of a text may be told to be in another language, and which stand there by right."""

import re
import tomllib
from functools import cache
from itertools import accumulate
from pathlib import Path

from scribal import Span, View, Zone, expression

LEAST = 60
"""How many letters a sentence must have for its language to be told."""

LONGEST = 1_000
"""What has more code points without a full stop is no sentence."""

MOST = 0.4
"""The share of a text that may stand in other languages; beyond it, the text has two."""

DENSE = 3
"""A letter of Chinese or Japanese says as much as so many of English."""

SMALL = 0.6
"""The share of words in small letters from which on a line is no title and no list of names."""

_UNSPACED = expression(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_QUOTED = expression(r"[\"“”„«»‹›「」『』*_`()\[\]]|(?<!\p{L})['‘’]|['’](?!\p{L})|\ufffc")
_MARKS = re.compile('["“”„«»「」『』]')
"""The marks that come in pairs around a quotation."""

_CODE = re.compile(r"[{}<>=\\|/$#~^+;@]|https?:|www\.|\d\D{0,9}\d\D{0,9}\d\D{0,9}\d\D{0,9}\d")
"""What stands in addresses, code and lists of numbers."""

_SOURCE = re.compile(r"ISBN|ISSN|\b(?:doi|DOI|arXiv|[Pp]p?\.|[Vv]ol\.|[Ee]ds?\.|et al|Proceedings)")
"""What stands in bibliographies."""

_LEGAL = re.compile(r"[Ll]icen[cs]|[Ll]izenz|[Cc]opyright|©|[Ww]arrant|LICEN[CS]E|WARRANT")
"""What stands in terms that hold in one language only."""

_CREDIT = expression(r"\s*(?:[—–―]|--)\s?[\p{L}@]")
"""How the line begins that says who is quoted."""

_OPENS = re.compile(r"[:：,;–—-]\s*\Z")
"""What stands before something that is announced."""


@cache
def table() -> dict[str, str]:
    """Return the signs of each language: words with bars between them, or a class of letters."""
    return tomllib.loads((Path(__file__).parent / "untranslated_span" / "signs.toml").read_text("utf-8"))


@cache
def signs_of(language: str) -> tuple[str, ...] | re.Pattern[str]:
    """Return the words that a language is told by, with a blank on either side, or the expression of its letters."""
    each = table().get(language, "")
    return (
        re.compile(each) if each.startswith("[") else tuple(f" {word} " for word in each.split("|") if word)
    )


def strangers(text: str, language: str) -> list[Span]:
    """Return the sentences of a text that have no sign of its language; none where much of it has none.

    Sentences are told by a stop and a blank, and only long ones are looked at.
    """
    signs = signs_of(language)
    parts = text
    for mark in (". ", "? ", "! ", "。"):
        parts = parts.replace(mark, f"{mark[:-1]}\n")
    pieces = parts.split("\n")
    left = [at for at, piece in enumerate(pieces) if len(piece) >= LEAST]
    if not text.isascii():
        left += [at for at, piece in enumerate(pieces) if len(piece) < LEAST and is_dense(piece)]
    if isinstance(signs, tuple):
        for sign in signs:
            left = [at for at in left if sign not in pieces[at]]
    else:
        left = [at for at in left if not signs.search(pieces[at])]
    foreign, much = sum(len(pieces[at]) for at in left), sum(weight(pieces[at]) for at in left)
    if much > MOST * (len(text) - foreign + much):
        return []
    starts = [0, *accumulate(len(piece) + 1 for piece in pieces)]
    return [
        Span(starts[at], starts[at] + len(pieces[at])) for at in sorted(left) if len(pieces[at]) <= LONGEST
    ]


def weight(piece: str) -> int:
    """Return how long a sentence would be in a script with blanks."""
    return len(piece) * (DENSE if piece[len(piece) // 2 : len(piece) // 2 + 1] > "\u2e80" else 1)


def is_dense(piece: str) -> bool:
    """Return whether a sentence that is not long is in a script in which few letters say much."""
    return len(piece) >= LEAST // 3 and piece[LEAST // 4] > "\u2e80"


def is_prose(view: View, zone: Zone, span: Span) -> bool:
    """Return whether a sentence is one that somebody would have translated."""
    sentence, before = view[span].strip(), view.text[zone.start : span.start]
    unspaced = _UNSPACED.search(sentence) is not None
    if len(sentence) < (LEAST // 3 if unspaced else LEAST) or sentence[-1] not in ".!?。！？":
        return False
    words = sentence.split()
    small = sum(not word[0].isupper() for word in words)
    letters = sum(map(str.isalpha, sentence))
    if small < SMALL * len(words) or letters < (LEAST // 3 if unspaced else LEAST):
        return False
    return not (
        _QUOTED.search(sentence)
        or _CODE.search(sentence)
        or _SOURCE.search(sentence)
        or _LEGAL.search(view[zone])
        or _OPENS.search((before or beside(view, zone, -1))[-3:])
        or len(_MARKS.findall(before)) % 2
        or any(_CREDIT.match(beside(view, zone, step)) for step in (1, 2))
    )


def beside(view: View, zone: Zone, step: int) -> str:
    """Return the line that stands so many lines behind another one, or before it."""
    index = view.zone_index(zone.start) + step
    return view[view.zones[index]] if 0 <= index < len(view.zones) else ""
