"""Of which characters Hyperscan is wrong: its tables of Unicode are those of 2014."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

import regex

_NAME = re.compile(r"\\p\{(\w+)\}")


def doubtful(patterns: Sequence[str]) -> str:
    """Return a class of all characters for which Hyperscan and ``regex`` differ on what patterns name.

    Raises ImportError where Hyperscan is missing.
    """
    names = sorted({name for pattern in patterns for name in _NAME.findall(pattern)})
    characters = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    wrong: set[int] = set()
    for name, known in zip(names, by_hyperscan(names, characters), strict=True):
        wrong |= known ^ {ord(match[0]) for match in regex.finditer(rf"\p{{{name}}}", characters)}
    return f"[{members(wrong or {0xFFFF})}]"


def by_hyperscan(names: Sequence[str], characters: str) -> list[set[int]]:
    """Return which of some characters Hyperscan takes for each category or script."""
    import hyperscan

    found: list[set[int]] = [set() for _ in names]
    if names:
        ends = accumulate(len(character.encode()) for character in characters)
        ending = dict(zip(ends, map(ord, characters), strict=True))
        database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        database.compile(
            expressions=[rf"\p{{{name}}}".encode() for name in names],
            ids=list(range(len(names))),
            elements=len(names),
            flags=[hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_UCP] * len(names),
        )
        database.scan(
            characters.encode(),
            match_event_handler=lambda index, start, end, *_: found[index].add(ending[end]),
        )
    return found


def members(codes: Iterable[int]) -> str:
    """Return the members of the class that holds these code points."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(rf"\x{{{first:x}}}-\x{{{last:x}}}" for first, last in ranges)
