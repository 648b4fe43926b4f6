"""What was found in a set, counted by rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from labels import Labelled, Worth, labels_at, mends, worth

from scribal.finding import Diagnostic
from scribal.rule import Rule

ALL = "all rules"
"""Under this name the findings of all rules are counted as a user sees them: one for each place."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A finding, or a label that nothing found, to be read by a person."""

    text: Labelled
    start: int
    end: int
    message: str


@dataclass(slots=True)
class Score:
    """What one rule did."""

    found: Counter[str] = field(default_factory=Counter)
    """Labels found, by class."""
    mended: Counter[str] = field(default_factory=Counter)
    """Labels of which a fix was right, by class."""
    false: Counter[str] = field(default_factory=Counter)
    """Flags on clean text, by language."""
    worths: Counter[Worth] = field(default_factory=Counter)
    samples: defaultdict[Worth, list[Sample]] = field(default_factory=lambda: defaultdict(list))

    def add(self, text: Labelled, diagnostics: Iterable[Diagnostic]) -> set[int]:
        """Count what the rule found in one text; return the indices of the labels that it found."""
        found: set[int] = set()
        mended: set[int] = set()
        for diagnostic in diagnostics:
            value = worth(text, diagnostic)
            self.worths[value] += 1
            self.samples[value].append(Sample(text, diagnostic.start, diagnostic.end, diagnostic.message))
            self.false[text.tongue] += value is Worth.FALSE
            repairs = [*diagnostic.fixes, *(repair for echo in diagnostic.also for repair in echo.fixes)]
            for index in labels_at(text, diagnostic):
                found.add(index)
                if index not in mended and mends(text, text.labels[index], repairs):
                    mended.add(index)
        self.found.update(text.labels[index].kind for index in found)
        self.mended.update(text.labels[index].kind for index in mended)
        return found

    @property
    def summary(self) -> dict[str, Any]:
        """What machines are told."""
        return {
            "found": dict(sorted(self.found.items())),
            "mended": dict(sorted(self.mended.items())),
            "false": {tongue: n for tongue, n in sorted(self.false.items()) if n},
            **{str(value): self.worths[value] for value in (Worth.NOTE, Worth.OPEN, Worth.UNSCORED)},
        }


@dataclass(slots=True)
class Result:
    """What was found in one set."""

    name: str
    texts: int = 0
    whole: int = 0
    """How many of the texts are whole documents rather than single paragraphs."""
    edited: Counter[str] = field(default_factory=Counter)
    """Words in text that nothing should flag, by language."""
    sizes: Counter[str] = field(default_factory=Counter)
    """Code points of that text."""
    labels: Counter[str] = field(default_factory=Counter)
    """Labels by class."""
    mendable: Counter[str] = field(default_factory=Counter)
    """Labels of which it is known what should stand there, by class."""
    missed: defaultdict[str, list[Sample]] = field(default_factory=lambda: defaultdict(list))
    scores: defaultdict[str, Score] = field(default_factory=lambda: defaultdict(Score))

    def add(self, text: Labelled, alone: Iterable[Diagnostic], merged: Iterable[Diagnostic]) -> None:
        """Count what each rule alone, and all together, found in one text."""
        self.texts += 1
        self.whole += text.whole
        if words := text.edited_words:
            self.edited[text.tongue] += words
            self.sizes[text.tongue] += text.edited_size
        self.labels.update(label.kind for label in text.labels)
        self.mendable.update(label.kind for label in text.labels if label.fix is not None)
        by_rule: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in alone:
            by_rule[diagnostic.rule].append(diagnostic)
        for rule, diagnostics in by_rule.items():
            self.scores[rule].add(text, diagnostics)
        found = self.scores[ALL].add(text, merged)
        for index, label in enumerate(text.labels):
            if index not in found:
                self.missed[label.kind].append(Sample(text, label.start, label.end, label.kind))

    @property
    def summary(self) -> dict[str, Any]:
        """What machines are told."""
        return {
            "set": self.name,
            "texts": self.texts,
            "whole": self.whole,
            "edited_words": dict(sorted(self.edited.items())),
            "labels": dict(sorted(self.labels.items())),
            "mendable": dict(sorted(self.mendable.items())),
            "rules": {rule: score.summary for rule, score in sorted(self.scores.items())},
        }


def speaks(rule: Rule, tongue: str, preview: bool) -> bool:
    """Return whether a rule is for a language."""
    return not rule.languages or tongue in rule.languages or (preview and tongue in rule.preview_languages)


def rate(false: int, words: int) -> str:
    """Return false flags per 10,000 words, as text."""
    return f"{10_000 * false / words:.2f}" if words else "-"
