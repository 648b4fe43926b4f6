"""Regular expressions that are compiled where they are first used.

To compile one takes up to some milliseconds; a rule that a short text does not wake, or whose gate stays
shut, needs none of its own.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, cast

import regex


class _Expression:
    """What stands in for an expression until it is used; then its methods are those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.given = pattern, flags

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        return regex.compile(*self.given)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.compiled, name)
        setattr(self, name, value)
        return value


def expression(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return what :func:`regex.compile` returns, compiled when it is first used."""
    return cast("regex.Pattern[str]", _Expression(pattern, flags))
