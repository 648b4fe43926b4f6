"""Records in columns: Parquet, and Arrow's files and streams (Feather, Hugging Face datasets on disk)."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO

from scribal.error import UserError, wants
from scribal.finding import Place
from scribal.read.fields import Row, broken
from scribal.read.file import stopped
from scribal.read.jsonl import LARGEST, too_large
from scribal.read.record import DAMAGED_ARCHIVE, Fault

BATCH = 256
"""How many rows are read at once: texts can be long."""

PIECE = 1 << 20
"""How many bytes of a column are read from a file at once."""

Batches = Callable[[BinaryIO, Sequence[str]], Iterator[Any]]


def parquet_batches(stream: BinaryIO, columns: Sequence[str]) -> Iterator[Any]:
    """Yield the rows of a Parquet file, so many at once, with some columns or, where none is named, all."""
    file = arrow("pyarrow.parquet").ParquetFile(stream, buffer_size=PIECE)
    held = wanted(file.schema_arrow.names, columns) if columns else None
    yield from file.iter_batches(BATCH, columns=held)


def arrow_batches(stream: BinaryIO, columns: Sequence[str]) -> Iterator[Any]:
    """Yield the rows of an Arrow file or stream, so many at once, as :func:`parquet_batches` does."""
    ipc = arrow("pyarrow").ipc
    if stream.read(6) == b"ARROW1":
        file = ipc.open_file(stream)
        held = wanted(file.schema.names, columns)
        batches: Iterator[Any] = (file.get_batch(index) for index in range(file.num_record_batches))
    else:
        stream.seek(0)
        file = ipc.open_stream(stream)
        held = wanted(file.schema.names, columns)
        batches = iter(file)
    for batch in batches:
        for start in range(0, batch.num_rows, BATCH):
            yield (batch.select(held) if columns else batch).slice(start, BATCH)


def wanted(names: Sequence[str], columns: Sequence[str]) -> list[str]:
    """Return the columns that are to be read: those that are asked for, or that hold what is asked for.

    Where the first of them, which must be there, is not, all are: what is said of it names them.
    """
    heads = {*columns, *(column.partition(".")[0] for column in columns)}
    first = {columns[0], columns[0].partition(".")[0]} if columns else set()
    return list(names) if first.isdisjoint(names) else [name for name in names if name in heads]


def rows(
    stream: BinaryIO, path: str, batches: Batches, columns: Sequence[str], whole: bool = False
) -> Iterator[Row | Fault]:
    """Yield each row; rows are numbered from 1.

    Where the ``whole`` rows are wanted, ``raw`` is a batch with all columns and
    the row's index in it.
    """
    library = arrow("pyarrow")
    number = 0
    try:
        for batch in batches(stream, () if whole else columns):
            held = batch.select(wanted(batch.schema.names, columns)) if whole else batch
            for index, value in enumerate(values(held, library)):
                number += 1
                raw = (batch, index) if whole else None
                place = Place(path, row=number)
                yield broken(place, value, raw) if isinstance(value, str) else Row(number, value, raw)
    except library.ArrowInvalid as error:
        said = str(error).partition("\n")[0]
        yield Fault(Place(path, row=number + 1), DAMAGED_ARCHIVE, f"the file is damaged: {said}", number + 1)
    except Exception as error:
        yield stopped(error, Place(path, row=number + 1))


def values(batch: Any, library: Any) -> Iterator[dict[str, Any] | str]:
    """Yield each row of a batch with plain types; texts as bytes, which may be no UTF-8.

    Yields what is wrong where a row cannot be had.
    """
    binary = {library.string(): library.binary(), library.large_string(): library.large_binary()}
    arrays = [
        array.view(binary[array.type]) if array.type in binary else array
        for array in map(decoded, batch.columns)
    ]
    for index in range(batch.num_rows):
        cells = [array[index] for array in arrays]
        size = max(map(size_of, cells), default=0)
        if size > LARGEST:
            yield too_large(size)
            continue
        try:
            yield {name: plain(cell.as_py()) for name, cell in zip(batch.schema.names, cells, strict=True)}
        except UnicodeDecodeError as error:  # inside a nested column
            yield f"not valid UTF-8: {error.reason} at byte {error.start}"


def size_of(cell: Any) -> int:
    """Return how many bytes a text has in its column, 0 for anything else."""
    return cell.as_buffer().size if cell.is_valid and hasattr(cell, "as_buffer") else 0


def decoded(array: Any) -> Any:
    """Return an array of values, where it was one of numbers that stand for them."""
    return array.dictionary_decode() if hasattr(array, "dictionary_decode") else array


def plain(value: Any) -> Any:
    """Return bytes as a text where they are one: only the field with the text may be something else."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value
    return value


def arrow(module: str) -> Any:
    """Return a module of the library that reads columns."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise UserError(wants("a file of columns", "corpus")) from None
