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
from scribal.read.record import UNDECODABLE, Fault

LONGEST = 1 << 28
"""How many bytes of a record are held where it may have to be written again."""

LARGEST = 1 << 26
"""How many bytes a record may have; a larger one is not read, but reported."""


PIECE = 1 << 20
"""How many bytes are read at once of what is not held."""


class Lines(Protocol):
    """A stream of bytes that gives its lines, such as an open file or ``sys.stdin.buffer``."""

    def readline(self, size: int, /) -> bytes: ...


def rows(stream: Lines, path: str, whole: bool = False) -> Iterator[Row | Fault]:
    """Yield a row or a fault for each line of a stream that is not blank; ``raw`` is the line.

    Where the ``whole`` file is wanted, lines that are too large to be read are held too, if they can be.
    """
    for number, line in lines_of(stream, path, LONGEST if whole else LARGEST):
        if isinstance(line, Fault):
            yield line
        elif number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            said = "records must be in UTF-8, these are in UTF-16"
            yield Fault(Place(path, row=number), UNDECODABLE, said, number)
            return
        elif len(line) > LARGEST:
            yield broken(Place(path, row=number), too_large(len(line)), line)
        elif content := (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).strip():
            yield parsed(content, line, Place(path, row=number))


def lines_of(stream: Lines, path: str, longest: int) -> Iterator[tuple[int, bytes | Fault]]:
    """Yield each line of a stream and its number, or what is wrong with it; a damaged archive ends it.

    A line of more than ``longest`` bytes is not held.
    """
    for number in count(1):
        place = Place(path, row=number)
        try:
            line = stream.readline(longest + 1)
            size = len(line)
            while size > longest and line and not line.endswith(b"\n"):
                line = stream.readline(PIECE)
                size += len(line)
        except Exception as error:
            yield number, stopped(error, place)
            return
        if size > longest:
            yield number, broken(place, too_large(size))
        elif not line:
            return
        else:
            yield number, line


def too_large(size: int) -> str:
    """Return what is said of a record of so many bytes."""
    return f"the record has {size:,} bytes, more than {LARGEST:,}"


def parsed(content: bytes, line: bytes, place: Place) -> Row | Fault:
    """Return the row in a line, or what is wrong with the line."""
    try:
        value: Any = json.loads(content.decode())
    except UnicodeDecodeError as error:
        return broken(place, f"not valid UTF-8: {error.reason} at byte {error.start}", line)
    except json.JSONDecodeError as error:
        return broken(place, f"not valid JSON: {error.msg.removesuffix(' at')} at {spot(error)}", line)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets 5,000 deep
        return broken(place, f"not a record: {error}", line)
    assert isinstance(place.row, int)
    return Row(place.row, value, line)


def spot(error: json.JSONDecodeError) -> str:
    """Return where in a record an error is."""
    return f"column {error.colno}" if error.lineno == 1 else f"its line {error.lineno}, column {error.colno}"
