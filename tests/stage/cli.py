"""scribal as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from scribal.cli import guarded, scribal

SCRIBAL = [sys.executable, "-m", "scribal"]
GLUED = "The works cost 41 million euros , a third more than planned.\n"


RULE = '''
from scribal import Bad, PatternRule


class Arrow(PatternRule):
    """Arrows are typed, not drawn."""

    summary = "A typed arrow."
    message = "“{found}” is a typed arrow"
    patterns = ("->",)
    pattern = "->"
    bad = [Bad("a ⟦->⟧ b")]
    good = ["a → b"]
'''


def run(*arguments: str | Path, cwd: Path, data: str | bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*SCRIBAL, *map(str, arguments)],
        cwd=cwd,
        input=data.encode() if isinstance(data, str) else data,
        capture_output=True,
        env={**os.environ, "NO_COLOR": "1"},
    )


def findings(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    assert b"Traceback" not in result.stderr, result.stderr.decode()
    return [json.loads(line) for line in result.stdout.splitlines()]


def code_of(*arguments: str) -> int:
    """Run a command in this process and return its exit code."""
    return guarded(lambda: scribal(list(arguments), standalone_mode=False))
