"""One native pass that says which rules to wake, and where.

Literals are found in the folded text and hit exactly; patterns are found in the
text as it is and hit the zone in which a match of theirs begins; lines are
phrases that fill a line, and hit where each stands.  Which library does the
work is the matter of :mod:`scribal.phrases` and :mod:`scribal.prefilter`; it
changes no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from scribal.lines import Lines
from scribal.phrases import Finder, automaton
from scribal.places import Places
from scribal.prefilter import Grown, Match, Prefilter
from scribal.rule import Rule
from scribal.text import Hit, Sees, View
from scribal.waking import waking

_SPACES = re.compile(" (?<!  )  ?(?! )")
"""Two or three blanks; ``re`` is fast where a pattern begins with a character."""


class Scanner:
    """All triggers of the rules of one view.

    Raises :class:`UserError` for a trigger that could not be found as it is
    written.  ``finder`` and ``engine`` are for those who compare engines.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        *,
        finder: Callable[[Sequence[str]], Finder] = automaton,
        engine: Callable[[Sequence[str]], Match] = Grown,
    ) -> None:
        self.raised: set[Rule] = set()
        """The rules whose gate raised at the last scan; they are said to be awake, so that it is seen."""
        ready = {rule: waking(rule) for rule in rules}
        self.gated = [rule for rule, triggers in ready.items() if not any(triggers)]
        self.literals = Literals(owners({rule: each.literals for rule, each in ready.items()}), finder)
        self.patterns = Patterns(owners({rule: each.patterns for rule, each in ready.items()}), engine)
        self.lines = Lines({rule: each.lines for rule, each in ready.items() if each.lines is not None})

    def scan(self, view: View) -> dict[Rule, list[Hit]]:
        """Return the rules to run on a view, each with its hits in order."""
        self.raised.clear()
        woken: dict[Rule, list[Hit]] = {rule: [] for rule in self.gated if self.is_open(rule, view)}
        hits: dict[Rule, set[Hit]] = {}
        for triggers in (self.literals, self.patterns, self.lines):
            if triggers.owners:
                for rule, hit in triggers.hits(view):
                    if readable(rule, view, hit):
                        hits.setdefault(rule, set()).add(hit)
        return woken | {rule: sorted(found) for rule, found in hits.items()}

    def is_open(self, rule: Rule, view: View) -> bool:
        """Return whether the gate of a rule is open, or broken."""
        try:
            return rule.gate(view)
        except Exception:
            self.raised.add(rule)
            return True


def owners(triggers: Mapping[Rule, Sequence[str]]) -> dict[str, list[Rule]]:
    """Return the rules that wait for each trigger."""
    waiting: dict[str, list[Rule]] = {}
    for rule, own in triggers.items():
        for trigger in own:
            waiting.setdefault(trigger, []).append(rule)
    return waiting


def readable(rule: Rule, view: View, hit: Hit) -> bool:
    """Return whether a hit begins in a kind of source that the rule reads."""
    zone = view.zone_at(hit.start) if rule.sees is Sees.SOURCE else None
    return zone is None or zone.kind in rule.kinds


class Literals:
    """The phrases of all rules, folded, in one automaton over the folded text."""

    def __init__(
        self, owners: dict[str, list[Rule]], finder: Callable[[Sequence[str]], Finder] = automaton
    ) -> None:
        self.owners = owners
        self.phrases = list(self.owners)
        self.finder = finder

    @cached_property
    def find(self) -> Finder:
        """Return the function that finds every phrase, overlapping ones too."""
        return self.finder(self.phrases)

    def hits(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield each phrase that stands in a view, for each rule that waits for it."""
        text = view.folded
        spaced = "  " in text
        found = self.find(_SPACES.sub(" ", text) if spaced else text)
        if not found:
            return
        source_of = way_back(text) if spaced else int
        for index, start, end in found:
            phrase = self.phrases[index]
            hit = Hit(source_of(start), source_of(end), phrase)
            for rule in self.owners[phrase]:
                yield rule, hit


def way_back(text: str) -> Callable[[int], int]:
    """Return the way from offsets in a text's copy, in which two or three blanks are one, to the text."""
    runs = [match.span() for match in _SPACES.finditer(text)]
    lost = [0, *accumulate(end - start - 1 for start, end in runs)]
    places = [end - shift for (_, end), shift in zip(runs, lost[1:], strict=True)]
    return lambda offset: offset + lost[bisect_right(places, offset)]


class Patterns:
    """The patterns of all rules: one pass says which may match, :mod:`scribal.places` says where."""

    def __init__(
        self, owners: dict[str, list[Rule]], engine: Callable[[Sequence[str]], Match] = Grown
    ) -> None:
        self.owners = owners
        self.sources = list(owners)
        self.engine = engine
        self.places = [Places(pattern) for pattern in owners]

    @cached_property
    def candidates(self) -> Prefilter:
        """Return the function that says which patterns may match in a text, by index."""
        return Prefilter(self.sources, self.engine)

    def hits(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield each zone in which a match begins, for each rule that waits for it."""
        for index in self.candidates(view.text):
            pattern = self.sources[index]
            for zone in self.places[index].zones(view):
                hit = Hit(zone.start, zone.end, pattern)
                for rule in self.owners[pattern]:
                    yield rule, hit
