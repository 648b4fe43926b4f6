"""How Parquet and Arrow take rows back: schema, other columns, metadata and compression stay."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from scribal.clean.store import with_text
from scribal.read.columns import arrow, wanted
from scribal.read.compression import packed
from scribal.read.fields import Row
from scribal.read.source import unpacked


class Columns:
    """A raw row is a batch and an index in it; an edited one has its new columns besides."""

    def __init__(self, source: Path, form: str, field: str) -> None:
        self.name, self.form, self.field = source.name, form, field
        self.compression: Any = None
        with unpacked(source, form) as stream:
            if form == "parquet":
                file = arrow("pyarrow.parquet").ParquetFile(stream)
                self.schema = file.schema_arrow
                self.compression = compression_of(file.metadata)
                self.stream = False
            else:
                self.stream = stream.read(6) != b"ARROW1"
                stream.seek(0)
                ipc = arrow("pyarrow").ipc
                self.schema = (ipc.open_stream if self.stream else ipc.open_file)(stream).schema

    def edited(self, row: Row, text: str) -> tuple[Any, int]:
        """Return a batch of one row, with another text."""
        library = arrow("pyarrow")
        batch, index = row.raw
        one = batch.slice(index, 1)
        [head] = wanted(batch.schema.names, [self.field])
        place = batch.schema.get_field_index(head)
        value = with_text({head: one.column(place)[0].as_py()}, self.field, text)[head]
        column = library.array([value], type=plain(batch.schema.field(place).type))
        columns = [column.cast(array.type) if i == place else array for i, array in enumerate(one.columns)]
        return library.record_batch(columns, schema=batch.schema), 0

    def part(self, raws: Sequence[tuple[Any, int]]) -> bytes:
        library = arrow("pyarrow")
        out = io.BytesIO()
        with library.ipc.new_stream(out, self.schema) as writer:
            for batch in gathered(raws):
                writer.write_batch(batch.cast(self.schema) if batch.schema != self.schema else batch)
        return out.getvalue()

    def join(self, parts: Iterable[Path], out: BinaryIO) -> None:
        with packed(out, self.name) as stream, self.writer(stream) as writer:
            for part in parts:
                with part.open("rb") as piece:
                    table = arrow("pyarrow").ipc.open_stream(piece).read_all()
                if table.num_rows:
                    writer.write_table(table)

    def writer(self, stream: BinaryIO) -> Any:
        """Return the library's own writer of a file like the source."""
        if self.form == "parquet":
            return arrow("pyarrow.parquet").ParquetWriter(stream, self.schema, compression=self.compression)
        ipc = arrow("pyarrow").ipc
        return (ipc.new_stream if self.stream else ipc.new_file)(stream, self.schema)

    def dump(self, raw: tuple[Any, int]) -> str:
        return base64.b64encode(self.part([raw])).decode("ascii")

    def load(self, text: str) -> tuple[Any, int]:
        table = arrow("pyarrow").ipc.open_stream(base64.b64decode(text)).read_all()
        return table.to_batches()[0], 0


def gathered(raws: Sequence[tuple[Any, int]]) -> Iterator[Any]:
    """Yield batches of rows, those that follow one another in a batch together."""
    numbered = enumerate(raws)
    for _, run in groupby(numbered, lambda item: (id(item[1][0]), item[1][1] - item[0])):
        rows = [raw for _, raw in run]
        yield rows[0][0].slice(rows[0][1], len(rows))


def compression_of(metadata: Any) -> Any:
    """Return the codec of each column of a Parquet file, or the default where it has no rows."""
    if not metadata.num_row_groups:
        return "snappy"
    group = metadata.row_group(0)
    columns = [group.column(index) for index in range(group.num_columns)]
    return {column.path_in_schema: codec(column.compression) for column in columns}


def codec(name: str) -> str:
    """Return a codec as the writer calls it."""
    return "none" if name == "UNCOMPRESSED" else name.lower()


def plain(kind: Any) -> Any:
    """Return the type of a column's values: a dictionary's own."""
    return kind.value_type if hasattr(kind, "value_type") and hasattr(kind, "index_type") else kind
