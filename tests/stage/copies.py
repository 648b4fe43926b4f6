"""Files of records that want cleaning, in every format."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from click.testing import CliRunner, Result

from scribal.cli import scribal
from scribal.read.record import Record
from scribal.read.source import read_records
from scribal.text import About

GOOD = "The river rose in the night, and “nobody” slept 😀."
BAD = "The river rose in the night , and it re\u200bceded at four.\n\nAll slept ."
MENDED = "The river rose in the night, and it receded at four.\n\nAll slept."
LOOPED = "This page was translated by a machine, and the the river rose."
RULES = "whitespace"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(scribal, arguments)


def clean(*arguments: str, select: str = RULES) -> Result:
    return run("clean", *arguments, "--isolated", "--select", select, "--language", "en", "--unsafe-fixes")


def rows(number: int = 9) -> list[dict[str, Any]]:
    texts = (GOOD, BAD, LOOPED)
    return [{"id": f"r{i}", "text": texts[i % 3], "n": i * 1.5, "tags": ["a", "ü"]} for i in range(number)]


def texts(path: Path) -> list[str | None]:
    return [r.source if isinstance(r, Record) else None for r in read_records(path, About())]


def as_jsonl(path: Path, data: list[dict[str, Any]]) -> None:
    lines = "".join(
        f'{{"id": "{r["id"]}",   "text":{json.dumps(r["text"])} , "n": {r["n"]}}}\r\n' for r in data
    )
    path.write_bytes(gzip.compress(lines.encode()) if path.suffix == ".gz" else lines.encode())


def as_json(path: Path, data: list[dict[str, Any]]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def as_csv(path: Path, data: list[dict[str, Any]]) -> None:
    lines = ["\ufeffid,text,n", *(f'{r["id"]},"{r["text"]}",{r["n"]}' for r in data)]
    path.write_bytes("\r\n".join([*lines, ""]).encode())


def table(data: list[dict[str, Any]]) -> pa.Table:
    fields = {
        "id": pa.dictionary(pa.int32(), pa.string()),
        "text": pa.large_string(),
        "n": pa.float32(),
        "tags": pa.list_(pa.string()),
    }
    schema = pa.schema(fields, metadata={"made by": "hand"})
    return pa.Table.from_pylist(data, schema=schema)


def as_parquet(path: Path, data: list[dict[str, Any]]) -> None:
    pq.write_table(table(data), path, row_group_size=4, compression="zstd")


def as_arrow(path: Path, data: list[dict[str, Any]]) -> None:
    made = table(data)
    with path.open("wb") as out, pa.ipc.new_file(out, made.schema) as writer:
        writer.write_table(made, max_chunksize=4)


FORMATS: dict[str, Callable[[Path, list[dict[str, Any]]], None]] = {
    "a.jsonl": as_jsonl,
    "a.jsonl.gz": as_jsonl,
    "a.json": as_json,
    "a.csv": as_csv,
    "a.parquet": as_parquet,
    "a.arrow": as_arrow,
}
