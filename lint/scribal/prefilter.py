"""Which patterns may match in a text: one pass of a native engine over its bytes.

A prefilter may say too much and never too little; where its engine cannot know
better, it says “all”.  ``regex`` then decides, so that every engine gives the
same answer.  RE2 is there on most machines; Hyperscan is several times as fast
and takes seconds to build what it needs, so that it is for those who read
much; where neither is installed, ``regex`` does all the work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from scribal import database
from scribal.alphabet import DOUBT, LATIN, PROBE, UNICODE, in_latin, options

MEMORY = 64 << 20
"""How many bytes RE2 may use for an automaton; with its default of 8 MiB it may be a hundred times slower."""

TOGETHER = 24
"""How many patterns share an automaton of RE2: with more, the first megabytes take twice as long and more."""

WORTHWHILE = 100_000_000
"""After so many bytes a run builds Hyperscan's database: by then RE2 has taken about as long."""

Match = database.Match

_PART = re.compile(r"\\.|\[(?:\\.|[^\\\]])+\]|\{(?P<least>\d+),\d+\}")
_LONE = re.compile("[\ud800-\udfff]")
_COUNTED = re.compile(r"[\]}]\{")


class Prefilter:
    """Says by index which patterns may match in a text, which need not be valid Unicode."""

    def __init__(self, patterns: Sequence[str], engine: Callable[[Sequence[str]], Match]) -> None:
        self.match = engine([relaxed(pattern) for pattern in patterns])
        self.all = range(len(patterns))
        self.broad = [index for index, pattern in enumerate(patterns) if "[^" in pattern]
        """Those that can match a lone surrogate, a byte that did not decode, and not what is put for it."""

    def __call__(self, text: str) -> Iterable[int]:
        try:
            found, broad = self.match(text.encode()), []
        except UnicodeEncodeError:
            found, broad = self.match(_LONE.sub("\ufffd", text).encode()), self.broad
        return self.all if found is None else {*found, *broad}


def relaxed(pattern: str) -> str:
    """Return a pattern without upper bounds: it matches wherever the other does, in far fewer states."""

    def relax(part: re.Match[str]) -> str:
        least = part["least"]
        return f"{{{least},}}" if least else part[0]

    return _PART.sub(relax, pattern)


class Grown:
    """The engine that is worth its start-up: the more was read, the more may be spent on it."""

    def __init__(self, patterns: Sequence[str], worthwhile: int = WORTHWHILE) -> None:
        self.patterns = patterns
        self.worthwhile = worthwhile
        kept = database.load(patterns)
        self.grown = kept is not None
        self.match = kept or portable(patterns)
        self.read = 0

    def __call__(self, data: bytes) -> Iterable[int] | None:
        self.read += len(data)
        if self.read > self.worthwhile and not self.grown:
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
    return lambda data: None


def hyperscan(patterns: Sequence[str]) -> Match:
    """Return Hyperscan's engine, newly built; raises ImportError where it is missing."""
    return database.matcher(database.build(patterns), len(patterns))


def re2(patterns: Sequence[str]) -> Match:
    """Return RE2's engine; raises ImportError where it is missing.

    A text in ASCII needs no classes of Unicode: an engine of its own is built in a quarter of the time, and
    is twice as fast.
    """
    from re2 import Set  # noqa: F401

    @cache
    def engine(plain: bool) -> Match:
        return sets([in_latin(pattern) for pattern in patterns], LATIN) if plain else sets(patterns, UNICODE)

    return lambda data: engine(data.isascii())(data)


def sets(patterns: Sequence[str], encoding: str) -> Match:
    """Return the engine of RE2's sets.

    Patterns that share an automaton multiply its states, which are built as the text asks for them; counted
    classes most of all, so that they stay among themselves.
    """
    counted = [index for index, pattern in enumerate(patterns) if _COUNTED.search(pattern)]
    others = [index for index, pattern in enumerate(patterns) if not _COUNTED.search(pattern)]
    groups = (some[at : at + TOGETHER] for some in (others, counted) for at in range(0, len(some), TOGETHER))
    parts = [part for group in groups for part in automata(patterns, group, encoding)]
    known = [(automaton, indexes) for automaton, indexes in parts if automaton]
    always = [index for automaton, indexes in parts if not automaton for index in indexes]

    def match(data: bytes) -> Iterable[int] | None:
        found = list(always)
        for automaton, indexes in known:
            matched = automaton.Match(data)
            if matched:
                if len(indexes) in matched:
                    return None
                found += [indexes[number] for number in matched]
        return found

    return match


def automata(
    patterns: Sequence[str], indexes: Sequence[int], encoding: str = UNICODE, memory: int = MEMORY
) -> Iterator[tuple[Any, Sequence[int]]]:
    """Yield automata for some of the patterns, with those that each knows; None for what is too large.

    The last pattern of each is what RE2 has no answer for.  RE2 says that it ran out of
    memory by finding nothing, at once or never, so that each is tried.
    """
    from re2 import Set, error

    automaton = Set.SearchSet(options(encoding, memory))
    try:
        for pattern in (*(patterns[index] for index in indexes), DOUBT[encoding]):
            automaton.Add(f"(?m){pattern}".encode(encoding))
        automaton.Compile()
        fits = len(indexes) in (automaton.Match(PROBE[encoding]) or ())
    except error:
        fits = False
    if fits:
        yield automaton, indexes
    elif len(indexes) == 1:
        yield None, indexes
    else:
        half = len(indexes) // 2
        yield from automata(patterns, indexes[:half], encoding, memory)
        yield from automata(patterns, indexes[half:], encoding, memory)
