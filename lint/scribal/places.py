"""Where a pattern matches, once it is known that it may.

``regex`` is ready at once; RE2 takes some milliseconds to be built for a
pattern, and is then ten times as fast and more.  The two agree on every
character that RE2 knows; a text with another one is left to ``regex``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from typing import Any

import regex

from scribal.alphabet import LATIN, UNICODE, UNKNOWN, in_latin, options
from scribal.text import View, Zone

WORTHWHILE = 200_000
"""After so many code points RE2 is built for a pattern."""

PLAINLY = 20_000
"""After so many of texts in ASCII, for which that takes a seventh of the time."""

MEMORY = 64 << 20
"""How many bytes RE2 may use for the automaton of a pattern."""

Seek = Callable[[int], int]
"""Returns where the first match at or behind an offset begins, -1 for none; asked in rising order."""


class Places:
    """The places of one pattern."""

    def __init__(self, pattern: str, worthwhile: int = WORTHWHILE, plainly: int = PLAINLY) -> None:
        self.pattern = pattern
        self.left, self.left_plain = worthwhile, plainly

    def zones(self, view: View) -> Iterator[Zone]:
        """Yield each zone in which a match begins; no rule reads the blanks between zones."""
        seek = self.seek(view.text)
        at = seek(0)
        while at >= 0:
            zone = view.zone_at(at)
            if zone:
                yield zone
            at = seek(max(at + 1, zone.end if zone else 0))

    def seek(self, text: str) -> Seek:
        """Return the function that seeks in a text."""
        if text.isascii():
            self.left_plain -= len(text)
            if self.left_plain < 0 and self.plain:
                return in_ascii(self.plain, encoded(text))
        else:
            self.left -= len(text)
            if self.left < 0 and self.portable and (data := known(text)) is not None:
                return in_bytes(self.portable, text, data)
        return in_text(self.compiled, text)

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        return regex.compile(self.pattern, regex.MULTILINE)

    @cached_property
    def plain(self) -> Any:
        """The pattern of RE2 for texts in ASCII, None where it is missing or the pattern too large for it."""
        return re2(in_latin(self.pattern), LATIN)

    @cached_property
    def portable(self) -> Any:
        """The pattern of RE2, None where it is missing or the pattern too large for it."""
        return re2(self.pattern)


def in_text(pattern: regex.Pattern[str], text: str) -> Seek:
    def seek(at: int) -> int:
        found = pattern.search(text, at)
        return found.start() if found else -1

    return seek


def in_ascii(pattern: Any, data: bytes) -> Seek:
    def seek(at: int) -> int:
        found = pattern.search(data, at)
        return int(found.start()) if found else -1

    return seek


def in_bytes(pattern: Any, text: str, data: bytes) -> Seek:
    byte = character = 0

    def seek(at: int) -> int:
        nonlocal byte, character
        byte, character = byte + len(text[character:at].encode()), at
        found = pattern.search(data, byte)
        if not found:
            return -1
        start = found.start()
        byte, character = start, character + len(data[byte:start].decode())
        return character

    return seek


@lru_cache(1)
def encoded(text: str) -> bytes:
    """Return a text in ASCII as bytes.  Every pattern that may match in it asks."""
    return text.encode()


@lru_cache(1)
def known(text: str) -> bytes | None:
    """Return a text in UTF-8, None where RE2 does not know every character of it.

    Every pattern that may match in a text asks.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return None
    return None if unknown().search(data) else data


@cache
def unknown() -> Any:
    """Return the pattern of the characters that RE2 does not know."""
    return re2(UNKNOWN)


def re2(pattern: str, encoding: str = UNICODE) -> Any:
    """Return a pattern as RE2 compiles it, for bytes; None where RE2 is missing or refuses it."""
    try:
        from re2 import compile, error
    except ImportError:
        return None
    try:
        return compile(f"(?m){pattern}".encode(encoding), options(encoding, MEMORY))
    except error:
        return None
