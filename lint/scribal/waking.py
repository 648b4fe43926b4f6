"""What wakes a rule, checked and made ready for the scan; the index keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from scribal.error import UserError
from scribal.rule import Rule
from scribal.text import fold
from scribal.wording import Beginnings, beginnings


class Waking(NamedTuple):
    """The triggers of a rule."""

    literals: Sequence[str]
    """Its phrases, folded."""
    patterns: Sequence[str]
    lines: Beginnings | None
    """Its phrases that fill lines."""

    def plain(self) -> tuple[Any, ...]:
        """Return this as plain data, which :attr:`scribal.rule.Rule.waking` takes."""
        return *self[:2], self.lines and tuple(self.lines)


def waking(rule: Rule) -> Waking:
    """Return what wakes a rule.  Raises :class:`UserError` for what could not be found as it is written."""
    if rule.waking:
        literals, patterns, lines = rule.waking
        return Waking(literals, patterns, lines and Beginnings(*lines))
    from scribal.trigger import check_literal, check_pattern  # of no use where all is ready

    try:
        for literal in rule.literals:
            check_literal(literal)
        for pattern in rule.patterns:
            check_pattern(pattern)
        lines = beginnings(dict.fromkeys(rule.lines)) if rule.lines else None
    except ValueError as fault:
        raise UserError(f"{rule.file or rule.id or type(rule).__name__}: {fault}") from None
    literals, patterns = dict.fromkeys(map(fold, rule.literals)), dict.fromkeys(rule.patterns)
    return Waking(list(literals), list(patterns), lines)
