"""Decode what was decoded wrongly, by the plans of ftfy and nothing else that ftfy does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from scribal import expression

from ._badness import BADNESS
from ._foreign import foreign
from ._single_bytes import WINDOWS

PAIR = 2
"""How many characters a letter of two bytes becomes."""

_TOKEN = expression(r"\S++")
_SINGLE = str.maketrans({byte: char for byte, char in WINDOWS.items() if char})

BAD = expression(BADNESS, regex.MULTILINE)

_EWE = expression("[ɖɛɔŋʋƉƐƆŊƲ]")
"""Letters beside which ``ƒ`` is one, as in Ewe ``ƒe``, and no sign of MacRoman."""

_ODD = expression(
    r"\p{Ll}(?![A-Z])\p{Lu}|(?<!\p{L})\p{Lu}[À-Þ]\p{Ll}|\p{Ll}[®ŽŤ]|[\u0180-\u0191\u0193-\u019f\u01a2-\u01ae\u01b1-\u01cc]"
)
"""A capital amid small letters, or a letter that hardly any language has: what the wrong one of two charsets gives."""

_PRIVATE = expression(r"\p{Co}")
"""What no text has, and some charsets give."""

_CONTROLS = expression(r"[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")
"""What a text has that was read in a charset of ISO 8859, and none that was read in one of Windows."""

RIVALS = {
    "windows-1250": {"iso8859_2": "iso-8859-2", "cp1257": "windows-1257"},
    "windows-1252": {"iso8859_15": "iso-8859-15"},
    "latin-1": {"iso8859_15": "iso-8859-15"},
}
"""What differs little from a charset that ftfy knows, or is tried by it too late."""


class Reading(NamedTuple):
    """What a stretch of text should be, and how it came to be what it is."""

    start: int
    end: int
    text: str
    charsets: tuple[str, ...]
    """The charsets that UTF-8 was taken for, one after the other."""
    certain: bool
    """Whether no byte was lost or guessed."""


def readings(line: str) -> Iterator[Reading]:
    """Yield what should stand in a line instead of its mojibake, in order and without overlap."""
    if _EWE.search(line):
        line = line.replace("ƒ", "f")
    if not is_bad(line):
        yield from single(line)
        return
    whole = reading(line, 0)
    if whole is None or is_bad(whole.text):
        parts = [*single(line, entire=True)] or [*words(line)]
        whole = None if parts else whole
        yield from parts or single(line)
    if whole:
        yield from tokens(line, whole)


def is_bad(text: str) -> bool:
    """Return whether ftfy's heuristic takes a text for mojibake; ftfy is asked only where it may."""
    if not BAD.search(text):
        return False
    from ftfy.badness import is_bad

    return is_bad(text)


def reading(text: str, at: int) -> Reading | None:
    """Return what ftfy takes a whole text for, if it is UTF-8 read as something else."""
    from ftfy import TextFixerConfig, fix_encoding_and_explain

    fixed, plan = fix_encoding_and_explain(text, TextFixerConfig(unescape_html=False))
    steps = [step.parameter for step in plan or ()]
    if fixed in (text, text.translate(_SINGLE)) or _PRIVATE.search(fixed):
        return None
    encoded = [step.parameter.removeprefix("sloppy-") for step in plan or () if step.action == "encode"]
    charsets = encoded or ["latin-1"]
    guessed = {"restore_byte_a0", "replace_lossy_sequences", "fix_c1_controls"}.intersection(steps)
    rivals = dict(read_as(text, charsets)) if len(charsets) < 2 else {}
    doubted = oddness(fixed) or (charsets == ["windows-1250"] and {*rivals} - {fixed})
    certain = not (guessed or doubted or is_bad(fixed))
    best = min((*rivals, fixed) if _CONTROLS.search(text) else (fixed, *rivals), key=oddness)
    named = charsets if best == fixed else [rivals[best]]
    return Reading(at, at + len(text), best, tuple(named), certain)


def read_as(text: str, charsets: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what a text would be if it was read in a rival of a charset, and the rival's name."""
    for codec, name in RIVALS.get(charsets[0], {}).items():
        try:
            yield text.encode(codec).decode(), name
        except UnicodeError:
            continue


def oddness(text: str) -> int:
    """Return how much of a text is odd, as what the wrong charset gives is."""
    return len(_ODD.findall(text))


def words(line: str) -> Iterator[Reading]:
    """Yield the words of a line that are mojibake by themselves; one letter of two bytes is not enough."""
    for match in _TOKEN.finditer(line):
        if part := reading(match[0], match.start()):
            part = narrowed(line, part)
            if part.end - part.start > PAIR:
                yield part


def single(line: str, entire: bool = False) -> Iterator[Reading]:
    """Yield the letters that ftfy leaves alone, in order; that they are mojibake is likely, not certain.

    With ``entire``, only of a line all of whose words are.
    """
    for start, end, text, charset in foreign(line, entire):
        yield Reading(start, end, text, (charset,), False)


def tokens(line: str, whole: Reading) -> Iterator[Reading]:
    """Part the reading of a line into those of its words, where it keeps the blanks between them."""
    old, new = line.split(" "), whole.text.split(" ")
    if len(old) != len(new):
        yield narrowed(line, whole)
        return
    at = 0
    for before, after in zip(old, new, strict=True):
        if before != after:
            yield narrowed(line, whole._replace(start=at, end=at + len(before), text=after))
        at += len(before) + 1


def narrowed(line: str, reading: Reading) -> Reading:
    """Return a reading without what it leaves as it is at its ends."""
    start, end, text = reading.start, reading.end, reading.text
    while start < end and text and line[start] == text[0]:
        start, text = start + 1, text[1:]
    while start < end and text and line[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    if not text and end < reading.end:  # “Â£” for “£”
        end, text = end + 1, line[end]
    return reading._replace(start=start, end=end, text=text)
