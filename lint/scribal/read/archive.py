"""Records in archives of the web: WARC, with pages as they were sent, and WET, with their text."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from scribal.error import UserError, wants
from scribal.finding import Place
from scribal.read.fields import Row, broken
from scribal.read.file import stopped
from scribal.read.jsonl import LONGEST
from scribal.read.record import DAMAGED_ARCHIVE, Fault

TEXTUAL = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
"""The media types of the responses that are read."""

NO_TEXT = object()
"""The value of a record that is no page: a request, a picture, what is said of the archive."""

END = b"\r\n\r\n"
"""What stands behind the last record, and behind every other one."""


def rows(stream: BinaryIO, path: str, whole: bool = False) -> Iterator[Row | Fault]:
    """Yield each page of an archive, and each text that was made of one.

    A row has ``text``, ``id`` (the record's own name), ``url``, ``date`` and
    ``media``; rows are numbered from 1, those left out too.  Where the
    ``whole`` archive is wanted, every record is a row, ``raw`` is its bytes,
    and the value of one that is no page is ``NO_TEXT``.
    """
    warc = library("fastwarc.warc")
    kind = warc.WarcRecordType
    pages = (kind.response, kind.resource, kind.conversion)
    kept = Kept(stream) if whole else stream
    last: Row | Fault | None = None
    number = 0
    try:
        for record in warc.ArchiveIterator(kept, parse_http=True, auto_decode="all"):
            if isinstance(kept, Kept) and last:
                yield written(last, kept.upto(record.stream_pos))
            number += 1
            last = page(record, Place(path, row=number)) if record.record_type in pages else None
            if isinstance(kept, Kept):
                last = last or Row(number, NO_TEXT)
            elif last:
                yield last
        if isinstance(kept, Kept) and last:
            yield written(last, kept.rest())
    except Exception as error:
        yield stopped(error, Place(path, row=number + 1))
        return
    if fault := unfinished(stream):
        yield Fault(
            Place(path, row=number + 1), DAMAGED_ARCHIVE, fault if number else "it has no WARC record"
        )


def written(row: Row | Fault, raw: bytes) -> Row | Fault:
    """Return a row, or what is wrong with it, with the bytes of its record."""
    return row._replace(raw=raw) if isinstance(row, Row) else replace(row, raw=raw)


class Kept:
    """A stream that keeps what was read of it until it is asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.held = bytearray()
        self.start = 0

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        data = self.stream.read(size)
        self.held += data
        return data

    def tell(self) -> int:
        """Return how much was read."""
        return self.start + len(self.held)

    def upto(self, place: int) -> bytes:
        """Return what stands before a place of the stream and was not given yet."""
        data = bytes(self.held[: place - self.start])
        del self.held[: place - self.start]
        self.start = place
        return data

    def rest(self) -> bytes:
        """Return all that was not given yet."""
        self.read()
        return self.upto(self.tell())


def unfinished(stream: BinaryIO) -> str:
    """Return what is wrong with the end of an archive: a record ends with two line breaks.

    A compressed archive that is cut short has said so before.
    """
    size = stream.seek(0, 2)
    stream.seek(max(size - len(END), 0))
    return "" if not size or stream.read() == END else "the last record is cut short"


def page(record: Any, place: Place) -> Row | Fault | None:
    """Return a page, None for one that is no text; ``charset`` is None where bytes could not be decoded."""
    kind = record.http_content_type or record.headers.get("Content-Type", "")
    media = kind.partition(";")[0].strip().lower()
    if media not in TEXTUAL:
        return None
    if record.content_length > LONGEST:
        return broken(place, f"the record has more than {LONGEST} bytes")
    text, charset = text_of(record.reader.read(), record.http_charset or "utf-8")
    assert isinstance(place.row, int)
    value = {
        "text": text,
        "id": record.record_id,
        "url": record.headers.get("WARC-Target-URI"),
        "date": record.headers.get("WARC-Date"),
        "language": record.headers.get("WARC-Identified-Content-Language", "").partition(",")[0] or None,
        "media": "text/html" if "html" in media else media,
        "charset": charset,
    }
    return Row(place.row, value)


def text_of(data: bytes, charset: str) -> tuple[str, str | None]:
    """Return a page's text and charset: by what its server said, else as UTF-8, else as browsers do."""
    for name in (charset, "utf-8"):
        try:
            text = data.decode(name)
            return text, name if text.encode(name) == data else None
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", "replace"), None


def library(module: str) -> Any:
    """Return a module of the library that reads archives."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise UserError(wants("an archive of the web", "corpus")) from None
