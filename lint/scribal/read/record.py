"""What reading gives: a text that can be linted, or a fault that is reported.

Every reader yields a stream of both, in the order of the input; a fault never
ends the run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scribal.finding import Place
from scribal.text import About

UNREADABLE = "scribal/unreadable-file"
"""The id for a file or a folder that the system does not let us read."""

UNDECODABLE = "scribal/undecodable-file"
"""The id for bytes that are no text in their encoding."""

BROKEN_RECORD = "scribal/broken-record"
"""The id for a record that is not what a record must be."""

DAMAGED_ARCHIVE = "scribal/damaged-archive"
"""The id for a compressed file that is truncated or corrupt."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be read, and where; the engine reports it under ``rule``."""

    place: Place
    rule: str
    message: str
    line: int = 1
    """The line of the file, from 1; for a file that cannot be opened 1."""
    raw: Any = field(default=None, compare=False, repr=False)
    """What stands there, as its format can write it again; None where that cannot be had."""


@dataclass(frozen=True, slots=True)
class Record:
    """One text, as its file or its record holds it."""

    place: Place
    source: str
    about: About
    charset: str = "utf-8"
    """The codec that :func:`scribal.read.decode.encode` takes to give the bytes back."""
    whole: bool = True
    """Whether every byte could be decoded; a text that is not whole must not be fixed."""
    besides: Mapping[str, str] = field(default_factory=dict)
    """What else the record says of itself, as far as it was asked for."""


Reading = Record | Fault
