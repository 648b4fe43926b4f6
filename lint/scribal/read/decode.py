"""Bytes to text and back, byte for byte.

Line ends, NUL bytes and a byte order mark stay in the text, because offsets
count them.  A byte that UTF-8 does not know becomes a lone surrogate, as
:pep:`383` has it.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from scribal.error import UserError
from scribal.read.guess import charset_of

BY_MARK = {
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

HEAD = 4_000
"""How many bytes are looked at to see whether every other one is NUL."""

_SHIFT = re.compile(rb"\x1b\$[@B]")
"""How ISO-2022-JP, in which Japanese mails were written, leaves ASCII."""

LEAST = 8
"""Fewer bytes tell nothing."""


class Flaw(NamedTuple):
    """Why bytes are no text in their charset, and the line of the first fault, from 1."""

    message: str
    line: int


class Decoded(NamedTuple):
    """A text and the codec that gives its bytes back."""

    source: str
    charset: str
    flaw: Flaw | None


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file: by ``encoding`` if one is given, else by its byte order mark, else as UTF-8.

    Raises :class:`UserError` for a name that is no text encoding.
    """
    charset = announced(data) if encoding is None else codec(encoding, data)
    if encoding is None and charset == "utf-8" and (flaw := disguise(data)):
        return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8", flaw)
    try:
        source = data.decode(charset)
    except UnicodeError as error:
        return salvage(data, charset, error)
    if charset in ("utf-8", *BY_MARK.values()) or gives_back(source, charset, data):
        return Decoded(source, charset, None)
    return Decoded(source, charset, Flaw(f"{charset} does not give the same bytes back", 1))


def encode(source: str, charset: str) -> bytes:
    """Return the bytes of a text that :func:`decode` gave, or that was made from one.

    Raises :class:`UnicodeEncodeError` where ``charset`` has no bytes for a character.
    """
    return source.encode(charset, errors(charset))


def salvage(data: bytes, charset: str, error: UnicodeError) -> Decoded:
    """Decode what is no text in its charset as well as can be, and say where it fails."""
    place, reason = (error.start, error.reason) if isinstance(error, UnicodeDecodeError) else (0, str(error))
    line = data[:place].decode(charset, "replace").count("\n") + 1
    likely = charset_of(data, place) if charset == "utf-8" else None
    hint = f"; it may be {likely}: try --encoding {likely}" if likely else ""
    flaw = Flaw(f"not valid {charset.upper()}: {reason} at byte {place}{hint}", line)
    try:
        source = data.decode(charset, errors(charset))
    except UnicodeError:  # half a code unit: only UTF-8 lets any byte through
        return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8", flaw)
    return Decoded(source, charset, flaw)


def gives_back(source: str, charset: str, data: bytes) -> bool:
    """Return whether a charset that has several ways to write a character gives the same bytes back."""
    try:
        return encode(source, charset) == data
    except UnicodeError:
        return False


def errors(charset: str) -> str:
    """Return the error handler that lets broken text through a charset and back."""
    return "surrogatepass" if charset.startswith(("utf-16", "utf-32")) else "surrogateescape"


def announced(data: bytes, otherwise: str = "utf-8") -> str:
    """Return the charset that a byte order mark announces."""
    return next((charset for mark, charset in BY_MARK.items() if data.startswith(mark)), otherwise)


def disguise(data: bytes) -> Flaw | None:
    """Return why bytes that may pass for UTF-8 are something else."""
    if likely := unmarked(data):
        return Flaw(f"every other byte is NUL; it may be {likely}: try --encoding {likely}", 1)
    shift = _SHIFT.search(data)
    if not shift:
        return None
    try:
        data.decode("iso2022_jp")
    except UnicodeDecodeError:
        return None
    line = data.count(b"\n", 0, shift.start()) + 1
    return Flaw("escapes shift to Japanese; it may be iso-2022-jp: try --encoding iso-2022-jp", line)


def unmarked(data: bytes) -> str | None:
    """Return the charset of UTF-16 that no mark announces, None where the bytes are something else."""
    start = data[:HEAD]
    if b"\0" not in start or len(start) < LEAST:
        return None
    odd, even = start[1::2], start[::2]
    if 4 * odd.count(0) > 3 * len(odd) and 0 not in even:
        return "utf-16-le"
    return "utf-16-be" if 4 * even.count(0) > 3 * len(even) and 0 not in odd else None


def codec(encoding: str, data: bytes) -> str:
    """Return the codec that the user named, in the byte order that the data have."""
    try:
        b" ".decode(encoding, "replace")
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise UserError(f"--encoding: unknown encoding “{encoding}”") from None
    if name == "utf-8-sig":
        return "utf-8"
    if name in ("utf-16", "utf-32"):
        marked = announced(data, "")
        return marked if marked.startswith(name) else f"{name}-le"
    return name
