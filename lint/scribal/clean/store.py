"""How each format takes rows back: what a part of a file is, and how parts become a file.

A file is written in parts, so that a run that was interrupted goes on where it
was.  Rows that were not edited are written as they were.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from scribal.read.array import opening
from scribal.read.compression import packed
from scribal.read.decode import encode
from scribal.read.fields import Row
from scribal.read.source import unpacked
from scribal.read.table import heading

PIECE = 1 << 20
"""How many bytes are copied at once."""


class Store(Protocol):
    """The way of one format to write rows."""

    def edited(self, row: Row, text: str) -> Any:
        """Return what is written for a row with another text.

        Raises UnicodeEncodeError where its charset has no bytes for a character.
        """
        ...

    def part(self, raws: Sequence[Any]) -> bytes:
        """Return a part of the file."""
        ...

    def join(self, parts: Iterable[Path], out: BinaryIO) -> None:
        """Write the file that the parts are of."""
        ...

    def dump(self, raw: Any) -> str:
        """Return a row as text, from which :meth:`load` makes it again."""
        ...

    def load(self, text: str) -> Any:
        """Return the row that :meth:`dump` gave."""
        ...


class JsonLines:
    """JSON Lines: a part is compressed by itself, for archives may follow one another in a file."""

    def __init__(self, source: Path, field: str) -> None:
        self.name = source.name
        self.field = field

    def edited(self, row: Row, text: str) -> bytes:
        """Return the line with another text, all else as it was if that can be."""
        line: bytes = row.raw
        ending = line[len(line.rstrip(b"\r\n")) :]
        value = with_text(row.value, self.field, text)
        old = text_in(row.value, self.field)
        for ascii_only in (True, False):
            token = json.dumps(old, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
            if line.count(token) == 1:
                spliced = line.replace(
                    token, json.dumps(text, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
                )
                if loads(spliced) == value:
                    return spliced
        return json.dumps(value, ensure_ascii=line.isascii()).encode() + ending

    def part(self, raws: Sequence[bytes]) -> bytes:
        out = io.BytesIO()
        with packed(out, self.name) as stream:
            stream.writelines(raws)
        return out.getvalue()

    def join(self, parts: Iterable[Path], out: BinaryIO) -> None:
        for part in parts:
            with part.open("rb") as stream:
                shutil.copyfileobj(stream, out, PIECE)

    def dump(self, raw: bytes) -> str:
        return raw.decode("utf-8", "surrogateescape")

    def load(self, text: str) -> bytes:
        return text.encode("utf-8", "surrogateescape")


class Lines(JsonLines):
    """A text a line."""

    def edited(self, row: Row, text: str) -> bytes:
        line: bytes = row.raw
        return " ".join(text.splitlines()).encode() + line[len(line.rstrip(b"\r\n")) :]


class Table(JsonLines):
    """CSV and TSV: the names of the fields, then parts without them."""

    def __init__(self, source: Path, field: str, delimiter: str) -> None:
        super().__init__(source, field)
        with unpacked(source, "csv") as stream:
            self.heading = heading(stream, delimiter)
        self.delimiter = delimiter

    def edited(self, row: Row, text: str) -> bytes:
        raw = self.dump(row.raw)
        ending = raw[len(raw.rstrip("\r\n")) :]
        cells = [text if name == self.field else cell for name, cell in row.value.items()]
        every = raw.startswith('"') and raw.rstrip("\r\n").endswith('"') and raw.count('"') >= 2 * len(cells)
        out = io.StringIO(newline="")
        writer = csv.writer(
            out,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL,
            lineterminator=ending,
        )
        writer.writerow(cells)
        return self.load(out.getvalue())

    def part(self, raws: Sequence[bytes]) -> bytes:
        return b"".join(raws)

    def join(self, parts: Iterable[Path], out: BinaryIO) -> None:
        with packed(out, self.name) as stream:
            stream.write(self.heading)
            for part in parts:
                with part.open("rb") as piece:
                    shutil.copyfileobj(piece, stream, PIECE)


class Array(JsonLines):
    """A list of records in a JSON file, one a line; what was not edited is as it was."""

    def __init__(self, source: Path, field: str) -> None:
        super().__init__(source, field)
        with unpacked(source, "json") as stream:
            self.alone = opening(stream) != b"["

    def part(self, raws: Sequence[bytes]) -> bytes:
        return b",\n".join(raws)

    def join(self, parts: Iterable[Path], out: BinaryIO) -> None:
        with packed(out, self.name) as stream:
            stream.write(b"" if self.alone else b"[")
            before = b"" if self.alone else b"\n"
            for part in parts:
                if part.stat().st_size:
                    stream.write(before)
                    before = b",\n"
                    with part.open("rb") as piece:
                        shutil.copyfileobj(piece, stream, PIECE)
            stream.write(b"\n" if self.alone else b"\n]\n")


class Text:
    """A file that is one text; the raw row is the text and its charset."""

    def __init__(self, source: Path) -> None:
        self.name = source.name

    def edited(self, row: Row, text: str) -> tuple[str, str]:
        encode(text, row.raw[1])
        return text, row.raw[1]

    def part(self, raws: Sequence[tuple[str, str]]) -> bytes:
        return b"".join(encode(*raw) for raw in raws)

    def join(self, parts: Iterable[Path], out: BinaryIO) -> None:
        with packed(out, self.name) as stream:
            for part in parts:
                stream.write(part.read_bytes())

    def dump(self, raw: tuple[str, str]) -> str:
        return json.dumps(raw)

    def load(self, text: str) -> tuple[str, str]:
        source, charset = json.loads(text)
        return source, charset


def store_for(source: Path, form: str, field: str) -> Store:
    """Return the way to write files like ``source``."""
    if form in ("parquet", "arrow"):
        from scribal.clean.store_columns import Columns

        return Columns(source, form, field)
    if form in ("csv", "tsv"):
        return Table(source, field, "," if form == "csv" else "\t")
    if form == "warc":
        from scribal.clean.store_archive import Archive

        return Archive(source)
    if form == "json":
        return Array(source, field)
    if form in ("jsonl", "lines"):
        return (JsonLines if form == "jsonl" else Lines)(source, field)
    return Text(source)


def with_text(value: Any, field: str, text: str) -> Any:
    """Return a record with another text."""
    if field in value:
        return {**value, field: text}
    head, _, rest = field.partition(".")
    return {**value, head: with_text(value[head], rest, text)}


def text_in(value: Any, field: str) -> Any:
    """Return the text of a record."""
    head, dot, rest = field.partition(".")
    return value[field] if field in value or not dot else text_in(value[head], rest)


def loads(line: bytes) -> Any:
    """Return the record in a line, None where it is none."""
    try:
        return json.loads(line)
    except ValueError:
        return None
