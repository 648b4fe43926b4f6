"""Which phrases stand in a text: one Aho-Corasick automaton for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, partial

Finder = Callable[[str], list[tuple[int, int, int]]]
"""Finds each phrase wherever it stands: its index, its start and its end, in code points."""

WORTHWHILE = 2_000_000
"""After so many code points the automaton is built anew: six times slower to build, twice as fast to run."""

_LONE = re.compile("[\ud800-\udfff]")


def automaton(phrases: Sequence[str]) -> Finder:
    """Return the fastest finder that is there."""
    try:
        return AhoCorasick(phrases)
    except ImportError:
        return one_by_one(phrases)


class AhoCorasick:
    """All phrases in one automaton, those in ASCII in another, which a text in ASCII needs alone.

    Raises ImportError where the library is missing.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        import ahocorasick_rs  # noqa: F401

        self.phrases = phrases

    @cached_property
    def all(self) -> Automaton:
        return Automaton(self.phrases)

    @cached_property
    def plain(self) -> tuple[Automaton, Sequence[int]]:
        """The automaton of the phrases in ASCII, and the index of each among all."""
        indexes = [index for index, phrase in enumerate(self.phrases) if phrase.isascii()]
        return Automaton([self.phrases[index] for index in indexes]), indexes

    def __call__(self, text: str) -> list[tuple[int, int, int]]:
        if text.isascii():
            automaton, indexes = self.plain
            return [(indexes[at], start, end) for at, start, end in automaton(text)]
        try:
            return self.all(text)
        except UnicodeEncodeError:  # a byte that did not decode; no phrase has U+FFFF
            return self.all(_LONE.sub("\uffff", text))


class Automaton:
    """A small automaton at first, a fast one once much was read."""

    def __init__(self, phrases: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self.fast = partial(AhoCorasick, phrases, implementation=Implementation.DFA)
        self.automaton = AhoCorasick(phrases, implementation=Implementation.ContiguousNFA)
        self.left = WORTHWHILE

    def __call__(self, text: str) -> list[tuple[int, int, int]]:
        if self.left > 0:
            self.left -= len(text)
            if self.left <= 0:
                self.automaton = self.fast()
        return self.automaton.find_matches_as_indexes(text, overlapping=True)


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
