"""Records in tables of text: CSV and TSV, with the names of the fields in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from scribal.finding import Place
from scribal.read.fields import Row, broken
from scribal.read.file import stopped
from scribal.read.jsonl import LONGEST
from scribal.read.record import Fault


class Tape:
    """Lines that remember what was read of them since they were asked last."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.read: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self.lines:
            self.read.append(line)
            yield line

    def taken(self) -> str:
        """Return the lines that were read since this was called last."""
        text = "".join(self.read)
        self.read.clear()
        return text


def rows(stream: BinaryIO, path: str, delimiter: str = ",") -> Iterator[Row | Fault]:
    """Yield each row below the first that is not blank; ``raw`` is its text.

    Rows are numbered from 1, the first one below the names.  A row with more or
    fewer cells than there are names is a fault, and so is one that is not UTF-8.
    """
    text = opened(stream)
    tape = Tape(text)
    cells = csv.reader(tape, delimiter=delimiter, strict=True)
    number = 0
    try:
        names = next(cells, None)
        tape.taken()
        while names is not None:
            number += 1
            try:
                row = next(cells, None)
            except csv.Error as error:
                yield broken(Place(path, row=number), f"not a row of a table: {error}", tape.taken())
                continue
            if row is None:
                break
            if row:
                yield checked(row, names, Place(path, row=number), tape.taken())
            else:
                number -= 1
    except Exception as error:
        yield stopped(error, Place(path, row=number))
    finally:
        text.detach()


def checked(row: list[str], names: list[str], place: Place, raw: str) -> Row | Fault:
    """Return the row, or what is wrong with it."""
    if len(row) != len(names):
        return broken(place, f"the row has {len(row)} cells, the table {len(names)} names", raw)
    if any("\udc80" <= char <= "\udcff" for cell in row if not cell.isascii() for char in cell):
        return broken(place, "not valid UTF-8", raw)
    assert isinstance(place.row, int)
    return Row(place.row, dict(zip(names, row, strict=True)), raw)


def heading(stream: BinaryIO, delimiter: str) -> str:
    """Return the text of the first row, which has the names, with the mark of UTF-8 if it has one."""
    text = opened(stream, "utf-8")
    tape = Tape(text)
    next(csv.reader(tape, delimiter=delimiter), None)
    text.detach()
    return tape.taken()


def opened(stream: BinaryIO, encoding: str = "utf-8-sig") -> io.TextIOWrapper:
    """Return the text of a stream; what is no UTF-8 in it can be given back."""
    csv.field_size_limit(LONGEST)
    return io.TextIOWrapper(stream, encoding, "surrogateescape", newline="")
