"""One file as one text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scribal.finding import Place
from scribal.read.decode import decode
from scribal.read.record import UNDECODABLE, UNREADABLE, Fault, Reading, Record
from scribal.text import About


def read_file(path: Path, about: About, encoding: str | None = None) -> Iterator[Reading]:
    """Yield the text of a file, after a fault if it does not decode; only a fault if it cannot be read.

    Raises :class:`UserError` for an unknown encoding.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        yield unreadable(path, error)
        return
    yield from read_text(data, Place(path.as_posix()), about, encoding)


def read_text(data: bytes, place: Place, about: About, encoding: str | None = None) -> Iterator[Reading]:
    """Yield the text of a file's bytes, after a fault if they do not decode."""
    source, charset, flaw = decode(data, encoding)
    if flaw:
        yield Fault(place, UNDECODABLE, flaw.message, flaw.line)
    yield Record(place, source, about, charset, whole=flaw is None)


def unreadable(path: Path, error: OSError) -> Fault:
    """Return the fault of a path that the system does not let us read."""
    return Fault(Place(path.as_posix()), UNREADABLE, f"cannot be read: {error.strerror or error}")
