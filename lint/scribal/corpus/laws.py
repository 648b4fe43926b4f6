"""The laws for rules that compare the records of a corpus."""

from __future__ import annotations

from collections.abc import Sequence

from scribal.corpus.example import compared
from scribal.corpus_rule import BETWEEN
from scribal.document import Document
from scribal.engine import Engine
from scribal.example import configured, read, unmark
from scribal.finding import Diagnostic, Finding, Safety
from scribal.fix import mend
from scribal.rule import Bad, Good, Rule


def found_together(rule: Rule, bad: Bad) -> None:
    """Check that the rule points at just what is marked, and that its fixes give ``fixed``."""
    wanted, spans = unmark(bad.text)
    engine = Engine([configured(rule, bad)], preview=True)
    told: list[tuple[int, int]] = []
    fixed: list[str] = []
    offset = 0
    for document, findings in compared(rule, bad):
        found = engine.diagnose(document, findings)
        told += ((offset + start, offset + end) for start, end in sorted(reach(document, d) for d in found))
        fixed.append(mended(engine, document, findings, bad))
        offset += len(document.source) + len(BETWEEN)
    assert told == spans, f"the rule points at {[wanted[start:end] for start, end in told]}"
    want = wanted if bad.fixed is None else bad.fixed
    assert BETWEEN.join(fixed) == want, f"the fixes give {BETWEEN.join(fixed)!r}, not {want!r}"


def reach(document: Document, diagnostic: Diagnostic) -> tuple[int, int]:
    """Return what a diagnostic is about: a stretch of the record, or all of it."""
    span = diagnostic.scope == "span"
    return (diagnostic.start, diagnostic.end) if span else (0, len(document.source))


def mended(engine: Engine, document: Document, findings: Sequence[tuple[str, Finding]], bad: Bad) -> str:
    """Return what all fixes make of a record."""

    def lint(other: Document) -> list[Diagnostic]:
        return engine.lint(other, findings if other is document else ())

    return mend(document, lint, lambda source: read(bad, source), Safety.UNSAFE).document.source


def silent_together(rule: Rule, good: Good) -> None:
    """Check that the rule says nothing about a good example."""
    said = [finding.message for _, findings in compared(rule, good) for _, finding in findings]
    assert said == [], f"the rule says: {'; '.join(said)}"
