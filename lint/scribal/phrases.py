"""Which phrases stand in a text: one Aho-Corasick automaton for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

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
    """A small automaton at first, a fast one once much was read; raises ImportError where it is missing."""

    def __init__(self, phrases: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self.phrases = phrases
        self.build, self.final = AhoCorasick, Implementation.DFA
        self.automaton = AhoCorasick(phrases, implementation=Implementation.ContiguousNFA)
        self.left = WORTHWHILE

    def __call__(self, text: str) -> list[tuple[int, int, int]]:
        if self.left > 0:
            self.left -= len(text)
            if self.left <= 0:
                self.automaton = self.build(self.phrases, implementation=self.final)
        try:
            return self.automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # a byte that did not decode; no phrase has U+FFFF
            text = _LONE.sub("\uffff", text)
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
