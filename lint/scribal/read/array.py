"""Records in a JSON file: a list of them, or one by itself.

The list is cut into its elements before any of them is read, so that one that
is broken or too large takes nothing away from the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from scribal.finding import Place
from scribal.read.fields import Row, broken
from scribal.read.file import stopped
from scribal.read.jsonl import LARGEST, LONGEST, PIECE, parsed, too_large
from scribal.read.record import Fault

_ENDED = re.compile(rb'(?:[^"\\]++|\\.)*+"', re.DOTALL)
"""What is left of a text, to its closing quote."""

_MARK = re.compile(rb'["\[\]{},]')
_STEPS = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}

HINT = "; where each line is a record, say --input-format jsonl"


def rows(stream: BinaryIO, path: str, whole: bool = False) -> Iterator[Row | Fault]:
    """Yield each element of a list as it comes; what is no list is one row.  ``raw`` is its bytes.

    Where the ``whole`` file is wanted, elements that are too large to be read are held too, if they can be.
    """
    number = 0
    try:
        cutter = Cutter(stream, LONGEST if whole else LARGEST)
        for element, size in cutter.elements():
            number += 1
            yield element_of(element, size, Place(path, row=number))
    except Exception as error:
        yield stopped(error, Place(path, row=number + 1))
        return
    if cutter.depth:
        yield broken(Place(path, row=number + 1), "not valid JSON: the file ends before the list does")
    elif not cutter.alone and cutter.held.strip():
        yield broken(Place(path, row=number + 1), "not valid JSON: something stands behind the list")


def element_of(element: bytes | None, size: int, place: Place) -> Row | Fault:
    """Return the row that an element is, or what is wrong with it."""
    if element is None or size > LARGEST:
        return broken(place, too_large(size), element)
    row = parsed(element, element, place)
    if isinstance(row, Fault) and "Extra data" in row.message:
        return replace(row, message=row.message + HINT)
    return row


class Cutter:
    """Cuts what a JSON file holds into the elements of its list."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self.stream = stream
        self.most = most
        """How many bytes of an element are held."""
        self.held = bytearray()
        self.size = 0
        """How many bytes the element has so far."""
        first = opening(stream)
        self.alone = first != b"["
        """Whether the file holds one record by itself."""
        self.depth = 0 if self.alone else 1
        """How many brackets are open."""
        self.quoted = False
        if self.alone:
            self.take(first)

    def elements(self) -> Iterator[tuple[bytes | None, int]]:
        """Yield the bytes of each element, None for one that is too large to be held, and its size."""
        rest = b""
        while data := self.stream.read(PIECE):
            data = rest + data
            rest = b"\\" * ((len(data) - len(data.rstrip(b"\\"))) % 2)
            data = data.removesuffix(rest)
            start = 0
            for end in self.ends(data):
                self.take(data[start:end])
                if self.depth or self.held.strip():  # nothing may stand before the end of a list
                    yield self.given()
                start = end + 1
            self.take(data[start:])
        if self.alone or (self.depth == 1 and self.held.strip()):
            yield self.given()

    def ends(self, data: bytes) -> Iterator[int]:
        """Yield where in some data an element ends: at a comma of the list, or at its end."""
        at = 0
        while self.depth:
            mark = _ENDED.match(data, at) if self.quoted else _MARK.search(data, at)
            if mark is None:
                return
            at, sign = mark.end(), mark[0][-1:]
            if sign == b'"':
                self.quoted = not self.quoted
            self.depth += _STEPS.get(sign, 0)
            if self.depth == 0 or (self.depth == 1 and sign == b","):
                yield mark.start()

    def take(self, data: bytes) -> None:
        """Hold some more of an element, as far as that can be."""
        self.size += len(data)
        if self.size <= self.most:
            self.held += data
        else:
            self.held.clear()

    def given(self) -> tuple[bytes | None, int]:
        """Return the element that ends here, and begin the next one."""
        held, size = self.held, self.size
        self.held, self.size = bytearray(), 0
        element = bytes(held)
        del held
        return (element.strip() if size <= self.most else None), size


def opening(stream: BinaryIO) -> bytes:
    """Return the first byte that is not blank, nor part of the mark of UTF-8."""
    byte = stream.read(1)
    while byte.isspace() or byte in (b"\xef", b"\xbb", b"\xbf"):
        byte = stream.read(1)
    return byte
