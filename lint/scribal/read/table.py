"""Records in tables of text: CSV and TSV, with the names of the fields in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from scribal.finding import Place
from scribal.read.fields import Row, broken
from scribal.read.file import stopped
from scribal.read.jsonl import LONGEST
from scribal.read.record import Fault

WIDEST = 1 << 24
"""How many code points a cell may have, and a line; a row with a larger one is reported."""


class Wide(Exception):
    """A line is too long to be held."""


class Tape:
    """The rows of a table, and the bytes that were read since they were asked for last."""

    def __init__(self, stream: io.TextIOBase, delimiter: str, most: int) -> None:
        self.stream = stream
        self.delimiter = delimiter
        self.most = most
        """How many bytes are held; of more none are."""
        self.held = bytearray()
        self.size = 0
        self.quotes = 0
        """How many quotation marks stand in the row so far."""
        self.last = ""
        self.cells = self.reader()

    def reader(self) -> Iterator[list[str]]:
        """Return what cuts lines into cells; one that has failed may be in the middle of a cell."""
        return csv.reader(self.lines(), delimiter=self.delimiter, strict=True)

    def row(self) -> list[str] | str | None:
        """Return the cells of the next row, what is wrong with it, or None at the end."""
        self.held, self.size, self.quotes = bytearray(), 0, 0
        try:
            return next(self.cells, None)
        except (Wide, csv.Error) as error:
            wide = isinstance(error, Wide) or "limit" in str(error)
            if wide:
                self.skip()
            self.cells = self.reader()
            return f"a cell has more than {WIDEST:,} characters" if wide else f"not a row of a table: {error}"

    def lines(self) -> Iterator[str]:
        """Yield the lines, which may be parts of a row."""
        while line := self.line():
            if len(line) == WIDEST:
                raise Wide
            yield line

    def line(self) -> str:
        """Return a line, or as much of one as may be held."""
        self.last = self.stream.readline(WIDEST)
        self.quotes += self.last.count('"')
        if self.most:
            data = self.last.encode("utf-8", "surrogateescape")
            self.size += len(data)
            if self.size <= self.most:
                self.held += data
            else:
                self.held.clear()
        return self.last

    def skip(self) -> None:
        """Read to the end of the row, which no quotation mark leaves open."""
        while self.last and (self.quotes % 2 or not self.last.endswith(("\n", "\r"))):
            self.line()

    def taken(self) -> bytes | None:
        """Return the bytes of the row that was read last, None where they are not held."""
        return bytes(self.held) if self.size <= self.most and self.held else None


def rows(stream: BinaryIO, path: str, delimiter: str = ",", whole: bool = False) -> Iterator[Row | Fault]:
    """Yield each row below the first that is not blank; ``raw`` is its bytes where the ``whole`` is wanted.

    Rows are numbered from 1, the first one below the names.  A row with more or
    fewer cells than there are names is a fault, and so is one that is not UTF-8,
    or too large.
    """
    text = opened(stream)
    tape = Tape(text, delimiter, LONGEST if whole else 0)
    number = 0
    try:
        names = tape.row()
        if isinstance(names, str):
            yield broken(Place(path), f"the row with the names of the fields: {names}")
            return
        while names is not None and (row := tape.row()) is not None:
            number += 1
            place = Place(path, row=number)
            if isinstance(row, str):
                yield broken(place, row, tape.taken())
            elif row:
                yield checked(row, names, place, tape.taken())
            else:
                number -= 1
    except Exception as error:
        yield stopped(error, Place(path, row=number + 1))
    finally:
        text.detach()


def checked(row: list[str], names: list[str], place: Place, raw: bytes | None) -> Row | Fault:
    """Return the row, or what is wrong with it."""
    if len(row) != len(names):
        return broken(place, f"the row has {len(row)} cells, the table {len(names)} names", raw)
    if any("\udc80" <= char <= "\udcff" for cell in row if not cell.isascii() for char in cell):
        return broken(place, "not valid UTF-8", raw)
    assert isinstance(place.row, int)
    return Row(place.row, dict(zip(names, row, strict=True)), raw)


def heading(stream: BinaryIO, delimiter: str) -> bytes:
    """Return the bytes of the first row, which has the names, with the mark of UTF-8 if it has one."""
    text = opened(stream, "utf-8")
    tape = Tape(text, delimiter, LONGEST)
    tape.row()
    text.detach()
    return tape.taken() or b""


def opened(stream: BinaryIO, encoding: str = "utf-8-sig") -> io.TextIOWrapper:
    """Return the text of a stream; what is no UTF-8 in it can be given back."""
    csv.field_size_limit(WIDEST)
    return io.TextIOWrapper(stream, encoding, "surrogateescape", newline="")
