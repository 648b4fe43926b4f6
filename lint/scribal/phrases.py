"""Which phrases stand in a text: one Aho-Corasick automaton for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any

Finder = Callable[[str], list[tuple[int, int, int]]]
"""Finds each phrase wherever it stands: its index, its start and its end, in code points."""

_LONE = re.compile("[\ud800-\udfff]")


def automaton(phrases: Sequence[str]) -> Finder:
    """Return the fastest finder that is there."""
    try:
        return AhoCorasick(phrases)
    except ImportError:
        return one_by_one(phrases)


class AhoCorasick:
    """All phrases in one automaton, those in ASCII in another, which a text in ASCII needs alone.

    Raises ImportError where the library is missing.  The fastest of its automata takes five to nine times
    as long to build as the one taken here, and with thousands of phrases is faster by a third at best.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self.phrases = phrases
        self.build = partial(AhoCorasick, implementation=Implementation.ContiguousNFA)

    @cached_property
    def all(self) -> Any:
        return self.build(self.phrases)

    @cached_property
    def plain(self) -> tuple[Any, Sequence[int]]:
        """The automaton of the phrases in ASCII, and the index of each among all."""
        indexes = [index for index, phrase in enumerate(self.phrases) if phrase.isascii()]
        return self.build([self.phrases[index] for index in indexes]), indexes

    def __call__(self, text: str) -> list[tuple[int, int, int]]:
        if text.isascii():
            automaton, indexes = self.plain
            found = automaton.find_matches_as_indexes(text, overlapping=True)
            return [(indexes[at], start, end) for at, start, end in found]
        try:
            found = self.all.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # a byte that did not decode; no phrase has U+FFFF
            found = self.all.find_matches_as_indexes(_LONE.sub("\uffff", text), overlapping=True)
        return list(found)


def one_by_one(phrases: Sequence[str]) -> Finder:
    """Return the finder that looks for one phrase after the other."""

    def find(text: str) -> list[tuple[int, int, int]]:
        found = []
        for index, phrase in enumerate(phrases):
            at = text.find(phrase)
            while at >= 0:
                found.append((index, at, at + len(phrase)))
                at = text.find(phrase, at + 1)
        return found

    return find
