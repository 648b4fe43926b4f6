"""The findings of a run, counted as they pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scribal.finding import Diagnostic, Place, Safety, Severity


@dataclass(slots=True)
class Summary:
    """How many findings there are, of what kind, and what may be done about them."""

    severities: Counter[Severity] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    remedies: Counter[Safety] = field(default_factory=Counter)
    """How many findings have no better fix than one of this safety."""
    ways: set[str] = field(default_factory=set)
    """By which commands or options fixes can be made."""
    safe_rules: set[str] = field(default_factory=set)
    """The rules of which a finding has a safe fix."""
    paths: set[str] = field(default_factory=set)
    marked: dict[Place, set[str]] = field(default_factory=dict)
    """What findings say of whole documents, by their places."""
    fixed: int = 0
    """How many fixes were made; the run counts them, no writer does."""
    checked: int = 0
    """How many files were read; the run counts them too."""

    @property
    def findings(self) -> int:
        return self.rules.total()

    def add(self, diagnostic: Diagnostic) -> None:
        """Count a finding."""
        self.severities[diagnostic.severity] += 1
        self.rules[diagnostic.rule] += 1
        self.paths.add(diagnostic.place.path)
        if diagnostic.marks:
            self.marked.setdefault(diagnostic.place, set()).update(diagnostic.marks)
        remedy = best_remedy(diagnostic)
        self.remedies[remedy] += 1
        if remedy is not Safety.SHOWN:
            self.ways.add("--fix" if diagnostic.place.row is None else "scribal clean")
        if remedy is Safety.SAFE:
            self.safe_rules.add(diagnostic.rule)

    def counting(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics as they come and count each."""
        for diagnostic in diagnostics:
            self.add(diagnostic)
            yield diagnostic

    @property
    def marks(self) -> Counter[str]:
        """How many documents bear each mark."""
        return Counter(mark for marks in self.marked.values() for mark in sorted(marks))

    def sentence(self) -> str:
        """Return the line that closes a report."""
        fixed = f"; fixed {self.fixed}" if self.fixed else ""
        if not self.findings:
            return f"found nothing in {plural(self.checked, 'file')}{fixed}"
        said = f"found {plural(self.findings, 'finding')}"
        if errors := self.severities[Severity.ERROR]:
            said += f" ({plural(errors, 'error')})"
        of = f" of {self.checked}" if self.checked > len(self.paths) else ""
        said += f" in {plural(len(self.paths), 'file') if not of else f'{len(self.paths)}{of} files'}{fixed}"
        safe, unsafe = self.remedies[Safety.SAFE], self.remedies[Safety.UNSAFE]
        ways = " or ".join(sorted(self.ways))
        if safe and unsafe:
            return f"{said}; {safe} fixable with {ways}, {unsafe} more with --unsafe-fixes"
        if safe:
            return f"{said}; {safe} fixable with {ways}"
        return f"{said}; {unsafe} fixable with {ways} --unsafe-fixes" if unsafe else said


def best_remedy(diagnostic: Diagnostic) -> Safety:
    """Return how far the best fix of a finding, or of one that it speaks for, may be trusted."""
    fixes = [*diagnostic.fixes, *(fix for echo in diagnostic.also for fix in echo.fixes)]
    return max((fix.safety for fix in fixes if fix.edits), default=Safety.SHOWN)


def plural(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun if number == 1 else noun + ('es' if noun.endswith('x') else 's')}"


def many(number: int, noun: str) -> str:
    """Return a number that may be large, with commas, and its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
