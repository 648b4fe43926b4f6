"""Which format a file has, and its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from scribal.finding import Place
from scribal.read import jsonl, remote
from scribal.read.compression import SUFFIXES as PACKED
from scribal.read.compression import bare, opened, suffix_of
from scribal.read.fields import Fields, Row, record_of
from scribal.read.file import stopped
from scribal.read.record import Fault, Reading
from scribal.read.remote import Opener
from scribal.text import About

SUFFIXES = {
    "jsonl": (".jsonl", ".ndjson"),
    "json": (".json",),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "parquet": (".parquet", ".pq"),
    "arrow": (".arrow", ".feather", ".ipc"),
    "warc": (".warc", ".wet"),
    "lines": (),
}
"""How the names of files of records end, before the suffix of a compression; ``lines`` is only said."""

TEXT = "text"
"""The format of a file that is one text."""

FORMATS = (TEXT, *SUFFIXES)

WALKED = ("jsonl", "parquet", "arrow", "warc")
"""The formats that are read when a folder is: nothing but records is kept in them."""

Rows = Callable[[BinaryIO, str], Iterator[Row | Fault]]


def format_of(path: Path, said: str | None = None) -> str:
    """Return the format of a file: the one that the user said, else by its name."""
    if said is not None:
        return said
    name = bare(path.name)
    return next((form for form, suffixes in SUFFIXES.items() if name.endswith(suffixes)), TEXT)


def is_records(path: Path, said: str | None = None) -> bool:
    """Return whether a file holds records."""
    return format_of(path, said) != TEXT


def suffixes_of(forms: tuple[str, ...] = WALKED) -> tuple[str, ...]:
    """Return how the names of files end that are in one of some formats, compressed or not."""
    return tuple(suffix + packed for form in forms for suffix in SUFFIXES[form] for packed in ("", *PACKED))


def read_records(
    path: Path,
    about: About,
    fields: Fields = Fields(),
    said: str | None = None,
    opener: Opener = remote.opened,
) -> Iterator[Reading]:
    """Yield the records of a file; ``about`` is what holds for each that does not say otherwise.

    Raises :class:`UserError` where an extra is missing that the format wants.
    """
    about = replace(about, profile="corpus")
    place = remote.address_of(path) or path.as_posix()
    for row in read_rows(path, fields, said, opener):
        if isinstance(row, Fault):
            yield row
            continue
        media = row.value.get("media") if format_of(path, said) == "warc" else None
        yield record_of(row, place, replace(about, media=media) if media else about, fields)


def read_rows(
    path: Path,
    fields: Fields = Fields(),
    said: str | None = None,
    opener: Opener = remote.opened,
    whole: bool = False,
) -> Iterator[Row | Fault]:
    """Yield the rows of a file as its format has them; ``whole`` ones can be written again."""
    form = format_of(path, said)
    place = remote.address_of(path) or path.as_posix()
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(unpacked(path, form, opener))
        except Exception as error:
            yield stopped(error, Place(place))
            return
        yield from rows_in(form, fields, whole)(stream, place)


@contextmanager
def unpacked(path: Path, form: str, opener: Opener = remote.opened) -> Iterator[BinaryIO]:
    """Give what is in a file, without its compression.

    Raises OSError, or what its library raises, where that cannot be had.
    """
    with opener(path) as packed, opened(packed, path.name) as stream:
        if form in ("parquet", "arrow") and suffix_of(path.name):
            with laid_out(stream) as copy:
                yield copy
        else:
            yield stream


def laid_out(stream: BinaryIO) -> BinaryIO:
    """Return the bytes of a stream in a temporary file, for readers that jump about."""
    import shutil
    import tempfile

    copy = tempfile.TemporaryFile()  # noqa: SIM115 (the caller closes it)
    shutil.copyfileobj(stream, copy, 1 << 20)
    copy.seek(0)
    return cast(BinaryIO, copy)


def rows_in(form: str, fields: Fields, whole: bool = False) -> Rows:
    """Return what reads the rows of a format; each kind of reader is imported when it is wanted."""
    if form in ("parquet", "arrow"):
        from scribal.read import columns

        batches = columns.parquet_batches if form == "parquet" else columns.arrow_batches
        return partial(columns.rows, batches=batches, columns=fields.columns, whole=whole)
    if form in ("csv", "tsv"):
        from scribal.read import table

        return partial(table.rows, delimiter="," if form == "csv" else "\t", whole=whole)
    if form == "json":
        from scribal.read import array

        return partial(array.rows, whole=whole)
    if form == "warc":
        from scribal.read import archive

        return partial(archive.rows, whole=whole)
    return partial(jsonl.rows, whole=whole) if form == "jsonl" else partial(lines, name=fields.text)


def lines(stream: BinaryIO, path: str, name: str) -> Iterator[Row | Fault]:
    """Yield each line that is not blank as a row with one field."""
    for number, line in jsonl.lines_of(stream, path, jsonl.LARGEST):
        if isinstance(line, Fault):
            yield line
        elif line.strip():
            yield Row(number, {name: line.rstrip(b"\r\n")}, line)
