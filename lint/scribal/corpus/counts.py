"""What was counted in some records.  Counts of parts add up to the counts of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

ALL = "all"
"""The name under which every finding counts that makes ``check`` fail."""


def names_of(rule: str) -> tuple[str, str]:
    """Return the names under which a finding of a rule counts: the rule's and its family's."""
    return rule, rule.partition("/")[0]


@dataclass(slots=True)
class Counts:
    """Records, words, and findings by name: of a rule, of a family, or ``all``.

    The sums of squares and products say how unevenly findings and words are
    spread over the records, without which no rate has an interval.
    """

    records: int = 0
    words: int = 0
    words_squared: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    """How many records have a finding."""
    squared: Counter[str] = field(default_factory=Counter)
    """The sum over the records of the square of the number of findings."""
    by_words: Counter[str] = field(default_factory=Counter)
    """The sum over the records of the number of findings times that of words."""

    def take(self, words: int, found: Counter[str]) -> None:
        """Count one record, given what was found in it by name."""
        self.records += 1
        self.words += words
        self.words_squared += words * words
        for name, number in found.items():
            self.findings[name] += number
            self.hit[name] += 1
            self.squared[name] += number * number
            self.by_words[name] += number * words

    def add(self, other: Counts) -> None:
        """Add what was counted elsewhere."""
        self.records += other.records
        self.words += other.words
        self.words_squared += other.words_squared
        for mine, theirs in zip(self.counters(), other.counters(), strict=True):
            mine.update(theirs)

    def counters(self) -> Iterator[Counter[str]]:
        """Yield everything that is counted by name."""
        yield from (self.findings, self.hit, self.squared, self.by_words)

    def to_json(self) -> dict[str, Any]:
        """Return the counts as JSON has them."""
        return {
            "records": self.records,
            "words": self.words,
            "words_squared": self.words_squared,
            "names": {name: [counter[name] for counter in self.counters()] for name in sorted(self.findings)},
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """Return what :meth:`to_json` gave.  Raises KeyError, TypeError or ValueError for anything else."""
        counts = cls(int(value["records"]), int(value["words"]), int(value["words_squared"]))
        for name, numbers in value["names"].items():
            for counter, number in zip(counts.counters(), numbers, strict=True):
                counter[name] = int(number)
        return counts


def total(parts: Iterable[Counts]) -> Counts:
    """Return the sum of counts."""
    whole = Counts()
    for part in parts:
        whole.add(part)
    return whole
