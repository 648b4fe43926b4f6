"""Files of records, in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from fastwarc.warc import WarcRecord, WarcRecordType

from scribal.finding import Place
from scribal.read.compression import packed
from scribal.read.record import Record
from scribal.read.source import format_of
from scribal.text import About

ROWS = [
    {"text": text, "id": name, "language": language, "url": f"https://{host}/{name}", "host": host}
    for text, name, language, host in (
        ("The river rose.", "x", "en", "a.example"),
        ("Der Fluss\nstieg, „so“ 😀.", "y", "de", "b.example"),
        ("", "z", "en", "a.example"),
    )
]


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def array(rows: list[dict[str, Any]]) -> bytes:
    return json.dumps(rows, indent=1, ensure_ascii=False).encode()


def table(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def parquet(rows: list[dict[str, Any]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=2)
    return out.getvalue()


def arrow(rows: list[dict[str, Any]], stream: bool = False) -> bytes:
    out, data = io.BytesIO(), pa.Table.from_pylist(rows)
    with (pa.ipc.new_stream if stream else pa.ipc.new_file)(out, data.schema) as writer:
        writer.write_table(data)
    return out.getvalue()


WRITTEN: dict[str, Callable[[list[dict[str, Any]]], bytes]] = {
    "a.jsonl": jsonl,
    "a.json": array,
    "a.csv": table,
    "a.tsv": lambda rows: table(rows, "\t"),
    "a.parquet": parquet,
    "a.feather": arrow,
    "data-00000-of-00001.arrow": lambda rows: arrow(rows, stream=True),
}


def written(path: Path, data: bytes) -> Path:
    with path.open("wb") as file, packed(file, path.name) as stream:
        stream.write(data)
    return path


def expected(path: Path) -> list[Record]:
    lines = format_of(path) == "jsonl"
    assert lines or format_of(path) != "text"
    return [
        Record(
            Place(path.as_posix(), row["id"], number),
            row["text"],
            About(language=row["language"], url=row["url"], profile="corpus"),
            besides={"host": row["host"]},
        )
        for number, row in enumerate(ROWS, 1)
    ]


def archive(rows: list[dict[str, Any]], kind: str = "conversion") -> bytes:
    out = io.BytesIO()
    for row in rows:
        record = WarcRecord()
        html = kind == "response"
        record.init_headers(getattr(WarcRecordType, kind))
        record.headers.append("WARC-Target-URI", row["url"])
        body = row["text"].encode()
        if html:
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            record.headers.append("Content-Type", "application/http; msgtype=response")
        else:
            record.headers.append("Content-Type", "text/plain")
        record.set_bytes_content(body)
        record.write(out)
    return out.getvalue()
