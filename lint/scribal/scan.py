"""One native pass that says which rules to wake, and where.

Literals are found by Aho-Corasick in the folded text, patterns by a set of RE2
automata in the text as it is; ``regex`` then finds the place.  Where either
library is missing ``regex`` does its work, slower and with the same answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

import regex

from scribal.rule import Rule
from scribal.text import Hit, Sees, View, fold
from scribal.trigger import check_pattern

MEMORY = 256 << 20
"""How many bytes RE2 may use for its automata; its default of 8 MiB makes it a hundred times slower."""

_SPACES = regex.compile(" {2,3}")

Match = tuple[int, int, int]
"""The index of a literal, where it starts, and where it ends."""


class Scanner:
    """All triggers of the rules of one view."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.gated = [rule for rule in rules if not rule.literals and not rule.patterns]
        self.literals = Literals(rules)
        self.patterns = Patterns(rules)

    def scan(self, view: View) -> dict[Rule, list[Hit]]:
        """Return the rules to run on a view, each with its hits in order."""
        woken: dict[Rule, list[Hit]] = {rule: [] for rule in self.gated if rule.gate(view)}
        for rule, hit in self.literals.hits(view):
            woken.setdefault(rule, []).append(hit)
        for rule, hit in self.patterns.hits(view):
            woken.setdefault(rule, []).append(hit)
        for rule in list(woken):
            if found := woken[rule]:
                woken[rule] = sorted(set(readable(rule, view, found)))
                if not woken[rule]:
                    del woken[rule]
        return woken


def readable(rule: Rule, view: View, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits that stand in the kinds of source that the rule reads."""
    for hit in hits:
        zone = view.zone_at(hit.start) if rule.sees is Sees.SOURCE else None
        if zone is None or zone.kind in rule.kinds:
            yield hit


class Literals:
    """The phrases of all rules, in one automaton over the folded text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.owners: dict[str, list[Rule]] = {}
        for rule in rules:
            for literal in dict.fromkeys(map(fold, rule.literals)):
                self.owners.setdefault(_SPACES.sub(" ", literal), []).append(rule)
        self.phrases = list(self.owners)

    @cached_property
    def find(self) -> Callable[[str], Iterable[Match]]:
        """Return the function that finds every phrase, overlapping ones too."""
        try:
            from ahocorasick_rs import AhoCorasick, MatchKind
        except ImportError:
            return self.find_slowly
        automaton = AhoCorasick(self.phrases, matchkind=MatchKind.Standard)
        return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)

    def find_slowly(self, text: str) -> Iterator[Match]:
        """Find what the automaton finds."""
        for index, phrase in enumerate(self.phrases):
            at = text.find(phrase)
            while at >= 0:
                yield index, at, at + len(phrase)
                at = text.find(phrase, at + 1)

    def hits(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield each phrase that stands in a view, for each rule that waits for it."""
        if not self.phrases:
            return
        text, source_of = collapsed(view.folded)
        for index, start, end in self.find(text):
            phrase = self.phrases[index]
            hit = Hit(source_of(start), source_of(end - 1) + 1, phrase)
            for rule in self.owners[phrase]:
                yield rule, hit


def collapsed(text: str) -> tuple[str, Callable[[int], int]]:
    """Return the text with each two or three spaces as one, and the way back for its offsets."""
    if "  " not in text:
        return text, int
    runs = [match.span() for match in _SPACES.finditer(text)]
    lost = [0, *accumulate(end - start - 1 for start, end in runs)]
    places = [end - shift for (_, end), shift in zip(runs, lost[1:], strict=True)]
    return _SPACES.sub(" ", text), lambda offset: offset + lost[bisect_right(places, offset)]


class Patterns:
    """The patterns of all rules: one automaton says which may match, ``regex`` says where."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.owners: dict[str, list[Rule]] = {}
        for rule in rules:
            for pattern in rule.patterns:
                self.owners.setdefault(pattern, []).append(rule)
        self.sources = list(self.owners)
        self.compiled: dict[str, regex.Pattern[str]] = {}

    @cached_property
    def candidates(self) -> Callable[[str], Iterable[int]]:
        """Return the function that says which patterns may match in a text, by index."""
        for pattern in self.sources:
            check_pattern(pattern)
        try:
            import re2
        except ImportError:
            return lambda text: range(len(self.sources))
        options = re2.Options()
        options.max_mem = MEMORY
        options.log_errors = False
        automata = re2.Set.SearchSet(options)
        for pattern in self.sources:
            automata.Add(f"(?m){pattern}")
        automata.Compile()
        return lambda text: automata.Match(text.encode("utf-8", "replace")) or ()

    def hits(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield the zone of each match in a view, for each rule that waits for it."""
        if not self.sources:
            return
        for index in self.candidates(view.text):
            pattern = self.sources[index]
            for hit in self.places(pattern, view):
                for rule in self.owners[pattern]:
                    yield rule, hit

    def places(self, pattern: str, view: View) -> Iterator[Hit]:
        """Yield the zone of each match of one pattern, once."""
        if pattern not in self.compiled:
            self.compiled[pattern] = regex.compile(pattern, regex.MULTILINE)
        last = -1
        for match in self.compiled[pattern].finditer(view.text):
            if match.start() >= last and (zone := view.zone_at(match.start())):
                last = zone.end
                yield Hit(zone.start, zone.end, pattern)
