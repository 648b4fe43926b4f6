"""The report formats by name.

A writer takes the diagnostics as they come, writes each at once where it can,
and counts them in the summary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from scribal.finding import Diagnostic
from scribal.write.github import write_github
from scribal.write.look import Look
from scribal.write.machine import write_json, write_jsonl
from scribal.write.statistics import write_statistics
from scribal.write.summary import Summary
from scribal.write.text import write_text

Writer = Callable[[Iterable[Diagnostic], TextIO, Look, Summary], None]

WRITERS: Mapping[str, Writer] = {
    "text": write_text,
    "json": write_json,
    "jsonl": write_jsonl,
    "github": write_github,
    "statistics": write_statistics,
}
