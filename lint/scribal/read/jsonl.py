"""Records in JSON Lines: one text a line, read as they come.

A line that is no record is a fault with its line number, and the run goes on.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from itertools import count
from typing import Any, Protocol

from scribal.finding import Place
from scribal.read.fields import Row, broken
from scribal.read.file import stopped
from scribal.read.record import BROKEN_RECORD, UNDECODABLE, Fault

LONGEST = 1 << 28
"""How many bytes a line may have; a longer one is not held in memory, but reported."""

LARGEST = 1 << 26
"""How many bytes a record may have; a larger one is not parsed, but reported."""


class Lines(Protocol):
    """A stream of bytes that gives its lines, such as an open file or ``sys.stdin.buffer``."""

    def readline(self, size: int, /) -> bytes: ...


def rows(stream: Lines, path: str, longest: int = LONGEST) -> Iterator[Row | Fault]:
    """Yield a row or a fault for each line of a stream that is not blank; ``raw`` is the line."""
    for number, line in lines_of(stream, path, longest):
        if isinstance(line, Fault):
            yield line
        elif number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            said = "records must be in UTF-8, these are in UTF-16"
            yield Fault(Place(path, row=number), UNDECODABLE, said, number)
            return
        elif len(line) > LARGEST:
            yield broken(Place(path, row=number), f"the record has more than {LARGEST} bytes", line)
        elif content := (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).strip():
            yield parsed(content, line, Place(path, row=number))


def lines_of(stream: Lines, path: str, longest: int = LONGEST) -> Iterator[tuple[int, bytes | Fault]]:
    """Yield each line of a stream and its number, or what is wrong with it; a damaged archive ends it."""
    for number in count(1):
        place = Place(path, row=number)
        try:
            line = stream.readline(longest + 1)
            cut = len(line) > longest
            while cut and not line.endswith(b"\n") and line:
                line = stream.readline(longest)
        except Exception as error:
            yield number, stopped(error, place)
            return
        if cut:
            yield number, Fault(place, BROKEN_RECORD, f"the line has more than {longest} bytes", number)
        elif not line:
            return
        else:
            yield number, line


def parsed(content: bytes, line: bytes, place: Place) -> Row | Fault:
    """Return the row in a line, or what is wrong with the line."""
    try:
        value: Any = json.loads(content.decode())
    except UnicodeDecodeError as error:
        return broken(place, f"not valid UTF-8: {error.reason} at byte {error.start}", line)
    except json.JSONDecodeError as error:
        return broken(place, f"not valid JSON: {error.msg.removesuffix(' at')} at column {error.colno}", line)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets 5,000 deep
        return broken(place, f"not a record: {error}", line)
    assert isinstance(place.row, int)
    return Row(place.row, value, line)
