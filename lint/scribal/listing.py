"""What the commands ``rules`` and ``explain`` print."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from scribal.docs import OWN_IDS, family_page, fixable, page, status
from scribal.error import UserError, nearest
from scribal.rule import Rule
from scribal.selection import family_of
from scribal.values import LANGUAGE


def chosen(
    rules: Sequence[Rule], names: Sequence[str] = (), language: str | None = None, state: str | None = None
) -> list[Rule]:
    """Return the rules that have one of some names, are for a language, and stable or in preview.

    Raises :class:`UserError` for a name that no rule and no family has, and for what is no language.
    """
    known = names_of(rules)
    for name in names:
        if name not in known:
            raise UserError(f"no rule or family is called “{name}”{nearest(name, known)}")
    if language is not None and not LANGUAGE.fullmatch(language):
        raise UserError("--language must be a BCP 47 tag, such as “en” or “pt-BR”")
    return [
        rule
        for rule in rules
        if (not names or {"all", rule.id, family_of(rule.id)} & {*names})
        and (language is None or speaks(rule, language))
        and state in (None, status(rule))
    ]


def names_of(rules: Sequence[Rule]) -> list[str]:
    """Return all names that name rules, families after “all”, ids after families."""
    return ["all", *dict.fromkeys(family_of(rule.id) for rule in rules), *(rule.id for rule in rules)]


def speaks(rule: Rule, language: str) -> bool:
    """Return whether a rule is for texts in a language, in preview or not."""
    primary = language.replace("_", "-").partition("-")[0].lower()
    return not rule.languages or primary in {*rule.languages, *rule.preview_languages}


def listing(rules: Sequence[Rule], output_format: str) -> str:
    """Return the list of rules as text or as a JSON array."""
    if output_format == "json":
        return json.dumps([entry(rule) for rule in rules], indent=2)
    return "\n".join(lines(rules))


def lines(rules: Sequence[Rule]) -> Iterator[str]:
    """Yield a line for each rule; ``[*]`` marks those that have a fix."""
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        mark = "[*]" if fixable(rule) else "[ ]"
        yield f"{rule.id:<{width}}  {status(rule):<7}  {mark}  {rule.summary}"


def entry(rule: Rule) -> dict[str, object]:
    """Return what machines are told of a rule."""
    return {
        "id": rule.id,
        "summary": rule.summary,
        "severity": rule.severity.value,
        "status": status(rule),
        "opt_in": rule.opt_in,
        "fixable": fixable(rule),
        "languages": list(rule.languages),
        "preview_languages": list(rule.preview_languages),
    }


def explanation(rules: Sequence[Rule], name: str) -> str:
    """Return the page of a rule or of a family.

    A rule may be named without its family where neither a family nor another rule has its name.  Raises
    :class:`UserError` for a name that none has.
    """
    if name in OWN_IDS:
        return f"# {name}\n\n{OWN_IDS[name]}\n"
    if kin := [rule for rule in rules if family_of(rule.id) == name]:
        return family_page(kin)
    found = [rule for rule in rules if rule.id == name or rule.id.endswith(f"/{name}")]
    if len(found) == 1:
        return page(found[0])
    if found:
        raise UserError(f"“{name}” is the name of {' and '.join(rule.id for rule in found)}")
    known = [*OWN_IDS, *names_of(rules)]
    raise UserError(f"no rule or family is called “{name}”{nearest(name, known)}")
