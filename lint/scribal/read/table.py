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


def rows(stream: BinaryIO, path: str, delimiter: str = ",") -> Iterator[Row | Fault]:
    """Yield each row below the first; ``raw`` are its cells.

    Rows are numbered from 1, the first one below the names.  A row with more or
    fewer cells than there are names is a fault, and so is one that is not UTF-8.
    """
    csv.field_size_limit(LONGEST)
    text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
    cells = csv.reader(text, delimiter=delimiter, strict=True)
    number = 0
    try:
        names = next(cells, None)
        while names is not None:
            number += 1
            try:
                row = next(cells, None)
            except csv.Error as error:
                yield broken(Place(path, row=number), f"not a row of a table: {error}")
                continue
            if row is None:
                break
            yield checked(row, names, Place(path, row=number)) if row else Row(number, {}, row)
    except Exception as error:
        yield stopped(error, Place(path, row=number))
    finally:
        text.detach()


def checked(row: list[str], names: list[str], place: Place) -> Row | Fault:
    """Return the row, or what is wrong with it."""
    if len(row) != len(names):
        return broken(place, f"the row has {len(row)} cells, the table {len(names)} names")
    if any("\udc80" <= char <= "\udcff" for cell in row if not cell.isascii() for char in cell):
        return broken(place, "not valid UTF-8")
    assert isinstance(place.row, int)
    return Row(place.row, dict(zip(names, row, strict=True)), row)
