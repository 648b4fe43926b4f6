"""One diagnostic a place: findings that say the same of one place become one, and none is lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from scribal.finding import Diagnostic, Echo, Edit

Order = Mapping[str, frozenset[str]]
"""For each rule, the ids of the rules that it supersedes."""


@dataclass(slots=True)
class Voice:
    """The diagnostic that speaks at a place, and those for which it does."""

    speaker: Diagnostic
    also: deque[Echo] = field(default_factory=deque)
    marks: set[str] = field(default_factory=set)

    def unite(self, other: Diagnostic, supersedes: Order) -> None:
        """Take another diagnostic in, which speaks from now on if it has more to say."""
        one = self.speaker
        self.marks |= one.marks | other.marks
        if one.rule in supersedes.get(other.rule, ()):
            self.also.appendleft(echo(one, superseded=True))
            self.speaker = other
        elif other.rule in supersedes.get(one.rule, ()):
            self.also.append(echo(other, superseded=True))
        elif reach(one) >= reach(other):
            self.also.append(echo(other))
        else:
            self.also.appendleft(echo(one))
            self.speaker = other

    def joint(self) -> Diagnostic:
        """Return the diagnostic that speaks, with the others in its ``also``."""
        if not self.also:
            return self.speaker
        return replace(self.speaker, also=tuple(self.also), marks=frozenset(self.marks))


def merge(diagnostics: Sequence[Diagnostic], supersedes: Order) -> list[Diagnostic]:
    """Let one diagnostic speak for those inside its span and those with its edits.

    A rule that supersedes another speaks first, then the longer span, then the
    one that offers a fix; the others stand in ``also``.
    """
    voices: list[Voice] = []
    reaching: list[int] = []
    owners: dict[tuple[Edit, ...], int] = {}
    for diagnostic in sorted(diagnostics, key=lambda d: (d.start, -d.end, d.rule)):
        edits = diagnostic.fixes[0].edits if diagnostic.fixes else ()
        reaching = [i for i in reaching if voices[i].speaker.end >= diagnostic.start]
        rival = next(
            (i for i in reversed(reaching) if holds(voices[i].speaker, diagnostic)), owners.get(edits)
        )
        if rival is None or diagnostic.scope != "span":
            if diagnostic.scope == "span":
                reaching.append(len(voices))
                if edits:
                    owners[edits] = len(voices)
            voices.append(Voice(diagnostic))
        else:
            voices[rival].unite(diagnostic, supersedes)
    return sorted((voice.joint() for voice in voices), key=lambda d: (d.start, d.end, d.rule))


def holds(one: Diagnostic, other: Diagnostic) -> bool:
    """Return whether the span of ``other`` lies inside that of ``one``."""
    return one.start <= other.start and other.end <= one.end


def reach(diagnostic: Diagnostic) -> tuple[int, bool]:
    """Return how much a diagnostic speaks of, and whether it offers a fix."""
    return diagnostic.end - diagnostic.start, bool(diagnostic.fixes)


def echo(silent: Diagnostic, superseded: bool = False) -> Echo:
    """Return what is left of a diagnostic for which another speaks; no fixes where that supersedes it."""
    fixes = () if superseded else silent.fixes
    return Echo(silent.rule, silent.start, silent.end, silent.message, fixes, silent.origin)
