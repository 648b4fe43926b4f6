"""What the commands ``rules`` and ``explain`` print."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import get_close_matches

from scribal.docs import fixable, page
from scribal.error import UserError
from scribal.rule import Rule


def listing(rules: Sequence[Rule], output_format: str) -> str:
    """Return the list of rules as text or as a JSON array."""
    if output_format == "json":
        return json.dumps([entry(rule) for rule in rules], indent=2)
    width = max((len(rule.id) for rule in rules), default=0)
    return "\n".join(
        f"{rule.id:<{width}}  {'preview' if rule.preview else 'stable ':<7}  {rule.summary}" for rule in rules
    )


def entry(rule: Rule) -> dict[str, object]:
    """Return what machines are told of a rule."""
    return {
        "id": rule.id,
        "summary": rule.summary,
        "severity": rule.severity.value,
        "status": "preview" if rule.preview else "stable",
        "opt_in": rule.opt_in,
        "fixable": fixable(rule),
        "languages": list(rule.languages),
        "preview_languages": list(rule.preview_languages),
    }


def explanation(rules: Sequence[Rule], name: str) -> str:
    """Return a rule's page.  Raises UserError for a name that no rule has."""
    found = {rule.id: rule for rule in rules}
    if name not in found:
        near = get_close_matches(name, found, 1)
        raise UserError(f"no rule is called “{name}”" + (f"; did you mean “{near[0]}”?" if near else ""))
    return page(found[name])
