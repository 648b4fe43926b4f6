"""Which rules are on, how severe they are, and how far their fixes are trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scribal.error import UserError, nearest
from scribal.finding import Safety, Severity
from scribal.rule import Rule
from scribal.settings import Settings

UNNAMED, ALL, FAMILY, ID = range(4)
"""How narrowly a rule was named."""


def selected(rules: Sequence[Rule], settings: Settings) -> list[Rule]:
    """Return the rules that are on.

    An id beats its family, a family beats ``all``, what is named beats the
    default; where both are named alike, ``ignore`` beats ``select``.  Raises
    :class:`UserError` for a name that no rule and no family has.
    """
    validate(rules, settings)
    return [rule for rule in rules if is_on(rule, settings)]


def is_on(rule: Rule, settings: Settings) -> bool:
    """Return whether one rule is on."""
    wanted = narrowness(rule, [*(settings.select or ()), *settings.extend_select])
    refused = narrowness(rule, settings.ignore)
    if wanted == UNNAMED and settings.select is not None:
        return False
    if refused != UNNAMED and refused >= wanted:
        return False
    if wanted == ID:
        return True
    return (settings.preview or not rule.preview) and (wanted == FAMILY or not rule.opt_in)


def narrowness(rule: Rule, names: Iterable[str]) -> int:
    """Return how narrowly the most telling of some names names a rule."""
    levels = {"all": ALL, family_of(rule.id): FAMILY, rule.id: ID}
    return max((levels.get(name, UNNAMED) for name in names), default=UNNAMED)


def family_of(name: str) -> str:
    """Return the family of an id."""
    return name.partition("/")[0]


def severities(rules: Iterable[Rule], settings: Settings) -> dict[str, Severity]:
    """Return the severity of each rule, as set for it, its family, or by itself."""
    return {rule.id: _named(rule, settings.severity, rule.severity) for rule in rules}


def trusted(rules: Iterable[Rule], settings: Settings) -> dict[str, Safety]:
    """Return for each rule whose fixes the settings trust more, or less, how far."""
    trust: dict[str, Safety] = {}
    for rule in rules:
        safe = narrowness(rule, settings.extend_safe_fixes)
        unsafe = narrowness(rule, settings.extend_unsafe_fixes)
        if safe != unsafe:
            trust[rule.id] = Safety.SAFE if safe > unsafe else Safety.UNSAFE
    return trust


def _named(rule: Rule, table: Mapping[str, Severity], otherwise: Severity) -> Severity:
    for name in (rule.id, family_of(rule.id), "all"):
        if name in table:
            return table[name]
    return otherwise


def validate(rules: Iterable[Rule], settings: Settings) -> None:
    """Raise :class:`UserError` for a name in the settings that no rule and no family has."""
    known = {"all"} | {name for rule in rules for name in (rule.id, family_of(rule.id))}
    named = {
        "select": settings.select or (),
        "extend-select": settings.extend_select,
        "ignore": settings.ignore,
        "severity": settings.severity,
        "extend-safe-fixes": settings.extend_safe_fixes,
        "extend-unsafe-fixes": settings.extend_unsafe_fixes,
        "allow": [allowance.rule for allowance in settings.allow if allowance.rule],
        "rules": settings.rules,
        **{
            f"per-path.{key}": [
                name for override in settings.per_path for name in getattr(override, key) or ()
            ]
            for key in ("select", "extend_select", "ignore", "severity")
        },
    }
    for key, names in named.items():
        for name in names:
            if name not in known:
                where = f"{settings.origin}: " if settings.origin else ""
                raise UserError(f"{where}“{key}” names an unknown rule “{name}”{nearest(name, known)}")
