"""Which sentences of a text may be told to be in another language, and which stand there by right."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import regex

from scribal import Span, View, Zone

LEAST = 60
"""How many letters a sentence must have for its language to be told."""

LONGEST = 1_000
"""What has more code points without a full stop is no sentence."""

WINDOW = 80
"""In so many code points of prose stands one of the words that a language is told by."""

SMALL = 0.6
"""The share of words in small letters from which on a line is no title and no list of names."""

_STOP = re.compile(r"[.!?][\"”’»')\]]?(?= |\n|\Z)|[。！？]++")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_QUOTED = regex.compile(r"[\"“”„«»‹›「」『』*_`()\[\]]|(?<!\p{L})['‘’]|['’](?!\p{L})|\ufffc")
_LINE = re.compile(rf"^[^\n]{{{LEAST},{2 * WINDOW}}}$", re.MULTILINE)
"""A line that need not hold a whole stretch."""

_CODE = re.compile(r"[{}<>=\\|/$#~^+;@]|https?:|www\.|\d\D{0,9}\d\D{0,9}\d\D{0,9}\d\D{0,9}\d")
"""What stands in addresses, code and lists of numbers."""

_SOURCE = re.compile(r"ISBN|ISSN|\b(?:doi|DOI|arXiv|[Pp]p?\.|[Vv]ol\.|[Ee]ds?\.|et al|Proceedings)")
"""What stands in bibliographies."""

_LEGAL = re.compile(r"[Ll]icen[cs]|[Ll]izenz|[Cc]opyright|©|[Ww]arrant|LICEN[CS]E|WARRANT")
"""What stands in terms that hold in one language only."""

_CREDIT = regex.compile(r"\s*[—–―-]\s?[\p{L}@]")
"""How the line begins that says who is quoted."""

_OPENS = re.compile(r"[:：,;–—-]\s*\Z")
"""What stands before something that is announced."""


@cache
def table() -> dict[str, str]:
    """Return the signs of each language: words with bars between them, or a class of letters."""
    return tomllib.loads((Path(__file__).parent / "untranslated_span" / "signs.toml").read_text("utf-8"))


@cache
def sign_of(language: str) -> re.Pattern[str] | None:
    """Return the expression of the words or letters that a language is told by, None for an unknown one."""
    each = table().get(language)
    return None if each is None else re.compile(each if each.startswith("[") else rf" (?:{each})[ ,.\n]")


def bare(text: str, sign: re.Pattern[str]) -> list[int]:
    """Return where the stretches of a text begin that have no sign of a language, and the lines too short for one."""
    search = sign.search
    lines = (line.span() for line in _LINE.finditer(text))
    return [
        *(at for at in range(0, len(text), WINDOW) if not search(text, at, at + WINDOW)),
        *(start for start, end in lines if not search(text, start, end)),
    ]


def sentences(view: View, zone: Zone, at: int, sign: re.Pattern[str]) -> Iterator[Span]:
    """Yield the sentences of a line that touch a bare stretch and have no sign of the language either."""
    text, last = view.text, min(at + WINDOW, zone.end)
    start = max(zone.start, text.rfind(". ", max(zone.start, at - LONGEST), max(zone.start, at)) + 2)
    while start < last and (stop := _STOP.search(text, start, min(start + LONGEST, zone.end))):
        if stop.end() - start >= LEAST // 3 and not sign.search(text, start, stop.end()):
            yield Span(start, stop.end())
        start = stop.end() + (text[stop.end() : stop.end() + 1] == " ")


def is_prose(view: View, zone: Zone, span: Span) -> bool:
    """Return whether a sentence is one that somebody would have translated."""
    sentence, before = view[span], view.text[zone.start : span.start]
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
        or len(_QUOTED.findall(before)) % 2
        or any(_CREDIT.match(beside(view, zone, step)) for step in (1, 2))
    )


def beside(view: View, zone: Zone, step: int) -> str:
    """Return the line that stands so many lines behind another one, or before it."""
    index = view.zone_index(zone.start) + step
    return view[view.zones[index]] if 0 <= index < len(view.zones) else ""
