"""The laws that a rule keeps in company: of other rules, of other engines, and of hostile text.

What wakes a rule must change nothing of what it finds, nor may the rules beside
it, nor the library that looks for triggers.  All rules of a run are given at
once, so that what they share is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec

from scribal import database
from scribal.document import Document
from scribal.engine import FAILED, Engine
from scribal.example import apart, joined
from scribal.finding import Diagnostic, Echo, Finding
from scribal.gather import gather
from scribal.hostile import hang_guard, hostile
from scribal.line_rule import LineRule
from scribal.pack import PhraseRule
from scribal.phrases import AhoCorasick, Finder, automaton, one_by_one
from scribal.prefilter import Match, automata, everything, re2
from scribal.rule import PatternRule, Rule
from scribal.scan import Scanner
from scribal.text import Hit, Sees, View


class Company:
    """Some rules, and what they are compared by; those that compare records have laws of their own."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = [rule for rule in rules if not rule.compares]
        self.singles: dict[Rule, Engine] = {}

    def alone(self, rule: Rule) -> Engine:
        """Return an engine with one rule, preview languages included."""
        if rule not in self.singles:
            self.singles[rule] = Engine([rule], preview=True)
        return self.singles[rule]

    @cached_property
    def whole(self) -> Engine:
        """The engine with all rules."""
        return Engine(self.rules, preview=True)

    @cached_property
    def scanners(self) -> dict[str, dict[Sees, Scanner]]:
        """For each engine that is installed, the scanners with all rules."""
        return {
            f"{engine.__name__}, {finder.__name__}": {
                sees: Scanner(
                    [rule for rule in self.rules if rule.sees is sees], engine=engine, finder=finder
                )
                for sees in Sees
            }
            for engine, finder in installed()
        }

    def keep(self, document: Document) -> None:
        """Check that all rules keep the laws on one document."""
        for rule in self.rules:
            self.same_when_awake(rule, document)
        self.same_together(document)
        self.same_in_every_engine(document)

    def zones(self, rule: Rule) -> None:
        """Check that the rule finds nothing more where every zone wakes it."""
        for document in (*apart(rule), *joined(rule)):
            self.same_when_awake(rule, document)

    def same_when_awake(self, rule: Rule, document: Document) -> None:
        """Check that a rule finds the same on its hits as where every zone wakes it, or the gate is open."""
        view = document.view(rule.sees)
        if rule.languages and view.language not in (*rule.languages, *rule.preview_languages):
            return
        scanner = self.alone(rule).scanners[rule.sees]
        hits = scanner.scan(view).get(rule)
        found = checked(rule, view, hits) if hits is not None else []
        if reads_zones(rule):
            every = checked(rule, view, everywhere(rule, view, hits or ()))
        else:
            every = checked(rule, view, ()) if scanner.gated else found
        lost = [view.text[f.start : f.end] for f in every if f not in found]
        assert not lost, f"nothing wakes the rule for {lost[0]!r} in {view.text!r}"
        more = [view.text[f.start : f.end] for f in found if f not in every]
        assert not more, f"the rule is silent about {more[0]!r} where all of {view.text!r} wakes it"

    def engines(self, rule: Rule) -> None:
        """Check that every engine takes the triggers, and that all say the same of the rule's examples."""
        for document in joined(rule):
            self.same_in_every_engine(document)

    def same_in_every_engine(self, document: Document) -> None:
        """Check that every engine wakes the same rules with the same hits."""
        said = {
            name: {
                rule.id: hits
                for sees in Sees
                for rule, hits in scanners[sees].scan(document.view(sees)).items()
            }
            for name, scanners in self.scanners.items()
        }
        first, *others = said
        for other in others:
            assert said[other] == said[first], f"{other} and {first} differ about {document.source!r}"

    def merge(self, rule: Rule) -> None:
        """Check that all rules find what each finds alone, and that the merge loses nothing of it."""
        for document in joined(rule):
            self.same_together(document)

    def same_together(self, document: Document) -> None:
        """Check that all rules find in a document what each finds alone, and that the merge loses nothing."""
        found = self.whole.diagnose(document)
        alone = [d for rule in self.rules for d in self.alone(rule).diagnose(document)]
        assert sorted(map(repr, found)) == sorted(map(repr, alone)), "the rules find other things together"
        assert spans(self.whole.united(document, found)) == spans(gather(document, found)), (
            "the merge loses a finding"
        )

    def patience(self, rule: Rule) -> None:
        """Check that no text that repeats itself holds the rule up."""
        for document in hostile(rule):
            with hang_guard():
                found = self.alone(rule).diagnose(document)
                if reads_zones(rule):
                    view = document.view(rule.sees)
                    checked(rule, view, everywhere(rule, view))
            assert FAILED not in {diagnostic.rule for diagnostic in found}, found[0].message


def checked(rule: Rule, view: View, hits: Sequence[Hit]) -> list[Finding]:
    """Return what a rule finds on some hits; AssertionError where it raises."""
    try:
        return list(rule.check(view, hits))
    except Exception as failure:
        raise AssertionError(f"the rule raises {failure!r} on {view.text!r}") from failure


def installed() -> Iterator[tuple[Callable[[Sequence[str]], Match], Callable[[Sequence[str]], Finder]]]:
    """Yield each engine for patterns that is installed, beside one for phrases."""
    yield everything, one_by_one
    if find_spec("ahocorasick_rs"):
        yield everything, AhoCorasick
    if find_spec("re2"):
        yield re2_of_all, automaton
    if find_spec("hyperscan"):
        yield hyperscan_of_all, automaton


def re2_of_all(patterns: Sequence[str]) -> Match:
    """Return RE2's engine, which must take every pattern."""
    lost = [
        patterns[at] for known, few in automata(patterns, range(len(patterns))) if not known for at in few
    ]
    assert not lost, f"RE2 does not take the triggers {lost}"
    return re2(patterns)


def hyperscan_of_all(patterns: Sequence[str]) -> Match:
    """Return Hyperscan's engine, which must take every pattern; from the cache where it was built before."""
    match = database.load(patterns) or database.keep(patterns)
    assert match, "Hyperscan does not take the triggers: it is too large with them"
    return match


def reads_zones(rule: Rule) -> bool:
    """Return whether the rule looks through the zones of its hits, and does not take these at their word."""
    if isinstance(rule, PhraseRule | LineRule) or rule.lines:
        return False
    return (
        isinstance(rule, PatternRule)
        or bool(rule.patterns)
        or "zones_of" in type(rule).check.__code__.co_names
    )


def everywhere(rule: Rule, view: View, hits: Sequence[Hit] = ()) -> list[Hit]:
    """Return hits in every zone that the rule reads, beside those that there are."""
    trigger = next(iter((*rule.patterns, *rule.literals)), "")
    zones = (zone for zone in view.zones if rule.sees is Sees.PROSE or zone.kind in rule.kinds)
    return sorted({*hits, *(Hit(zone.start, zone.end, trigger) for zone in zones)})


def spans(diagnostics: Iterable[Diagnostic]) -> set[tuple[str, int, int, str]]:
    """Return what is said in diagnostics, and by those that they speak for."""
    said: list[Diagnostic | Echo] = []
    for diagnostic in diagnostics:
        said += (diagnostic, *diagnostic.also)
    return {(one.rule, one.start, one.end, one.message) for one in said}
