"""What changes in a file, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff


def difference(path: str, old: str, new: str) -> Iterator[str]:
    """Yield the lines of the unified diff of a file."""
    before, after = ([f"{line}\n" for line in text.split("\n")] for text in (old, new))
    before[-1:], after[-1:] = (filter(None, [text.rpartition("\n")[2]]) for text in (old, new))
    lines = unified_diff(before, after, f"a/{path}", f"b/{path}")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
