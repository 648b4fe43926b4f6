"""Records in a JSON file: a list of them, or one by itself."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from scribal.error import UserError, wants
from scribal.finding import Place
from scribal.read.fields import Row, broken
from scribal.read.file import stopped
from scribal.read.record import Fault


def rows(stream: BinaryIO, path: str) -> Iterator[Row | Fault]:
    """Yield each element of a list as it comes; what is no list is one row.

    Behind a mistake in the file nothing can be read: it is the last row.
    """
    ijson = parser()
    number = 0
    try:
        head = Rewound(stream)
        for value in ijson.items(head, "item" if head.first == b"[" else "", use_float=True):
            number += 1
            yield Row(number, value)
    except ijson.JSONError as error:
        yield broken(Place(path, row=number + 1), f"not valid JSON: {error}; what follows cannot be read")
    except Exception as error:
        yield stopped(error, Place(path, row=number + 1))


class Rewound:
    """A stream whose first byte that is not blank was looked at."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.head = stream.read(1)
        while self.head.isspace() or self.head in (b"\xef", b"\xbb", b"\xbf"):  # blanks and the mark of UTF-8
            self.head = stream.read(1)
        self.first = self.head

    def read(self, size: int = -1) -> bytes:
        """Read on, from the byte that was looked at."""
        if not size:
            return b""
        head, self.head = self.head, b""
        return head or self.stream.read(size)


def parser() -> Any:
    """Return the library that parses JSON as it comes."""
    try:
        return importlib.import_module("ijson")
    except ImportError:
        raise UserError(wants("a JSON file of records", "corpus")) from None


def dumped(value: Any) -> str:
    """Return a value as JSON, with its own letters."""
    return json.dumps(value, ensure_ascii=False)
