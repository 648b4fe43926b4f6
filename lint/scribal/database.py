"""Hyperscan's databases: patterns compiled in seconds, kept in the user's cache, read in a millisecond.

The extra ``fast`` installs Hyperscan.  A kept database that does not fit these
patterns, this version or this processor is none; losing one costs nothing but
the time to make it again.
"""

from __future__ import annotations

import contextlib
import os
import platform
import re
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import regex

Match = Callable[[bytes], Iterable[int]]
"""Says by index which patterns may match in a text in UTF-8."""

FORMAT = 1
"""To be counted up when the same patterns are to be compiled in another way."""

KEPT = 8
"""How many databases are kept, the newest; each set of rules has its own."""

_PART = re.compile(r"\\p\{(\w+)\}|\\.|\[\^?|\]")


def build(patterns: Sequence[str]) -> Any:
    """Return a database for checked patterns; raises ImportError, or ``hyperscan.error``."""
    import hyperscan

    flags = (
        hyperscan.HS_FLAG_UTF8
        | hyperscan.HS_FLAG_UCP
        | hyperscan.HS_FLAG_MULTILINE
        | hyperscan.HS_FLAG_SINGLEMATCH
        | hyperscan.HS_FLAG_PREFILTER
    )
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[spelt_out(pattern).encode() for pattern in patterns],
        ids=list(range(len(patterns))),
        elements=len(patterns),
        flags=[flags] * len(patterns),
    )
    return database


def matcher(database: Any) -> Match:
    """Return the prefilter that a database is."""

    def match(data: bytes) -> Iterable[int]:
        found: list[int] = []
        database.scan(data, match_event_handler=lambda index, *_: found.append(index))
        return found

    return match


def load(patterns: Sequence[str]) -> Match | None:
    """Return the prefilter that is kept for these patterns, if one is."""
    path, key = place(patterns)
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    if not kept.startswith(key):
        return None
    try:
        import hyperscan

        database = hyperscan.loadb(kept[len(key) :], mode=hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
        database.scan(b" ", match_event_handler=lambda *_: None)
    except ImportError:
        return None
    except hyperscan.HyperscanError:
        return None
    return matcher(database)


def keep(patterns: Sequence[str]) -> Match | None:
    """Return a new prefilter and keep it, where Hyperscan is installed and takes the patterns."""
    try:
        import hyperscan

        database = build(patterns)
    except ImportError:
        return None
    except hyperscan.HyperscanError:
        return None
    with contextlib.suppress(OSError):
        path, key = place(patterns)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(key + hyperscan.dumpb(database))
        Path(draft).replace(path)
        newest = sorted(path.parent.glob("*.hs"), key=lambda file: file.stat().st_mtime, reverse=True)
        for old in newest[KEPT:]:
            old.unlink()
    return matcher(database)


def place(patterns: Sequence[str]) -> tuple[Path, bytes]:
    """Return where the database for some patterns is kept, and what it must begin with."""
    versions = FORMAT, regex.__version__, platform.machine(), sys.platform
    key = repr((versions, list(patterns))).encode("utf-8", "backslashreplace") + b"\0"
    return cache() / f"{zlib.crc32(key):08x}.hs", key


def cache() -> Path:
    """Return the folder for what can be made again."""
    home = Path.home()
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = home / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return root / "scribal"


def spelt_out(pattern: str) -> str:
    """Return a pattern with its categories and scripts as ranges: Hyperscan's own tables are years old."""
    inside = False

    def spell(part: re.Match[str]) -> str:
        nonlocal inside
        if part[0] in ("[", "[^", "]"):
            inside = part[0] != "]"
        if not part[1]:
            return part[0]
        return ranges(part[1]) if inside else f"[{ranges(part[1])}]"

    return _PART.sub(spell, pattern)


def ranges(name: str) -> str:
    """Return the characters of a category or a script as the members of a class."""
    spans = (match[0] for match in regex.finditer(rf"\p{{{name}}}++", every_character()))
    return "".join(rf"\x{{{ord(span[0]):x}}}-\x{{{ord(span[-1]):x}}}" for span in spans)


def every_character() -> str:
    """Return all code points but surrogates, in order."""
    return "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
