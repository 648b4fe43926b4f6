"""Decode what was decoded wrongly, by the plans of ftfy and nothing else that ftfy does."""

from __future__ import annotations

from collections.abc import Iterator
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

_BENT = expression(r"\p{Ll}\p{Lu}\p{Ll}|\p{Ll}[®ŽŤ]")


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
        parts = [*words(line)]
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
    if fixed in (text, text.translate(_SINGLE)):
        return None
    charsets = [step.parameter.removeprefix("sloppy-") for step in plan or () if step.action == "encode"]
    other = (central(text) or fixed) if charsets[:1] == ["windows-1250"] else fixed
    guessed = {"restore_byte_a0", "replace_lossy_sequences", "fix_c1_controls"}.intersection(steps)
    certain = not guessed and other == fixed and not is_bad(fixed)
    fixed = min(fixed, other, key=lambda reading: len(_BENT.findall(reading)))
    return Reading(at, at + len(text), fixed, tuple(charsets or ["latin-1"]), certain)


def central(text: str) -> str:
    """Return what a text would be if it was read in ISO 8859-2, which differs little from Windows-1250."""
    try:
        return text.encode("iso8859_2").decode()
    except UnicodeError:
        return ""


def words(line: str) -> Iterator[Reading]:
    """Yield the words of a line that are mojibake by themselves; one letter of two bytes is not enough."""
    for match in _TOKEN.finditer(line):
        if part := reading(match[0], match.start()):
            part = narrowed(line, part)
            if part.end - part.start > PAIR:
                yield part


def single(line: str) -> Iterator[Reading]:
    """Yield the letters that ftfy leaves alone, in order; that they are mojibake is likely, not certain."""
    for start, end, text, charset in foreign(line):
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
