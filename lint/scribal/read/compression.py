"""Compressed files, read as what was put into them.

gzip, bzip2 and xz are read by the standard library; zstd by Python 3.14 or by
the extra ``corpus``.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from scribal.error import UserError, wants

LIBRARIES = {
    ".gz": "gzip",
    ".bz2": "bz2",
    ".xz": "lzma",
    ".zst": "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd",
}
"""The library for each suffix by which a name says that its file is compressed."""

SUFFIXES = tuple(LIBRARIES)


def suffix_of(name: str) -> str:
    """Return the suffix by which a name says that its file is compressed, or nothing."""
    return next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), "")


def bare(name: str) -> str:
    """Return a file's name, in lower case, without the suffix of its compression."""
    return name.lower().removesuffix(suffix_of(name))


def opened(stream: BinaryIO, name: str) -> BinaryIO:
    """Return a stream of what was put into a file, the stream itself where its name tells of no compression.

    Raises :class:`UserError` where zstd needs the extra.
    """
    suffix = suffix_of(name)
    return cast(BinaryIO, library(suffix).open(stream, "rb")) if suffix else stream


@contextmanager
def packed(stream: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """Give a stream of what is to be put into a file; ``stream`` stays open.

    Raises :class:`UserError` where zstd needs the extra.
    """
    suffix = suffix_of(name)
    if not suffix:
        yield stream
        return
    with library(suffix).open(stream, "wb") as pack:
        yield pack


def library(suffix: str) -> Any:
    """Return the library for a kind of compression."""
    try:
        return importlib.import_module(LIBRARIES[suffix])
    except ImportError:
        raise UserError(wants("zstd", "corpus")) from None


def is_damage(error: Exception) -> bool:
    """Return whether an error says that a compressed file is truncated or corrupt."""
    kind = type(error)
    if kind is EOFError or kind.__module__ == "zlib":
        return True
    if kind.__name__ in ("BadGzipFile", "LZMAError", "ZstdError"):
        return True
    return isinstance(error, OSError) and kind is OSError and error.errno is None  # what bz2 raises
