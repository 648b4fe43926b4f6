"""What is not said: comments in the text, allowances in the settings, names that no rule may doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from scribal.document import Document
from scribal.error import nearest
from scribal.finding import Diagnostic, Edit, Repair, Safety, Severity
from scribal.text import Span, Zone, fold
from scribal.settings import Allowance

UNUSED = "scribal/unused-suppression"
"""The id under which a comment is reported that hushed nothing."""

UNKNOWN = "scribal/unknown-suppression"
"""The id under which a comment is reported that names no rule there is."""

_COMMENT = regex.compile(
    r"scribal:\s*+(?P<reach>ignore-file|ignore)\s++(?P<rules>[\w/\-]++(?:\s*+,\s*+[\w/\-]++)*+)",
    regex.IGNORECASE,
)


class Suppression(NamedTuple):
    """A comment that asks for silence: about which rules, and from where to where in the source."""

    comment: Span
    rules: tuple[str, ...]
    start: int
    end: int


class Hush:
    """Decides what is said of a document."""

    def __init__(
        self,
        allowances: Sequence[Allowance],
        words: Sequence[str],
        rules: Iterable[str],
        running: Iterable[str],
    ) -> None:
        self.allowances = allowances
        self.known = {"all"} | {name for rule in rules for name in (rule, rule.partition("/")[0])}
        self.running = {"all"} | {name for rule in running for name in (rule, rule.partition("/")[0])}
        listed = sorted(map(fold, words), key=len, reverse=True)
        self.words = regex.compile(
            rf"(?<!\w)(?:{'|'.join(map(regex.escape, listed))})(?!\w)" if listed else r"(?!)"
        )
        self.used: set[Allowance] = set()

    def said(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the diagnostics that are not hushed, and those about suppressions."""
        if not diagnostics and not document.prose.comments:
            return []
        suppressions = list(suppressions_of(document))
        used: set[Suppression] = set()
        said: list[Diagnostic] = []
        for diagnostic in diagnostics:
            quiet = {s for s in suppressions if hushes(s, diagnostic)}
            used |= quiet
            if not (quiet or self.allowed(document, diagnostic) or self.undoubted(document, diagnostic)):
                said.append(diagnostic)
        return [*said, *self.idle(document, suppressions, used)]

    def allowed(self, document: Document, diagnostic: Diagnostic) -> bool:
        """Return whether an allowance of the settings speaks for a finding, and remember which."""
        for allowance in self.allowances:
            if allows(allowance, document, diagnostic):
                self.used.add(allowance)
                return True
        return False

    def undoubted(self, document: Document, diagnostic: Diagnostic) -> bool:
        """Return whether a finding lies inside a name that no rule may doubt."""
        if diagnostic.scope != "span" or self.words.pattern == r"(?!)":
            return False
        line = document.line_span(diagnostic.line)
        text = fold(document.source[line.start : max(line.end, diagnostic.end)])
        start, end = diagnostic.start - line.start, diagnostic.end - line.start
        return any(m.start() <= start and end <= m.end() for m in self.words.finditer(text))

    def idle(
        self, document: Document, suppressions: Sequence[Suppression], used: set[Suppression]
    ) -> Iterator[Diagnostic]:
        """Yield what is wrong with the suppressions themselves."""
        for suppression in suppressions:
            unknown = [rule for rule in suppression.rules if rule not in self.known]
            for rule in unknown:
                message = f"the comment names an unknown rule “{rule}”{nearest(rule, self.known)}"
                yield complaint(document, suppression, UNKNOWN, message)
            if suppression not in used and not unknown and self.running.issuperset(suppression.rules):
                names = ", ".join(suppression.rules)
                yield complaint(document, suppression, UNUSED, f"the comment hushes nothing of “{names}”")


def hushes(suppression: Suppression, diagnostic: Diagnostic) -> bool:
    """Return whether a comment speaks for a finding."""
    inside = suppression.start <= diagnostic.start and diagnostic.end <= suppression.end
    names = ("all", diagnostic.rule, diagnostic.rule.partition("/")[0])
    return inside and any(rule in names for rule in suppression.rules)


def suppressions_of(document: Document) -> Iterator[Suppression]:
    """Yield the comments of a document that ask for silence."""
    for comment in document.prose.comments:
        if found := _COMMENT.search(document.source, *comment):
            rules = tuple(rule.strip() for rule in found["rules"].split(","))
            whole = found["reach"].lower() == "ignore-file"
            yield Suppression(
                comment, rules, *(Span(0, len(document.source)) if whole else reach(document, comment))
            )


def reach(document: Document, comment: Span) -> Span:
    """Return the source that a comment speaks for: its own block, or the next one if it stands alone."""
    zones = document.prose.zones
    spans = [document.prose.source_span(zone.start, zone.end) for zone in zones]
    first, last = (document.line_span(document.line_column(at)[0]) for at in comment)
    alone = not document.source[first.start : comment.start].strip(" \t>") and not (
        document.source[comment.end : last.end].strip()
    )
    for zone, span in zip(zones, spans, strict=True):
        if span.end <= comment.start and not (not alone and touches(document, zone, span, comment)):
            continue
        return Span(min(zone.source_start, span.start), max(zone.source_end, span.end))
    return Span(comment.start, comment.end)


def touches(document: Document, zone: Zone, span: Span, comment: Span) -> bool:
    """Return whether a comment stands behind a block, before anything else does."""
    between = document.source[span.end : comment.start]
    return "\n\n" not in between.replace("\r", "") and (
        comment.start < max(zone.source_end, span.end) or not between.strip(" \t|*_`\n")
    )


@cache
def _pattern(path: str) -> object:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([path])


def allows(allowance: Allowance, document: Document, diagnostic: Diagnostic) -> bool:
    """Return whether all that an allowance says is true of a finding."""
    place = diagnostic.place
    if allowance.rule not in (None, "all", diagnostic.rule, diagnostic.rule.partition("/")[0]):
        return False
    if allowance.record is not None and allowance.record != place.record:
        return False
    if allowance.path is not None and not _pattern(allowance.path).match_file(place.path):  # type: ignore[attr-defined]
        return False
    return allowance.text is None or holds_words(document, diagnostic, allowance.text)


def holds_words(document: Document, diagnostic: Diagnostic, text: str) -> bool:
    """Return whether a finding, or the lines it stands in, holds some words."""
    start, end = document.line_span(diagnostic.line).start, document.line_span(diagnostic.end_line).end
    return " ".join(fold(text).split()) in " ".join(fold(document.source[start:end]).split())


def complaint(document: Document, suppression: Suppression, rule: str, message: str) -> Diagnostic:
    """Return a finding about a comment, with the fix that takes the comment away."""
    start, end = suppression.comment
    line, column = document.line_column(start)
    end_line, end_column = document.line_column(end)
    return Diagnostic(
        place=document.place,
        rule=rule,
        severity=Severity.WARNING,
        message=message,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=document.source[start:end][:200],
        context=document.source[start:end].split("\n")[0][:200],
        context_column=column,
        fixes=(
            Repair((Edit(*removal(document, suppression.comment), ""),), Safety.SAFE, "delete the comment"),
        )
        if rule == UNUSED
        else (),
    )


def removal(document: Document, comment: Span) -> Span:
    """Return the span of a comment with the blanks before it, or with its line where it stands alone."""
    source, (start, end) = document.source, comment
    while start and source[start - 1] in " \t":
        start -= 1
    if (not start or source[start - 1] == "\n") and source[end : end + 1] == "\n":
        end += 1
    return Span(start, end)
