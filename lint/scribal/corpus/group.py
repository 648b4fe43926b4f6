"""The notes of one rule by their keys; a group may be larger than memory."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from tempfile import TemporaryFile
from typing import overload

from scribal.corpus.spill import Spill
from scribal.corpus_rule import MARK, Group, Noted

NOTE = struct.Struct(f">{MARK}sIII")
"""A note on disk, before its value: key, number of the record, start, end."""

ROOM = 16_000_000
"""How many bytes of a group are held in memory; a larger one lies on disk."""

Held = bytearray | mmap.mmap


class Groups:
    """The notes of one rule by their keys, as often as they are asked for."""

    def __init__(self, notes: Spill, least: int) -> None:
        self.notes = notes
        self.least = least

    def __iter__(self) -> Iterator[Group]:
        """Yield each group that is large enough; its notes are there until the next one is asked for."""
        for key, rows in groupby(self.notes, lambda row: row[:MARK]):
            with laid_out(rows) as held:
                notes = Notes(held, self.notes.size)
                if len(notes) >= self.least:
                    yield Group(key, notes)


class Notes(Sequence[Noted]):
    """The notes of a group, each made when it is asked for."""

    def __init__(self, held: Held, size: int) -> None:
        self.held = held
        self.size = size

    def __len__(self) -> int:
        return len(self.held) // self.size

    @overload
    def __getitem__(self, place: int) -> Noted: ...

    @overload
    def __getitem__(self, place: slice) -> list[Noted]: ...

    def __getitem__(self, place: int | slice) -> Noted | list[Noted]:
        if isinstance(place, slice):
            return [self[index] for index in range(len(self))[place]]
        at = range(len(self))[place] * self.size
        row = bytes(self.held[at : at + self.size])
        _, record, start, end = NOTE.unpack_from(row)
        return Noted(record, start, end, row[NOTE.size :])


@contextmanager
def laid_out(rows: Iterable[bytes]) -> Iterator[Held]:
    """Give rows one behind the other, in memory or, where they are too many, on disk."""
    held = bytearray()
    with ExitStack() as stack:
        file = None
        for row in rows:
            held += row
            if len(held) >= ROOM:
                file = file or stack.enter_context(TemporaryFile())
                file.write(held)
                held.clear()
        if file is None:
            yield held
            return
        file.write(held)
        file.flush()
        yield stack.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
