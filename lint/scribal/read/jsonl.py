"""Records in JSON Lines, plain or gzipped: one text a line, read as they come.

A line that is no record is a fault with its line number, and the run goes on.
"""

from __future__ import annotations

import codecs
import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from scribal.finding import Place
from scribal.read.file import unreadable
from scribal.read.record import BROKEN_RECORD, DAMAGED_ARCHIVE, UNDECODABLE, Fault, Reading, Record
from scribal.text import About

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
"""How the name of a file of records ends."""

LONGEST = 1 << 28
"""How many bytes a line may have; a longer one is not held in memory, but reported."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Under which keys a record holds what; only the text must be there."""

    text: str = "text"
    id: str = "id"
    language: str = "language"


class Lines(Protocol):
    """A stream of bytes that gives its lines, such as an open file or ``sys.stdin.buffer``."""

    def readline(self, size: int, /) -> bytes: ...


def is_records(path: Path) -> bool:
    """Return whether a path is that of a file of records."""
    return path.name.lower().endswith(SUFFIXES)


def read_records(path: Path, about: About, fields: Fields = Fields()) -> Iterator[Reading]:
    """Yield the records of a file; ``about`` is what holds for each that does not say otherwise."""
    try:
        stream = gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")  # noqa: SIM115
    except OSError as error:
        yield unreadable(path, error)
        return
    with stream:
        yield from parse_records(stream, path.as_posix(), about, fields)


def parse_records(
    stream: Lines,
    path: str,
    about: About,
    fields: Fields = Fields(),
    longest: int = LONGEST,
) -> Iterator[Reading]:
    """Yield a record or a fault for each line of a stream that is not blank."""
    about = replace(about, profile="corpus")
    row = 0
    while True:
        row += 1
        place = Place(path, row=row)
        try:
            line = stream.readline(longest + 1)
            cut = len(line) > longest
            while cut and not line.endswith(b"\n") and line:
                line = stream.readline(longest)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            yield Fault(place, DAMAGED_ARCHIVE, f"the archive is damaged: {error}", row)
            return
        except OSError as error:
            yield replace(unreadable(Path(path), error), place=place, line=row)
            return
        if cut:
            yield Fault(place, BROKEN_RECORD, f"the line has more than {longest} bytes", row)
        elif not line:
            return
        elif row == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            yield Fault(place, UNDECODABLE, "records must be in UTF-8, these are in UTF-16", row)
            return
        elif content := (line.removeprefix(codecs.BOM_UTF8) if row == 1 else line).strip():
            yield parse(content, place, about, fields)


def parse(line: bytes, place: Place, about: About, fields: Fields) -> Reading:
    """Return the record in a line, or what is wrong with the line."""
    try:
        value: Any = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return broken(place, f"not valid UTF-8: {error.reason} at byte {error.start}")
    except json.JSONDecodeError as error:
        return broken(place, f"not valid JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets 5,000 deep
        return broken(place, f"not a record: {error}")
    if not isinstance(value, dict):
        return broken(place, f"not a record but {kind(value)}")
    text, name, language = (value.get(field) for field in (fields.text, fields.id, fields.language))
    place = replace(place, record=label(name))
    if fields.text not in value:
        return broken(place, f"no field “{fields.text}”")
    if not isinstance(text, str):
        return broken(place, f"the field “{fields.text}” holds {kind(text)}, not a text")
    if isinstance(language, str) and language:
        about = replace(about, language=language)
    return Record(place, text, about)


def broken(place: Place, message: str) -> Fault:
    """Return the fault of a line that is no record."""
    return Fault(place, BROKEN_RECORD, message, place.row if isinstance(place.row, int) else 1)


def label(value: object) -> str | None:
    """Return a record's id as text: a text or a whole number, else None."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def kind(value: object) -> str:
    """Return what JSON calls a value."""
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
