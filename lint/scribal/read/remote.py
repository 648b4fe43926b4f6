"""Places that are no files of this machine: S3, GCS, HTTP, Hugging Face, as far as fsspec knows them.

A path such as ``s3:/bucket/a.jsonl`` is what ``pathlib`` makes of an address.
"""

from __future__ import annotations

import importlib
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from scribal.error import UserError, wants

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):/+")
_PATTERN = re.compile(r"[*?\[]")


PIECE = 1 << 20
"""How many bytes are asked for at once."""

Opener = Callable[[Path], BinaryIO]
"""Opens a file to read its bytes."""


def address_of(path: Path) -> str | None:
    """Return the address that a path was made from, None for a path of this machine."""
    scheme = _SCHEME.match(path.as_posix())
    if scheme is None:
        return None
    slashes = ":///" if scheme[1] in ("file", "local") else "://"
    return f"{scheme[1]}{slashes}{path.as_posix()[scheme.end() :]}"


def opened(path: Path) -> BinaryIO:
    """Open a file of this machine or of another one, to read bytes.

    Raises OSError where that cannot be, and :class:`UserError` where an extra is missing.
    """
    address = address_of(path)
    if address is None:
        return path.open("rb")
    try:
        remote = fsspec().open(address, "rb").open()
    except (ImportError, ValueError) as error:  # a protocol that fsspec does not know, or not yet
        raise UserError(f"{address}: {error}") from None
    return io.BufferedReader(remote, PIECE)  # its own file knows not how to read a part of a line


def members(path: Path) -> Iterator[Path]:
    """Yield the files that an address stands for: a file, a folder's, or those of a pattern.

    Raises :class:`UserError` where there is none.
    """
    address = address_of(path) or ""
    try:
        system, place = fsspec().core.url_to_fs(address)
        if _PATTERN.search(place):
            found = system.glob(place)
        else:
            found = [place] if system.isfile(place) else system.find(place)
    except (ImportError, ValueError, OSError) as error:
        raise UserError(f"{address}: {error}") from None
    if not found:
        raise UserError(f"{address}: there is no such file")
    for name in sorted(found):
        yield Path(system.unstrip_protocol(name))


def fsspec() -> Any:
    """Return the library; its own plug-ins bring the protocols."""
    try:
        return importlib.import_module("fsspec")
    except ImportError:
        raise UserError(wants("a place on another machine", "remote")) from None
