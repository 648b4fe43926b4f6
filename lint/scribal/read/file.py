"""One file as one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from scribal.finding import Place
from scribal.read.compression import is_damage
from scribal.read.compression import opened as unpacked
from scribal.read.decode import decode
from scribal.read.record import DAMAGED_ARCHIVE, UNDECODABLE, UNREADABLE, Fault, Reading, Record
from scribal.read.remote import Opener, address_of, opened
from scribal.text import About


def read_file(
    path: Path, about: About, encoding: str | None = None, opener: Opener = opened
) -> Iterator[Reading]:
    """Yield the text of a file, after a fault if it does not decode; only a fault if it cannot be read.

    Raises :class:`UserError` for an unknown encoding.
    """
    place = Place(address_of(path) or path.as_posix())
    try:
        with opener(path) as packed, unpacked(packed, path.name) as stream:
            data = stream.read()
    except Exception as error:
        yield stopped(error, place)
        return
    yield from read_text(data, place, about, encoding)


def stopped(error: Exception, place: Place) -> Fault:
    """Return the fault that ends the reading of a file.  Raises the error if no file is to blame for it."""
    line = place.row if isinstance(place.row, int) else 1
    if is_damage(error):
        return Fault(place, DAMAGED_ARCHIVE, f"the archive is damaged: {error}", line)
    if isinstance(error, OSError):
        return replace(unreadable(Path(place.path), error), place=place, line=line)
    raise error


def read_text(data: bytes, place: Place, about: About, encoding: str | None = None) -> Iterator[Reading]:
    """Yield the text of a file's bytes, after a fault if they do not decode."""
    source, charset, flaw = decode(data, encoding)
    if flaw:
        yield Fault(place, UNDECODABLE, flaw.message, flaw.line)
    yield Record(place, source, about, charset, whole=flaw is None)


def unreadable(path: Path, error: OSError) -> Fault:
    """Return the fault of a path that the system does not let us read."""
    return Fault(Place(path.as_posix()), UNREADABLE, f"cannot be read: {error.strerror or error}")
