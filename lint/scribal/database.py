"""Hyperscan's databases: patterns compiled in seconds, kept in the user's cache, read in a millisecond.

The extra ``fast`` installs Hyperscan.  A kept database that does not fit these
patterns, this version or this processor is none; losing one costs nothing but
the time to make it again.
"""

from __future__ import annotations

import contextlib
import platform
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import regex

from scribal.cache import folder, save
from scribal.unicode_tables import doubtful

Match = Callable[[bytes], Iterable[int] | None]
"""Says by index which patterns may match in a text in UTF-8; None: all of them, for all that it knows."""

FORMAT = 1
"""To be counted up when the same patterns are to be compiled in another way."""

KEPT = 8
"""How many databases are kept, the newest; each set of rules has its own."""


def build(patterns: Sequence[str]) -> Any:
    """Return a database for checked patterns; raises ImportError, or ``hyperscan.HyperscanError``."""
    import hyperscan

    flags = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_UCP | hyperscan.HS_FLAG_MULTILINE
    expressions = [pattern.encode() for pattern in (*patterns, doubtful(patterns))]
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=expressions,
        ids=list(range(len(expressions))),
        elements=len(expressions),
        flags=[flags] * len(expressions),
    )
    return database


def matcher(database: Any, count: int) -> Match:
    """Return the prefilter that a database of so many patterns is."""

    def match(data: bytes) -> Iterable[int] | None:
        found: set[int] = set()
        database.scan(data, match_event_handler=lambda index, *_: found.add(index))
        return None if count in found else found

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
    except ImportError:
        return None
    try:
        database = hyperscan.loadb(kept[len(key) :], mode=hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
        database.scan(b" ", match_event_handler=lambda *_: None)
    except hyperscan.HyperscanError:  # another version, another processor, a broken file
        return None
    return matcher(database, len(patterns))


def keep(patterns: Sequence[str]) -> Match | None:
    """Return a new prefilter and keep it, where Hyperscan is installed and takes the patterns."""
    try:
        import hyperscan
    except ImportError:
        return None
    try:
        database = build(patterns)
    except hyperscan.HyperscanError:  # too large for it; the other engine stays
        return None
    path, key = place(patterns)
    with contextlib.suppress(OSError):  # what cannot be kept is used all the same
        save(key + hyperscan.dumpb(database), path, KEPT)
    return matcher(database, len(patterns))


def place(patterns: Sequence[str]) -> tuple[Path, bytes]:
    """Return where the database for some patterns is kept, and what it must begin with."""
    versions = FORMAT, regex.__version__, platform.machine(), sys.platform
    key = repr((versions, list(patterns))).encode() + b"\0"
    return folder() / f"{zlib.crc32(key):08x}.hs", key
