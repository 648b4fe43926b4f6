"""One document: scan, wake, settle, merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from scribal.carry import carry
from scribal.document import Document
from scribal.error import Absent, Unchecked
from scribal.finding import Diagnostic, Finding, Place, Safety, Severity
from scribal.gather import gather
from scribal.merge import merge
from scribal.rule import Rule
from scribal.scan import Scanner
from scribal.text import Hit, Sees, Span, View

FAILED = "scribal/rule-failed"
"""The id under which the failure of a rule is reported."""

UNCHECKED = "scribal/unchecked-text"
"""The id under which it is reported that a program beside scribal did not read a text."""

FAILURES = (FAILED, UNCHECKED)
"""The ids that say that something was not checked."""

CUT = "scribal/too-many-findings"
"""The id under which it is reported that a rule found more in a record than is taken."""

MOST = 10_000
"""How many findings of one rule in one record are taken; of a file all are."""

WINDOW = 400
"""How many code points of a line a diagnostic carries as its context."""

NEIGHBOURS, ROOM = 3, 80
"""How many words on either side of a finding a diagnostic carries, and in how many code points they stand."""


class Engine:
    """The rules that are on, ready to read documents."""

    def __init__(
        self,
        rules: Sequence[Rule],
        severities: Mapping[str, Severity] = {},
        trust: Mapping[str, Safety] = {},
        preview: bool = False,
    ) -> None:
        self.rules = tuple(rules)
        self.preview = preview
        self.trust = trust
        self.severities = {rule.id: severities.get(rule.id, rule.severity) for rule in rules}
        passed_on = frozenset(rule.id for rule in rules if rule.categories)
        self.supersedes = {
            rule.id: frozenset(rule.supersedes) | (passed_on if not rule.categories else frozenset())
            for rule in rules
        }
        self.comparing = tuple(rule for rule in rules if rule.compares)
        """The rules that read the records of a corpus together."""
        alone = [rule for rule in rules if not rule.compares]
        self.scanners = {
            sees: Scanner(kin) for sees in Sees if (kin := [rule for rule in alone if rule.sees is sees])
        }

    def lint(self, document: Document, compared: Iterable[tuple[str, Finding]] = ()) -> list[Diagnostic]:
        """Return what is wrong with a document, one diagnostic a place, in order."""
        return self.united(document, self.diagnose(document, compared))

    def united(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return one diagnostic a place, and one for each run of lines that are to go."""
        return merge(gather(document, diagnostics), self.supersedes)

    def diagnose(self, document: Document, compared: Iterable[tuple[str, Finding]] = ()) -> list[Diagnostic]:
        """Return every rule's own word, before the merge, in order.

        ``compared`` is what the comparison with other records has found, by rule.
        """
        found = [d for sees in self.scanners for d in self._read(document, sees)]
        found += [self._told(document, document.prose, *one) for one in compared]
        return sorted(found, key=lambda d: (d.start, d.end, d.rule))

    def _read(self, document: Document, sees: Sees) -> Iterator[Diagnostic]:
        view = document.view(sees)
        for rule, hits in self.scanners[sees].scan(view).items():
            yield from self._check(document, view, rule, hits)

    def speaks(self, rule: Rule, view: View) -> bool:
        """Return whether the rule is for the language of the view, which may have to be detected."""
        if not rule.languages:
            return True
        return view.language in rule.languages or (self.preview and view.language in rule.preview_languages)

    def _check(self, document: Document, view: View, rule: Rule, hits: Sequence[Hit]) -> Iterator[Diagnostic]:
        """Let a rule read a view; the language is detected only where one that asks found something."""
        if (view.about.language or rule.categories) and not self.speaks(rule, view):
            return
        most = MOST + 1 if view.about.profile == "corpus" else None
        try:
            if rule in self.scanners[rule.sees].raised:
                rule.gate(view)
            findings = [inside(view, finding) for finding in islice(rule.check(view, hits), most)]
            error = ""
        except Absent:
            raise
        except Unchecked as failure:
            yield unchecked(document, str(failure))
            return
        except Exception as failure:
            findings, error = [], f"{type(failure).__name__}: {failure}"
        if not (findings or error) or not self.speaks(rule, view):
            return
        if error:
            yield failed(document.place, rule, error)
        if len(findings) == most:
            yield cut(document, rule)
            findings.pop()
        for finding in findings:
            diagnostic = self._told(document, view, rule.id, finding)
            yield replace(diagnostic, marks=frozenset((rule.marks,))) if rule.marks else diagnostic

    def _told(self, document: Document, view: View, rule: str, finding: Finding) -> Diagnostic:
        diagnostic = settle(document, view, rule, self.severities[rule], finding)
        return trusted(diagnostic, self.trust[rule]) if rule in self.trust else diagnostic


def inside(view: View, finding: Finding) -> Finding:
    """Return a finding that lies with all its fixes inside the view.  Raises ValueError for another one."""
    size = len(view.text)
    for one in (finding, *(edit for fix in finding.fixes for edit in fix.edits)):
        if not 0 <= one.start <= one.end <= size:
            raise ValueError(f"it speaks of {one.start} to {one.end} in a text of {size} code points")
    return finding


def trusted(diagnostic: Diagnostic, safety: Safety) -> Diagnostic:
    """Return the diagnostic with its fixes trusted as the settings say; what is only shown stays so."""
    fixes = (replace(f, safety=safety) if f.safety is not Safety.SHOWN else f for f in diagnostic.fixes)
    return replace(diagnostic, fixes=tuple(fixes))


def failed(place: Place, rule: Rule, error: str) -> Diagnostic:
    """Return the diagnostic for a rule that raised; the run goes on, and exits with 2."""
    said = f"the rule {rule.id} failed: {error}"
    return Diagnostic(place, FAILED, Severity.ERROR, said, 0, 0, 1, 1, 1, 1, "", scope="document")


def cut(document: Document, rule: Rule) -> Diagnostic:
    """Return the diagnostic for a rule that found too much in a record."""
    said = f"the rule {rule.id} finds more than {MOST:,} things here; no more are reported"
    return settle(document, document.prose, CUT, Severity.WARNING, Finding(0, 0, said, scope="document"))


def unchecked(document: Document, why: str) -> Diagnostic:
    """Return the diagnostic for a text that a program beside scribal did not read; the run exits with 2."""
    finding = Finding(0, 0, f"the text was not checked: {why}", scope="document")
    return settle(document, document.prose, UNCHECKED, Severity.ERROR, finding)


def settle(document: Document, view: View, rule: str, severity: Severity, finding: Finding) -> Diagnostic:
    """Carry a finding into the source; with :func:`carry` the only place where offsets change."""
    placed = finding.scope == "span"
    start, end = view.source_span(finding.start, finding.end) if placed else Span(0, 0)
    line, column = document.line_column(start)
    end_line, end_column = document.line_column(end)
    context = document.line_span(line)
    window = max(context.start, min(start - WINDOW // 4, context.end - WINDOW))
    return Diagnostic(
        place=document.place,
        rule=rule,
        severity=severity,
        message=finding.message,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=document.excerpt(start, end),
        context=document.source[window : min(context.end, window + WINDOW)] if placed else "",
        context_column=window - context.start + 1,
        beside=beside(view, finding) if placed else ("", ""),
        fixes=tuple(carry(document, view, fix) for fix in finding.fixes),
        scope=finding.scope,
        weight=finding.weight,
        origin=finding.origin,
    )


def beside(view: View, finding: Finding) -> tuple[str, str]:
    """Return the few words before and after a finding, of its own block and with single spaces."""
    start, end = finding.start, finding.end
    zone = view.zone_at(start)
    first, last = (zone.start, max(zone.end, end)) if zone else (0, len(view.text))
    before = view.text[max(first, start - ROOM) : start].split()[-NEIGHBOURS:]
    after = view.text[end : min(last, end + ROOM)].split()[:NEIGHBOURS]
    return " ".join(before)[-ROOM // 2 :], " ".join(after)[: ROOM // 2]
