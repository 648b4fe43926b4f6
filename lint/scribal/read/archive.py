"""Records in archives of the web: WARC, with pages as they were sent, and WET, with their text."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from scribal.error import UserError, wants
from scribal.finding import Place
from scribal.read.fields import Row, broken
from scribal.read.file import stopped
from scribal.read.jsonl import LONGEST
from scribal.read.record import DAMAGED_ARCHIVE, Fault

TEXTUAL = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
"""The media types of the responses that are read."""

END = b"\r\n\r\n"
"""What stands behind the last record, and behind every other one."""


def rows(stream: BinaryIO, path: str) -> Iterator[Row | Fault]:
    """Yield each page of an archive, and each text that was made of one.

    A row has ``text``, ``id`` (the record's own name), ``url``, ``date`` and
    ``media``; rows are numbered from 1, those left out too.
    """
    warc = library("fastwarc.warc")
    kind = warc.WarcRecordType
    pages = (kind.response, kind.resource, kind.conversion)
    number = 0
    try:
        for record in warc.ArchiveIterator(stream, parse_http=True, auto_decode="all"):
            number += 1
            if record.record_type in pages:
                row = page(record, Place(path, row=number))
                if row is not None:
                    yield row
    except Exception as error:
        yield stopped(error, Place(path, row=number + 1))
        return
    if fault := unfinished(stream):
        yield Fault(
            Place(path, row=number + 1), DAMAGED_ARCHIVE, fault if number else "it has no WARC record"
        )


def unfinished(stream: BinaryIO) -> str:
    """Return what is wrong with the end of an archive: a record ends with two line breaks.

    A compressed archive that is cut short has said so before.
    """
    size = stream.seek(0, 2)
    stream.seek(max(size - len(END), 0))
    return "" if not size or stream.read() == END else "the last record is cut short"


def page(record: Any, place: Place) -> Row | Fault | None:
    """Return a page, None for one that is no text."""
    kind = record.http_content_type or record.headers.get("Content-Type", "")
    media = kind.partition(";")[0].strip().lower()
    if media not in TEXTUAL:
        return None
    if record.content_length > LONGEST:
        return broken(place, f"the record has more than {LONGEST} bytes")
    data = record.reader.read()
    charset = record.http_charset or "utf-8"
    assert isinstance(place.row, int)
    value = {
        "text": text_of(data, charset),
        "id": record.record_id,
        "url": record.headers.get("WARC-Target-URI"),
        "date": record.headers.get("WARC-Date"),
        "language": record.headers.get("WARC-Identified-Content-Language", "").partition(",")[0] or None,
        "media": "text/html" if "html" in media else media,
    }
    return Row(place.row, value)


def text_of(data: bytes, charset: str) -> str:
    """Return a page's text: by what its server said, else as UTF-8, else as browsers do."""
    for name in (charset, "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


def library(module: str) -> Any:
    """Return a module of the library that reads archives."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise UserError(wants("an archive of the web", "corpus")) from None
