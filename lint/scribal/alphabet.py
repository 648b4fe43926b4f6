"""What RE2 reads: UTF-8, or Latin-1 for texts in ASCII.

Without the classes of Unicode RE2 builds sets of patterns in a quarter of the time, single ones in a seventh,
and runs faster.
"""

from __future__ import annotations

import re
from typing import Any

UNICODE, LATIN = "utf-8", "latin-1"

UNKNOWN = "[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Z}\\p{C}]|[\u0295\U0001171e]"
"""Characters newer than RE2's tables of Unicode, and two that lately changed their category."""

DOUBT = {UNICODE: UNKNOWN, LATIN: "\xff"}
"""What RE2 has no answer for: a pattern."""

PROBE = {UNICODE: "\u0295".encode(), LATIN: b"\xff"}
"""What that pattern matches."""

_BEYOND = re.compile(r"[^\x00-\x7f]")


def in_latin(pattern: str) -> str:
    """Return a pattern that matches in ASCII where another one, without flags, does, all of it in Latin-1."""
    return _BEYOND.sub("\xff", pattern)


def options(encoding: str, memory: int) -> Any:
    """Return the options of RE2 for an encoding and so many bytes; raises ImportError without it."""
    from re2 import Options

    chosen = Options()
    chosen.max_mem = memory
    chosen.log_errors = False
    if encoding == LATIN:
        chosen.encoding = Options.Encoding.LATIN1
    return chosen
