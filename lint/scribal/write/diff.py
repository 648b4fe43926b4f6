"""What changes in a file, as a unified diff in which each new line stands right below the old one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Lines = Sequence[str]
Step = tuple[str, int, int, int, int]
"""What becomes of some lines, as in :mod:`difflib`: a tag, the span of the old lines, that of the new."""

ALIKE = 0.5
"""How much of the shorter of two lines the other one must hold to be what became of it."""

SHINGLE = 3
"""Lines are compared by all runs of so many code points: that serves every script."""

MOST = 10_000
"""How many pairs of lines are compared where many lines in a row have changed."""


def difference(path: str, old: str, new: str) -> Iterator[str]:
    """Yield the lines of the unified diff of a file, none where nothing has changed."""
    if old == new:
        return
    before, after = lines_of(old), lines_of(new)
    matcher = SequenceMatcher(lambda line: not line.strip(), before, after)
    steps = [step for whole in matcher.get_opcodes() for step in paired(whole, before, after)]
    matcher.opcodes = steps  # type: ignore[attr-defined] # which it keeps, and groups below
    yield f"--- a/{path}\n"
    yield f"+++ b/{path}\n"
    for group in matcher.get_grouped_opcodes():
        (_, first, _, new_first, _), (_, _, last, _, new_last) = group[0], group[-1]
        yield f"@@ -{reach(first, last)} +{reach(new_first, new_last)} @@\n"
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                yield from (marked(" ", line) for line in before[start:end])
                continue
            yield from (marked("-", line) for line in before[start:end])
            yield from (marked("+", line) for line in after[new_start:new_end])


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, which line feeds alone end."""
    *whole, last = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]


def reach(start: int, end: int) -> str:
    """Return a span of lines as the head of a hunk has it."""
    if end - start == 1:
        return str(end)
    return f"{start + 1 if end > start else start},{end - start}"


def marked(mark: str, line: str) -> str:
    """Return a line of a hunk."""
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def paired(step: Step, before: Lines, after: Lines) -> Iterator[Step]:
    """Yield a step in parts, in which what became of a line stands beside it."""
    tag, start, end, new_start, new_end = step
    if tag == "replace" and end - start == new_end - new_start:
        for old, new in zip(range(start, end), range(new_start, new_end), strict=True):
            yield "equal" if before[old] == after[new] else "replace", old, old + 1, new, new + 1
        return
    if tag != "replace" or (end - start) * (new_end - new_start) > MOST:
        yield step
        return
    shingles = {line: shingles_of(line) for line in (*before[start:end], *after[new_start:new_end])}
    for old in range(start, end):
        for new in range(new_start, new_end):
            if alike(shingles[before[old]], shingles[after[new]]):
                yield from trimmed(start, old, new_start, new, before, after)
                yield "equal" if before[old] == after[new] else "replace", old, old + 1, new, new + 1
                start, new_start = old + 1, new + 1
                break
    yield from trimmed(start, end, new_start, new_end, before, after)


def shingles_of(line: str) -> frozenset[str]:
    """Return all short runs of code points of a line, without its blanks."""
    text = "".join(line.split())
    return frozenset(text[at : at + SHINGLE] for at in range(max(len(text) - SHINGLE + 1, min(len(text), 1))))


def alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether two lines that are not blank have enough in common."""
    return bool(some and others) and len(some & others) >= ALIKE * min(len(some), len(others))


def trimmed(
    start: int, end: int, new_start: int, new_end: int, before: Lines, after: Lines
) -> Iterator[Step]:
    """Yield what lies between two pairs: equal lines, what changed, equal lines."""
    room = min(end - start, new_end - new_start)
    head = next((n for n in range(room) if before[start + n] != after[new_start + n]), room)
    room -= head
    tail = next((n for n in range(room) if before[end - 1 - n] != after[new_end - 1 - n]), room)
    if head:
        yield "equal", start, start + head, new_start, new_start + head
    if start + head < end - tail or new_start + head < new_end - tail:
        yield "replace", start + head, end - tail, new_start + head, new_end - tail
    if tail:
        yield "equal", end - tail, end, new_end - tail, new_end
