"""One diagnostic a place: findings that say the same of one place become one, and none is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scribal.finding import Diagnostic, Echo, Edit

Order = Mapping[str, frozenset[str]]
"""For each rule, the ids of the rules that it supersedes."""


def merge(diagnostics: Sequence[Diagnostic], supersedes: Order) -> list[Diagnostic]:
    """Let one diagnostic speak for those inside its span and those with its edits.

    A rule that supersedes another speaks first, then the longer span, then the
    one that offers a fix; the others stand in ``also``.
    """
    spoken: list[Diagnostic] = []
    reaching: list[int] = []
    owners: dict[tuple[Edit, ...], int] = {}
    for diagnostic in sorted(diagnostics, key=lambda d: (d.start, -d.end, d.rule)):
        edits = diagnostic.fixes[0].edits if diagnostic.fixes else ()
        reaching = [i for i in reaching if spoken[i].end >= diagnostic.start]
        rival = next((i for i in reversed(reaching) if holds(spoken[i], diagnostic)), owners.get(edits))
        if rival is None or diagnostic.scope != "span":
            if diagnostic.scope == "span":
                reaching.append(len(spoken))
                if edits:
                    owners[edits] = len(spoken)
            spoken.append(diagnostic)
        else:
            spoken[rival] = unite(spoken[rival], diagnostic, supersedes)
    return sorted(spoken, key=lambda d: (d.start, d.end, d.rule))


def holds(one: Diagnostic, other: Diagnostic) -> bool:
    """Return whether the span of ``other`` lies inside that of ``one``."""
    return one.start <= other.start and other.end <= one.end


def unite(one: Diagnostic, other: Diagnostic, supersedes: Order) -> Diagnostic:
    """Return the one of two that speaks, with the other in its ``also``."""
    if one.rule in supersedes.get(other.rule, ()):
        return absorb(other, one, superseded=True)
    if other.rule in supersedes.get(one.rule, ()):
        return absorb(one, other, superseded=True)
    weight = (one.end - one.start, bool(one.fixes)), (other.end - other.start, bool(other.fixes))
    return absorb(one, other) if weight[0] >= weight[1] else absorb(other, one)


def absorb(speaker: Diagnostic, silent: Diagnostic, superseded: bool = False) -> Diagnostic:
    """Return the speaker with the silent one, and all that it spoke for, in its ``also``."""
    fixes = () if superseded else silent.fixes
    echo = Echo(silent.rule, silent.start, silent.end, silent.message, fixes)
    return replace(speaker, also=(*speaker.also, echo, *silent.also), marks=speaker.marks | silent.marks)
