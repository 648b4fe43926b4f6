"""How archives of the web take pages back: a new body below the old headers, each record packed by itself."""

from __future__ import annotations

import base64
import io
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from scribal.read.compression import packed
from scribal.read.fields import Row

BLANK = b"\r\n\r\n"
"""What stands below headers, and below a record."""

PIECE = 1 << 20
"""How many bytes are copied at once."""


class Archive:
    """A raw row is the bytes of a record; those that are no pages stay as they are."""

    def __init__(self, source: Path) -> None:
        self.name = source.name

    def edited(self, row: Row, text: str) -> bytes:
        """Return the record with another text; digests go, for they are of the old one.

        Raises UnicodeEncodeError where the page's charset has no bytes for a character.
        """
        raw: bytes = row.raw
        body = text.encode(row.value["charset"])
        head, _, block = raw.partition(BLANK)
        if has(head, b"content-type", b"application/http"):
            http, _, _ = block.partition(BLANK)
            http = without(http, b"content-encoding", b"transfer-encoding", b"content-length")
            body = http + b"\r\nContent-Length: %d" % len(body) + BLANK + body
        head = without(head, b"content-length", b"warc-block-digest", b"warc-payload-digest")
        return head + b"\r\nContent-Length: %d" % len(body) + BLANK + body + BLANK

    def part(self, raws: Sequence[bytes]) -> bytes:
        out = io.BytesIO()
        for raw in raws:
            with packed(out, self.name) as stream:
                stream.write(raw)
        return out.getvalue()

    def join(self, parts: Iterable[Path], out: BinaryIO) -> None:
        for part in parts:
            with part.open("rb") as piece:
                shutil.copyfileobj(piece, out, PIECE)

    def dump(self, raw: bytes) -> str:
        return base64.b64encode(raw).decode("ascii")

    def load(self, text: str) -> bytes:
        return base64.b64decode(text)


def has(head: bytes, name: bytes, value: bytes) -> bool:
    """Return whether headers have a value that begins so."""
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return any(key == name and held.strip().startswith(value) for key, _, held in lines)


def without(head: bytes, *names: bytes) -> bytes:
    """Return headers without some of them."""
    lines = head.split(b"\r\n")
    return b"\r\n".join(line for line in lines if line.partition(b":")[0].strip().lower() not in names)
