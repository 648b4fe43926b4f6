"""The numbers of a corpus as they are written and read again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scribal import __version__
from scribal.corpus.counts import Counts
from scribal.corpus.limit import Breach
from scribal.corpus.plan import Plan
from scribal.corpus.rates import CONFIDENCE, part_of, per_words, quantile, share, wilson
from scribal.corpus.survey import Sample, Survey
from scribal.error import UserError
from scribal.finding import Severity
from scribal.selection import family_of
from scribal.write.machine import finding_object

VERSION = 1
"""The version of the JSON report; it grows when a key changes its meaning."""

WORDS = 10_000
"""How many words findings are counted per."""


@dataclass(slots=True)
class Report:
    """What was counted, of what, and which gates are broken."""

    survey: Survey
    plan: Plan
    severities: Mapping[str, Severity]
    """Of every rule that was on."""
    population: int | None = None
    """How many records there are, where only a sample of them was read."""
    breaches: list[Breach] = field(default_factory=list)

    def rules(self) -> list[str]:
        """Return the rules that found something, the most frequent first."""
        findings = self.survey.total.findings
        return sorted((name for name in findings if "/" in name), key=lambda name: (-findings[name], name))

    def families(self) -> list[str]:
        """Return their families, the most frequent first."""
        findings = self.survey.total.findings
        return sorted({family_of(rule) for rule in self.rules()}, key=lambda name: (-findings[name], name))

    def row(self, name: str, counts: Counts | None = None) -> dict[str, Any]:
        """Return the numbers of a rule, a family or all findings; ``hit`` are the records that have one."""
        counts = counts or self.survey.total
        population = part_of(self.population, counts, self.survey.total)
        of_records, of_words = share(counts, name, population), per_words(counts, name, WORDS, population)
        return {
            "findings": counts.findings[name],
            "hit": counts.hit[name],
            "share": of_records._asdict(),
            "per_10k_words": of_words._asdict(),
        }

    def groups(self, by: str, name: str = "all") -> list[tuple[str, Counts]]:
        """Return the groups of a field, the worst first: those that surely have most records with a finding.

        A group of one bad record is less sure to be bad than one of a thousand, every other one bad.
        """
        z = quantile()

        def badness(group: tuple[str, Counts]) -> tuple[float, int, str]:
            value, counts = group
            return -wilson(counts.hit[name], counts.records, z)[0], -counts.records, value

        return sorted(self.survey.groups.get(by, {}).items(), key=badness)

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON has it."""
        survey, plan = self.survey, self.plan
        return {
            "version": VERSION,
            "scribal": __version__,
            "sources": [path.as_posix() for path in plan.order.paths],
            "sample": None
            if self.population is None
            else {"records": survey.total.records, "of": self.population, "seed": plan.seed},
            "confidence": CONFIDENCE,
            "total": {"records": survey.total.records, "words": survey.total.words, **self.row("all")},
            "families": {name: self.row(name) for name in self.families()},
            "rules": {
                name: {**self.row(name), "severity": self.severities[name].value} for name in self.rules()
            },
            "groups": {by: dict(self.grouped(by)) for by in plan.by},
            "samples": {
                rule: list(map(sample_object, found)) for rule, found in sorted(survey.samples.items())
            },
            "faults": list(map(finding_object, survey.faults)),
            "gates": [breach._asdict() for breach in self.breaches],
            "counts": survey.total.to_json(),
        }

    def grouped(self, by: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the numbers of each group of a field."""
        for value, counts in self.groups(by):
            rules = {name: counts.findings[name] for name in sorted(counts.findings) if "/" in name}
            head = {"records": counts.records, "words": counts.words}
            yield value, {**head, "all": self.row("all", counts), "rules": rules}


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is needed of an earlier report."""

    total: Counts


def sample_object(sample: Sample) -> dict[str, Any]:
    """Return a sample as JSON has it."""
    return {name: value for name, value in sample._asdict().items() if name != "draw"}


def read_report(file: Path) -> Earlier:
    """Read the JSON report of an earlier run.  Raises :class:`UserError` for anything else."""
    try:
        value = json.loads(file.read_text("utf-8"))
        if value["version"] != VERSION:
            raise UserError(f"{file}: was written by another version of scribal")
        return Earlier(Counts.from_json(value["counts"]))
    except OSError as error:
        raise UserError(f"{file}: {error.strerror}") from None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise UserError(f"{file}: is no JSON report of “scribal corpus”") from None
