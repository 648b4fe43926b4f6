"""One native pass that says which rules to wake."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from scribal.rule import Rule
from scribal.text import Hit, Sees, View, fold


class Scanner:
    """All triggers of the rules of one view."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self.compiled = {
            rule: (
                [regex.compile(regex.escape(fold(t), special_only=True).replace(" ", " {1,3}")) for t in rule.literals],
                [regex.compile(t, regex.M) for t in rule.patterns],
            )
            for rule in rules
        }

    def scan(self, view: View) -> dict[Rule, list[Hit]]:
        """Return the rules to run on a view, each with its hits in order."""
        woken: dict[Rule, list[Hit]] = {}
        for rule, (literals, patterns) in self.compiled.items():
            if not literals and not patterns:
                if rule.gate(view):
                    woken[rule] = []
                continue
            hits: set[Hit] = set()
            for literal, compiled in zip(rule.literals, literals, strict=True):
                hits |= {Hit(*m.span(), fold(literal)) for m in compiled.finditer(view.folded, overlapped=True)}
            for pattern, compiled in zip(rule.patterns, patterns, strict=True):
                for m in compiled.finditer(view.text):
                    zone = view.zone_at(m.start()) or (view.zones[view.zone_index(m.start())] if view.zones else None)
                    if zone:
                        hits.add(Hit(zone.start, zone.end, pattern))
            if rule.sees is Sees.SOURCE:
                hits = {h for h in hits if (z := view.zone_at(h.start)) and z.kind in rule.kinds}
            if hits:
                woken[rule] = sorted(hits)
        return woken
