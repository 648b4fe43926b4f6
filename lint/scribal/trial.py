"""``scribal test``: the laws for the rules in some folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from scribal.catalog import load_from, package_of
from scribal.error import UserError
from scribal.testing import laws


def try_rules(folders: Sequence[Path], say: Callable[[str], object]) -> int:
    """Check the laws for all rules in some folders; return 1 if one is broken."""
    rules = load_from({package_of(folder): folder for folder in folders})
    passed = failed = 0
    for law in laws(rules):
        try:
            law.verify()
        except AssertionError as broken:
            failed += 1
            say(f"{law}: {broken}")
        else:
            passed += 1
    if not rules:
        raise UserError(
            f"{', '.join(map(str, folders))}: holds no rules; a rule is FAMILY/NAME.py or FAMILY/NAME.toml"
        )
    say(f"{passed} passed" + (f", {failed} failed" if failed else ""))
    return 1 if failed else 0
