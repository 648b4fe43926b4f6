"""How a report for people looks: in colour or not, with code frames or not."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

PAINTS = {
    "bold": "1",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "rule": "35",
    "gutter": "1;34",
    "fix": "32",
}
"""The parameters of the terminal's SGR sequence for each role."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a report for people looks; the default is that of a pipe."""

    color: bool = False
    frame: bool = False
    """Whether the source line, carets and fixes are shown below a finding."""
    width: int = 100
    """How many columns a code frame may take."""
    quiet: bool = False
    """Whether the closing line is left out."""
    max_per_rule: int | None = None
    """How many findings of a rule are shown; None: all."""

    def paint(self, role: str, text: str) -> str:
        """Return ``text`` in the colour of its role."""
        return f"\x1b[{PAINTS[role]}m{text}\x1b[0m" if self.color and text else text


def look_for(
    out: TextIO,
    color: str = "auto",
    environment: Mapping[str, str] = os.environ,
    quiet: bool = False,
    max_per_rule: int | None = None,
) -> Look:
    """Return the look that fits a stream; ``color`` is ``auto``, ``always`` or ``never``.

    ``NO_COLOR`` and ``FORCE_COLOR`` count where they are not empty, in this order.
    """
    terminal = out.isatty()
    colored = color == "always" or (color == "auto" and likes_color(terminal, environment))
    if sys.platform == "win32" and terminal and colored:
        from colorama import just_fix_windows_console

        just_fix_windows_console()
    width = shutil.get_terminal_size((100, 24)).columns
    return Look(colored, terminal or colored, width, quiet, max_per_rule)


def likes_color(terminal: bool, environment: Mapping[str, str]) -> bool:
    """Return whether the environment asks for colour, where the user did not say."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") != "dumb"
