"""Which patterns may match in a text: one pass of a native engine over its bytes.

A prefilter may say too much and never too little; where its engine cannot know
better, it says “all”.  ``regex`` then decides, so that every engine gives the
same answer.  RE2 is there on most machines; Hyperscan is several times as fast
and takes seconds to build what it needs, so that it is for those who read
much; where neither is installed, ``regex`` does all the work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from scribal import database

MEMORY = 256 << 20
"""How many bytes RE2 may use for its automata; its default of 8 MiB makes it a hundred times slower."""

WORTHWHILE = 100_000_000
"""After so many bytes a run builds Hyperscan's database: by then RE2 has taken about as long."""

Match = database.Match

_LONE = re.compile("[\ud800-\udfff]")
_COUNTED = re.compile(r"[\]}]\{")
_UNKNOWN = "[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Z}\\p{C}]|[\u0295\U0001171e]"
"""Characters newer than RE2's tables of Unicode, and two that lately changed their category."""


class Prefilter:
    """Says by index which patterns may match in a text, which need not be valid Unicode."""

    def __init__(self, patterns: Sequence[str], engine: Callable[[Sequence[str]], Match]) -> None:
        self.match = engine(patterns)
        self.broad = [index for index, pattern in enumerate(patterns) if "[^" in pattern or "." in pattern]
        """The patterns that can match a lone surrogate, which stands for a byte that did not decode."""

    def __call__(self, text: str) -> Iterable[int]:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            return {*self.broad, *self.match(_LONE.sub("\ufffd", text).encode())}
        return self.match(data)


class Grown:
    """The engine that is worth its start-up: the more was read, the more may be spent on it."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = patterns
        kept = database.load(patterns)
        self.grown = kept is not None
        self.match = kept or portable(patterns)
        self.read = 0

    def __call__(self, data: bytes) -> Iterable[int]:
        self.read += len(data)
        if self.read > WORTHWHILE and not self.grown:
            self.grown = True
            self.match = database.load(self.patterns) or database.keep(self.patterns) or self.match
        return self.match(data)


def portable(patterns: Sequence[str]) -> Match:
    """Return the best engine that is ready at once."""
    try:
        return re2(patterns)
    except ImportError:
        return everything(patterns)


def everything(patterns: Sequence[str]) -> Match:
    """Return the engine that leaves all to ``regex``."""
    indexes = range(len(patterns))
    return lambda data: indexes


def hyperscan(patterns: Sequence[str]) -> Match:
    """Return Hyperscan's engine, newly built; raises ImportError where it is missing."""
    return database.matcher(database.build(patterns))


def re2(patterns: Sequence[str]) -> Match:
    """Return RE2's engine; raises ImportError where it is missing.

    Counted classes multiply the states of the automaton that they share, so
    they have one of their own: measured twice as fast on text in many scripts.
    """
    counted = [index for index, pattern in enumerate(patterns) if _COUNTED.search(pattern)]
    others = [index for index, pattern in enumerate(patterns) if not _COUNTED.search(pattern)]
    unknown = len(others)
    plain = automata([*(patterns[index] for index in others), _UNKNOWN])
    slow = automata([patterns[index] for index in counted]) if counted else None

    def match(data: bytes) -> Iterable[int]:
        found = plain.Match(data) or ()
        if unknown in found:
            return range(len(patterns))
        more = slow.Match(data) or () if slow else ()
        return [*(others[index] for index in found), *(counted[index] for index in more)]

    return match


def automata(patterns: Sequence[str]) -> Any:
    """Return a set of RE2's for some patterns."""
    from re2 import Options, Set

    options = Options()
    options.max_mem = MEMORY
    options.log_errors = False
    some = Set.SearchSet(options)
    for pattern in patterns:
        some.Add(f"(?m){pattern}")
    some.Compile()
    return some
