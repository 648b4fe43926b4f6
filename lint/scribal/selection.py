"""Which rules are on, how severe they are, and how far their fixes are trusted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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


def _named(rule: Rule, table: Mapping[str, Severity], otherwise: Severity) -> Severity:
    names = (rule.id, family_of(rule.id), "all")
    return next((table[name] for name in names if name in table), otherwise)


def trusted(rules: Iterable[Rule], settings: Settings) -> dict[str, Safety]:
    """Return for each rule whose fixes the settings trust more, or less, how far; in doubt less."""
    trust: dict[str, Safety] = {}
    for rule in rules:
        safe = narrowness(rule, settings.extend_safe_fixes)
        unsafe = narrowness(rule, settings.extend_unsafe_fixes)
        if (safe, unsafe) != (UNNAMED, UNNAMED):
            trust[rule.id] = Safety.SAFE if safe > unsafe else Safety.UNSAFE
    return trust


def validate(rules: Iterable[Rule], settings: Settings) -> None:
    """Raise :class:`UserError`, with file and key, for a name that no rule and no family has."""
    known = {"all"} | {name for rule in rules for name in (rule.id, family_of(rule.id))}
    for place, name in names_in(settings):
        if name not in known:
            raise UserError(f"{place}: unknown rule “{name}”{nearest(name, known)}")


def names_in(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield every name of a rule or a family in the settings, after the place to name in an error."""
    for key in ("select", "extend_select", "ignore"):
        spoken = getattr(settings.spoken, key) or ()
        for name in spoken:
            yield f"--{key.replace('_', '-')}", name
    for key in ("select", "extend_select", "ignore", "severity", "extend_safe_fixes", "extend_unsafe_fixes"):
        for name in getattr(settings, key) or ():
            yield f"{settings.where}: “{key.replace('_', '-')}”", name
    for number, table in enumerate(settings.per_path, 1):
        for key in ("select", "extend_select", "ignore", "severity"):
            for name in getattr(table, key) or ():
                yield f"{settings.where}: “per-path” no. {number}: “{key.replace('_', '-')}”", name
    for number, allowance in enumerate(settings.allow, 1):
        if allowance.rule is not None:
            yield f"{settings.where}: “allow” no. {number}: “rule”", allowance.rule
