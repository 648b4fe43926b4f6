"""Rows of bytes that do not fit into memory: sorted in parts, kept on disk, merged when they are read."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import BinaryIO

ROOM = 16_000_000
"""How many bytes are held in memory before they are sorted and written."""

MOST = 64
"""How many files are merged at once."""


class Spill:
    """Rows of one size, given in any order, that come back sorted as often as they are asked for."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        self.size = size
        self.held = bytearray()
        self.runs: list[Path] = []
        self.made = 0

    def add(self, rows: bytes | bytearray) -> None:
        """Take some rows, one behind the other."""
        self.held += rows
        if len(self.held) >= ROOM:
            self.flush()

    def flush(self) -> None:
        """Write what is held in memory."""
        if self.held:
            self.runs.append(self.written(sorted(self.cut())))
            self.held.clear()

    def cut(self) -> Iterator[bytes]:
        """Yield the rows that are held in memory."""
        held, size = bytes(self.held), self.size
        return (held[at : at + size] for at in range(0, len(held), size))

    def written(self, rows: Iterable[bytes]) -> Path:
        """Write rows into a file of their own."""
        path = self.folder / f"{self.made:06}.run"
        self.made += 1
        with path.open("wb", 1 << 20) as file:
            file.writelines(rows)
        return path

    def __iter__(self) -> Iterator[bytes]:
        """Yield all rows in order."""
        if not self.runs:
            yield from sorted(self.cut())
            return
        self.flush()
        while len(self.runs) > MOST:
            old, self.runs = self.runs[:MOST], self.runs[MOST:]
            self.runs.append(self.written(self.merged(old)))
            for path in old:
                path.unlink()
        yield from self.merged(self.runs)

    def merged(self, runs: Iterable[Path]) -> Iterator[bytes]:
        """Yield the rows of some files in order."""
        with ExitStack() as stack:
            files = [stack.enter_context(path.open("rb", 1 << 16)) for path in runs]
            yield from heapq.merge(*map(self.rows, files))

    def rows(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the rows of a file."""
        return iter(partial(file.read, self.size), b"")
