"""Benchmarks, run on rules and texts of toys."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


DOUBLED = '''
from scribal import PatternRule, Safety


class Doubled(PatternRule):
    """Somebody wrote a word twice."""

    summary = "a word stands twice"
    message = "“{found}” says it twice"
    patterns = (r"\\p{L} \\p{L}",)
    pattern = r"\\b(\\p{L}++)[ ]\\1\\b"

    def replacements(self, match, view):
        yield match[1], Safety.UNSAFE
'''


PACK = """
summary = "a menu"
message = "“{found}” is a menu"
why = "Menus are not text."
severity = "info"
languages = ["en"]
safety = "safe"
drop = true
phrases = ["share this"]
"""


def benchmark(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}
    )


def write(folder: Path, name: str, *texts: Mapping[str, Any]) -> None:
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    if name.endswith(".gz"):
        (folder / name).write_bytes(gzip.compress(lines.encode()))
    else:
        (folder / name).write_text(lines, "utf-8")


def measured(sets: Path, pack: Path, *arguments: str) -> list[dict[str, Any]]:
    form = ("--rule-path", pack, "--select", "toy-box", "--output-format", "json")
    result = benchmark("quality.py", sets, *form, *arguments)
    assert result.returncode == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found
